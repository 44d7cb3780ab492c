/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "ks-encoding.h"
#include "ks-fuzz.h"

/* Bytes in any encoding. What comes out is UTF-8, does not depend on where the pieces end, and what
 * is said to be sure has one candidate that is better than the next. */

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  return 0;
}

static char *
decode (KsEncoding encoding, gboolean layered, const uint8_t *data, size_t size, size_t step)
{
  g_auto (KsDecoder) decoder = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);

  ks_decoder_init (&decoder, encoding, layered);
  for (size_t i = 0; i < size; i += step)
    ks_decoder_push (&decoder, data + i, MIN (step, size - i), FALSE, text);
  ks_decoder_push (&decoder, data, 0, TRUE, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
check_encoding (KsEncoding encoding, const uint8_t *data, size_t size)
{
  for (int layered = 0; layered < 2; layered++)
    {
      g_autofree char *whole = decode (encoding, layered, data, size, MAX (size, 1));
      g_autofree char *pieces = decode (encoding, layered, data, size, 1 + (size > 0 ? data[0] % 5 : 0));

      g_assert_cmpstr (whole, ==, pieces);
    }
}

static void
check_guess (const uint8_t *data, size_t size, gboolean whole)
{
  KsEncodingGuess guess;

  ks_encoding_guess (data, size, whole, &guess);
  g_assert_cmpuint (guess.n_candidates, <=, KS_N_ENCODINGS);
  g_assert_cmpuint (guess.mark, <=, size);
  g_assert_true (!guess.sure || guess.n_candidates > 0);
  for (guint i = 0; i < guess.n_candidates; i++)
    {
      g_autofree char *preview = ks_encoding_preview (&guess, guess.candidates[i].encoding, data, size);

      g_assert_true (g_utf8_validate (preview, -1, NULL));
      g_assert_true (i == 0 || guess.candidates[i].score <= guess.candidates[i - 1].score);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *raw = g_strndup ((const char *) data, size);
  g_autofree char *text = g_utf8_make_valid (raw, -1);

  check_guess (data, size, TRUE);
  check_guess (data, size, FALSE);
  for (KsEncoding encoding = KS_ENCODING_UTF8; encoding < KS_N_ENCODINGS; encoding++)
    {
      g_autofree char *converted = ks_encoding_convert (encoding, data, size);
      g_autofree char *cell = ks_encoding_convert_text (encoding, text, size % 2);

      g_assert_true (g_utf8_validate (converted, -1, NULL));
      g_assert_true (g_utf8_validate (cell, -1, NULL));
      check_encoding (encoding, data, size);
    }
  return 0;
}
