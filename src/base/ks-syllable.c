/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-syllable.h"

#include <string.h>

#define ACUTE 0x0301
#define DOT_BELOW 0x0323

/* What a syllable may begin with; longer ones first where one begins another. "Qu" takes the u of
 * the rime with it, "gi" may take its i or leave it. */
static const char *const onsets[] = {
  "ngh", "ng", "nh", "n",  "gh", "gi", "g", "kh", "k", "ch", "c", "ph", "p",
  "th",  "tr", "t",  "b",  "d",  "đ",  "h", "l",  "m", "qu", "r", "s",  "v",
  "x",
};

/* What may follow: all rimes of the language, without their tones. */
static const char *const rimes[] = {
  "a",    "ac",   "ach",  "ai",   "am",   "an",   "ang",  "anh",  "ao",   "ap",   "at",   "au",
  "ay",   "ăc",   "ăm",   "ăn",   "ăng",  "ăp",   "ăt",   "âc",   "âm",   "ân",   "âng",  "âp",
  "ât",   "âu",   "ây",   "e",    "ec",   "em",   "en",   "eng",  "eo",   "ep",   "et",   "ê",
  "êch",  "êm",   "ên",   "ênh",  "êp",   "êt",   "êu",   "i",    "ia",   "ich",  "iêc",  "iêm",
  "iên",  "iêng", "iêp",  "iêt",  "iêu",  "im",   "in",   "inh",  "ip",   "it",   "iu",   "o",
  "oa",   "oac",  "oach", "oai",  "oam",  "oan",  "oang", "oanh", "oao",  "oap",  "oat",  "oay",
  "oăc",  "oăm",  "oăn",  "oăng", "oăt",  "oc",   "oe",   "oen",  "oeo",  "oet",  "oi",   "om",
  "on",   "ong",  "oong", "op",   "ot",   "ô",    "ôc",   "ôi",   "ôm",   "ôn",   "ông",  "ôp",
  "ôt",   "ơ",    "ơi",   "ơm",   "ơn",   "ơp",   "ơt",   "u",    "ua",   "uân",  "uâng", "uât",
  "uây",  "uc",   "uê",   "uêch", "uênh", "ui",   "um",   "un",   "ung",  "uôc",  "uôi",  "uôm",
  "uôn",  "uông", "uôt",  "uơ",   "up",   "ut",   "uy",   "uya",  "uych", "uyên", "uyêt", "uynh",
  "uyt",  "uyu",  "ư",    "ưa",   "ưc",   "ưi",   "ưm",   "ưn",   "ưng",  "ươc",  "ươi",  "ươm",
  "ươn",  "ương", "ươp",  "ươt",  "ươu",  "ưt",   "ưu",   "y",    "yêm",  "yên",  "yêng", "yêt",
  "yêu",
};

static GHashTable *
get_rimes (void)
{
  static gsize shared = 0;

  if (g_once_init_enter (&shared))
    {
      GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < G_N_ELEMENTS (rimes); i++)
        g_hash_table_add (table, (char *) rimes[i]);
      g_once_init_leave (&shared, (gsize) table);
    }
  return (GHashTable *) shared;
}

static gboolean
is_tone (gunichar mark)
{
  return mark == 0x0300 || mark == ACUTE || mark == 0x0303 || mark == 0x0309
         || mark == DOT_BELOW;
}

/* Takes the tone off a small letter; %FALSE if it is no letter of the language. */
static gboolean
split_tone (gunichar letter, gunichar *bare, gunichar *tone)
{
  gunichar first, second, rest;

  *bare = letter;
  if (!g_unichar_decompose (letter, &first, &second))
    return g_unichar_isalpha (letter);
  if (is_tone (second))
    *bare = first;
  else if (g_unichar_decompose (first, &rest, tone) && is_tone (*tone))
    return g_unichar_compose (rest, second, bare); /* ậ is ạ with a circumflex */
  else
    return TRUE;
  *tone = second;
  return TRUE;
}

static gboolean
spell (const gunichar *letters, guint length, char *text, gunichar *tone)
{
  for (guint i = 0; i < length; i++)
    {
      gunichar bare, found = 0;

      if (!split_tone (g_unichar_tolower (letters[i]), &bare, &found))
        return FALSE;
      if (found != 0 && *tone != 0)
        return FALSE;
      if (found != 0)
        *tone = found;
      text += g_unichar_to_utf8 (bare, text);
    }
  *text = '\0';
  return TRUE;
}

/* Syllables that end in a stop have one of two tones. */
static gboolean
suits_tone (const char *rime, gunichar tone)
{
  gboolean stopped = g_str_has_suffix (rime, "c") || g_str_has_suffix (rime, "ch")
                     || g_str_has_suffix (rime, "p") || g_str_has_suffix (rime, "t");

  return !stopped || tone == 0 || tone == ACUTE || tone == DOT_BELOW;
}

static gboolean
is_rime (const char *text, gunichar tone)
{
  return g_hash_table_contains (get_rimes (), text) && suits_tone (text, tone);
}

/**
 * ks_syllable_check:
 * @letters: (array length=length): a word, each letter in one character
 * @length: number of letters
 *
 * Returns: whether it is spelt like a Vietnamese syllable: with a known onset, a known rime, one
 *   tone at most, and one that the rime admits
 */
gboolean
ks_syllable_check (const gunichar *letters, guint length)
{
  char text[KS_SYLLABLE_MAX * 6 + 1];
  gunichar tone = 0;

  if (length == 0 || length > KS_SYLLABLE_MAX || !spell (letters, length, text, &tone))
    return FALSE;
  if (is_rime (text, tone))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (onsets); i++)
    {
      const char *rest = text + strlen (onsets[i]);

      if (g_str_has_prefix (text, onsets[i]) && is_rime (rest, tone))
        return TRUE;
    }
  return FALSE;
}
