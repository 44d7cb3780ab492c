/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-tcvn-capitals.h"

#include <string.h>

/* TCVN3 has no capitals with tones: a capital font (.VnTimeH) shows small letters as capitals, so
 * that "PHÚC" is kept as P, H, small ú, C. */

typedef struct {
  gsize    start;
  gsize    end;
  guint    n_capitals; /* A … Z */
  guint    n_small;    /* a … z */
  gboolean marked;     /* has a letter that is none of both */
} Word;

/* Finds the next word from @start on; its end is its start if there is none. */
static Word
find_word (const GString *text, gsize start)
{
  Word word = { start, start, 0, 0, FALSE };
  const char *p = text->str + start, *end = text->str + text->len;

  while (p < end && !g_unichar_isalpha (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  word.start = (gsize) (p - text->str);
  for (; p < end && g_unichar_isalpha (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    {
      word.n_capitals += g_ascii_isupper (*p);
      word.n_small += g_ascii_islower (*p);
      word.marked |= (*p & 0x80) != 0;
    }
  word.end = (gsize) (p - text->str);
  return word;
}

static gboolean
is_in_capitals (const Word *word)
{
  return word->n_capitals >= 2 && word->n_small == 0 && word->marked;
}

static void
capitalize (GString *text, gsize start, gsize end)
{
  g_autofree char *capitals = g_utf8_strup (text->str + start, (gssize) (end - start));

  g_string_erase (text, (gssize) start, (gssize) (end - start));
  g_string_insert (text, (gssize) start, capitals);
}

/**
 * ks_tcvn_restore_capitals:
 * @text: the text of a cell, decoded
 *
 * Makes capitals of letters with tones in words whose other letters are capitals; in all words if
 * the cell has no small letter else, so that "XÃ PHÚC SƠN" does not become "Xã PHÚC SƠN".
 */
void
ks_tcvn_restore_capitals (GString *text)
{
  gboolean any = FALSE, small = FALSE;
  Word word;

  if (!g_utf8_validate (text->str, (gssize) text->len, NULL))
    return;
  for (word = find_word (text, 0); word.end > word.start; word = find_word (text, word.end))
    {
      any |= is_in_capitals (&word);
      small |= word.n_small > 0;
    }
  if (any && !small)
    capitalize (text, 0, text->len);
  for (word = find_word (text, 0); any && small && word.end > word.start;
       word = find_word (text, word.end))
    if (is_in_capitals (&word))
      {
        gsize before = text->len;

        capitalize (text, word.start, word.end);
        word.end += text->len - before;
      }
}
