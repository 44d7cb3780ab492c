/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-encoding.h"

#include <string.h>

#include "ks-i18n.h"

#define PREVIEW_LENGTH 60 /* characters */

static const struct
{
  const char *id;
  const char *label;
} encodings[KS_N_ENCODINGS] = {
  [KS_ENCODING_AUTO] = { "auto", "auto" },
  [KS_ENCODING_UTF8] = { "utf-8", "UTF-8" },
  [KS_ENCODING_UTF16_LE] = { "utf-16", "UTF-16" },
  [KS_ENCODING_UTF16_BE] = { "utf-16be", "UTF-16 BE" },
  [KS_ENCODING_WINDOWS_1258] = { "windows-1258", "Windows-1258" },
  [KS_ENCODING_TCVN3] = { "tcvn3", "TCVN3 (.VnTime)" },
  [KS_ENCODING_VNI] = { "vni", "VNI (VNI-Times)" },
};

/**
 * ks_encoding_find:
 * @id: what somebody calls an encoding: utf-8, utf-16, windows-1258, tcvn3, vni
 *
 * Returns: the encoding, or %KS_ENCODING_AUTO if there is none of that name
 */
KsEncoding
ks_encoding_find (const char *id)
{
  g_return_val_if_fail (id != NULL, KS_ENCODING_AUTO);

  for (guint i = KS_ENCODING_UTF8; i < KS_N_ENCODINGS; i++)
    if (g_ascii_strcasecmp (id, encodings[i].id) == 0)
      return (KsEncoding) i;
  return KS_ENCODING_AUTO;
}

/**
 * ks_encoding_get_id:
 * @encoding: an encoding
 *
 * Returns: (transfer none): its name on the command line
 */
const char *
ks_encoding_get_id (KsEncoding encoding)
{
  g_return_val_if_fail (encoding < KS_N_ENCODINGS, NULL);

  return encodings[encoding].id;
}

/**
 * ks_encoding_get_label:
 * @encoding: an encoding
 *
 * Returns: (transfer none): its name for people, who know the fonts
 */
const char *
ks_encoding_get_label (KsEncoding encoding)
{
  g_return_val_if_fail (encoding < KS_N_ENCODINGS, NULL);

  return encodings[encoding].label;
}

/**
 * ks_encoding_find_by_font:
 * @font: the name of a font
 * @capitals: (out): whether it shows small letters as capitals
 *
 * A font is proof: nobody sets Unicode text in .VnTime, which has no letters for it.
 *
 * Returns: the encoding of text that is set in that font; %KS_ENCODING_AUTO if the font does not
 *   tell
 */
KsEncoding
ks_encoding_find_by_font (const char *font, gboolean *capitals)
{
  gsize length;

  g_return_val_if_fail (font != NULL && capitals != NULL, KS_ENCODING_AUTO);

  length = strlen (font);
  *capitals = FALSE;
  if (g_ascii_strncasecmp (font, "VNI-", 4) == 0)
    return KS_ENCODING_VNI;
  if (g_ascii_strncasecmp (font, ".Vn", 3) != 0)
    return KS_ENCODING_AUTO;
  *capitals = font[length - 1] == 'H';
  return KS_ENCODING_TCVN3;
}

/**
 * ks_encoding_describe:
 * @candidate: a candidate
 *
 * Returns: (transfer full): for people, what speaks for it
 */
char *
ks_encoding_describe (const KsEncodingCandidate *candidate)
{
  switch (candidate->reason)
    {
    case KS_ENCODING_REASON_MARK:
      return g_strdup (_ ("the file begins with its mark"));
    case KS_ENCODING_REASON_PATTERN:
      return g_strdup (_ ("every letter has two bytes"));
    case KS_ENCODING_REASON_VALID:
      return g_strdup (_ ("only text in this encoding has such bytes"));
    case KS_ENCODING_REASON_WORDS:
      return g_strdup_printf (_ ("%u of %u words with marks are spelt right"), candidate->n_right,
                              candidate->n_words);
    case KS_ENCODING_REASON_ASCII:
    default:
      return g_strdup (_ ("there are no letters with marks"));
    }
}

static char *
decode (KsEncoding encoding, gboolean layered, const guint8 *data, gsize length)
{
  g_auto (KsDecoder) decoder = { 0 };
  g_autoptr (GString) text = g_string_sized_new (length + length / 2);

  ks_decoder_init (&decoder, encoding, layered);
  ks_decoder_push (&decoder, data, length, TRUE, text);
  return g_utf8_make_valid (text->str, (gssize) text->len);
}

static char *
compose (const char *text)
{
  return g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
}

/**
 * ks_encoding_convert:
 * @encoding: what the bytes are in; not %KS_ENCODING_AUTO
 * @data: (array length=length): bytes without a mark at their beginning
 * @length: how many
 *
 * Returns: (transfer full): the text as valid UTF-8 in NFC, with U+FFFD for what is no text
 */
char *
ks_encoding_convert (KsEncoding encoding, const guint8 *data, gsize length)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (encoding != KS_ENCODING_AUTO && encoding < KS_N_ENCODINGS, NULL);

  text = decode (encoding, FALSE, data, length);
  return compose (text);
}

/**
 * ks_encoding_convert_text:
 * @encoding: what was meant
 * @text: UTF-8: a cell whose bytes were taken for Windows-1252, as workbooks with old fonts have it;
 *   not cleaned yet, since a soft hyphen there is an ư
 * @capitals: whether it is set in a font that shows small letters as capitals
 *
 * Returns: (transfer full): the text in NFC; for the Unicode encodings, @text composed
 */
char *
ks_encoding_convert_text (KsEncoding encoding, const char *text, gboolean capitals)
{
  g_auto (KsDecoder) decoder = { 0 };
  g_autoptr (GString) decoded = NULL;
  g_autofree char *composed = NULL;

  g_return_val_if_fail (encoding < KS_N_ENCODINGS && text != NULL, NULL);

  if (encoding < KS_ENCODING_WINDOWS_1258)
    return compose (text);
  decoded = g_string_sized_new (strlen (text) * 2);
  ks_decoder_init (&decoder, encoding, TRUE);
  ks_decoder_push_characters (&decoder, text, TRUE, decoded);
  composed = compose (decoded->str);
  return capitals ? g_utf8_strup (composed, -1) : g_steal_pointer (&composed);
}

/* The beginning of the first line that encodings write differently. */
static gsize
find_telling_line (const guint8 *data, gsize length)
{
  gsize start = 0;

  for (gsize i = 0; i < length && data[i] < 0x80; i++)
    if (data[i] == '\n' || data[i] == '\r')
      start = i + 1;
  return start;
}

/**
 * ks_encoding_preview:
 * @guess: what is known of the bytes
 * @encoding: a candidate, or what else somebody wants to try
 * @data: (array length=length): the beginning of a file
 * @length: how many bytes
 *
 * Returns: (transfer full): for people, how a telling part of the text looks in that encoding
 */
char *
ks_encoding_preview (const KsEncodingGuess *guess, KsEncoding encoding, const guint8 *data,
                     gsize length)
{
  gsize start = guess->mark;
  g_autofree char *text = NULL;
  g_autofree char *composed = NULL;
  g_autofree char *cut = NULL;

  if (encoding != KS_ENCODING_UTF16_LE && encoding != KS_ENCODING_UTF16_BE)
    start = find_telling_line (data, length);
  length = MIN (length, start + 16 * PREVIEW_LENGTH);
  text = decode (encoding, guess->layered, data + start, length - start);
  composed = compose (text);
  cut = g_utf8_substring (composed, 0, MIN (g_utf8_strlen (composed, -1), PREVIEW_LENGTH));
  g_strdelimit (cut, "\n\r\t", ' ');
  return g_strstrip (g_steal_pointer (&cut));
}
