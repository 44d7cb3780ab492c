/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-form-levels.h"

#include <string.h>

#include "ks-text.h"

typedef struct {
  const char *text;  /* folded */
  const char *stem;
  int         rank;
} Word;

/* Labels that are no form of "rất X, X, chưa X". */
static const Word words[] = {
  { "xuat sac", "tot", 30 },          { "kha tot", "tot", 7 },
  { "kha", "tot", 5 },                { "yeu", "tot", -12 },
  { "kem", "tot", -15 },              { "rat kem", "tot", -25 },
  { "luon luon", "thuong xuyen", 30 }, { "thinh thoang", "thuong xuyen", 1 },
  { "doi khi", "thuong xuyen", 0 },   { "it khi", "thuong xuyen", -4 },
  { "hiem khi", "thuong xuyen", -5 }, { "khong bao gio", "thuong xuyen", -20 },
  { "trung binh", "", 0 },            { "binh thuong", "", 0 },
  { "phan van", "", 0 },              { "trung lap", "", 0 },
  { "dong y mot phan", "dong y", 5 },
};

/* What stands before the stem; the longest first, so that none hides another. */
static const Word modifiers[] = {
  { "hoan toan khong ", NULL, -25 }, { "hoan toan chua ", NULL, -25 },
  { "rat khong ", NULL, -20 },       { "rat chua ", NULL, -20 },
  { "hoan toan ", NULL, 25 },        { "tuong doi ", NULL, 5 },
  { "co ban ", NULL, 7 },            { "khong ", NULL, -12 },
  { "chua ", NULL, -10 },            { "rat ", NULL, 20 },
  { "it ", NULL, -5 },
};

static const char *const dont_know[] = {
  "khong biet", "khong ro", "khong co y kien", "kho tra loi", "khong tra loi", "khong danh gia",
};

/**
 * ks_is_dont_know:
 * @label: a label
 *
 * Returns: whether it says that somebody cannot or will not judge
 */
gboolean
ks_is_dont_know (const char *label)
{
  g_autofree char *folded = ks_text_fold (label);

  for (guint i = 0; i < G_N_ELEMENTS (dont_know); i++)
    if (g_str_has_prefix (folded, dont_know[i]))
      return TRUE;
  return FALSE;
}

static const Word *
find_word (const char *folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].text, folded) == 0)
      return &words[i];
  return NULL;
}

static const Word *
find_modifier (const char *folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (g_str_has_prefix (folded, modifiers[i].text))
      return &modifiers[i];
  return NULL;
}

/**
 * ks_level_word_read:
 * @label: a label
 * @word: (out caller-allocates): what it grades and how high
 *
 * Reads labels like "Rất hài lòng", "Chưa tốt", "Bình thường". Any other text is its own stem: a
 * scale shows in several labels that share one.
 *
 * Returns: %FALSE for an empty label
 */
gboolean
ks_level_word_read (const char *label, KsLevelWord *word)
{
  g_autofree char *folded = ks_text_fold (label);
  const Word *whole = find_word (folded);
  const Word *modifier = find_modifier (folded);
  const char *stem = folded;

  if (*folded == '\0')
    return FALSE;
  if (whole != NULL)
    {
      word->stem = g_strdup (whole->stem);
      word->rank = whole->rank;
      return TRUE;
    }
  if (modifier != NULL)
    stem += strlen (modifier->text);
  word->stem = g_strdup (stem);
  word->rank = modifier != NULL ? modifier->rank : 10;
  return TRUE;
}

/**
 * ks_level_word_clear:
 * @self: a word that was read
 */
void
ks_level_word_clear (KsLevelWord *self)
{
  g_clear_pointer (&self->stem, g_free);
}
