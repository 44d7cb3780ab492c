/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-kind.h"

#include <string.h>

typedef struct {
  KsKind      kind;
  gboolean    full;
  const char *text;
  KsSpelling  word;
} KindWord;

/* Longer ones first where one begins another. */
static KindWord words[] = {
  { KS_KIND_COMMUNE, TRUE, "xã" },      { KS_KIND_WARD, TRUE, "phường" },
  { KS_KIND_TOWNSHIP, TRUE, "thị trấn" }, { KS_KIND_ZONE, TRUE, "đặc khu" },
  { KS_KIND_HUYEN, TRUE, "huyện" },     { KS_KIND_TOWN, TRUE, "thị xã" },
  { KS_KIND_CITY, TRUE, "thành phố" },  { KS_KIND_QUAN, TRUE, "quận" },
  { KS_KIND_PROVINCE, TRUE, "tỉnh" },   { KS_KIND_COMMUNE, FALSE, "x" },
  { KS_KIND_WARD, FALSE, "ph" },        { KS_KIND_WARD, FALSE, "p" },
  { KS_KIND_WARD, FALSE, "f" },         { KS_KIND_TOWNSHIP, FALSE, "ttr" },
  { KS_KIND_TOWNSHIP, FALSE, "tt" },    { KS_KIND_TOWNSHIP, FALSE, "t t" },
  { KS_KIND_ZONE, FALSE, "đk" },        { KS_KIND_HUYEN, FALSE, "h" },
  { KS_KIND_TOWN, FALSE, "tx" },        { KS_KIND_TOWN, FALSE, "t x" },
  { KS_KIND_CITY, FALSE, "tp" },        { KS_KIND_CITY, FALSE, "t p" },
  { KS_KIND_QUAN, FALSE, "q" },         { KS_KIND_PROVINCE, FALSE, "t" },
};

static void
read_words (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    ks_spelling_read (&words[i].word, words[i].text);
  g_once_init_leave (&done, 1);
}

/* "P1" is Phường 1. */
static gboolean
ends_word (const KsSpelling *word, char next)
{
  return next == ' ' || next == '\0' || (word->length == 1 && g_ascii_isdigit (next));
}

/* A name may begin like a type word without marks (Phương Sơn, Huyền Sơn, Xa Lý): the word stands
 * there with all its marks or with none. */
static gboolean
is_word (const KsSpelling *word, const KsSpelling *spelling, guint from)
{
  KsSpelling part;

  if (from + word->length > spelling->length
      || memcmp (word->base, spelling->base + from, word->length) != 0
      || !ends_word (word, spelling->base[from + word->length]))
    return FALSE;
  memcpy (part.glyphs, spelling->glyphs + from, word->length * sizeof (KsGlyph));
  part.length = word->length;
  return ks_spelling_compare (part.glyphs, word->glyphs, word->length) == KS_FIT_SAME
         || !ks_spelling_is_marked (&part);
}

/**
 * ks_kind_find:
 * @spelling: a name
 * @from: where a word of it begins
 * @length: (out): how long the type word is
 *
 * Returns: the kind whose name, abbreviation or either without marks stands there
 */
KsKind
ks_kind_find (const KsSpelling *spelling, guint from, guint *length)
{
  read_words ();
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (is_word (&words[i].word, spelling, from))
      {
        *length = words[i].word.length;
        return words[i].kind;
      }
  *length = 0;
  return KS_KIND_NONE;
}

/**
 * ks_kind_find_full:
 * @spelling: a name from a registry
 * @length: (out): how long its type word is
 *
 * Returns: the kind whose full name, with all marks, begins the name
 */
KsKind
ks_kind_find_full (const KsSpelling *spelling, guint *length)
{
  read_words ();
  for (guint i = 0; i < G_N_ELEMENTS (words) && words[i].full; i++)
    if (is_word (&words[i].word, spelling, 0)
        && ks_spelling_compare (spelling->glyphs, words[i].word.glyphs, words[i].word.length)
               == KS_FIT_SAME)
      {
        *length = words[i].word.length;
        return words[i].kind;
      }
  *length = 0;
  return KS_KIND_NONE;
}

/**
 * ks_kind_get_level:
 * @kind: a kind, not %KS_KIND_NONE
 *
 * Returns: what such a unit is: one of the registry, a district, a province
 */
KsLevel
ks_kind_get_level (KsKind kind)
{
  if (kind <= KS_KIND_ZONE)
    return KS_LEVEL_UNIT;
  return kind == KS_KIND_PROVINCE ? KS_LEVEL_PROVINCE : KS_LEVEL_DISTRICT;
}
