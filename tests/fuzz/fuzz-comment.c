/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-comment-text.h"
#include "ks-fuzz.h"
#include "ks-text.h"

/* What somebody wrote, and in the first line what is looked for in it, or quoted of it. Whatever they
 * are: what is proposed to be blacked out lies in the comment, leaves by no way, and is readable again
 * once an officer says so. */

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  return 0;
}

static GArray *
check_spans (const char *text, GArray *marks)
{
  GArray *spans = ks_comment_text_find_spans (text, marks);
  glong length = g_utf8_strlen (text, -1);
  glong end = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const KsCommentSpan *span = &g_array_index (spans, KsCommentSpan, i);

      g_assert_cmpint (span->start, >=, end);
      g_assert_cmpint (span->length, >, 0);
      g_assert_cmpint (span->start + span->length, <=, length);
      end = span->start + span->length;
    }
  return spans;
}

static GArray *
make_ranges (GArray *spans)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (KsCommentMark));

  for (guint i = 0; i < spans->len; i++)
    {
      const KsCommentSpan *span = &g_array_index (spans, KsCommentSpan, i);
      const KsCommentMark range = { span->start, span->length, FALSE };

      g_array_append_val (ranges, range);
    }
  return ranges;
}

/* Confirmed, the same words are blacked out; left readable, none is. */
static void
check_marks (const char *text, GArray *spans)
{
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (KsCommentMark));
  g_autoptr (GArray) ranges = make_ranges (spans);
  g_autoptr (GArray) black = ks_comment_text_mark (text, nothing, ranges, FALSE);
  g_autoptr (GArray) kept = ks_comment_text_mark (text, black, ranges, TRUE);
  g_autoptr (GArray) confirmed = check_spans (text, black);
  g_autoptr (GArray) readable = check_spans (text, kept);
  g_autofree char *proposed_text = ks_comment_text_redact (text, spans);
  g_autofree char *confirmed_text = ks_comment_text_redact (text, confirmed);
  g_autofree char *readable_text = ks_comment_text_redact (text, readable);

  g_assert_cmpstr (proposed_text, ==, confirmed_text);
  g_assert_true (g_utf8_validate (proposed_text, -1, NULL));
  g_assert_cmpstr (readable_text, ==, text);
}

static void
check_found (const char *text, const char *words)
{
  g_autoptr (GArray) found = ks_comment_text_find (text, words, FALSE);
  g_autofree char *key = g_strstrip (ks_text_fold (words));
  glong length = g_utf8_strlen (text, -1);

  for (guint i = 0; i < found->len; i++)
    {
      const KsCommentMark *mark = &g_array_index (found, KsCommentMark, i);
      g_autofree char *part = NULL;
      g_autofree char *folded = NULL;

      g_assert_cmpint (mark->start, >=, 0);
      g_assert_cmpint (mark->length, >, 0);
      g_assert_cmpint (mark->start + mark->length, <=, length);
      part = g_utf8_substring (text, mark->start, mark->start + mark->length);
      folded = ks_text_fold (part);
      g_assert_nonnull (strstr (folded, key));
    }
}

/* No word that is blacked out in the comment is left in a quote of it. */
static void
check_quote (const char *quote, const char *text, GArray *spans)
{
  g_autofree char *redacted = ks_comment_text_redact_words (quote, text, spans);

  for (guint i = 0; i < spans->len; i++)
    {
      const KsCommentSpan *span = &g_array_index (spans, KsCommentSpan, i);
      g_autofree char *words = g_utf8_substring (text, span->start, span->start + span->length);
      g_autoptr (GArray) found = ks_comment_text_find (redacted, words, TRUE);

      g_assert_cmpuint (found->len, ==, 0);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *bytes = g_strndup ((const char *) data, size);
  g_autofree char *all = g_utf8_make_valid (bytes, -1);
  char *text = strchr (all, '\n');
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (KsCommentMark));
  g_autoptr (GArray) spans = NULL;

  if (text == NULL)
    return 0;
  *text++ = '\0';
  spans = check_spans (text, nothing);
  check_marks (text, spans);
  check_found (text, all);
  check_quote (all, text, spans);
  return 0;
}
