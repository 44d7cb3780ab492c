/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-figures.h"

#include "ks-number.h"

#define HUNDREDTHS 100.0

typedef struct
{
  char *title;
  KsFigureStyle style;
} Column;

typedef enum
{
  CELL_TEXT,
  CELL_COUNT,
  CELL_HUNDREDTHS,
  CELL_POINTS,
} CellKind;

typedef struct
{
  char *text;
  gint64 value;
  CellKind kind;
} Cell;

typedef struct
{
  KsFigureRowKind kind;
  guint key;
  GArray *cells; /* of Cell */
} Row;

struct _KsFigures
{
  gatomicrefcount references;
  GArray *columns; /* of Column */
  GArray *rows;    /* of Row */
};

static void
clear_column (gpointer data)
{
  g_free (((Column *)data)->title);
}

static void
clear_cell (gpointer data)
{
  g_free (((Cell *)data)->text);
}

static void
clear_row (gpointer data)
{
  g_array_unref (((Row *)data)->cells);
}

/**
 * ks_figures_new:
 *
 * Returns: (transfer full): a table without columns and rows
 */
KsFigures *
ks_figures_new (void)
{
  KsFigures *self = g_new0 (KsFigures, 1);

  g_atomic_ref_count_init (&self->references);
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->columns, clear_column);
  g_array_set_clear_func (self->rows, clear_row);
  return self;
}

/**
 * ks_figures_ref:
 * @self: a table
 *
 * Returns: (transfer full): the same, kept until another ks_figures_free()
 */
KsFigures *
ks_figures_ref (KsFigures *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * ks_figures_free:
 * @self: (nullable): a table
 *
 * Gives up the table, which goes with the last who holds it.
 */
void
ks_figures_free (KsFigures *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->columns);
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * ks_figures_add_column:
 * @self: a table without rows yet
 * @title: of the column
 * @style: how its cells look
 *
 * Adds a column at the right.
 */
void
ks_figures_add_column (KsFigures *self, const char *title, KsFigureStyle style)
{
  Column column = { g_strdup (title), style };

  g_array_append_val (self->columns, column);
}

/**
 * ks_figures_add_row:
 * @self: a table
 * @kind: of the row
 * @key: what the row is about, for the one who is told of its activation; %KS_FIGURE_NO_KEY: it
 *   leads nowhere
 *
 * Adds an empty row at the end.
 */
void
ks_figures_add_row (KsFigures *self, KsFigureRowKind kind, guint key)
{
  Row row = { kind, key, g_array_new (FALSE, TRUE, sizeof (Cell)) };

  g_array_set_clear_func (row.cells, clear_cell);
  g_array_append_val (self->rows, row);
}

/**
 * ks_figures_add_section:
 * @self: a table
 * @title: of the rows that follow
 *
 * Adds a row with one title across all columns.
 */
void
ks_figures_add_section (KsFigures *self, const char *title)
{
  ks_figures_add_row (self, KS_FIGURE_SECTION, KS_FIGURE_NO_KEY);
  ks_figures_add_text (self, title);
}

static void
add_cell (KsFigures *self, Cell cell)
{
  Row *row = &g_array_index (self->rows, Row, self->rows->len - 1);

  g_array_append_val (row->cells, cell);
}

/**
 * ks_figures_add_text:
 * @self: a table with a row
 * @text: what the next cell says
 *
 * Adds a cell of text.
 */
void
ks_figures_add_text (KsFigures *self, const char *text)
{
  g_return_if_fail (self->rows->len > 0);

  add_cell (self, (Cell){ g_strdup (text), 0, CELL_TEXT });
}

/**
 * ks_figures_add_count:
 * @self: a table with a row
 * @count: what the next cell says
 *
 * Adds a count: 4.466 on screen, bare digits on the clipboard.
 */
void
ks_figures_add_count (KsFigures *self, gint64 count)
{
  g_return_if_fail (self->rows->len > 0);

  add_cell (self, (Cell){ ks_format_count (count), count, CELL_COUNT });
}

/**
 * ks_figures_add_none:
 * @self: a table with a row
 *
 * Adds a cell for what is not told or not known.
 */
void
ks_figures_add_none (KsFigures *self)
{
  ks_figures_add_text (self, "–");
}

/**
 * ks_figures_add_staff:
 * @self: a table with a row
 * @staff: number of officials; 0: nobody knows
 *
 * Adds it.
 */
void
ks_figures_add_staff (KsFigures *self, gint64 staff)
{
  if (staff > 0)
    ks_figures_add_count (self, staff);
  else
    ks_figures_add_none (self);
}

/**
 * ks_figures_add_hundredths:
 * @self: a table with a row
 * @hundredths: of one per cent
 *
 * Adds a share as tables print it, without its sign: 8851 is 88,51.
 */
void
ks_figures_add_hundredths (KsFigures *self, gint64 hundredths)
{
  g_return_if_fail (self->rows->len > 0);

  add_cell (self, (Cell){ ks_format_decimal ((double)hundredths / HUNDREDTHS, 2), hundredths,
                          CELL_HUNDREDTHS });
}

/**
 * ks_figures_add_points:
 * @self: a table with a row
 * @hundredths: of one point of per cent
 *
 * Adds a difference of shares with its sign: 331 is +3,31. On the clipboard it is a bare number.
 */
void
ks_figures_add_points (KsFigures *self, gint64 hundredths)
{
  g_autofree char *size = ks_format_decimal ((double)ABS (hundredths) / HUNDREDTHS, 2);
  const char *sign = hundredths > 0 ? "+" : hundredths < 0 ? "−" : "";

  g_return_if_fail (self->rows->len > 0);

  add_cell (self, (Cell){ g_strconcat (sign, size, NULL), hundredths, CELL_POINTS });
}

/**
 * ks_figures_get_n_columns:
 * @self: a table
 *
 * Returns: the number of columns
 */
guint
ks_figures_get_n_columns (KsFigures *self)
{
  return self->columns->len;
}

/**
 * ks_figures_get_title:
 * @self: a table
 * @column: index of a column
 *
 * Returns: (transfer none): its title
 */
const char *
ks_figures_get_title (KsFigures *self, guint column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);

  return g_array_index (self->columns, Column, column).title;
}

/**
 * ks_figures_get_style:
 * @self: a table
 * @column: index of a column
 *
 * Returns: how its cells look
 */
KsFigureStyle
ks_figures_get_style (KsFigures *self, guint column)
{
  g_return_val_if_fail (column < self->columns->len, KS_FIGURE_TEXT);

  return g_array_index (self->columns, Column, column).style;
}

/**
 * ks_figures_get_n_rows:
 * @self: a table
 *
 * Returns: the number of rows, sections included
 */
guint
ks_figures_get_n_rows (KsFigures *self)
{
  return self->rows->len;
}

/**
 * ks_figures_get_kind:
 * @self: a table
 * @row: index of a row
 *
 * Returns: what kind of row it is
 */
KsFigureRowKind
ks_figures_get_kind (KsFigures *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, KS_FIGURE_ROW);

  return g_array_index (self->rows, Row, row).kind;
}

/**
 * ks_figures_get_key:
 * @self: a table
 * @row: index of a row
 *
 * Returns: what the row is about, or %KS_FIGURE_NO_KEY
 */
guint
ks_figures_get_key (KsFigures *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, KS_FIGURE_NO_KEY);

  return g_array_index (self->rows, Row, row).key;
}

/**
 * ks_figures_get_cell:
 * @self: a table
 * @row: index of a row
 * @column: index of a column
 *
 * Returns: (transfer none): what the cell says on screen; empty behind the last cell of a row
 */
const char *
ks_figures_get_cell (KsFigures *self, guint row, guint column)
{
  GArray *cells;

  g_return_val_if_fail (row < self->rows->len, NULL);

  cells = g_array_index (self->rows, Row, row).cells;
  return column < cells->len ? g_array_index (cells, Cell, column).text : "";
}

/* A sign in front of a number is none of a formula. */
static void
write_points (const Cell *cell, KsCsvWriter *writer)
{
  g_autofree char *figure = ks_format_decimal ((double)cell->value / HUNDREDTHS, 2);

  ks_csv_writer_add_figure (writer, figure);
}

static void
write_row (const Row *row, KsCsvWriter *writer)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const Cell *cell = &g_array_index (row->cells, Cell, i);

      if (cell->kind == CELL_COUNT)
        ks_csv_writer_add_count (writer, cell->value);
      else if (cell->kind == CELL_POINTS)
        write_points (cell, writer);
      else
        ks_csv_writer_add_text (writer, cell->text);
    }
  ks_csv_writer_end_row (writer, NULL);
}

/**
 * ks_figures_write:
 * @self: a table
 * @writer: writes into memory
 *
 * Writes titles and rows: what pastes into a spreadsheet.
 */
void
ks_figures_write (KsFigures *self, KsCsvWriter *writer)
{
  for (guint i = 0; i < self->columns->len; i++)
    ks_csv_writer_add_text (writer, ks_figures_get_title (self, i));
  ks_csv_writer_end_row (writer, NULL);
  for (guint i = 0; i < self->rows->len; i++)
    write_row (&g_array_index (self->rows, Row, i), writer);
}

static void
write_cell (const Cell *cell, KsSheetWriter *writer)
{
  if (cell->kind == CELL_COUNT)
    ks_sheet_writer_add_count (writer, cell->value);
  else if (cell->kind == CELL_HUNDREDTHS || cell->kind == CELL_POINTS)
    ks_sheet_writer_add_number (writer, (double)cell->value / HUNDREDTHS, 2);
  else
    ks_sheet_writer_add_text (writer, cell->text);
}

/**
 * ks_figures_write_sheet:
 * @self: a table
 * @writer: within a sheet
 *
 * Writes titles and rows, numbers as numbers.
 */
void
ks_figures_write_sheet (KsFigures *self, KsSheetWriter *writer)
{
  for (guint i = 0; i < self->columns->len; i++)
    ks_sheet_writer_add_header (writer, ks_figures_get_title (self, i));
  ks_sheet_writer_end_row (writer);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      /* A title would make a column of short ids as wide as itself. */
      if (row->kind == KS_FIGURE_SECTION && ks_figures_get_style (self, 0) == KS_FIGURE_ID)
        ks_sheet_writer_add_text (writer, "");
      for (guint j = 0; j < row->cells->len; j++)
        write_cell (&g_array_index (row->cells, Cell, j), writer);
      ks_sheet_writer_end_row (writer);
    }
}
