/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-themes.h"

#include "ks-campaign-error.h"
#include "ks-comment-verb-private.h"
#include "ks-i18n.h"
#include "ks-number.h"

typedef struct {
  GArray  *numbers;  /* of gint64: the comments that changed */
  gint64   theme;
  gboolean tagged;   /* what undoing makes of them */
} Tagging;

static void
free_tagging (gpointer data)
{
  Tagging *tagging = data;

  g_array_unref (tagging->numbers);
  g_free (tagging);
}

static gboolean
has_theme (KsCommentVerb *verb, const KsCommentKey *key, gint64 theme, gboolean *has,
           GError **error)
{
  g_autoptr (GArray) ids
      = ks_comment_theme_table_load_of (verb->tx, key->response, key->question, error);

  *has = FALSE;
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    *has |= g_array_index (ids, gint64, i) == theme;
  return ids != NULL;
}

/* @changed: gains the comment if it was otherwise before */
static gboolean
tag_one (KsCommentVerb *verb, gint64 number, gint64 theme, gboolean tagged, GArray *changed,
         GError **error)
{
  KsCommentKey key;
  g_autofree char *body = ks_comment_verb_find (verb, number, &key, error);
  gboolean has;

  if (body == NULL || !has_theme (verb, &key, theme, &has, error))
    return FALSE;
  if (has != tagged)
    g_array_append_val (changed, number);
  return ks_comment_theme_table_set (verb->tx, key.response, key.question, theme, tagged, error);
}

/* The name of the theme. (transfer full) (nullable) */
static char *
dup_theme_name (KsCommentVerb *verb, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) themes = ks_theme_table_load (verb->tx, error);

  for (guint i = 0; themes != NULL && i < themes->len; i++)
    if (((const KsTheme *) themes->pdata[i])->id == id)
      return g_strdup (((const KsTheme *) themes->pdata[i])->name);
  if (themes != NULL)
    g_set_error_literal (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                         _ ("This theme is not there any more; open the list anew."));
  return NULL;
}

static gboolean
commit (KsCommentVerb *verb, const char *action, GArray *numbers, gint64 theme, GError **error)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();

  ks_payload_add_number (payload, "theme", theme);
  ks_payload_add_numbers (payload, "comments", numbers);
  return ks_comment_verb_commit (verb, action, payload, error);
}

/* Returns: (transfer full): the numbers of the comments that changed; %NULL with @error set */
static GArray *
tag (KsCampaign *campaign, GArray *numbers, gint64 theme, gboolean tagged, const char *action,
     char **name, GError **error)
{
  g_auto (KsCommentVerb) verb = { 0 };
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!ks_comment_verb_begin (&verb, campaign, error)
      || (*name = dup_theme_name (&verb, theme, error)) == NULL)
    return NULL;
  for (guint i = 0; i < numbers->len; i++)
    if (!tag_one (&verb, g_array_index (numbers, gint64, i), theme, tagged, changed, error))
      return NULL;
  return changed->len == 0 || commit (&verb, action, changed, theme, error)
             ? g_steal_pointer (&changed)
             : NULL;
}

static gboolean
undo_tag (KsCampaign *campaign, gpointer data, GError **error)
{
  Tagging *tagging = data;
  g_autofree char *name = NULL;
  g_autoptr (GArray) changed = tag (campaign, tagging->numbers, tagging->theme, tagging->tagged,
                                    "undo-tag", &name, error);

  return changed != NULL;
}

static KsOutcome *
describe (GArray *changed, gint64 theme, const char *name, gboolean tagged)
{
  g_autofree char *count = ks_format_count (changed->len);
  KsOutcome *outcome = ks_outcome_new (
      tagged ? g_strdup_printf (ngettext ("%s comment: “%s”", "%s comments: “%s”", changed->len),
                                count, name)
             : g_strdup_printf (ngettext ("%s comment: no longer “%s”",
                                          "%s comments: no longer “%s”", changed->len),
                                count, name));
  Tagging *tagging = g_new0 (Tagging, 1);

  tagging->numbers = g_array_ref (changed);
  tagging->theme = theme;
  tagging->tagged = !tagged;
  ks_outcome_set_undo (outcome, undo_tag, tagging, free_tagging);
  return outcome;
}

/**
 * ks_tag_comments:
 * @campaign: a campaign whose survey has ended
 * @numbers: (element-type gint64): numbers of comments
 * @theme: id of a theme
 * @tagged: whether they have it from now on
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Gives comments a theme, or takes it from them: all of them or none.
 *
 * Returns: %FALSE with @error set; nothing has changed then
 */
gboolean
ks_tag_comments (KsCampaign *campaign, GArray *numbers, gint64 theme, gboolean tagged,
                 KsOutcome **outcome, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GArray) changed = tag (campaign, numbers, theme, tagged,
                                    tagged ? "tag-comments" : "untag-comments", &name, error);

  if (changed == NULL)
    return FALSE;
  if (outcome != NULL)
    *outcome = describe (changed, theme, name, tagged);
  return TRUE;
}
