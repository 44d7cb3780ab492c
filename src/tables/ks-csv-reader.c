/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-csv-private.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-platform.h"
#include "ks-scan.h"
#include "ks-tables-error.h"

#define MAX_ROW_LENGTH (4 * 1024 * 1024)
#define NO_BLOCK G_MAXSIZE
#define BLOCK_MASK ((gsize) KS_SCAN_BLOCK - 1)

struct _KsCsvReader
{
  KsCsvSource source;
  gint64 size;
  char delimiter; /* 0: not known yet */
  gboolean begun;
  gboolean failed;

  gsize next;   /* where the next row begins in the source's buffer */
  gsize opened; /* where the cell that a partial row ends with begins */
  guint64 next_line;
  guint64 n_rows;
  gboolean any;

  KsScanMasks masks;
  gsize block; /* where the block of the masks begins */

  KsRow row;
  KsCell cells[KS_CSV_MAX_COLUMNS];
  guint16 doubled[KS_CSV_MAX_COLUMNS]; /* cells that hold doubled quotes */
  guint n_doubled;
};

typedef enum {
  OUTCOME_CELL,    /* another cell follows */
  OUTCOME_ROW,     /* the row ends here */
  OUTCOME_PARTIAL, /* more text is needed */
  OUTCOME_STRAY,   /* text behind a closing quote */
  OUTCOME_LONG,    /* a cell too long */
  OUTCOME_WIDE,    /* too many cells */
} Outcome;

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
  self->block = NO_BLOCK;
  self->next_line = 1;
  self->row.cells = self->cells;
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
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &cause);
  g_autoptr (GFileInfo) info = NULL;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  KsCsvReader *self;

  if (stream == NULL)
    {
      ks_file_set_read_error (error, path, cause);
      return NULL;
    }
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

  self->delimiter = delimiter;
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
  return self->delimiter;
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

static inline void
load_block (KsCsvReader *self, gsize position)
{
  gsize block = position & ~BLOCK_MASK;

  if (block == self->block)
    return;
  ks_scan_block (self->source.buffer + block, self->delimiter, &self->masks);
  self->block = block;
}

static inline guint
find_lowest_bit (guint64 bits)
{
  return (guint) __builtin_ctzll (bits);
}

/* The first delimiter, CR or LF from @position on, or the end of the text. */
static inline gsize
find_split (KsCsvReader *self, gsize position)
{
  while (position < self->source.end)
    {
      guint64 bits;

      load_block (self, position);
      bits = self->masks.splits >> (position & BLOCK_MASK);
      if (bits != 0)
        return MIN (position + find_lowest_bit (bits), self->source.end);
      position = (position | BLOCK_MASK) + 1;
    }
  return self->source.end;
}

/* The first quote from @position on, or the end of the text; adds the LF before it to @n_lines. */
static inline gsize
find_quote (KsCsvReader *self, gsize position, guint64 *n_lines)
{
  while (position < self->source.end)
    {
      guint shift = position & BLOCK_MASK;
      guint64 quotes, lines;

      load_block (self, position);
      quotes = self->masks.quotes >> shift;
      lines = self->masks.lines >> shift;
      if (quotes != 0)
        lines &= (quotes & -quotes) - 1;
      if (G_UNLIKELY (lines != 0))
        *n_lines += (guint) __builtin_popcountll (lines);
      if (quotes != 0)
        return MIN (position + find_lowest_bit (quotes), self->source.end);
      position = (position | BLOCK_MASK) + 1;
    }
  return self->source.end;
}

static inline gboolean
is_final (KsCsvReader *self)
{
  return self->source.at_end && !self->source.broken;
}

/* What follows a cell at @position: sets where the next cell or row begins. */
static inline Outcome
finish_cell (KsCsvReader *self, gsize position, gsize *after)
{
  const char *buffer = self->source.buffer;

  if (position >= self->source.end)
    {
      *after = position;
      return is_final (self) ? OUTCOME_ROW : OUTCOME_PARTIAL;
    }
  *after = position + 1;
  if (buffer[position] == self->delimiter)
    return OUTCOME_CELL;
  if (buffer[position] == '\r')
    {
      if (*after >= self->source.end && !is_final (self))
        return OUTCOME_PARTIAL;
      if (*after < self->source.end && buffer[*after] == '\n')
        (*after)++;
    }
  return OUTCOME_ROW;
}

/* Blanks between a closing quote and what parts the cells mean nothing. */
static gboolean
skip_blanks (KsCsvReader *self, gsize *position)
{
  const char *buffer = self->source.buffer;

  while (*position < self->source.end && buffer[*position] == ' ')
    (*position)++;
  return *position >= self->source.end || buffer[*position] == self->delimiter
         || buffer[*position] == '\r' || buffer[*position] == '\n';
}

/* @position is that of the opening quote. */
static inline Outcome
read_quoted (KsCsvReader *self, gsize position, guint column, gsize *after, guint64 *n_lines)
{
  const char *buffer = self->source.buffer;
  gsize end = self->source.end;
  gsize close = find_quote (self, position + 1, n_lines);
  gboolean doubled = FALSE;

  while (close + 1 < end && buffer[close + 1] == '"')
    {
      doubled = TRUE;
      close = find_quote (self, close + 2, n_lines);
    }
  if (close >= end || (close + 1 >= end && !is_final (self)))
    return OUTCOME_PARTIAL;
  if (doubled)
    self->doubled[self->n_doubled++] = (guint16) column;
  self->cells[column] = (KsCell){ buffer + position + 1, close - position - 1 };
  close++;
  if (!skip_blanks (self, &close))
    return OUTCOME_STRAY;
  return finish_cell (self, close, after);
}

static inline Outcome
read_plain (KsCsvReader *self, gsize position, guint column, gsize *after)
{
  gsize end = find_split (self, position);

  self->cells[column] = (KsCell){ self->source.buffer + position, end - position };
  return finish_cell (self, end, after);
}

/* Reads the cells of one row, changing nothing in the buffer, so that it can be read again when
 * more of it is there. */
static Outcome
read_row (KsCsvReader *self, gsize *after, guint64 *n_lines)
{
  gsize position = self->next;
  Outcome outcome;
  guint column = 0;

  self->n_doubled = 0;
  do
    {
      if (column >= KS_CSV_MAX_COLUMNS)
        return OUTCOME_WIDE;
      self->opened = position;
      if (position < self->source.end && self->source.buffer[position] == '"')
        outcome = read_quoted (self, position, column, after, n_lines);
      else
        outcome = read_plain (self, position, column, after);
      if (outcome > OUTCOME_ROW)
        return outcome;
      position = *after;
      column++;
    }
  while (outcome == OUTCOME_CELL);
  self->row.n_cells = column;
  return outcome;
}

/* Makes one quote of two, in place. */
static void
undouble_quotes (KsCell *cell)
{
  char *target = (char *) cell->text;
  const char *source = cell->text, *end = cell->text + cell->length;

  while (source < end)
    {
      const char *quote = memchr (source, '"', (gsize) (end - source));
      gsize length = (gsize) ((quote != NULL ? quote + 1 : end) - source);

      memmove (target, source, length);
      target += length;
      source += quote != NULL ? length + 1 : length;
    }
  cell->length = (gsize) (target - cell->text);
}

/* Each cell ends at a quote, a delimiter or a line end, which nobody reads again. */
static gboolean
close_cells (KsCsvReader *self)
{
  for (guint i = 0; i < self->n_doubled; i++)
    undouble_quotes (&self->cells[self->doubled[i]]);
  for (guint i = 0; i < self->row.n_cells; i++)
    {
      KsCell *cell = &self->cells[i];

      if (cell->length > KS_CSV_MAX_CELL)
        return FALSE;
      ((char *) cell->text)[cell->length] = '\0';
    }
  return TRUE;
}

static void
set_row_error (KsCsvReader *self, Outcome outcome, GError **error)
{
  g_autofree char *row = ks_format_count ((gint64) self->n_rows);
  const char *name = self->source.name;

  switch (outcome)
    {
    case OUTCOME_STRAY:
      g_set_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_FORMAT,
                   _("“%s”, row %s: text follows a closing quotation mark. Open the file in a "
                     "spreadsheet and save it again as “CSV UTF-8”."),
                   name, row);
      break;
    case OUTCOME_WIDE:
      g_set_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_LIMIT,
                   _("“%s”, row %s: there are more than %d columns. Delete those that are not "
                     "needed and save the file again."),
                   name, row, KS_CSV_MAX_COLUMNS);
      break;
    case OUTCOME_LONG:
      g_set_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_LIMIT,
                   _("“%s”, row %s: a cell holds more than %d KB. Check the quotation marks in "
                     "this row, or export the file again."),
                   name, row, KS_CSV_MAX_CELL / 1024);
      break;
    case OUTCOME_PARTIAL:
    case OUTCOME_CELL:
    case OUTCOME_ROW:
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
  self->begun = TRUE;
  if (!ks_csv_source_begin (&self->source, error))
    return FALSE;
  if (self->delimiter == '\0')
    self->delimiter = ks_csv_sniff_delimiter (self->source.buffer, self->source.end,
                                              is_final (self));
  return TRUE;
}

/* Reads more of a row that is there in part. */
static gboolean
extend_row (KsCsvReader *self, GError **error)
{
  gsize begun = self->source.end - self->next;
  gsize cell = self->source.end - self->opened;

  if (cell > 2 * KS_CSV_MAX_CELL + 2 || begun > MAX_ROW_LENGTH)
    {
      set_row_error (self, OUTCOME_LONG, error);
      return FALSE;
    }
  if (self->source.at_end || self->source.broken)
    {
      set_row_error (self, OUTCOME_PARTIAL, error);
      return FALSE;
    }
  if (!ks_csv_source_fill (&self->source, self->next, error))
    return FALSE;
  self->next = 0;
  self->block = NO_BLOCK;
  return TRUE;
}

/* Reads the next row, blank lines included. */
static gboolean
advance (KsCsvReader *self, GError **error)
{
  guint64 n_lines;
  Outcome outcome;
  gsize after;

  self->n_rows++;
  do
    {
      n_lines = 1;
      outcome = read_row (self, &after, &n_lines);
      if (outcome == OUTCOME_PARTIAL && !extend_row (self, error))
        return FALSE;
    }
  while (outcome == OUTCOME_PARTIAL);
  if (outcome == OUTCOME_ROW && !close_cells (self))
    outcome = OUTCOME_LONG;
  if (outcome != OUTCOME_ROW)
    {
      set_row_error (self, outcome, error);
      return FALSE;
    }
  self->row.number = self->n_rows;
  self->row.line = self->next_line;
  self->next_line += n_lines;
  self->next = after;
  return TRUE;
}

/* A blank line is one cell without a letter and without quotes; spreadsheets leave such lines. */
static gboolean
is_blank (KsCsvReader *self)
{
  return self->row.n_cells == 1 && self->cells[0].length == 0
         && self->cells[0].text == self->source.buffer + self->opened;
}

/* Reads on until a row can begin. Returns FALSE at the end of the text or with @error set. */
static gboolean
find_row (KsCsvReader *self, GError **error)
{
  if (!self->begun && !begin (self, error))
    return FALSE;
  while (self->next >= self->source.end && !self->source.at_end && !self->source.broken)
    {
      if (!ks_csv_source_fill (&self->source, self->next, error))
        return FALSE;
      self->next = 0;
      self->block = NO_BLOCK;
    }
  if (self->next < self->source.end)
    return TRUE;
  if (self->source.broken)
    {
      self->n_rows++;
      set_row_error (self, OUTCOME_PARTIAL, error);
    }
  else if (!self->any)
    g_set_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_FORMAT,
                 _("“%s” is empty. Export the file again and check that it holds a table."),
                 self->source.name);
  return FALSE;
}

/**
 * ks_csv_reader_next:
 * @self: a reader
 * @error: return location
 *
 * Reads the next row that is not blank. Rows may differ in their number of cells; that is the
 * caller's to judge. Fails with %KS_TABLES_ERROR, naming file and row, on text that is not UTF-8,
 * on a quotation mark that never closes, on what passes the limits, and on a file without any row.
 *
 * Returns: (transfer none) (nullable): the row, valid until the next call; %NULL at the end, or
 *   with @error set
 */
const KsRow *
ks_csv_reader_next (KsCsvReader *self, GError **error)
{
  if (self->failed)
    return NULL;
  do
    {
      if (!find_row (self, error) || !advance (self, error))
        {
          self->failed = TRUE;
          return NULL;
        }
    }
  while (is_blank (self));
  self->any = TRUE;
  return &self->row;
}
