/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-layout-private.h"

#define PITCH 1.18    /* of a cell, in em */
#define CAPITALS 0.66 /* height of the first line, in em */
#define ROW_AIR 3.0     /* above and below the text of a row, together */
#define LEAST_AIR 0.6
#define HEADER_AIR 2.4
#define FLAT_HEADER_AIR 4.2
#define CONTINUED "(tiếp theo)"
#define UPRIGHT_SIZE 12.0
#define FLAT_SIZE 11.0

typedef struct
{
  KsLayout *layout;
  const KsDocumentTable *table;
  GArray *rows;
  double *edges;
  KsStyle plain;
  KsStyle bold;
  KsTableLook look;
  double top;         /* of the column lines that are not drawn yet */
  const KsTableRow *group; /* to which the rows belong */
} Grid;

/* The texts of a row, broken into lines. */
typedef struct
{
  const KsStyle *style;
  KsRichText **texts;
  GArray **lines;
  guint n_columns;
  guint n_lines; /* of the highest */
} Cells;

/**
 * ks_table_get_look:
 * @document: a document
 * @table: one of its tables
 * @look: (out): how its cells are set
 */
void
ks_table_get_look (const KsDocument *document, const KsDocumentTable *table, KsTableLook *look)
{
  gboolean flat = document->facts.landscape;

  look->size = table->size > 0 ? table->size : flat ? FLAT_SIZE : UPRIGHT_SIZE;
  look->pitch = PITCH * look->size * KS_MM_PER_POINT;
  look->air = table->row_height > 0 ? MAX (LEAST_AIR, table->row_height - look->pitch) : ROW_AIR;
  look->header_air = flat ? FLAT_HEADER_AIR : HEADER_AIR;
}

static void
begin_grid (Grid *grid, KsLayout *layout, const KsBlock *block)
{
  const KsDocumentTable *table = &block->table;
  double total = 0;
  double x = layout->place.left;

  memset (grid, 0, sizeof *grid);
  grid->layout = layout;
  grid->table = table;
  grid->rows = block->rows;
  ks_table_get_look (layout->document, table, &grid->look);
  grid->plain = KS_SERIF (grid->look.size);
  grid->bold = KS_SERIF_BOLD (grid->look.size);
  for (guint i = 0; i < table->n_columns; i++)
    total += table->widths[i];
  grid->edges = g_new (double, table->n_columns + 1);
  for (guint i = 0; i < table->n_columns; i++)
    {
      grid->edges[i] = x;
      x += table->widths[i] * (layout->place.right - layout->place.left) / total;
    }
  grid->edges[table->n_columns] = layout->place.right;
}

static void
end_grid (Grid *grid)
{
  g_free (grid->edges);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Grid, end_grid)

static double
get_padding (KsAlign align, double padding)
{
  return align == KS_ALIGN_CENTRE ? MIN (padding, KS_TABLE_CENTRED_PADDING) : padding;
}

static void
break_cells (
    Cells *cells, const Grid *grid, const KsStyle *style, double padding, const char *const *marked)
{
  guint n = grid->table->n_columns;

  *cells = (Cells){ style, g_new (KsRichText *, n), g_new (GArray *, n), n, 1 };
  for (guint i = 0; i < n; i++)
    {
      double room
          = grid->edges[i + 1] - grid->edges[i] - 2 * get_padding (grid->table->aligns[i], padding);

      cells->texts[i] = ks_rich_text_new (marked[i], grid->layout->document->book);
      cells->lines[i] = ks_lines_break (style, cells->texts[i]->text, 0, room);
      cells->n_lines = MAX (cells->n_lines, cells->lines[i]->len);
    }
}

static void
clear_cells (Cells *cells)
{
  for (guint i = 0; i < cells->n_columns; i++)
    {
      ks_rich_text_free (cells->texts[i]);
      g_array_unref (cells->lines[i]);
    }
  g_free (cells->texts);
  g_free (cells->lines);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cells, clear_cells)

static void
break_row (Cells *cells, const Grid *grid, const KsTableRow *row)
{
  break_cells (cells, grid, ks_table_row_is_plain (row) ? &grid->plain : &grid->bold, KS_TABLE_PADDING,
               row->cells);
}

static double
measure_row (const Grid *grid, guint index)
{
  g_auto (Cells) cells = { 0 };

  break_row (&cells, grid, &g_array_index (grid->rows, KsTableRow, index));
  return cells.n_lines * grid->look.pitch + grid->look.air;
}

static double
get_header_height (const Grid *grid)
{
  g_auto (Cells) cells = { 0 };
  double number = grid->table->numbered ? KS_TABLE_NUMBER_ROW : 0;

  if (grid->table->header == NULL)
    return number;
  break_cells (&cells, grid, &grid->bold, KS_PAPER_HEADER_PADDING, grid->table->header);
  return number + cells.n_lines * grid->look.pitch + grid->look.header_air;
}

/* A cell that is one figure is wholly the figure's, for the pointer. */
static gboolean
is_figure (const KsRichText *text)
{
  const KsSpan *span = (const KsSpan *)(gpointer)text->spans->data;

  return text->spans->len == 1 && span->from == 0 && span->to == strlen (text->text);
}

static void
mark_cell (KsLayout *layout, const KsRichText *text, const KsRect *cell)
{
  KsPrinted printed
      = { layout->flow.pages->len - 1, *cell, g_array_index (text->spans, KsSpan, 0).figure };

  g_array_append_val (layout->printed, printed);
}

static double
find_left (KsAlign align, const KsRect *cell, double padding, double width)
{
  if (align == KS_ALIGN_CENTRE)
    return cell->x + (cell->width - width) / 2;
  if (align == KS_ALIGN_RIGHT)
    return cell->x + cell->width - padding - width;
  return cell->x + padding;
}

/* Some lines of a cell, in the middle of its height. */
static void
add_cell (const Grid *grid,
          const KsStyle *style,
          KsAlign align,
          double padding,
          const KsRect *cell,
          const KsRichText *text,
          const GArray *lines,
          guint from,
          guint to)
{
  double capitals = CAPITALS * style->size * KS_MM_PER_POINT;
  double height = capitals + (to - from - 1) * grid->look.pitch;
  double y = cell->y + (cell->height - height) / 2 + capitals;
  gboolean whole = is_figure (text);

  if (whole)
    mark_cell (grid->layout, text, cell);
  for (guint i = from; i < to; i++, y += grid->look.pitch)
    {
      const KsLine *line = &g_array_index (lines, KsLine, i);
      g_autofree char *words = g_strndup (text->text + line->from, line->to - line->from);
      double width = ks_type_get_width (ks_type_get (), style, words);
      double x = find_left (align, cell, padding, width);

      if (*words == '\0')
        continue;
      ks_folio_add_text (grid->layout->flow.page, style, KS_INK_BLACK, KS_ALIGN_LEFT, x, y, words);
      if (!whole)
        ks_layout_mark_line (grid->layout, style, text, line, x, y, 0);
    }
}

/* Some lines of all cells of a row, and the line under it. */
static void
add_cells (Grid *grid,
           const Cells *cells,
           const KsAlign *aligns,
           double padding,
           double air,
           guint from,
           guint to)
{
  KsPaperFlow *flow = &grid->layout->flow;
  double height = (to - from) * grid->look.pitch + air;
  const double *edges = grid->edges;

  for (guint i = 0; i < cells->n_columns; i++)
    {
      KsRect cell = { edges[i], flow->y, edges[i + 1] - edges[i], height };
      guint n = cells->lines[i]->len;

      if (from < n)
        add_cell (grid, cells->style, aligns != NULL ? aligns[i] : KS_ALIGN_CENTRE, padding, &cell,
                  cells->texts[i], cells->lines[i], from, MIN (to, n));
    }
  flow->y += height;
  ks_folio_add_line (flow->page, edges[0], flow->y, edges[cells->n_columns], flow->y,
                     KS_TABLE_LINE);
}

/* The column lines since the last time, but for those between the columns first and last. */
static void
add_columns (Grid *grid, guint first, guint last)
{
  KsPaperFlow *flow = &grid->layout->flow;
  guint n = grid->table->n_columns;

  for (guint i = 0; i <= n && flow->y > grid->top; i++)
    if (i <= first || i >= last)
      ks_folio_add_line (flow->page, grid->edges[i], grid->top, grid->edges[i], flow->y,
                         KS_TABLE_LINE);
  grid->top = flow->y;
}

static void
add_numbers (Grid *grid)
{
  const KsStyle style = KS_SERIF_ITALIC (9);
  KsPaperFlow *flow = &grid->layout->flow;
  guint n = grid->table->n_columns;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("(%u)", i + 1);
      KsRect cell
          = { grid->edges[i], flow->y, grid->edges[i + 1] - grid->edges[i], KS_TABLE_NUMBER_ROW };

      ks_paper_add_cell (flow->page, &style, KS_ALIGN_CENTRE, &cell, 0, number);
    }
  flow->y += KS_TABLE_NUMBER_ROW;
  ks_folio_add_line (flow->page, grid->edges[0], flow->y, grid->edges[n], flow->y, KS_TABLE_LINE);
}

static void
add_header (Grid *grid)
{
  KsPaperFlow *flow = &grid->layout->flow;

  grid->top = flow->y;
  ks_folio_add_line (flow->page, grid->edges[0], flow->y, grid->edges[grid->table->n_columns],
                     flow->y, KS_TABLE_LINE);
  if (grid->table->header != NULL)
    {
      g_auto (Cells) cells = { 0 };

      break_cells (&cells, grid, &grid->bold, KS_PAPER_HEADER_PADDING, grid->table->header);
      add_cells (grid, &cells, NULL, KS_PAPER_HEADER_PADDING, grid->look.header_air, 0,
                 cells.n_lines);
    }
  if (grid->table->numbered)
    add_numbers (grid);
}

/* The group that goes on: its number and name, over all columns. */
static void
add_continued (Grid *grid)
{
  const KsStyle italic = KS_SERIF_ITALIC (grid->plain.size);
  KsPaperFlow *flow = &grid->layout->flow;
  guint n = grid->table->n_columns;
  gboolean numbered = n > 2 && grid->table->aligns[0] != KS_ALIGN_LEFT;
  double height = grid->look.pitch + grid->look.air;
  g_autoptr (KsRichText) number = NULL;
  g_autoptr (KsRichText) name = NULL;
  KsRect cell = { grid->edges[0], flow->y, grid->edges[1] - grid->edges[0], height };
  KsRect rest = { grid->edges[numbered], flow->y, grid->edges[n] - grid->edges[numbered], height };

  add_columns (grid, n, n);
  number = ks_rich_text_new (grid->group->cells[0], grid->layout->document->book);
  name = ks_rich_text_new (grid->group->cells[numbered], grid->layout->document->book);
  if (numbered)
    ks_paper_add_cell (flow->page, &grid->bold, grid->table->aligns[0], &cell, KS_TABLE_PADDING,
                       number->text);
  ks_paper_add_cell (flow->page, &grid->bold, KS_ALIGN_LEFT, &rest, KS_TABLE_PADDING, name->text);
  ks_paper_add_cell (flow->page, &italic, KS_ALIGN_RIGHT, &rest, KS_TABLE_PADDING, CONTINUED);
  flow->y += height;
  ks_folio_add_line (flow->page, grid->edges[0], flow->y, grid->edges[n], flow->y, KS_TABLE_LINE);
  add_columns (grid, numbered, n);
}

static void
begin_next_page (Grid *grid, gboolean continued)
{
  add_columns (grid, grid->table->n_columns, grid->table->n_columns);
  ks_paper_flow_begin_page (&grid->layout->flow);
  add_header (grid);
  if (continued && grid->group != NULL)
    add_continued (grid);
}

/* A row that no page can hold is broken between its lines. */
static void
add_row (Grid *grid, const KsTableRow *row)
{
  KsPaperFlow *flow = &grid->layout->flow;
  g_auto (Cells) cells = { 0 };
  guint done = 0;

  break_row (&cells, grid, row);
  while (done < cells.n_lines)
    {
      double room = grid->layout->place.bottom - flow->y - grid->look.air + 1e-6;
      guint n = room >= grid->look.pitch ? (guint)(room / grid->look.pitch) : 0;

      if (n == 0)
        {
          begin_next_page (grid, ks_table_row_is_plain (row));
          n = MAX (1, (guint)((grid->layout->place.bottom - flow->y - grid->look.air)
                              / grid->look.pitch));
        }
      n = MIN (n, cells.n_lines - done);
      add_cells (grid, &cells, grid->table->aligns, KS_TABLE_PADDING, grid->look.air, done,
                 done + n);
      done += n;
    }
}

static double
measure_rows (const Grid *grid, guint from, guint to)
{
  double height = 0;

  for (guint i = from; i < MIN (to, grid->rows->len); i++)
    height += measure_row (grid, i);
  return height;
}

/* A group is not left alone at the foot of a page, nor a row without those bound to it; the last
 * rows stay with what follows. */
static double
measure_kept (const Grid *grid, guint index, guint last_rows, double tail)
{
  guint end = index + (ks_table_get_kind (grid->rows, index) == KS_ROW_GROUP ? 2 : 1);

  if (index == last_rows)
    return measure_rows (grid, index, grid->rows->len) + tail;
  while (ks_table_get_kind (grid->rows, end) == KS_ROW_BOUND)
    end++;
  return measure_rows (grid, index, end);
}

static gboolean
has_room (const Grid *grid, double height)
{
  const KsPaperPlace *place = &grid->layout->place;
  double whole = place->bottom - place->top - get_header_height (grid);

  return grid->layout->flow.y + height <= place->bottom + 1e-6 || height > whole;
}

static double
measure_lead (const Grid *grid, double tail)
{
  double head = KS_TABLE_GAP + ks_caption_measure (grid->table->caption, grid->layout->document,
                                                    &grid->layout->place)
                + get_header_height (grid);
  guint n
      = grid->rows->len > 0 && g_array_index (grid->rows, KsTableRow, 0).kind == KS_ROW_GROUP ? 3 : 2;

  if (ks_table_is_short (grid->table, grid->rows))
    return head + measure_rows (grid, 0, grid->rows->len) + tail;
  return head + measure_rows (grid, 0, grid->table->breaks ? 1 : n);
}

/**
 * ks_layout_measure_table_lead:
 * @self: a layout
 * @index: of a table
 *
 * Returns: the room for its caption, its header and its first rows; for all of it if it is short
 */
double
ks_layout_measure_table_lead (KsLayout *self, guint index)
{
  g_auto (Grid) grid = { 0 };

  begin_grid (&grid, self, ks_document_get_block (self->document, index));
  return measure_lead (&grid, ks_layout_measure_tail (self, index + 1));
}

static void
add_gap (KsLayout *self, const KsBlock *before)
{
  if (before->kind == KS_BLOCK_HEADING)
    ks_layout_add_gap (self, KS_TABLE_HEADING_GAP);
  else if (before->kind != KS_BLOCK_OPENING && before->kind != KS_BLOCK_TITLE)
    ks_layout_add_gap (self, KS_TABLE_GAP);
}

static void
add_rows (Grid *grid, guint last_rows, double tail)
{
  for (guint i = 0; i < grid->rows->len && !ks_document_is_stopped (grid->layout->job); i++)
    {
      const KsTableRow *row = &g_array_index (grid->rows, KsTableRow, i);

      if (i > 0 && !has_room (grid, measure_kept (grid, i, last_rows, tail)))
        begin_next_page (grid, ks_table_row_is_plain (row));
      add_row (grid, row);
      if (row->kind == KS_ROW_GROUP)
        grid->group = row;
    }
  add_columns (grid, grid->table->n_columns, grid->table->n_columns);
}

/**
 * ks_layout_add_table:
 * @self: a layout
 * @index: of a table
 */
void
ks_layout_add_table (KsLayout *self, guint index)
{
  const KsBlock *block = ks_document_get_block (self->document, index);
  double tail = ks_layout_measure_tail (self, index + 1);
  gboolean first = self->flow.y <= self->place.top + 1e-6;
  g_auto (Grid) grid = { 0 };

  begin_grid (&grid, self, block);
  if (!first && !has_room (&grid, measure_lead (&grid, tail)))
    ks_paper_flow_begin_page (&self->flow);
  if (index > 0)
    add_gap (self, ks_document_get_block (self->document, index - 1));
  ks_layout_add_caption (self, block->text);
  add_header (&grid);
  add_rows (&grid, ks_table_find_last_rows (block), tail);
}
