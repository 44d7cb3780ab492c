/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli-registry.h"

#include "ks-black-out.h"
#include "ks-cli-table.h"
#include "ks-i18n.h"
#include "ks-quote.h"
#include "ks-themes.h"

static gboolean
read_number (const char *text, gint64 *number, GError **error)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &value, NULL))
    return ks_cli_refuse_usage (error, _ ("%s is not the number of a comment"), text);
  *number = (gint64) value;
  return TRUE;
}

/**
 * ks_cli_tag:
 * @cli: the command line
 * @error: return location for an error
 *
 * `tag FILE NUMBER… --theme NAME [--remove]`: gives comments a theme, all of them or none.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_tag (KsCli *cli, GError **error)
{
  g_autofree char *name = NULL;
  gboolean take_away = FALSE;
  const GOptionEntry entries[] = {
    { "theme", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("what they speak of"), "NAME" },
    { "remove", 0, 0, G_OPTION_ARG_NONE, &take_away, N_ ("take the theme from them"), NULL },
    { NULL },
  };
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (KsTheme) theme = NULL;
  KsOutcome *outcome = NULL;

  if (!ks_cli_parse (cli, entries, "FILE NUMBER… --theme NAME [--remove]", 2, G_MAXUINT, error))
    return FALSE;
  if (name == NULL)
    return ks_cli_refuse_usage (error, _ ("--theme tells which theme"));
  for (guint i = 1; cli->arguments[i] != NULL; i++)
    {
      gint64 number;

      if (!read_number (cli->arguments[i], &number, error))
        return FALSE;
      g_array_append_val (numbers, number);
    }
  campaign = ks_cli_open (cli, error);
  theme = campaign != NULL ? ks_themes_find (campaign, name, error) : NULL;
  return theme != NULL
         && ks_tag_comments (campaign, numbers, theme->id, !take_away, &outcome, error)
         && ks_cli_note_outcome (cli, outcome);
}

/**
 * ks_cli_black_out:
 * @cli: the command line
 * @error: return location for an error
 *
 * `black-out FILE NUMBER --text WORDS [--remove]`: blacks words of a comment out, or leaves readable
 * what is or would be.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_black_out (KsCli *cli, GError **error)
{
  g_autofree char *words = NULL;
  gboolean take_away = FALSE;
  const GOptionEntry entries[] = {
    { "text", 0, 0, G_OPTION_ARG_STRING, &words, N_ ("words of the comment"), "WORDS" },
    { "remove", 0, 0, G_OPTION_ARG_NONE, &take_away, N_ ("leave them readable"), NULL },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  KsOutcome *outcome = NULL;
  gint64 number;

  if (!ks_cli_parse (cli, entries, "FILE NUMBER --text WORDS [--remove]", 2, 2, error)
      || !read_number (cli->arguments[1], &number, error))
    return FALSE;
  if (words == NULL)
    return ks_cli_refuse_usage (error, _ ("--text tells which words of the comment"));
  campaign = ks_cli_open (cli, error);
  return campaign != NULL
         && ks_black_out_words (campaign, number, words, !take_away, &outcome, error)
         && ks_cli_note_outcome (cli, outcome);
}

static gboolean
print_quotes (KsCli *cli, KsCampaign *campaign, GError **error)
{
  g_autoptr (GPtrArray) quotes = ks_quotes_load (campaign, error);
  g_autoptr (KsCliTable) table = ks_cli_table_new (cli, "number,question,theme,text");

  for (guint i = 0; quotes != NULL && i < quotes->len; i++)
    {
      const KsQuote *quote = quotes->pdata[i];
      g_autofree char *names = NULL;

      g_ptr_array_add (quote->themes, NULL);
      names = g_strjoinv ("; ", (char **) quote->themes->pdata);
      ks_cli_table_add_count (table, quote->number);
      ks_cli_table_add_text (table, quote->question);
      ks_cli_table_add_text (table, names);
      ks_cli_table_add_text (table, quote->body);
      ks_cli_table_end_row (table);
    }
  if (quotes != NULL)
    ks_cli_table_print (table);
  return quotes != NULL;
}

static gboolean
change_quote (KsCli *cli, KsCampaign *campaign, gint64 number, const char *body,
              gboolean take_away, GError **error)
{
  KsOutcome *outcome = NULL;

  return (take_away ? ks_drop_quote (campaign, number, &outcome, error)
                    : ks_quote_comment (campaign, number, body, &outcome, error))
         && ks_cli_note_outcome (cli, outcome);
}

/**
 * ks_cli_quote:
 * @cli: the command line
 * @error: return location for an error
 *
 * `quote FILE [NUMBER [--text EDITED | --remove]]`: picks a comment for the papers, as it stands or
 * as it is worded; without a number the table of what papers may say.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_quote (KsCli *cli, GError **error)
{
  g_autofree char *body = NULL;
  gboolean take_away = FALSE;
  const GOptionEntry entries[] = {
    { "text", 0, 0, G_OPTION_ARG_STRING, &body, N_ ("what papers say of it"), "EDITED" },
    { "remove", 0, 0, G_OPTION_ARG_NONE, &take_away, N_ ("papers say nothing of it"), NULL },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  gint64 number = 0;

  if (!ks_cli_parse (cli, entries, "FILE [NUMBER [--text EDITED | --remove]]", 1, 2, error)
      || (cli->arguments[1] != NULL && !read_number (cli->arguments[1], &number, error)))
    return FALSE;
  if ((body != NULL || take_away) && number == 0)
    return ks_cli_refuse_usage (error, _ ("--text and --remove belong to a comment"));
  if (body != NULL && take_away)
    return ks_cli_refuse_usage (error, _ ("--text and --remove are given one at a time"));
  campaign = ks_cli_open (cli, error);
  return campaign != NULL
         && (number == 0 ? print_quotes (cli, campaign, error)
                         : change_quote (cli, campaign, number, body, take_away, error));
}
