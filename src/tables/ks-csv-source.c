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
      ks_file_set_read_error (error, self->name, cause);
      return FALSE;
    }
  self->position += *n_read;
  self->at_end = *n_read < length;
  if (self->tap != NULL && *n_read > 0)
    self->tap (target, *n_read, self->tap_data);
  return TRUE;
}

static guint
get_unit (KsCsvSource *self, const guint8 *bytes)
{
  return self->encoding == KS_CSV_UTF16_LE ? (guint) (bytes[0] | bytes[1] << 8)
                                           : (guint) (bytes[1] | bytes[0] << 8);
}

static void
append_character (KsCsvSource *self, gunichar c)
{
  self->filled += (gsize) g_unichar_to_utf8 (c, self->buffer + self->filled);
}

/* Converts the character at @bytes; returns how many bytes it took, 0 if more are needed. */
static gsize
convert_character (KsCsvSource *self, const guint8 *bytes, gsize length)
{
  guint unit, low;

  if (length < 2)
    return 0;
  unit = get_unit (self, bytes);
  if ((unit & 0xf800) != 0xd800)
    {
      append_character (self, unit);
      return 2;
    }
  if ((unit & 0xfc00) == 0xd800 && length < 4)
    return 0;
  low = length < 4 ? 0 : get_unit (self, bytes + 2);
  if ((unit & 0xfc00) != 0xd800 || (low & 0xfc00) != 0xdc00)
    {
      /* Half a pair: no text, which the check of the result finds. */
      self->buffer[self->filled++] = (char) 0xff;
      return 2;
    }
  append_character (self, 0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff));
  return 4;
}

static void
append_utf16 (KsCsvSource *self, const guint8 *bytes, gsize length)
{
  gsize taken = 0, step;

  /* Two bytes become three at most. */
  reserve (self, length / 2 * 3 + 8);
  while ((step = convert_character (self, bytes + taken, length - taken)) > 0)
    taken += step;
  self->n_carry = length - taken;
  memcpy (self->carry, bytes + taken, self->n_carry);
  if (self->at_end && self->n_carry > 0)
    self->buffer[self->filled++] = (char) 0xff;
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

static gsize
detect_encoding (KsCsvSource *self, const guint8 *head, gsize length)
{
  if (length >= 3 && memcmp (head, "\xef\xbb\xbf", 3) == 0)
    return 3;
  if (length >= 2 && memcmp (head, "\xff\xfe", 2) == 0)
    self->encoding = KS_CSV_UTF16_LE;
  else if (length >= 2 && memcmp (head, "\xfe\xff", 2) == 0)
    self->encoding = KS_CSV_UTF16_BE;
  return self->encoding == KS_CSV_UTF8 ? 0 : 2;
}

/**
 * ks_csv_source_begin:
 * @self: a source
 * @error: return location
 *
 * Reads the first bytes and finds out their encoding. Fails with %KS_TABLES_ERROR_FORMAT on what is
 * certainly no text, and with %KS_BASE_ERROR_FILE if the stream fails.
 *
 * Returns: whether text stands in the buffer
 */
gboolean
ks_csv_source_begin (KsCsvSource *self, GError **error)
{
  g_autofree guint8 *head = g_malloc (KS_CSV_SAMPLE);
  g_autofree char *foreign = NULL;
  gsize length, mark;

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
  mark = detect_encoding (self, head, length);
  if (self->encoding == KS_CSV_UTF8)
    {
      reserve (self, length);
      memcpy (self->buffer, head + mark, length - mark);
      self->filled = length - mark;
    }
  else
    append_utf16 (self, head + mark, length - mark);
  check_text (self);
  return TRUE;
}

static gboolean
fill_utf16 (KsCsvSource *self, GError **error)
{
  g_autofree guint8 *raw = g_malloc (self->n_carry + self->chunk);
  gsize length;

  memcpy (raw, self->carry, self->n_carry);
  if (!read_raw (self, raw + self->n_carry, self->chunk, &length, error))
    return FALSE;
  append_utf16 (self, raw, self->n_carry + length);
  return TRUE;
}

static gboolean
fill_utf8 (KsCsvSource *self, GError **error)
{
  gsize length;

  reserve (self, self->chunk);
  if (!read_raw (self, (guint8 *) self->buffer + self->filled, self->chunk, &length, error))
    return FALSE;
  self->filled += length;
  return TRUE;
}

/**
 * ks_csv_source_fill:
 * @self: a source
 * @keep_from: what stands before it in the buffer is forgotten; it moves to 0
 * @error: return location for %KS_BASE_ERROR_FILE
 *
 * Reads on.
 *
 * Returns: %FALSE if the stream failed
 */
gboolean
ks_csv_source_fill (KsCsvSource *self, gsize keep_from, GError **error)
{
  self->filled -= keep_from;
  self->end -= keep_from;
  memmove (self->buffer, self->buffer + keep_from, self->filled);
  if (!(self->encoding == KS_CSV_UTF8 ? fill_utf8 (self, error) : fill_utf16 (self, error)))
    return FALSE;
  check_text (self);
  return TRUE;
}
