/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli-registry.h"

#include "ks-cli-table.h"
#include "ks-comments.h"
#include "ks-give-out.h"
#include "ks-given-themes.h"
#include "ks-i18n.h"
#include "ks-themes.h"

#define PAGE 500

static char *
dup_theme_names (KsComments *comments, GArray *ids)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      const KsTheme *theme = ks_comments_find_theme (comments, g_array_index (ids, gint64, i));

      if (theme != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", theme->name);
    }
  return g_string_free (names, FALSE);
}

static void
add_comment (KsCliTable *table, KsComments *comments, const KsComment *comment)
{
  g_autofree char *names = dup_theme_names (comments, comment->themes);
  g_autofree char *text = ks_comment_text_redact (comment->text, comment->spans);

  ks_cli_table_add_count (table, comment->number);
  ks_cli_table_add_text (table, comment->question->id);
  ks_cli_table_add_text (table, names);
  ks_cli_table_add_text (table, text);
  ks_cli_table_end_row (table);
}

/* Why a list is not of the scope that was asked for. */
static void
note_place (KsCli *cli, const KsCommentPlace *place)
{
  const char *question = place->question->id;
  g_autofree char *note = NULL;

  if (!place->shown)
    note = g_strdup_printf (_ ("note: %s has fewer than 10 comments; none are shown"), question);
  else if (place->scope.kind == place->asked.kind)
    return;
  else if (place->scope.kind == KS_SCOPE_PROVINCE)
    note = g_strdup_printf (_ ("note: %s has too few comments for %s alone; those of the whole "
                               "province are shown"),
                            question, place->asked.name);
  else
    note = g_strdup_printf (_ ("note: %s has too few comments for %s alone; those of %s are shown"),
                            question, place->asked.name, place->scope.name);
  ks_cli_note (cli, note);
}

static gboolean
print_comments (KsCli *cli, KsCampaign *campaign, KsComments *comments, GError **error)
{
  g_autoptr (KsCliTable) table = ks_cli_table_new (cli, "number,question,theme,text");

  for (guint first = 0; first < ks_comments_get_n (comments); first += PAGE)
    {
      g_autoptr (GPtrArray) page
          = ks_comments_load_page (comments, campaign, first, PAGE, error);

      if (page == NULL)
        return FALSE;
      for (guint i = 0; i < page->len; i++)
        add_comment (table, comments, page->pdata[i]);
    }
  for (guint i = 0; i < ks_comments_get_n_places (comments); i++)
    note_place (cli, ks_comments_get_place (comments, i));
  ks_cli_table_print (table);
  return TRUE;
}

static gboolean
find_theme (KsCampaign *campaign, const char *name, gint64 *id, GError **error)
{
  g_autoptr (KsTheme) theme = name != NULL ? ks_themes_find (campaign, name, error) : NULL;

  *id = theme != NULL ? theme->id : KS_COMMENTS_ANY_THEME;
  return name == NULL || theme != NULL;
}

/**
 * ks_cli_comments:
 * @cli: the command line
 * @error: return location for an error
 *
 * `comments FILE [--question ID] [--scope CODE] [--search TEXT] [--theme NAME]`: what was written to
 * the open questions, shuffled, without unit and time, names and numbers blacked out.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_comments (KsCli *cli, GError **error)
{
  g_autofree char *question = NULL;
  g_autofree char *scope = NULL;
  g_autofree char *search = NULL;
  g_autofree char *theme = NULL;
  const GOptionEntry entries[] = {
    { "question", 0, 0, G_OPTION_ARG_STRING, &question, N_ ("only this question"), "ID" },
    { "scope", 0, 0, G_OPTION_ARG_STRING, &scope, N_ ("of this unit or district"), "CODE" },
    { "search", 0, 0, G_OPTION_ARG_STRING, &search, N_ ("that hold these words"), "TEXT" },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &theme, N_ ("with this theme"), "NAME" },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (KsComments) comments = NULL;
  g_autoptr (KsJob) job = ks_cli_job_new (cli, _ ("Looking for comments"));
  KsCommentFilter filter;

  if (!ks_cli_parse (cli, entries,
                     "FILE [--question ID] [--scope CODE] [--search TEXT] [--theme NAME]", 1, 1,
                     error))
    return FALSE;
  campaign = ks_cli_open (cli, error);
  filter = (KsCommentFilter){ question, scope, search, KS_COMMENTS_ANY_THEME };
  if (campaign == NULL || !find_theme (campaign, theme, &filter.theme, error))
    return FALSE;
  comments = ks_comments_load (campaign, &filter, job, error);
  return comments != NULL && print_comments (cli, campaign, comments, error);
}

/* While the survey is open themes are prepared and nothing is counted. */
static gboolean
print_uncounted (KsCli *cli, KsCampaign *campaign, GError **error)
{
  g_autoptr (GPtrArray) themes = ks_themes_load (campaign, error);
  g_autoptr (KsCliTable) table = ks_cli_table_new (cli, "theme,count");

  for (guint i = 0; themes != NULL && i < themes->len; i++)
    {
      ks_cli_table_add_text (table, ((const KsTheme *) themes->pdata[i])->name);
      ks_cli_table_add_empty (table);
      ks_cli_table_end_row (table);
    }
  if (themes == NULL)
    return FALSE;
  ks_cli_note (cli, _ ("note: the survey is still open; comments are counted once it has ended"));
  ks_cli_table_print (table);
  return TRUE;
}

static gboolean
print_themes (KsCli *cli, KsCampaign *campaign, const char *scope, GError **error)
{
  const KsCommentFilter filter = { NULL, scope, NULL, KS_COMMENTS_ANY_THEME };
  g_autoptr (KsComments) comments = NULL;
  g_autoptr (KsCliTable) table = NULL;

  if (ks_campaign_is_window_open (campaign))
    return print_uncounted (cli, campaign, error);
  comments = ks_comments_load (campaign, &filter, NULL, error);
  if (comments == NULL)
    return FALSE;
  table = ks_cli_table_new (cli, "theme,count");
  for (guint i = 0; i < ks_comments_get_n_themes (comments); i++)
    {
      const KsThemeCount *count = ks_comments_get_theme (comments, i);

      ks_cli_table_add_text (table, count->theme->name);
      if (count->told)
        ks_cli_table_add_count (table, count->n);
      else
        ks_cli_table_add_empty (table);
      ks_cli_table_end_row (table);
    }
  for (guint i = 0; i < ks_comments_get_n_places (comments); i++)
    note_place (cli, ks_comments_get_place (comments, i));
  ks_cli_table_print (table);
  return TRUE;
}

/* What would stand in a paper, on record as leaving the program. */
static gboolean
print_given (KsCli *cli, KsCampaign *campaign, GError **error)
{
  const KsScope province = { KS_SCOPE_PROVINCE, "", "" };
  g_autoptr (KsJob) job = ks_cli_job_new (cli, _ ("Counting comments by theme"));
  g_autoptr (KsResults) given = ks_give_out (campaign, &province, "themes", job, error);
  g_autoptr (GArray) themes = NULL;
  g_autoptr (KsCliTable) table = ks_cli_table_new (cli, "theme,count");
  KsGivenState state;
  gint64 n_comments;

  if (given != NULL)
    themes = ks_given_themes_load (campaign, given, &n_comments, job, error);
  if (themes == NULL)
    return FALSE;
  for (guint i = 0; i < themes->len; i++)
    {
      const KsGivenTheme *theme = &g_array_index (themes, KsGivenTheme, i);

      ks_cli_table_add_text (table, theme->name);
      ks_cli_table_add_count (table, theme->n);
      ks_cli_table_end_row (table);
    }
  ks_results_get_given (given, &province, &state);
  if (state.n_earlier_units > 0)
    ks_cli_note (cli, _ ("note: some units stand as they were given out before, since one to four "
                         "sheets have changed; beside them comments are not counted by theme"));
  ks_cli_table_print (table);
  return TRUE;
}

static gboolean
change_themes (KsCli *cli, KsCampaign *campaign, const char *add, const char *rename,
               const char *take_away, GError **error)
{
  g_autoptr (KsTheme) theme = NULL;
  KsOutcome *outcome = NULL;

  if (add != NULL)
    return ks_add_theme (campaign, add, NULL, &outcome, error)
           && ks_cli_note_outcome (cli, outcome);
  if (rename == NULL && take_away == NULL)
    return TRUE;
  theme = ks_themes_find (campaign, rename != NULL ? rename : take_away, error);
  return theme != NULL
         && (rename != NULL
                 ? ks_rename_theme (campaign, theme->id, cli->arguments[1], &outcome, error)
                 : ks_remove_theme (campaign, theme->id, &outcome, error))
         && ks_cli_note_outcome (cli, outcome);
}

/**
 * ks_cli_themes:
 * @cli: the command line
 * @error: return location for an error
 *
 * `themes FILE [--add NAME | --rename OLD NEW | --remove NAME] [--scope CODE | --given]`: what comments
 * speak of, and how many do; a theme is added, renamed or removed first.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_themes (KsCli *cli, GError **error)
{
  g_autofree char *add = NULL;
  g_autofree char *rename = NULL;
  g_autofree char *take_away = NULL;
  g_autofree char *scope = NULL;
  gboolean given = FALSE;
  const GOptionEntry entries[] = {
    { "add", 0, 0, G_OPTION_ARG_STRING, &add, N_ ("a theme more"), "NAME" },
    { "rename", 0, 0, G_OPTION_ARG_STRING, &rename, N_ ("call a theme otherwise"), "OLD NEW" },
    { "remove", 0, 0, G_OPTION_ARG_STRING, &take_away, N_ ("a theme less"), "NAME" },
    { "scope", 0, 0, G_OPTION_ARG_STRING, &scope, N_ ("of this unit or district"), "CODE" },
    { "given", 0, 0, G_OPTION_ARG_NONE, &given, N_ ("as papers tell them, on record"), NULL },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;

  if (!ks_cli_parse (
          cli, entries,
          "FILE [--add NAME | --rename OLD NEW | --remove NAME] [--scope CODE | --given]", 1, 2,
          error))
    return FALSE;
  if (given && scope != NULL)
    return ks_cli_refuse_usage (error, _ ("--given is of the whole province, without --scope"));
  if ((add != NULL) + (rename != NULL) + (take_away != NULL) > 1)
    return ks_cli_refuse_usage (error, _ ("--add, --rename and --remove are given one at a time"));
  if ((rename != NULL) != (cli->arguments[1] != NULL))
    return ks_cli_refuse_usage (error, _ ("--rename takes the old and the new name of a theme"));
  campaign = ks_cli_open (cli, error);
  return campaign != NULL && change_themes (cli, campaign, add, rename, take_away, error)
         && (given ? print_given (cli, campaign, error) : print_themes (cli, campaign, scope, error));
}
