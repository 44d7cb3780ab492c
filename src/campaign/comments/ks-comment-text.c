/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-comment-text.h"

#include <string.h>

#include "ks-propose-marks.h"
#include "ks-text.h"

/* A byte per character of a comment: what becomes of it. */
enum {
  INK_NONE,
  INK_PROPOSED,
  INK_BLACK,
  INK_KEPT,
};

static void
paint (guint8 *ink, glong length, const KsCommentMark *mark, guint8 colour)
{
  glong start = CLAMP (mark->start, 0, length);
  glong end = start + CLAMP (mark->length, 0, length - start);

  for (glong i = start; i < end; i++)
    ink[i] = colour;
}

/* What officers marked. (transfer full) */
static guint8 *
paint_marks (GArray *marks, glong length, guint8 *ink)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const KsCommentMark *mark = &g_array_index (marks, KsCommentMark, i);

      paint (ink, length, mark, mark->kept ? INK_KEPT : INK_BLACK);
    }
  return ink;
}

/* The end of the run of one colour that begins at @start. */
static glong
find_run_end (const guint8 *ink, glong length, glong start)
{
  glong end = start;

  while (end < length && ink[end] == ink[start])
    end++;
  return end;
}

/**
 * ks_comment_text_find_spans:
 * @text: a comment
 * @marks: (element-type KsCommentMark): what officers marked in it
 *
 * Puts together what officers blacked out and what the program proposes where no officer has said
 * otherwise.
 *
 * Returns: (transfer full) (element-type KsCommentSpan): from the beginning on, none over another
 */
GArray *
ks_comment_text_find_spans (const char *text, GArray *marks)
{
  glong length = g_utf8_strlen (text, -1);
  g_autoptr (GArray) proposed = ks_propose_marks (text);
  g_autofree guint8 *ink = g_malloc0 ((gsize) length + 1);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (KsCommentSpan));

  for (guint i = 0; i < proposed->len; i++)
    paint (ink, length, &g_array_index (proposed, KsCommentMark, i), INK_PROPOSED);
  paint_marks (marks, length, ink);
  for (glong start = 0, end; start < length; start = end)
    {
      KsCommentSpan span = { start, 0, KS_SPAN_BLACK };

      end = find_run_end (ink, length, start);
      if (ink[start] != INK_PROPOSED && ink[start] != INK_BLACK)
        continue;
      span.length = end - start;
      if (ink[start] == INK_PROPOSED)
        span.state = KS_SPAN_PROPOSED;
      g_array_append_val (spans, span);
    }
  return spans;
}

/**
 * ks_comment_text_mark:
 * @text: a comment
 * @marks: (element-type KsCommentMark): what is marked in it
 * @ranges: (element-type KsCommentMark): characters; their own "kept" is not read
 * @kept: whether they stay readable from now on, or are blacked out
 *
 * Returns: (transfer full) (element-type KsCommentMark): what is marked then
 */
GArray *
ks_comment_text_mark (const char *text, GArray *marks, GArray *ranges, gboolean kept)
{
  glong length = g_utf8_strlen (text, -1);
  g_autofree guint8 *ink = paint_marks (marks, length, g_malloc0 ((gsize) length + 1));
  GArray *result = g_array_new (FALSE, FALSE, sizeof (KsCommentMark));

  for (guint i = 0; i < ranges->len; i++)
    paint (ink, length, &g_array_index (ranges, KsCommentMark, i), kept ? INK_KEPT : INK_BLACK);
  for (glong start = 0, end; start < length; start = end)
    {
      KsCommentMark mark = { start, 0, ink[start] == INK_KEPT };

      end = find_run_end (ink, length, start);
      mark.length = end - start;
      if (ink[start] != INK_NONE)
        g_array_append_val (result, mark);
    }
  return result;
}

/**
 * ks_comment_text_redact:
 * @text: a comment
 * @spans: (element-type KsCommentSpan): what does not leave the program
 *
 * Returns: (transfer full): the comment as it may be read by others: neither the words that are
 *   blacked out nor their length
 */
char *
ks_comment_text_redact (const char *text, GArray *spans)
{
  GString *result = g_string_new (NULL);
  const char *p = text;
  glong index = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const KsCommentSpan *span = &g_array_index (spans, KsCommentSpan, i);
      const char *begin = g_utf8_offset_to_pointer (p, span->start - index);

      g_string_append_len (result, p, begin - p);
      /* What is proposed beside what is marked is one. */
      if (!g_str_has_suffix (result->str, KS_BLACKED_OUT) || begin > p)
        g_string_append (result, KS_BLACKED_OUT);
      p = g_utf8_offset_to_pointer (begin, span->length);
      index = span->start + span->length;
    }
  g_string_append (result, p);
  return g_string_free (result, FALSE);
}

/* A text without its marks and capitals, and which character each byte of it stands for. */
typedef struct {
  GString *folded;
  GArray  *origins; /* of glong */
} Folding;

static void
append_folded (Folding *self, const char *piece, glong origin)
{
  for (; *piece != '\0'; piece++)
    {
      g_string_append_c (self->folded, *piece);
      g_array_append_val (self->origins, origin);
    }
}

/* What ks_text_fold() makes a blank of: GLib leaves two of them out. */
static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x0b || c == 0x85;
}

static void
fold (Folding *self, const char *text)
{
  glong index = 0;

  self->folded = g_string_new (NULL);
  self->origins = g_array_new (FALSE, FALSE, sizeof (glong));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), index++)
    {
      char character[8] = { 0 };
      g_autofree char *piece = NULL;

      memcpy (character, p, (gsize) (g_utf8_next_char (p) - p));
      piece = ks_text_fold (character);
      if (*piece != '\0')
        append_folded (self, piece, index);
      else if (is_blank (g_utf8_get_char (p)) && !g_str_has_suffix (self->folded->str, " "))
        append_folded (self, " ", index);
    }
  g_array_append_val (self->origins, index);
}

static gboolean
is_letter (char c)
{
  return g_ascii_isalnum (c) || (c & 0x80) != 0;
}

static gboolean
is_whole (const GString *folded, gsize start, gsize length)
{
  return (start == 0 || !is_letter (folded->str[start - 1]) || !is_letter (folded->str[start]))
         && (!is_letter (folded->str[start + length])
             || !is_letter (folded->str[start + length - 1]));
}

/* The character behind the last one of a match, with the marks that stand on it. */
static glong
find_end (const Folding *self, gsize byte)
{
  glong last = g_array_index (self->origins, glong, byte - 1);

  while (g_array_index (self->origins, glong, byte) == last)
    byte++;
  return g_array_index (self->origins, glong, byte);
}

/**
 * ks_comment_text_find:
 * @text: where to look
 * @words: what for, whatever its case and diacritics
 * @whole: whether they must not be parts of longer words
 *
 * Returns: (transfer full) (element-type KsCommentMark): where they stand
 */
GArray *
ks_comment_text_find (const char *text, const char *words, gboolean whole)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (KsCommentMark));
  /* A mark without its letter leaves a blank behind. */
  g_autofree char *key = g_strstrip (ks_text_fold (words));
  gsize length = strlen (key);
  Folding folding;

  if (length == 0)
    return found;
  fold (&folding, text);
  for (const char *p = folding.folded->str; (p = strstr (p, key)) != NULL;)
    {
      gsize start = (gsize) (p - folding.folded->str);
      KsCommentMark mark = { g_array_index (folding.origins, glong, start), 0, FALSE };

      if (whole && !is_whole (folding.folded, start, length))
        {
          p++;
          continue;
        }
      mark.length = find_end (&folding, start + length) - mark.start;
      g_array_append_val (found, mark);
      p += length;
    }
  g_string_free (folding.folded, TRUE);
  g_array_unref (folding.origins);
  return found;
}

/**
 * ks_comment_text_redact_words:
 * @quote: what an officer made of a comment
 * @text: the comment
 * @spans: (element-type KsCommentSpan): what of it does not leave the program
 *
 * Returns: (transfer full): the quote without the words that are blacked out in the comment
 */
char *
ks_comment_text_redact_words (const char *quote, const char *text, GArray *spans)
{
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (KsCommentMark));
  g_autoptr (GArray) black = g_array_ref (nothing);
  g_autoptr (GArray) result = g_array_new (FALSE, FALSE, sizeof (KsCommentSpan));

  for (guint i = 0; i < spans->len; i++)
    {
      const KsCommentSpan *span = &g_array_index (spans, KsCommentSpan, i);
      g_autofree char *words = g_utf8_substring (text, span->start, span->start + span->length);
      g_autoptr (GArray) found = ks_comment_text_find (quote, words, TRUE);
      GArray *more = ks_comment_text_mark (quote, black, found, FALSE);

      g_array_unref (black);
      black = more;
    }
  for (guint i = 0; i < black->len; i++)
    {
      const KsCommentMark *mark = &g_array_index (black, KsCommentMark, i);
      const KsCommentSpan span = { mark->start, mark->length, KS_SPAN_BLACK };

      g_array_append_val (result, span);
    }
  return ks_comment_text_redact (quote, result);
}
