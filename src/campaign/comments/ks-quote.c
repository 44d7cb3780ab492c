/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-quote.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-comment-text.h"
#include "ks-comment-verb-private.h"
#include "ks-field-text.h"
#include "ks-i18n.h"
#include "ks-text.h"
#include "ks-theme-table.h"

#define MAX_QUOTE 1000

/* The quote of a comment as it was. */
typedef struct {
  gint64 number;
  char  *body; /* NULL: none */
} Change;

static void
free_change (gpointer data)
{
  Change *change = data;

  g_free (change->body);
  g_free (change);
}

/**
 * ks_quote_free:
 * @self: (nullable): a quote
 *
 * Frees the quote.
 */
void
ks_quote_free (KsQuote *self)
{
  if (self == NULL)
    return;
  g_free (self->question);
  g_free (self->body);
  g_clear_pointer (&self->themes, g_ptr_array_unref);
  g_free (self);
}

static GArray *
load_spans (KsTransaction *tx, gint64 response, const char *question, const char *comment,
            GError **error)
{
  g_autoptr (GArray) marks = ks_comment_table_load_marks (tx, response, question, error);

  return marks != NULL ? ks_comment_text_find_spans (comment, marks) : NULL;
}

/* The words of a text between single blanks, one at each end. */
static char *
dup_words (const char *text)
{
  g_autofree char *folded = ks_text_fold (text);
  GString *words = g_string_new (" ");

  for (const char *p = folded; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || (*p & 0x80) != 0)
      g_string_append_c (words, *p);
    else if (!g_str_has_suffix (words->str, " "))
      g_string_append_c (words, ' ');
  if (!g_str_has_suffix (words->str, " "))
    g_string_append_c (words, ' ');
  return g_string_free (words, FALSE);
}

/* Whatever unit it is: to tell whether it is the comment's own would tell whose the comment is. */
static gboolean
check_units (KsCampaign *campaign, const char *body, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autofree char *words = dup_words (body);

  for (guint i = 0; i < ks_registry_get_n_units (registry); i++)
    {
      const char *name = ks_unit_get_name (ks_registry_get_unit (registry, i));
      g_autofree char *key = dup_words (name);

      if (strstr (words, key) == NULL)
        continue;
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                   _ ("Papers quote a comment without its unit: take “%s” out of the quote."), name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_words (const char *body, const char *comment, GArray *spans, GError **error)
{
  g_autofree char *redacted = ks_comment_text_redact_words (body, comment, spans);

  return g_str_equal (redacted, body)
         || ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                                _ ("The quote holds words that are blacked out in the comment, "
                                   "or proposed to be: take them out, or leave them readable in "
                                   "the comment first."));
}

static gboolean
check_themes (KsCommentVerb *verb, const KsCommentKey *key, GError **error)
{
  g_autoptr (GPtrArray) themes = ks_theme_table_load (verb->tx, error);
  g_autoptr (GArray) ids
      = themes != NULL
            ? ks_comment_theme_table_load_of (verb->tx, key->response, key->question, error)
            : NULL;

  for (guint i = 0; ids != NULL && i < themes->len; i++)
    for (guint j = 0; j < ids->len; j++)
      {
        const KsTheme *theme = themes->pdata[i];

        if (theme->withheld && theme->id == g_array_index (ids, gint64, j))
          {
            g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                         _ ("This comment stands in no paper: its theme is “%s”."), theme->name);
            return FALSE;
          }
      }
  return ids != NULL;
}

/* What the papers will say. (transfer full) (nullable) */
static char *
settle (KsCommentVerb *verb, const KsCommentKey *key, const char *comment, const char *body,
        GError **error)
{
  g_autoptr (GArray) spans
      = load_spans (verb->tx, key->response, key->question, comment, error);
  g_autofree char *redacted = spans != NULL ? ks_comment_text_redact (comment, spans) : NULL;
  g_autofree char *clean
      = spans != NULL
            ? ks_field_clean (_ ("Quote"), body != NULL ? body : redacted, MAX_QUOTE, error)
            : NULL;

  if (clean == NULL || !check_themes (verb, key, error))
    return NULL;
  if (*clean == '\0')
    ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                        _ ("Write what the papers shall say of the comment."));
  else if (check_words (clean, comment, spans, error) && check_units (verb->campaign, clean, error))
    return g_steal_pointer (&clean);
  return NULL;
}

static gboolean
save (KsCommentVerb *verb, gint64 number, const KsCommentKey *key, const char *body,
      const char *action, GError **error)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();

  ks_payload_add_number (payload, "comment", number);
  return ks_quote_table_save (verb->tx, key->response, key->question, body, error)
         && ks_comment_verb_commit (verb, action, payload, error);
}

static gboolean
undo_quote (KsCampaign *campaign, gpointer data, GError **error)
{
  Change *change = data;
  g_auto (KsCommentVerb) verb = { 0 };
  g_autofree char *comment = NULL;
  KsCommentKey key;

  if (!ks_comment_verb_begin (&verb, campaign, error))
    return FALSE;
  comment = ks_comment_verb_find (&verb, change->number, &key, error);
  return comment != NULL && save (&verb, change->number, &key, change->body, "undo-quote", error);
}

/* @before: (transfer full) (nullable) */
static gboolean
report (KsOutcome **outcome, const char *message, gint64 number, char *before)
{
  KsOutcome *made = ks_outcome_new (g_strdup (message));
  Change *change = g_new0 (Change, 1);

  change->number = number;
  change->body = before;
  ks_outcome_set_undo (made, undo_quote, change, free_change);
  if (outcome != NULL)
    *outcome = made;
  else
    ks_outcome_free (made);
  return TRUE;
}

/**
 * ks_quote_comment:
 * @campaign: a campaign whose survey has ended
 * @number: of a comment
 * @body: (nullable): what papers say of it; %NULL: the comment without what is blacked out
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Picks a comment for the papers.
 *
 * Returns: %FALSE with @error set; nothing has changed then
 */
gboolean
ks_quote_comment (KsCampaign *campaign, gint64 number, const char *body, KsOutcome **outcome,
                  GError **error)
{
  g_auto (KsCommentVerb) verb = { 0 };
  g_autofree char *comment = NULL;
  g_autofree char *before = NULL;
  g_autofree char *settled = NULL;
  KsCommentKey key;

  if (!ks_comment_verb_begin (&verb, campaign, error)
      || (comment = ks_comment_verb_find (&verb, number, &key, error)) == NULL
      || !ks_quote_table_find (verb.tx, key.response, key.question, &before, error))
    return FALSE;
  settled = settle (&verb, &key, comment, body, error);
  if (settled == NULL || !save (&verb, number, &key, settled, "quote", error))
    return FALSE;
  return report (outcome, _ ("Picked for the papers"), number, g_steal_pointer (&before));
}

/**
 * ks_drop_quote:
 * @campaign: a campaign whose survey has ended
 * @number: of a comment
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Papers say nothing of the comment from now on.
 *
 * Returns: %FALSE with @error set; nothing has changed then
 */
gboolean
ks_drop_quote (KsCampaign *campaign, gint64 number, KsOutcome **outcome, GError **error)
{
  g_auto (KsCommentVerb) verb = { 0 };
  g_autofree char *comment = NULL;
  g_autofree char *before = NULL;
  KsCommentKey key;

  if (!ks_comment_verb_begin (&verb, campaign, error)
      || (comment = ks_comment_verb_find (&verb, number, &key, error)) == NULL
      || !ks_quote_table_find (verb.tx, key.response, key.question, &before, error))
    return FALSE;
  if (before == NULL)
    return ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                               _ ("This comment is not picked for the papers."));
  return save (&verb, number, &key, NULL, "drop-quote", error)
         && report (outcome, _ ("No longer for the papers"), number, g_steal_pointer (&before));
}

static gboolean
add_themes (KsQuote *quote, KsTransaction *tx, const KsQuoteRow *row, GPtrArray *themes,
            GError **error)
{
  g_autoptr (GArray) ids
      = ks_comment_theme_table_load_of (tx, row->response, row->question, error);

  quote->themes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; ids != NULL && i < themes->len; i++)
    for (guint j = 0; j < ids->len; j++)
      if (((const KsTheme *) themes->pdata[i])->id == g_array_index (ids, gint64, j))
        g_ptr_array_add (quote->themes, g_strdup (((const KsTheme *) themes->pdata[i])->name));
  return ids != NULL;
}

/* What was blacked out since it was picked is out of the quote too. */
static KsQuote *
read_quote (KsCommentVerb *verb, const KsQuoteRow *row, GPtrArray *themes, GError **error)
{
  g_autoptr (GArray) spans
      = load_spans (verb->tx, row->response, row->question, row->comment, error);
  int text = ks_comment_questions_find (verb->questions, row->question);
  KsQuote *quote = g_new0 (KsQuote, 1);

  if (spans == NULL || !add_themes (quote, verb->tx, row, themes, error))
    {
      ks_quote_free (quote);
      return NULL;
    }
  quote->number = ks_comment_numbers_encode (verb->numbers, row->response, (guint) MAX (0, text));
  quote->question = g_strdup (row->question);
  quote->body = ks_comment_text_redact_words (row->body, row->comment, spans);
  return quote;
}

static int
compare_quotes (gconstpointer a, gconstpointer b)
{
  const KsQuote *left = *(KsQuote *const *) a, *right = *(KsQuote *const *) b;
  int by_question = strcmp (left->question, right->question);

  return by_question != 0 ? by_question : left->number < right->number ? -1 : 1;
}

/**
 * ks_quotes_load:
 * @campaign: a campaign whose survey has ended
 * @error: return location for an error
 *
 * Tells what the papers may say of comments: of sheets that count, without those that a theme keeps
 * out, without what is blacked out, without unit and time, shuffled.
 *
 * Returns: (transfer full) (element-type KsQuote): the quotes, or %NULL with @error set
 */
GPtrArray *
ks_quotes_load (KsCampaign *campaign, GError **error)
{
  g_auto (KsCommentVerb) verb = { 0 };
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_quote_free);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) themes = NULL;

  if (!ks_comment_verb_look (&verb, campaign, error))
    return NULL;
  themes = ks_theme_table_load (verb.tx, error);
  rows = themes != NULL ? ks_quote_table_load (verb.tx, error) : NULL;
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      KsQuote *quote = read_quote (&verb, rows->pdata[i], themes, error);

      if (quote == NULL)
        return NULL;
      g_ptr_array_add (quotes, quote);
    }
  g_ptr_array_sort (quotes, compare_quotes);
  return rows != NULL ? g_steal_pointer (&quotes) : NULL;
}
