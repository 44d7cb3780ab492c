/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-black-out.h"

#include "ks-campaign-error.h"
#include "ks-comment-verb-private.h"
#include "ks-i18n.h"

/* The marks of a comment as they were. */
typedef struct {
  gint64  number;
  GArray *marks;
} Marking;

static void
free_marking (gpointer data)
{
  Marking *marking = data;

  g_array_unref (marking->marks);
  g_free (marking);
}

static gboolean
commit (KsCommentVerb *verb, const char *action, gint64 number, GError **error)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();

  ks_payload_add_number (payload, "comment", number);
  return ks_comment_verb_commit (verb, action, payload, error);
}

static gboolean
undo_marking (KsCampaign *campaign, gpointer data, GError **error)
{
  Marking *marking = data;
  g_auto (KsCommentVerb) verb = { 0 };
  g_autofree char *body = NULL;
  KsCommentKey key;

  if (!ks_comment_verb_begin (&verb, campaign, error))
    return FALSE;
  body = ks_comment_verb_find (&verb, marking->number, &key, error);
  return body != NULL
         && ks_comment_table_replace_marks (verb.tx, key.response, key.question, marking->marks,
                                            error)
         && commit (&verb, "undo-black-out", marking->number, error);
}

/* @before: (transfer full) */
static void
report (KsOutcome **outcome, gint64 number, GArray *before, gboolean black)
{
  Marking *marking = g_new0 (Marking, 1);
  KsOutcome *made = ks_outcome_new (
      g_strdup (black ? _ ("Blacked out: leaves the program in no paper and no table")
                      : _ ("Stays readable")));

  marking->number = number;
  marking->marks = before;
  ks_outcome_set_undo (made, undo_marking, marking, free_marking);
  if (outcome != NULL)
    *outcome = made;
  else
    ks_outcome_free (made);
}

/* What the words of a command are in the comment: whole words, else parts of longer ones. */
static GArray *
find_words (const char *body, const char *words, GError **error)
{
  GArray *found = ks_comment_text_find (body, words, TRUE);

  if (found->len == 0)
    {
      g_array_unref (found);
      found = ks_comment_text_find (body, words, FALSE);
    }
  if (found->len > 0)
    return found;
  g_array_unref (found);
  g_set_error_literal (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND,
                       _ ("The comment does not hold these words; copy them from it."));
  return NULL;
}

static gboolean
check_ranges (const char *body, GArray *ranges, GError **error)
{
  glong length = g_utf8_strlen (body, -1);

  for (guint i = 0; i < ranges->len; i++)
    {
      const KsCommentMark *range = &g_array_index (ranges, KsCommentMark, i);

      if (range->start < 0 || range->length < 1 || range->length > length - range->start)
        {
          g_set_error_literal (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                               _ ("Select words of the comment first."));
          return FALSE;
        }
    }
  return TRUE;
}

/* @ranges: (nullable): %NULL: where @words stand */
static gboolean
black_out (KsCampaign *campaign, gint64 number, GArray *ranges, const char *words, gboolean black,
           KsOutcome **outcome, GError **error)
{
  g_auto (KsCommentVerb) verb = { 0 };
  g_autofree char *body = NULL;
  g_autoptr (GArray) where = NULL;
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;
  KsCommentKey key;

  if (!ks_comment_verb_begin (&verb, campaign, error)
      || (body = ks_comment_verb_find (&verb, number, &key, error)) == NULL)
    return FALSE;
  where = ranges != NULL ? g_array_ref (ranges) : find_words (body, words, error);
  if (where == NULL || !check_ranges (body, where, error))
    return FALSE;
  before = ks_comment_table_load_marks (verb.tx, key.response, key.question, error);
  if (before == NULL)
    return FALSE;
  after = ks_comment_text_mark (body, before, where, !black);
  if (!ks_comment_table_replace_marks (verb.tx, key.response, key.question, after, error)
      || !commit (&verb, black ? "black-out" : "keep-readable", number, error))
    return FALSE;
  report (outcome, number, g_steal_pointer (&before), black);
  return TRUE;
}

/**
 * ks_black_out_ranges:
 * @campaign: a campaign whose survey has ended
 * @number: of a comment
 * @ranges: (element-type KsCommentMark): characters of it
 * @black: whether they are blacked out from now on, or stay readable
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Confirms what the program proposes to black out, marks more by hand, or leaves readable what it
 * proposes.
 *
 * Returns: %FALSE with @error set; nothing has changed then
 */
gboolean
ks_black_out_ranges (KsCampaign *campaign, gint64 number, GArray *ranges, gboolean black,
                     KsOutcome **outcome, GError **error)
{
  return black_out (campaign, number, ranges, NULL, black, outcome, error);
}

/**
 * ks_black_out_words:
 * @campaign: a campaign whose survey has ended
 * @number: of a comment
 * @words: words of it, whatever their case and diacritics
 * @black: whether they are blacked out from now on, or stay readable
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * As ks_black_out_ranges(), wherever the words stand in the comment.
 *
 * Returns: %FALSE with @error set; nothing has changed then
 */
gboolean
ks_black_out_words (KsCampaign *campaign, gint64 number, const char *words, gboolean black,
                    KsOutcome **outcome, GError **error)
{
  return black_out (campaign, number, NULL, words, black, outcome, error);
}
