/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-old-letters.h"

#include <string.h>

#define FIRST_LETTER 0xa0

/* 0x80 … 0x9f of Windows-1252 (https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/):
 * what Windows puts there whatever the font of the letters. */
static const gunichar signs[32] = {
  0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
  0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd,
  0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
  0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
};

/* 0xa0 … 0xff of Windows-1258, from the same place. */
static const gunichar windows_1258[96] = {
  0x00a0, 0x00a1, 0x00a2, 0x00a3, 0x00a4, 0x00a5, 0x00a6, 0x00a7,
  0x00a8, 0x00a9, 0x00aa, 0x00ab, 0x00ac, 0x00ad, 0x00ae, 0x00af,
  0x00b0, 0x00b1, 0x00b2, 0x00b3, 0x00b4, 0x00b5, 0x00b6, 0x00b7,
  0x00b8, 0x00b9, 0x00ba, 0x00bb, 0x00bc, 0x00bd, 0x00be, 0x00bf,
  0x00c0, 0x00c1, 0x00c2, 0x0102, 0x00c4, 0x00c5, 0x00c6, 0x00c7,
  0x00c8, 0x00c9, 0x00ca, 0x00cb, 0x0300, 0x00cd, 0x00ce, 0x00cf,
  0x0110, 0x00d1, 0x0309, 0x00d3, 0x00d4, 0x01a0, 0x00d6, 0x00d7,
  0x00d8, 0x00d9, 0x00da, 0x00db, 0x00dc, 0x01af, 0x0303, 0x00df,
  0x00e0, 0x00e1, 0x00e2, 0x0103, 0x00e4, 0x00e5, 0x00e6, 0x00e7,
  0x00e8, 0x00e9, 0x00ea, 0x00eb, 0x0301, 0x00ed, 0x00ee, 0x00ef,
  0x0111, 0x00f1, 0x0323, 0x00f3, 0x00f4, 0x01a1, 0x00f6, 0x00f7,
  0x00f8, 0x00f9, 0x00fa, 0x00fb, 0x00fc, 0x01b0, 0x20ab, 0x00ff,
};

/* 0xa0 … 0xff of TCVN 5712:1993, set VN2, of which VN3 (what the fonts named .Vn… have) is the part
 * without capitals that bear tones. */
static const gunichar tcvn3[96] = {
  0x00a0, 0x0102, 0x00c2, 0x00ca, 0x00d4, 0x01a0, 0x01af, 0x0110,
  0x0103, 0x00e2, 0x00ea, 0x00f4, 0x01a1, 0x01b0, 0x0111, 0x1eb0,
  0x0300, 0x0309, 0x0303, 0x0301, 0x0323, 0x00e0, 0x1ea3, 0x00e3,
  0x00e1, 0x1ea1, 0x1eb2, 0x1eb1, 0x1eb3, 0x1eb5, 0x1eaf, 0x1eb4,
  0x1eae, 0x1ea6, 0x1ea8, 0x1eaa, 0x1ea4, 0x1ec0, 0x1eb7, 0x1ea7,
  0x1ea9, 0x1eab, 0x1ea5, 0x1ead, 0x00e8, 0x1ec2, 0x1ebb, 0x1ebd,
  0x00e9, 0x1eb9, 0x1ec1, 0x1ec3, 0x1ec5, 0x1ebf, 0x1ec7, 0x00ec,
  0x1ec9, 0x1ec4, 0x1ebe, 0x1ed2, 0x0129, 0x00ed, 0x1ecb, 0x00f2,
  0x1ed4, 0x1ecf, 0x00f5, 0x00f3, 0x1ecd, 0x1ed3, 0x1ed5, 0x1ed7,
  0x1ed1, 0x1ed9, 0x1edd, 0x1edf, 0x1ee1, 0x1edb, 0x1ee3, 0x00f9,
  0x1ed6, 0x1ee7, 0x0169, 0x00fa, 0x1ee5, 0x1eeb, 0x1eed, 0x1eef,
  0x1ee9, 0x1ef1, 0x1ef3, 0x1ef7, 0x1ef9, 0x00fd, 0x1ef5, 0x1ed0,
};

/* VNI for Windows: letters of one byte. Those of capitals are 0x20 less. All other vowels with marks
 * are the bare letter (or ơ, ư) and a byte for its marks. */
static const struct
{
  guint8 byte;
  gunichar small;
  gunichar capital;
} vni_letters[] = {
  { 0xe6, 0x1ec9, 0x1ec8 }, /* ỉ */
  { 0xec, 0x00ec, 0x00cc }, /* ì */
  { 0xed, 0x00ed, 0x00cd }, /* í */
  { 0xee, 0x1ef5, 0x1ef4 }, /* ỵ */
  { 0xf1, 0x0111, 0x0110 }, /* đ */
  { 0xf2, 0x1ecb, 0x1eca }, /* ị */
  { 0xf3, 0x0129, 0x0128 }, /* ĩ */
  { 0xf4, 0x01a1, 0x01a0 }, /* ơ */
  { 0xf6, 0x01b0, 0x01af }, /* ư */
};

#define GRAVE 0x0300
#define ACUTE 0x0301
#define CIRCUMFLEX 0x0302
#define TILDE 0x0303
#define BREVE 0x0306
#define HOOK 0x0309
#define DOT 0x0323

static const struct
{
  guint8 byte;      /* behind a small letter */
  gunichar quality; /* 0: none */
  gunichar tone;    /* 0: none */
} vni_marks[] = {
  { 0xf9, 0, ACUTE },          { 0xf8, 0, GRAVE },          { 0xfb, 0, HOOK },
  { 0xf5, 0, TILDE },          { 0xef, 0, DOT },            { 0xe2, CIRCUMFLEX, 0 },
  { 0xe1, CIRCUMFLEX, ACUTE }, { 0xe0, CIRCUMFLEX, GRAVE }, { 0xe5, CIRCUMFLEX, HOOK },
  { 0xe3, CIRCUMFLEX, TILDE }, { 0xe4, CIRCUMFLEX, DOT },   { 0xea, BREVE, 0 },
  { 0xe9, BREVE, ACUTE },      { 0xe8, BREVE, GRAVE },      { 0xfa, BREVE, HOOK },
  { 0xfc, BREVE, TILDE },      { 0xeb, BREVE, DOT },
};

/* 0xe0 for 0xc0. */
static guint8
make_small (guint8 byte)
{
  return byte >= 0xc0 && byte < 0xe0 ? byte + 0x20 : byte;
}

static gunichar
read_vni (guint8 byte)
{
  guint8 small = make_small (byte);

  for (guint i = 0; i < G_N_ELEMENTS (vni_letters); i++)
    if (vni_letters[i].byte == small)
      return byte == small ? vni_letters[i].small : vni_letters[i].capital;
  return byte;
}

/**
 * ks_old_letter_read:
 * @encoding: %KS_ENCODING_WINDOWS_1258, %KS_ENCODING_TCVN3 or %KS_ENCODING_VNI
 * @byte: a byte
 *
 * Returns: the character, or the combining mark, that it stands for; U+FFFD for none
 */
gunichar
ks_old_letter_read (KsEncoding encoding, guint8 byte)
{
  if (byte < 0x80)
    return byte;
  if (byte < FIRST_LETTER)
    return signs[byte - 0x80];
  switch (encoding)
    {
    case KS_ENCODING_WINDOWS_1258:
      return windows_1258[byte - FIRST_LETTER];
    case KS_ENCODING_TCVN3:
      return tcvn3[byte - FIRST_LETTER];
    case KS_ENCODING_VNI:
      return read_vni (byte);
    case KS_ENCODING_AUTO:
    case KS_ENCODING_UTF8:
    case KS_ENCODING_UTF16_LE:
    case KS_ENCODING_UTF16_BE:
    default:
      return byte;
    }
}

/**
 * ks_old_letter_is_mark:
 * @c: a character
 *
 * Returns: whether it is the tone of the letter before it
 */
gboolean
ks_old_letter_is_mark (gunichar c)
{
  return c == GRAVE || c == ACUTE || c == TILDE || c == HOOK || c == DOT;
}

/**
 * ks_old_letter_join:
 * @letter: a letter
 * @mark: a combining mark
 *
 * Returns: the letter with the mark in one character (NFC), or 0 if there is none
 */
gunichar
ks_old_letter_join (gunichar letter, gunichar mark)
{
  gunichar bare, quality, joined;

  if (g_unichar_compose (letter, mark, &joined))
    return joined;
  /* Unicode makes ậ of ạ and a circumflex, not of â and a dot. */
  if (g_unichar_decompose (letter, &bare, &quality) && g_unichar_compose (bare, mark, &joined)
      && g_unichar_compose (joined, quality, &joined))
    return joined;
  return 0;
}

static gboolean
may_bear (gunichar letter, gunichar quality)
{
  const char *bearers = quality == BREVE ? "aA" : quality == CIRCUMFLEX ? "aeoAEO" : "aeouyAEOUY";

  if (letter < 0x80)
    return letter != 0 && strchr (bearers, (int) letter) != NULL;
  return quality == 0
         && (letter == 0x01a0 || letter == 0x01a1 || letter == 0x01af || letter == 0x01b0);
}

/**
 * ks_old_letter_join_vni:
 * @letter: a letter
 * @mark: the byte behind it
 *
 * Returns: the letter with the marks that VNI writes as that byte, or 0 if the byte is no mark of
 *   that letter
 */
gunichar
ks_old_letter_join_vni (gunichar letter, guint8 mark)
{
  guint8 small = make_small (mark);

  for (guint i = 0; i < G_N_ELEMENTS (vni_marks); i++)
    if (vni_marks[i].byte == small && may_bear (letter, vni_marks[i].quality))
      {
        if (vni_marks[i].quality != 0)
          letter = ks_old_letter_join (letter, vni_marks[i].quality);
        return vni_marks[i].tone != 0 ? ks_old_letter_join (letter, vni_marks[i].tone) : letter;
      }
  return 0;
}

/**
 * ks_old_letter_is_vni_mark:
 * @byte: a byte
 *
 * Returns: whether VNI has it behind letters only
 */
gboolean
ks_old_letter_is_vni_mark (guint8 byte)
{
  guint8 small = make_small (byte);

  for (guint i = 0; i < G_N_ELEMENTS (vni_marks); i++)
    if (vni_marks[i].byte == small)
      return TRUE;
  return FALSE;
}

/**
 * ks_old_letter_to_byte:
 * @c: a character of a text in an old encoding that was taken for Windows-1252
 *
 * Returns: its byte, or -1 if it never was one
 */
int
ks_old_letter_to_byte (gunichar c)
{
  if (c < 0x80 || (c >= FIRST_LETTER && c < 0x100))
    return (int) c;
  for (guint i = 0; c != 0xfffd && i < G_N_ELEMENTS (signs); i++)
    if (signs[i] == c)
      return (int) (0x80 + i);
  return c == 0x03bc ? 0xb5 : -1; /* µ, which compatibility normalization makes Greek */
}
