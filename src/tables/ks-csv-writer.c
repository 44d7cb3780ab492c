/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-csv-writer.h"

#include <string.h>

#include "ks-scan.h"

#define FLUSH_LENGTH (64 * 1024)
#define BOM "\xef\xbb\xbf"

struct _KsCsvWriter
{
  GOutputStream *stream; /* NULL: keeps all in text */
  GString *text;
  KsCsvFlags flags;
  char delimiter;
  guint n_cells; /* of the row being written */
  gboolean lone_blank;
};

/**
 * ks_csv_writer_new:
 * @stream: (nullable): where to write, or %NULL to keep the text for ks_csv_writer_steal_text()
 * @flags: how
 *
 * Returns: (transfer full): a writer at the beginning of a file
 */
KsCsvWriter *
ks_csv_writer_new (GOutputStream *stream, KsCsvFlags flags)
{
  KsCsvWriter *self = g_new0 (KsCsvWriter, 1);

  self->stream = stream != NULL ? g_object_ref (stream) : NULL;
  self->flags = flags;
  self->delimiter = flags & KS_CSV_TABS ? '\t' : flags & KS_CSV_LOCAL ? ';' : ',';
  self->text = g_string_new (flags & KS_CSV_LOCAL ? BOM : NULL);
  return self;
}

/**
 * ks_csv_writer_free:
 * @self: (transfer full): a writer; what was not finished is lost
 */
void
ks_csv_writer_free (KsCsvWriter *self)
{
  g_clear_object (&self->stream);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_free (self);
}

static gboolean
needs_quotes (KsCsvWriter *self, const char *text, gsize length)
{
  /* What looks like a BOM would be taken for one at the head of a file. */
  return ks_scan_has_split (text, length, self->delimiter)
         || (length >= strlen (BOM) && memcmp (text, BOM, strlen (BOM)) == 0);
}

/* Cells are many: the usual one costs a copy and no more. */
static inline void
append_bytes (GString *target, const char *text, gsize length)
{
  if (target->len + length >= target->allocated_len)
    g_string_append_len (target, text, (gssize) length);
  else
    {
      memcpy (target->str + target->len, text, length);
      target->len += length;
      target->str[target->len] = '\0';
    }
}

static void
append_quoted (GString *target, const char *guard, const char *text, gsize length)
{
  const char *end = text + length;

  g_string_append_c (target, '"');
  g_string_append (target, guard);
  for (const char *quote; (quote = memchr (text, '"', (gsize) (end - text))) != NULL;
       text = quote + 1)
    {
      g_string_append_len (target, text, quote - text);
      g_string_append (target, "\"\"");
    }
  g_string_append_len (target, text, end - text);
  g_string_append_c (target, '"');
}

static void
append_cell (KsCsvWriter *self, const char *guard, const char *text, gsize length)
{
  if (self->n_cells > 0)
    g_string_append_c (self->text, self->delimiter);
  self->lone_blank = self->n_cells == 0 && length == 0;
  self->n_cells++;
  if (needs_quotes (self, text, length))
    append_quoted (self->text, guard, text, length);
  else
    {
      if (*guard != '\0')
        g_string_append (self->text, guard);
      append_bytes (self->text, text, length);
    }
}

/**
 * ks_csv_writer_add_text:
 * @self: a writer
 * @text: UTF-8
 *
 * Adds a cell of text. With %KS_CSV_GUARD, text that begins with = + - @ TAB CR or LF gets an
 * apostrophe, so that no spreadsheet takes it for a formula.
 */
void
ks_csv_writer_add_text (KsCsvWriter *self, const char *text)
{
  gboolean guarded;

  g_return_if_fail (text != NULL);

  guarded = (self->flags & KS_CSV_GUARD) && *text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL;
  append_cell (self, guarded ? "'" : "", text, strlen (text));
}

/**
 * ks_csv_writer_add_cell:
 * @self: a writer
 * @cell: a cell that was read
 *
 * Adds a cell of text as it is, never guarded.
 */
void
ks_csv_writer_add_cell (KsCsvWriter *self, const KsCell *cell)
{
  append_cell (self, "", cell->text, cell->length);
}

/**
 * ks_csv_writer_add_figure:
 * @self: a writer
 * @figure: a number as text, or an empty text for a figure that is not shown
 *
 * Adds a cell that is never guarded.
 */
void
ks_csv_writer_add_figure (KsCsvWriter *self, const char *figure)
{
  g_return_if_fail (figure != NULL);

  append_cell (self, "", figure, strlen (figure));
}

/**
 * ks_csv_writer_add_count:
 * @self: a writer
 * @count: a number
 *
 * Adds a cell with a whole number, without separators.
 */
void
ks_csv_writer_add_count (KsCsvWriter *self, gint64 count)
{
  char figure[32];

  g_snprintf (figure, sizeof figure, "%" G_GINT64_FORMAT, count);
  append_cell (self, "", figure, strlen (figure));
}

static gboolean
flush_text (KsCsvWriter *self, GError **error)
{
  if (self->stream == NULL || self->text->len == 0)
    return TRUE;
  if (!g_output_stream_write_all (self->stream, self->text->str, self->text->len, NULL, NULL,
                                  error))
    return FALSE;
  g_string_truncate (self->text, 0);
  return TRUE;
}

/**
 * ks_csv_writer_end_row:
 * @self: a writer
 * @error: return location for the error of the stream
 *
 * Ends the row. A row of one empty cell is written as "", since a blank line is no row.
 *
 * Returns: %FALSE if the stream failed
 */
gboolean
ks_csv_writer_end_row (KsCsvWriter *self, GError **error)
{
  if (self->lone_blank && self->n_cells == 1)
    g_string_append (self->text, "\"\"");
  g_string_append_c (self->text, '\n');
  self->n_cells = 0;
  self->lone_blank = FALSE;
  return self->text->len < FLUSH_LENGTH || flush_text (self, error);
}

/**
 * ks_csv_writer_finish:
 * @self: a writer
 * @error: return location for the error of the stream
 *
 * Hands what is left to the stream, which stays open.
 *
 * Returns: %FALSE if the stream failed
 */
gboolean
ks_csv_writer_finish (KsCsvWriter *self, GError **error)
{
  return flush_text (self, error);
}

/**
 * ks_csv_writer_get_length:
 * @self: a writer
 *
 * Returns: the number of bytes that it keeps
 */
gsize
ks_csv_writer_get_length (KsCsvWriter *self)
{
  return self->text->len;
}

/**
 * ks_csv_writer_steal_text:
 * @self: a writer without a stream
 *
 * Returns: (transfer full): all that was written
 */
char *
ks_csv_writer_steal_text (KsCsvWriter *self)
{
  char *text = g_string_free (self->text, FALSE);

  self->text = g_string_new (NULL);
  return text;
}
