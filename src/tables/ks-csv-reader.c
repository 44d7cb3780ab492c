/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-csv-private.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-platform.h"
#include "ks-tables-error.h"

#define MAX_ROW_LENGTH (4 * 1024 * 1024)

struct _KsCsvReader
{
  KsCsvSource source;
  KsCsvParser parser;
  gint64 size;
  gboolean begun;
  gboolean failed;

  guint64 n_rows; /* begun so far, blank lines included */
  gboolean any;   /* whether there was a row that is not blank */
  KsRow row;
};

/**
 * ks_csv_reader_new:
 * @stream: where the text comes from
 * @name: what it is called in messages
 *
 * Returns: (transfer full): a reader before the first row; nothing has been read yet
 */
KsCsvReader *
ks_csv_reader_new (GInputStream *stream, const char *name)
{
  KsCsvReader *self;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream) && name != NULL, NULL);

  self = g_new0 (KsCsvReader, 1);
  ks_csv_source_init (&self->source, stream, name);
  self->parser.source = &self->source;
  self->row.cells = self->parser.cells;
  return self;
}

/**
 * ks_csv_reader_new_for_path:
 * @path: a file
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a reader before its first row
 */
KsCsvReader *
ks_csv_reader_new_for_path (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = ks_file_open (path, error);
  g_autoptr (GFileInfo) info = NULL;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  KsCsvReader *self;

  if (stream == NULL)
    return NULL;
  self = ks_csv_reader_new (G_INPUT_STREAM (stream), shown);
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL);
  self->size = info != NULL ? g_file_info_get_size (info) : 0;
  return self;
}

/**
 * ks_csv_reader_free:
 * @self: (transfer full): a reader
 */
void
ks_csv_reader_free (KsCsvReader *self)
{
  ks_csv_source_clear (&self->source);
  g_free (self);
}

/**
 * ks_csv_reader_set_tap:
 * @self: a reader before its first row
 * @func: called with each run of bytes as the stream gave them, in their order
 * @user_data: for @func
 *
 * Lets somebody hash or keep the file in the same pass. When ks_csv_reader_next() has returned
 * %NULL without an error, @func has seen the whole file.
 */
void
ks_csv_reader_set_tap (KsCsvReader *self, KsCsvTapFunc func, gpointer user_data)
{
  g_return_if_fail (!self->begun);

  self->source.tap = func;
  self->source.tap_data = user_data;
}

/**
 * ks_csv_reader_set_delimiter:
 * @self: a reader before its first row
 * @delimiter: what parts the cells, instead of a guess from the first rows
 */
void
ks_csv_reader_set_delimiter (KsCsvReader *self, char delimiter)
{
  g_return_if_fail (!self->begun && strchr ("\"\r\n", delimiter) == NULL);

  self->parser.delimiter = delimiter;
}

/**
 * ks_csv_reader_set_encoding:
 * @self: a reader before its first row
 * @encoding: what the text is in, instead of a guess; %KS_ENCODING_AUTO: guess
 *
 * Whatever the encoding, cells are UTF-8; those of old encodings are in NFC.
 */
void
ks_csv_reader_set_encoding (KsCsvReader *self, KsEncoding encoding)
{
  g_return_if_fail (!self->begun && encoding < KS_N_ENCODINGS);

  self->source.chosen = encoding;
}

/**
 * ks_csv_reader_set_buffer_size:
 * @self: a reader before its first row
 * @size: how many bytes are asked for at a time, at least 1
 *
 * For tests, which prove that nothing depends on it.
 */
void
ks_csv_reader_set_buffer_size (KsCsvReader *self, gsize size)
{
  g_return_if_fail (!self->begun && size > 0);

  self->source.chunk = size;
}

/**
 * ks_csv_reader_get_delimiter:
 * @self: a reader
 *
 * Returns: what parts the cells; 0 before the first row if it was not set
 */
char
ks_csv_reader_get_delimiter (KsCsvReader *self)
{
  return self->parser.delimiter;
}

/**
 * ks_csv_reader_get_guess:
 * @self: a reader
 *
 * What the text is in. When ks_csv_reader_next() has failed with %KS_TABLES_ERROR_ENCODING and this
 * has candidates, somebody shall choose between them: see ks_csv_reader_preview() and
 * ks_csv_reader_set_encoding(), for a reader that begins anew.
 *
 * Returns: (transfer none): the guess; without candidates before the first row
 */
const KsEncodingGuess *
ks_csv_reader_get_guess (KsCsvReader *self)
{
  return &self->source.guess;
}

/**
 * ks_csv_reader_preview:
 * @self: a reader whose guess is not sure
 * @encoding: a candidate
 *
 * Returns: (transfer full) (nullable): how a telling line of the file reads in that encoding; %NULL
 *   if nothing is to be chosen
 */
char *
ks_csv_reader_preview (KsCsvReader *self, KsEncoding encoding)
{
  gsize length;
  const guint8 *data;

  if (self->source.sample == NULL)
    return NULL;
  data = g_bytes_get_data (self->source.sample, &length);
  return ks_encoding_preview (&self->source.guess, encoding, data, length);
}

/**
 * ks_csv_reader_get_name:
 * @self: a reader
 *
 * Returns: (transfer none): what the file is called in messages
 */
const char *
ks_csv_reader_get_name (KsCsvReader *self)
{
  return self->source.name;
}

/**
 * ks_csv_reader_get_stream:
 * @self: a reader
 *
 * Returns: (transfer none): where its text comes from
 */
GInputStream *
ks_csv_reader_get_stream (KsCsvReader *self)
{
  return self->source.stream;
}

/**
 * ks_csv_reader_get_position:
 * @self: a reader
 *
 * Returns: number of bytes read so far, for a progress bar
 */
gint64
ks_csv_reader_get_position (KsCsvReader *self)
{
  return self->source.position;
}

/**
 * ks_csv_reader_get_size:
 * @self: a reader
 *
 * Returns: number of bytes of the file, or 0 if it is not known
 */
gint64
ks_csv_reader_get_size (KsCsvReader *self)
{
  return self->size;
}

static void
set_row_error (KsCsvReader *self, KsCsvOutcome outcome, GError **error)
{
  g_autofree char *row = ks_format_count ((gint64) self->n_rows);
  const char *name = self->source.name;

  switch (outcome)
    {
    case KS_CSV_STRAY:
      g_set_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_FORMAT,
                   _("“%s”, row %s: text follows a closing quotation mark. Open the file in a "
                     "spreadsheet and save it again as “CSV UTF-8”."),
                   name, row);
      break;
    case KS_CSV_WIDE:
      g_set_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_LIMIT,
                   _("“%s”, row %s: there are more than %d columns. Delete those that are not "
                     "needed and save the file again."),
                   name, row, KS_CSV_MAX_COLUMNS);
      break;
    case KS_CSV_LONG:
      g_set_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_LIMIT,
                   _("“%s”, row %s: the row is too long (a cell may hold %d KB, a row %d MB). "
                     "Check the quotation marks there, or export the file again."),
                   name, row, KS_CSV_MAX_CELL >> 10, MAX_ROW_LENGTH >> 20);
      break;
    case KS_CSV_PARTIAL:
    case KS_CSV_CELL:
    case KS_CSV_ROW:
    case KS_CSV_BLANK:
    default:
      if (self->source.broken)
        g_set_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_ENCODING,
                     _("“%s”, row %s: the text is not UTF-8. Open the file in a spreadsheet and "
                       "save it as “CSV UTF-8”."),
                     name, row);
      else
        g_set_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_FORMAT,
                     _("“%s”: a quotation mark opens in row %s and never closes. The file may be "
                       "cut off: export it again."),
                     name, row);
    }
}

static gboolean
begin (KsCsvReader *self, GError **error)
{
  KsCsvSource *source = &self->source;

  self->begun = TRUE;
  if (!ks_csv_source_begin (source, error))
    return FALSE;
  if (self->parser.delimiter == '\0')
    self->parser.delimiter = ks_csv_sniff_delimiter (source->buffer, source->end,
                                                     source->at_end && !source->broken);
  return TRUE;
}

/* Reads more of a row that is there in part. */
static gboolean
extend_row (KsCsvReader *self, GError **error)
{
  KsCsvParser *parser = &self->parser;
  gsize end = self->source.end;

  if (end - parser->opened > 2 * KS_CSV_MAX_CELL + 2 || end - parser->next > MAX_ROW_LENGTH)
    {
      set_row_error (self, KS_CSV_LONG, error);
      return FALSE;
    }
  if (self->source.at_end || self->source.broken)
    {
      set_row_error (self, KS_CSV_PARTIAL, error);
      return FALSE;
    }
  if (!ks_csv_source_fill (&self->source, parser->next, error))
    return FALSE;
  parser->next = 0;
  return TRUE;
}

static gboolean
check_not_empty (KsCsvReader *self, GError **error)
{
  if (self->any)
    return TRUE;
  g_set_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_FORMAT,
               _("“%s” is empty. Export it again or choose another file."), self->source.name);
  return FALSE;
}

static gboolean
check_row_count (KsCsvReader *self, GError **error)
{
  g_autofree char *limit = NULL;

  if (self->n_rows <= KS_CSV_MAX_ROWS)
    return TRUE;
  limit = ks_format_count (KS_CSV_MAX_ROWS);
  g_set_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_LIMIT,
               _("“%s” has more than %s rows. Split it into several files."), self->source.name,
               limit);
  return FALSE;
}

static gboolean
is_at_end (KsCsvReader *self)
{
  return self->source.at_end && !self->source.broken && self->parser.next >= self->source.end;
}

/* Reads the next row. It has no cells if it is a blank line, or if the end was found instead. */
static gboolean
advance (KsCsvReader *self, GError **error)
{
  KsCsvOutcome outcome;

  self->n_rows++;
  do
    {
      self->row.n_cells = 0;
      if (is_at_end (self))
        return TRUE;
      outcome = ks_csv_parser_read_row (&self->parser);
      if (outcome == KS_CSV_PARTIAL && !extend_row (self, error))
        return FALSE;
    }
  while (outcome == KS_CSV_PARTIAL);

  if (outcome != KS_CSV_ROW && outcome != KS_CSV_BLANK)
    {
      set_row_error (self, outcome, error);
      return FALSE;
    }
  self->row.n_cells = outcome == KS_CSV_ROW ? self->parser.n_cells : 0;
  self->row.number = self->n_rows;
  return check_row_count (self, error);
}

/**
 * ks_csv_reader_next:
 * @self: a reader
 * @error: return location
 *
 * Reads the next row that is not a blank line. Rows may be wider or narrower than the header: that
 * is for the caller to judge. The first call looks at the head of the file: byte order mark, UTF-8
 * or UTF-16, comma, semicolon, tab, |, ^ or ~.
 *
 * Fails with %KS_TABLES_ERROR_FORMAT on a file that is empty, cut off or no text, with
 * %KS_TABLES_ERROR_ENCODING where text is not UTF-8 or holds NUL bytes, with
 * %KS_TABLES_ERROR_LIMIT beyond 64 KB a cell, 500 columns, 4 MB a row or 16 million rows, and with
 * %KS_BASE_ERROR_FILE if the file cannot be read.
 *
 * Returns: (transfer none) (nullable): the row, or %NULL at the end of the file, on an error,
 *   and ever after
 */
const KsRow *
ks_csv_reader_next (KsCsvReader *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  self->failed = self->failed || (!self->begun && !begin (self, error));
  while (!self->failed)
    {
      if (is_at_end (self))
        {
          self->failed = !check_not_empty (self, error);
          return NULL;
        }
      self->failed = !advance (self, error);
      if (!self->failed && self->row.n_cells > 0)
        {
          self->any = TRUE;
          return &self->row;
        }
    }
  return NULL;
}
