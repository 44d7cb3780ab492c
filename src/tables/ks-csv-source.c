/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-csv-private.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-platform.h"
#include "ks-scan.h"
#include "ks-tables-error.h"

/**
 * ks_csv_source_init:
 * @self: room for a source
 * @stream: where the bytes come from
 * @name: what they are called in messages
 *
 * Begins before the first byte of @stream; reads nothing.
 */
void
ks_csv_source_init (KsCsvSource *self, GInputStream *stream, const char *name)
{
  *self = (KsCsvSource){ .chunk = KS_CSV_BUFFER };
  self->stream = g_object_ref (stream);
  self->name = g_strdup (name);
}

/**
 * ks_csv_source_clear:
 * @self: a source
 *
 * Frees what it holds.
 */
void
ks_csv_source_clear (KsCsvSource *self)
{
  g_clear_object (&self->stream);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->buffer, g_free);
  g_clear_pointer (&self->sample, g_bytes_unref);
  ks_decoder_clear (&self->decoder);
}

static void
reserve (KsCsvSource *self, gsize n_more)
{
  if (self->buffer != NULL && self->filled + n_more <= self->capacity)
    return;
  self->capacity = self->filled + n_more;
  self->buffer = g_realloc (self->buffer, self->capacity + KS_SCAN_BLOCK);
  /* Whole blocks are looked at, so what stands behind the text must be something. */
  memset (self->buffer + self->filled, 0, self->capacity + KS_SCAN_BLOCK - self->filled);
}

/* Reads up to @length raw bytes; fewer come at the end of the stream only. */
static gboolean
read_raw (KsCsvSource *self, guint8 *target, gsize length, gsize *n_read, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (!g_input_stream_read_all (self->stream, target, length, n_read, NULL, &cause))
    {
      /* What is wrong with an archive that it comes from was said there. */
      if (cause->domain == KS_TABLES_ERROR)
        g_propagate_error (error, g_steal_pointer (&cause));
      else
        ks_file_set_read_error (error, self->name, cause);
      return FALSE;
    }
  self->position += *n_read;
  self->at_end = *n_read < length;
  if (self->tap != NULL && *n_read > 0)
    self->tap (target, *n_read, self->tap_data);
  return TRUE;
}

/* Appends what raw bytes say. */
static void
append_decoded (KsCsvSource *self, const guint8 *bytes, gsize length)
{
  g_autoptr (GString) text = g_string_sized_new (length * 2);

  ks_decoder_push (&self->decoder, bytes, length, self->at_end, text);
  reserve (self, text->len);
  memcpy (self->buffer + self->filled, text->str, text->len);
  self->filled += text->len;
}

static void
check_text (KsCsvSource *self)
{
  gboolean incomplete;

  if (self->broken)
    return;
  self->end += ks_scan_utf8 (self->buffer + self->end, self->filled - self->end, &incomplete);
  self->broken = self->end < self->filled && (self->at_end || !incomplete);
}

static char *
list_candidates (const KsEncodingGuess *guess, const guint8 *data, gsize length)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < guess->n_candidates; i++)
    {
      KsEncoding encoding = guess->candidates[i].encoding;
      g_autofree char *preview = ks_encoding_preview (guess, encoding, data, length);

      g_string_append_printf (list, "%s%s “%s”", i > 0 ? "; " : "", ks_encoding_get_id (encoding),
                              preview);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static gboolean
ask_for_encoding (KsCsvSource *self, const guint8 *data, gsize length, GError **error)
{
  g_autofree char *candidates = list_candidates (&self->guess, data, length);

  self->sample = g_bytes_new (data, length);
  g_set_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_ENCODING,
               _("“%s”: it is not certain how its letters with marks are written. Choose the "
                 "encoding (--encoding) in which it reads right: %s"),
               self->name, candidates);
  return FALSE;
}

/* Only the beginning of a file has a mark, and only a whole file is in UTF-16. */
static gboolean
is_of_bytes (const KsEncodingGuess *guess)
{
  return guess->mark == 0
         && (guess->n_candidates == 0
             || (guess->candidates[0].encoding != KS_ENCODING_UTF16_LE
                 && guess->candidates[0].encoding != KS_ENCODING_UTF16_BE));
}

/* Decides by the first bytes that tell. What is no text in any encoding is read as UTF-8, so that
 * the row where it breaks is named. */
static gboolean
decide_encoding (KsCsvSource *self, const guint8 *data, gsize length, GError **error)
{
  KsEncodingGuess *guess = &self->guess;

  ks_encoding_guess (data, length, self->at_end && length < KS_CSV_SAMPLE, guess);
  if (self->position > KS_CSV_SAMPLE && !is_of_bytes (guess))
    *guess = (KsEncodingGuess){ 0 };
  if (self->chosen != KS_ENCODING_AUTO)
    ks_encoding_choose (self->chosen, data, length, guess);
  if (!guess->sure && guess->n_candidates > 0)
    return ask_for_encoding (self, data, length, error);
  self->undecided = guess->sure && guess->candidates[0].reason == KS_ENCODING_REASON_ASCII;
  self->decoding = guess->sure && guess->candidates[0].encoding != KS_ENCODING_UTF8;
  if (self->decoding)
    ks_decoder_init (&self->decoder, guess->candidates[0].encoding, guess->layered);
  return TRUE;
}

static void
append_head (KsCsvSource *self, const guint8 *bytes, gsize length)
{
  if (self->decoding)
    {
      append_decoded (self, bytes, length);
      return;
    }
  reserve (self, length);
  memcpy (self->buffer, bytes, length);
  self->filled = length;
}

/**
 * ks_csv_source_begin:
 * @self: a source
 * @error: return location
 *
 * Reads the first bytes and finds out their encoding. Fails with %KS_TABLES_ERROR_FORMAT on what is
 * certainly no text, with %KS_TABLES_ERROR_ENCODING when somebody must choose between encodings,
 * and with %KS_BASE_ERROR_FILE if the stream fails.
 *
 * Returns: whether text stands in the buffer
 */
gboolean
ks_csv_source_begin (KsCsvSource *self, GError **error)
{
  g_autofree guint8 *head = g_malloc (KS_CSV_SAMPLE);
  g_autofree char *foreign = NULL;
  gsize length;

  if (!read_raw (self, head, KS_CSV_SAMPLE, &length, error))
    return FALSE;
  foreign = ks_csv_describe_foreign (head, length);
  if (foreign != NULL)
    {
      g_set_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_FORMAT,
                   _("Cannot read “%s” as a table: it seems to be %s. Save the table as “CSV "
                     "UTF-8” and choose that file."),
                   self->name, foreign);
      return FALSE;
    }
  if (!decide_encoding (self, head, length, error))
    return FALSE;
  append_head (self, head + self->guess.mark, length - self->guess.mark);
  check_text (self);
  return TRUE;
}

static gboolean
fill_decoded (KsCsvSource *self, GError **error)
{
  g_autofree guint8 *raw = g_malloc (self->chunk);
  gsize length;

  if (!read_raw (self, raw, self->chunk, &length, error))
    return FALSE;
  append_decoded (self, raw, length);
  return TRUE;
}

static gboolean
fill_plain (KsCsvSource *self, gsize chunk, GError **error)
{
  gsize length;

  reserve (self, chunk);
  if (!read_raw (self, (guint8 *) self->buffer + self->filled, chunk, &length, error))
    return FALSE;
  self->filled += length;
  return TRUE;
}

/* The first letter beyond ASCII stands at @first: decides as at the beginning of a file, by as many
 * bytes, whatever the chunks are. What came before reads alike in all encodings that are left. */
static gboolean
decide_late (KsCsvSource *self, gsize first, GError **error)
{
  g_autofree guint8 *raw = NULL;
  gsize length = self->filled - first;

  if (!self->at_end && length < KS_CSV_SAMPLE && !fill_plain (self, KS_CSV_SAMPLE - length, error))
    return FALSE;
  length = self->filled - first;
  raw = g_memdup2 (self->buffer + first, length);
  if (!decide_encoding (self, raw, MIN (length, KS_CSV_SAMPLE), error))
    return FALSE;
  if (!self->decoding)
    return TRUE;
  self->filled = first;
  append_decoded (self, raw, length);
  return TRUE;
}

/* A plain file is looked at until its first letter that is not ASCII. */
static gboolean
fill_undecided (KsCsvSource *self, GError **error)
{
  gsize start = self->filled;

  if (!fill_plain (self, self->chunk, error))
    return FALSE;
  for (gsize i = start; i < self->filled; i++)
    if (self->buffer[i] & 0x80)
      return decide_late (self, i, error);
  return TRUE;
}

/**
 * ks_csv_source_fill:
 * @self: a source
 * @keep_from: what stands before it in the buffer is forgotten; it moves to 0
 * @error: return location for %KS_BASE_ERROR_FILE and %KS_TABLES_ERROR_ENCODING
 *
 * Reads on.
 *
 * Returns: %FALSE if the stream failed, or if somebody must choose its encoding
 */
gboolean
ks_csv_source_fill (KsCsvSource *self, gsize keep_from, GError **error)
{
  self->filled -= keep_from;
  self->end -= keep_from;
  memmove (self->buffer, self->buffer + keep_from, self->filled);
  if (!(self->decoding    ? fill_decoded (self, error)
        : self->undecided ? fill_undecided (self, error)
                          : fill_plain (self, self->chunk, error)))
    return FALSE;
  check_text (self);
  return TRUE;
}
