/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-csv-private.h"

#include <string.h>

static inline gsize
get_lowest_bit (guint64 bits)
{
  return (gsize) __builtin_ctzll (bits);
}

/* The first delimiter, CR or LF from @position on, or the end of the text. Each cell is looked for
 * in a block of its own: most are shorter, so that a single look finds where they end. */
static inline gsize
find_split (KsCsvParser *self, gsize position)
{
  const char *buffer = self->source->buffer;
  const gsize end = self->source->end;

  for (; position < end; position += KS_SCAN_BLOCK)
    {
      guint64 splits = ks_scan_splits (buffer + position, self->delimiter);

      if (splits != 0)
        return MIN (position + get_lowest_bit (splits), end);
    }
  return end;
}

/* The first quote from @position on, or the end of the text. */
static inline gsize
find_quote (KsCsvParser *self, gsize position)
{
  const char *buffer = self->source->buffer;
  const gsize end = self->source->end;

  for (; position < end; position += KS_SCAN_BLOCK)
    {
      guint64 quotes = ks_scan_quotes (buffer + position);

      if (quotes != 0)
        return MIN (position + get_lowest_bit (quotes), end);
    }
  return end;
}

static inline gboolean
is_final (KsCsvParser *self)
{
  return self->source->at_end && !self->source->broken;
}

/* What follows a cell at @position: sets where the next cell or row begins. */
static inline KsCsvOutcome
finish_cell (KsCsvParser *self, gsize position, gsize *after)
{
  const char *buffer = self->source->buffer;

  if (position >= self->source->end)
    {
      *after = position;
      return is_final (self) ? KS_CSV_ROW : KS_CSV_PARTIAL;
    }
  *after = position + 1;
  if (buffer[position] == self->delimiter)
    return KS_CSV_CELL;
  if (buffer[position] == '\r')
    {
      if (*after >= self->source->end && !is_final (self))
        return KS_CSV_PARTIAL;
      if (*after < self->source->end && buffer[*after] == '\n')
        (*after)++;
    }
  return KS_CSV_ROW;
}

/* Blanks between a closing quote and what parts the cells mean nothing. */
static gboolean
skip_blanks (KsCsvParser *self, gsize *position)
{
  const char *buffer = self->source->buffer;

  while (*position < self->source->end && buffer[*position] == ' ')
    (*position)++;
  return *position >= self->source->end || buffer[*position] == self->delimiter
         || buffer[*position] == '\r' || buffer[*position] == '\n';
}

/* @position is that of the opening quote. */
static inline KsCsvOutcome
read_quoted (KsCsvParser *self, gsize position, guint column, gsize *after)
{
  const char *buffer = self->source->buffer;
  const gsize end = self->source->end;
  gsize close = find_quote (self, position + 1);
  gboolean doubled = FALSE;

  /* Of most cells that is all there is to see. */
  if (close + 1 < end && buffer[close + 1] == self->delimiter)
    {
      self->cells[column] = (KsCell){ buffer + position + 1, close - position - 1 };
      *after = close + 2;
      return KS_CSV_CELL;
    }
  while (close + 1 < end && buffer[close + 1] == '"')
    {
      doubled = TRUE;
      close = find_quote (self, close + 2);
    }
  if (close >= end)
    return KS_CSV_PARTIAL;
  if (doubled)
    self->doubled[self->n_doubled++] = (guint16) column;
  self->cells[column] = (KsCell){ buffer + position + 1, close - position - 1 };
  close++;
  if (!skip_blanks (self, &close))
    return KS_CSV_STRAY;
  return finish_cell (self, close, after);
}

static inline KsCsvOutcome
read_plain (KsCsvParser *self, gsize position, guint column, gsize *after)
{
  gsize end = find_split (self, position);

  self->cells[column] = (KsCell){ self->source->buffer + position, end - position };
  return finish_cell (self, end, after);
}

/* Changes nothing in the buffer, so that the row can be read again when more of it is there. */
static KsCsvOutcome
read_cells (KsCsvParser *self)
{
  KsCsvOutcome outcome;
  gsize position = self->next;

  self->n_cells = 0;
  self->n_doubled = 0;
  do
    {
      if (self->n_cells >= KS_CSV_MAX_COLUMNS)
        return KS_CSV_WIDE;
      self->opened = position;
      if (position < self->source->end && self->source->buffer[position] == '"')
        outcome = read_quoted (self, position, self->n_cells, &self->after);
      else
        outcome = read_plain (self, position, self->n_cells, &self->after);
      position = self->after;
      self->n_cells++;
    }
  while (outcome == KS_CSV_CELL);
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
close_cells (KsCsvParser *self)
{
  for (guint i = 0; i < self->n_doubled; i++)
    undouble_quotes (&self->cells[self->doubled[i]]);
  for (guint i = 0; i < self->n_cells; i++)
    {
      KsCell *cell = &self->cells[i];

      if (cell->length > KS_CSV_MAX_CELL)
        return FALSE;
      ((char *) cell->text)[cell->length] = '\0';
    }
  return TRUE;
}

/**
 * ks_csv_parser_read_row:
 * @self: a parser
 *
 * Reads the row that begins at next, if the whole of it is there, and sets next behind it.
 *
 * Returns: what came of it; never %KS_CSV_CELL
 */
KsCsvOutcome
ks_csv_parser_read_row (KsCsvParser *self)
{
  const char *start = self->source->buffer + self->next;
  KsCsvOutcome outcome = read_cells (self);

  if (outcome != KS_CSV_ROW)
    return outcome;
  self->next = self->after;
  /* The text of a quoted cell would begin behind its quote. */
  if (self->n_cells == 1 && self->cells[0].length == 0 && self->cells[0].text == start)
    return KS_CSV_BLANK;
  return close_cells (self) ? KS_CSV_ROW : KS_CSV_LONG;
}
