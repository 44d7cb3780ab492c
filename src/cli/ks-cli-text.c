/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli-text.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-encoding.h"
#include "ks-i18n.h"
#include "ks-platform.h"

/* NULL: it is no text, or nobody can tell what it is written in. */
static char *
decode (const guint8 *data, gsize length)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (KsDecoder) decoder = { 0 };
  KsEncodingGuess guess;

  ks_encoding_guess (data, length, TRUE, &guess);
  if (guess.n_candidates == 0 || !guess.sure)
    return NULL;
  ks_decoder_init (&decoder, guess.candidates[0].encoding, guess.layered);
  ks_decoder_push (&decoder, data + guess.mark, length - guess.mark, TRUE, text);
  return strlen (text->str) == text->len ? g_strdup (text->str) : NULL;
}

/**
 * ks_cli_read_text:
 * @path: a file
 * @most: how many bytes it may have
 * @error: return location for an error, which names the file
 *
 * Reads a text that somebody wrote or copied, as editors and old fonts save it.
 *
 * Returns: (transfer full): the text in UTF-8, or %NULL with @error set
 */
char *
ks_cli_read_text (const char *path, gsize most, GError **error)
{
  g_autoptr (GBytes) file = ks_file_map (path, error);
  g_autofree char *name = g_path_get_basename (path);
  gsize length = 0;
  const guint8 *data = file != NULL ? g_bytes_get_data (file, &length) : NULL;
  char *text;

  if (file == NULL)
    return NULL;
  if (length > most)
    {
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                   _ ("%s is too large for such a text: at most %u KB"), name,
                   (guint) (most / 1024));
      return NULL;
    }
  text = length > 0 ? decode (data, length) : g_strdup ("");
  if (text == NULL)
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                 _ ("%s is no text that can be read: save it as a text in UTF-8"), name);
  return text;
}
