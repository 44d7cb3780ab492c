/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-encoding.h"

#include <string.h>

#include "ks-scan.h"
#include "ks-syllable.h"

#define MAX_WORDS 500
#define MIN_WORDS 3       /* fewer prove nothing */
#define SCORE_PLAUSIBLE 400
#define SCORE_GOOD 800    /* foreign names and misprints are the rest */
#define SCORE_FAR 300     /* so much better than the next */

typedef struct {
  guint n_words;
  guint n_right;
} WordCount;

static gboolean
is_separator (gunichar c)
{
  if (c < 0x80)
    return !g_ascii_isalpha (c);
  return c == 0xa0 || (c >= 0x2010 && c <= 0x2026);
}

/* Counts the words with a letter beyond ASCII: others look alike in all encodings, and a single
 * letter is a word in any. */
static void
count_words (const char *text, WordCount *count)
{
  const char *p = text;

  while (*p != '\0' && count->n_words < MAX_WORDS)
    {
      gunichar word[KS_SYLLABLE_MAX + 1];
      guint length = 0;
      gboolean marked = FALSE;

      for (; *p != '\0' && !is_separator (g_utf8_get_char (p)); p = g_utf8_next_char (p))
        {
          word[MIN (length, KS_SYLLABLE_MAX)] = g_utf8_get_char (p);
          length++;
          marked |= (*p & 0x80) != 0;
        }
      if (marked && length > 1)
        {
          count->n_words++;
          count->n_right += ks_syllable_check (word, length);
        }
      if (*p != '\0')
        p = g_utf8_next_char (p);
    }
}

static void
add_candidate (KsEncodingGuess *guess, KsEncoding encoding, KsEncodingReason reason,
               const WordCount *count)
{
  KsEncodingCandidate candidate = { encoding, reason, count->n_right, count->n_words, 1000 };
  guint at = guess->n_candidates;

  if (reason == KS_ENCODING_REASON_WORDS)
    candidate.score = count->n_words > 0 ? count->n_right * 1000 / count->n_words : 0;
  if (candidate.score < SCORE_PLAUSIBLE)
    return;
  for (; at > 0 && guess->candidates[at - 1].score < candidate.score; at--)
    guess->candidates[at] = guess->candidates[at - 1];
  guess->candidates[at] = candidate;
  guess->n_candidates++;
}

static void
set_sure (KsEncodingGuess *guess, KsEncoding encoding, KsEncodingReason reason)
{
  const WordCount none = { 0, 0 };

  guess->n_candidates = 0;
  add_candidate (guess, encoding, reason, &none);
  guess->sure = TRUE;
}

/* Never guessed silently when two are plausible, or when there are few words to tell by. */
static void
judge (KsEncodingGuess *guess)
{
  const KsEncodingCandidate *best = &guess->candidates[0];

  guess->sure = guess->n_candidates > 0 && best->n_words >= MIN_WORDS
                && best->score >= SCORE_GOOD
                && (guess->n_candidates < 2 || best[1].score + SCORE_FAR <= best->score);
}

static void
try_old (KsEncodingGuess *guess, KsEncoding encoding, const guint8 *data, gsize length)
{
  g_auto (KsDecoder) decoder = { 0 };
  g_autoptr (GString) text = g_string_sized_new (length * 2);
  g_autofree char *valid = NULL;
  WordCount count = { 0, 0 };

  ks_decoder_init (&decoder, encoding, guess->layered);
  ks_decoder_push (&decoder, data, length, TRUE, text);
  valid = g_utf8_make_valid (text->str, (gssize) text->len);
  count_words (valid, &count);
  count.n_right -= MIN (count.n_right, decoder.n_stray);
  add_candidate (guess, encoding, KS_ENCODING_REASON_WORDS, &count);
}

static void
try_all_old (KsEncodingGuess *guess, const guint8 *data, gsize length)
{
  try_old (guess, KS_ENCODING_TCVN3, data, length);
  try_old (guess, KS_ENCODING_VNI, data, length);
  if (!guess->layered)
    try_old (guess, KS_ENCODING_WINDOWS_1258, data, length);
}

/* Whether a character tells that somebody meant Unicode: no old font has it. */
static gboolean
has_unicode (const char *text, gsize length)
{
  const char *end = text + length;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    if ((guint8) *p >= 0xc4 && !is_separator (g_utf8_get_char (p))
        && !((guint8) *p >= 0xe2 && g_utf8_get_char (p) < 0x2200))
      return TRUE;
  return FALSE;
}

/**
 * ks_encoding_is_unicode:
 * @text: UTF-8
 *
 * Returns: whether it holds a letter that no old font has: it is meant as it stands
 */
gboolean
ks_encoding_is_unicode (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return has_unicode (text, strlen (text));
}

/* Bytes that are UTF-8: text in an old font may have been saved so. */
static void
guess_layers (const guint8 *data, gsize length, KsEncodingGuess *guess)
{
  g_autofree char *text = g_strndup ((const char *) data, length);
  WordCount count = { 0, 0 };

  if (has_unicode (text, length))
    {
      set_sure (guess, KS_ENCODING_UTF8, KS_ENCODING_REASON_VALID);
      return;
    }
  guess->layered = TRUE;
  guess->sure = FALSE;
  guess->n_candidates = 0;
  count_words (text, &count);
  add_candidate (guess, KS_ENCODING_UTF8, KS_ENCODING_REASON_WORDS, &count);
  try_all_old (guess, data, length);
  judge (guess);
  /* French is UTF-8 if it is nothing else. */
  if (guess->n_candidates == 0 || guess->candidates[0].encoding == KS_ENCODING_UTF8)
    {
      guess->layered = FALSE;
      set_sure (guess, KS_ENCODING_UTF8, KS_ENCODING_REASON_VALID);
      guess->candidates[0].reason = KS_ENCODING_REASON_WORDS; /* somebody may know better */
    }
}

static gboolean
is_ascii (const guint8 *data, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (data[i] >= 0x80)
      return FALSE;
  return TRUE;
}

static gboolean
find_mark (const guint8 *data, gsize length, KsEncodingGuess *guess)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    KsEncoding encoding;
  } marks[] = {
    { "\xef\xbb\xbf", 3, KS_ENCODING_UTF8 },
    { "\xff\xfe", 2, KS_ENCODING_UTF16_LE },
    { "\xfe\xff", 2, KS_ENCODING_UTF16_BE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (data, marks[i].bytes, marks[i].length) == 0)
      {
        guess->mark = marks[i].length;
        set_sure (guess, marks[i].encoding, KS_ENCODING_REASON_MARK);
        return TRUE;
      }
  return FALSE;
}

/* Even behind the mark of UTF-8 there may be text that was typed with an old font. */
static void
guess_behind_mark (const guint8 *data, gsize length, gboolean whole, KsEncodingGuess *guess)
{
  gboolean incomplete;
  gsize valid = ks_scan_utf8 ((const char *) data, length, &incomplete);

  if (guess->candidates[0].encoding == KS_ENCODING_UTF8 && !is_ascii (data, length)
      && (valid == length || (!whole && incomplete)))
    guess_layers (data, valid, guess);
}

/* Without a mark, every second byte of plain letters and signs is 0. */
static gboolean
find_pattern (const guint8 *data, gsize length, KsEncodingGuess *guess)
{
  gsize n_zero[2] = { 0, 0 };

  for (gsize i = 0; i < length; i++)
    n_zero[i % 2] += data[i] == 0;
  if (length < 8 || MAX (n_zero[0], n_zero[1]) <= length / 4
      || MIN (n_zero[0], n_zero[1]) >= length / 50 + 1)
    return FALSE;
  set_sure (guess, n_zero[1] > n_zero[0] ? KS_ENCODING_UTF16_LE : KS_ENCODING_UTF16_BE,
            KS_ENCODING_REASON_PATTERN);
  return TRUE;
}

/**
 * ks_encoding_guess:
 * @data: (array length=length): the beginning of a file, 32 KB say
 * @length: how many bytes
 * @whole: whether the file ends there
 * @guess: (out caller-allocates): what it may be in
 *
 * Recognises an encoding by its mark, its pattern or its words: those with marks are spelt right in
 * one encoding and hardly ever in another.
 */
void
ks_encoding_guess (const guint8 *data, gsize length, gboolean whole, KsEncodingGuess *guess)
{
  gboolean incomplete;
  gsize valid;

  g_return_if_fail (guess != NULL && (data != NULL || length == 0));

  *guess = (KsEncodingGuess){ 0 };
  if (find_mark (data, length, guess))
    {
      guess_behind_mark (data + guess->mark, length - guess->mark, whole, guess);
      return;
    }
  if (find_pattern (data, length, guess))
    return;
  if (is_ascii (data, length))
    {
      set_sure (guess, KS_ENCODING_UTF8, KS_ENCODING_REASON_ASCII);
      return;
    }
  valid = ks_scan_utf8 ((const char *) data, length, &incomplete);
  if (valid == length || (!whole && incomplete && valid > 0))
    {
      guess_layers (data, valid, guess);
      return;
    }
  try_all_old (guess, data, length);
  judge (guess);
}

/**
 * ks_encoding_guess_texts:
 * @texts: (array length=n_texts): the cells of a column or a sheet, in UTF-8
 * @n_texts: how many, or -1 if %NULL ends them
 * @guess: (out caller-allocates): what they may be in; UTF-8 stands for: as they are
 *
 * Recognises cells of a workbook that were typed with an old font. Ask for whole columns: a single
 * cell proves little.
 */
void
ks_encoding_guess_texts (const char *const *texts, gssize n_texts, KsEncodingGuess *guess)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (gssize i = 0; n_texts < 0 ? texts[i] != NULL : i < n_texts; i++)
    {
      g_string_append (all, texts[i]);
      g_string_append_c (all, '\n');
    }
  ks_encoding_guess ((const guint8 *) all->str, all->len, TRUE, guess);
}

static gboolean
is_beyond_doubt (const KsEncodingGuess *guess)
{
  return guess->sure && guess->candidates[0].reason != KS_ENCODING_REASON_ASCII
         && guess->candidates[0].reason != KS_ENCODING_REASON_WORDS;
}

/**
 * ks_encoding_choose:
 * @encoding: what somebody says that it is
 * @data: (array length=length): the beginning of a file
 * @length: how many bytes
 * @guess: (inout): what is known of it; afterwards sure
 *
 * Takes somebody's word, except where the bytes leave no doubt: what has the mark of UTF-16, or
 * letters that only UTF-8 has, stays that.
 */
void
ks_encoding_choose (KsEncoding encoding, const guint8 *data, gsize length, KsEncodingGuess *guess)
{
  gboolean incomplete;

  if (is_beyond_doubt (guess))
    return;
  guess->layered = encoding >= KS_ENCODING_WINDOWS_1258 && !is_ascii (data, length)
                   && (ks_scan_utf8 ((const char *) data, length, &incomplete) == length
                       || incomplete);
  set_sure (guess, encoding, KS_ENCODING_REASON_VALID);
}
