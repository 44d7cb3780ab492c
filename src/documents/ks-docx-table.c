/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-docx-private.h"

#define BOLD "<w:b/><w:bCs/>"

/* The styles of cells by their side. */
static const char *const cell_styles[] = {
  [KS_ALIGN_LEFT] = "TableText",
  [KS_ALIGN_CENTRE] = "TableCentre",
  [KS_ALIGN_RIGHT] = "TableRight",
  [KS_ALIGN_AXIS] = "TableText",
};

/* A table while it is written. */
typedef struct
{
  KsDocx *docx;
  const KsDocumentTable *table;
  KsTableLook look;
  int *widths; /* in twips */
  char *styles[KS_ALIGN_AXIS + 1];
  char *header; /* its style */
} Grid;

static void
fill_widths (int *widths, const double *given, guint n, double width)
{
  double total = 0;
  double edge = 0;
  int done = 0;

  for (guint i = 0; i < n; i++)
    total += given[i];
  for (guint i = 0; i < n; i++)
    {
      edge += given[i] * width / total;
      widths[i] = KS_TWIPS (edge) - done;
      done += widths[i];
    }
}

static void
add_margin (GString *xml, const char *side, double mm)
{
  g_string_append_printf (xml, "<w:%s w:w=\"%d\" w:type=\"dxa\"/>", side, KS_TWIPS (mm));
}

static void
add_margins (GString *xml, const char *element, double upright, double side)
{
  g_string_append_printf (xml, "<w:%s>", element);
  add_margin (xml, "top", upright);
  add_margin (xml, "left", side);
  add_margin (xml, "bottom", upright);
  add_margin (xml, "right", side);
  g_string_append_printf (xml, "</w:%s>", element);
}

static void
add_grid (GString *xml, const int *widths, guint n)
{
  g_string_append (xml, "<w:tblGrid>");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (xml, "<w:gridCol w:w=\"%d\"/>", widths[i]);
  g_string_append (xml, "</w:tblGrid>\n");
}

/**
 * ks_docx_begin_frame:
 * @self: a document
 * @widths: of its cells, in mm; together as wide as the text
 * @n: how many
 * @top: what stands free above, in mm
 * @height: of it all at least, in mm
 *
 * Begins a table of one row without lines: what stands side by side.
 */
void
ks_docx_begin_frame (KsDocx *self, const double *widths, guint n, double top, double height)
{
  g_autofree int *twips = g_new (int, n);
  GString *xml = self->body;

  fill_widths (twips, widths, n, self->width);
  g_string_append_printf (xml,
                          "<w:tbl><w:tblPr><w:tblW w:w=\"%d\" w:type=\"dxa\"/>"
                          "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar>",
                          KS_TWIPS (self->width));
  add_margin (xml, "top", top);
  add_margin (xml, "left", 0);
  add_margin (xml, "bottom", 0);
  add_margin (xml, "right", 0);
  g_string_append (xml, "</w:tblCellMar></w:tblPr>");
  add_grid (xml, twips, n);
  g_string_append_printf (xml,
                          "<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"%d\" "
                          "w:hRule=\"atLeast\"/></w:trPr>",
                          KS_TWIPS (height));
}

/**
 * ks_docx_begin_cell:
 * @self: a document in a row
 * @twips: its width
 * @more: properties beside; may be empty
 */
void
ks_docx_begin_cell (KsDocx *self, int twips, const char *more)
{
  g_string_append_printf (self->body, "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/>%s</w:tcPr>",
                          twips, more);
}

/**
 * ks_docx_end_cell:
 * @self: a document in a cell
 */
void
ks_docx_end_cell (KsDocx *self)
{
  g_string_append (self->body, "</w:tc>");
}

/**
 * ks_docx_end_frame:
 * @self: a document in the row of a frame
 */
void
ks_docx_end_frame (KsDocx *self)
{
  g_string_append (self->body, "</w:tr></w:tbl>\n");
  self->tabled = TRUE;
}

/**
 * ks_docx_name_cells:
 * @self: a document
 * @style: of cells in tables of the usual size
 * @size: of a table, in points
 *
 * Returns: (transfer full): the style of cells in that table
 */
char *
ks_docx_name_cells (const KsDocx *self, const char *style, double size)
{
  const KsDocumentTable usual = { 0 };
  KsTableLook look;

  ks_table_get_look (self->document, &usual, &look);
  if (KS_HALF_POINTS (size) == KS_HALF_POINTS (look.size))
    return g_strdup (style);
  return g_strdup_printf ("%s%d", style, KS_HALF_POINTS (size));
}

static void
begin_grid (Grid *grid, KsDocx *docx, const KsDocumentTable *table)
{

  grid->docx = docx;
  grid->table = table;
  ks_table_get_look (docx->document, table, &grid->look);
  grid->widths = g_new (int, table->n_columns);
  fill_widths (grid->widths, table->widths, table->n_columns, docx->width);
  for (guint i = 0; i < G_N_ELEMENTS (cell_styles); i++)
    grid->styles[i] = ks_docx_name_cells (docx, cell_styles[i], grid->look.size);
  grid->header = ks_docx_name_cells (docx, "TableHeader", grid->look.size);
}

static void
end_grid (Grid *grid)
{
  g_free (grid->widths);
  for (guint i = 0; i < G_N_ELEMENTS (grid->styles); i++)
    g_free (grid->styles[i]);
  g_free (grid->header);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Grid, end_grid)

/* Lines take room of their own. */
static double
get_margin (double air)
{
  return MAX (0, (air - KS_TABLE_LINE) / 2);
}

static void
add_properties (const Grid *grid)
{
  GString *xml = grid->docx->body;

  g_string_append_printf (xml,
                          "<w:tbl><w:tblPr><w:tblStyle w:val=\"PaperTable\"/>"
                          "<w:tblW w:w=\"%d\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>",
                          KS_TWIPS (grid->docx->width));
  add_margins (xml, "tblCellMar", get_margin (grid->look.air), KS_TABLE_CENTRED_PADDING);
  g_string_append (xml, "</w:tblPr>");
  add_grid (xml, grid->widths, grid->table->n_columns);
}

static void
add_cell (const Grid *grid,
          guint column,
          const char *more,
          const char *style,
          guint flags,
          const char *look,
          const char *marked)
{
  KsDocx *docx = grid->docx;
  g_autoptr (KsRichText) text = ks_rich_text_new (marked, docx->document->book);

  ks_docx_begin_cell (docx, grid->widths[column], more);
  ks_docx_begin_paragraph (docx, style, flags);
  ks_docx_add_rich (docx, text, look);
  ks_docx_end_paragraph (docx);
  ks_docx_end_cell (docx);
}

static void
add_header (const Grid *grid)
{
  g_autoptr (GString) margins = g_string_new (NULL);
  GString *xml = grid->docx->body;

  if (grid->table->header == NULL)
    return;
  add_margins (margins, "tcMar", get_margin (grid->look.header_air), KS_PAPER_HEADER_PADDING);
  g_string_append (xml, "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
  for (guint i = 0; i < grid->table->n_columns; i++)
    add_cell (grid, i, margins->str, grid->header, 0, "", grid->table->header[i]);
  g_string_append (xml, "</w:tr>\n");
}

static void
add_numbers (const Grid *grid)
{
  g_autoptr (GString) margins = g_string_new (NULL);
  GString *xml = grid->docx->body;

  if (!grid->table->numbered)
    return;
  add_margins (margins, "tcMar", 0, 0);
  g_string_append_printf (xml,
                          "<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"%d\" "
                          "w:hRule=\"atLeast\"/><w:tblHeader/></w:trPr>",
                          KS_TWIPS (KS_TABLE_NUMBER_ROW));
  for (guint i = 0; i < grid->table->n_columns; i++)
    {
      g_autofree char *number = g_strdup_printf ("{=(%u)}", i + 1);

      add_cell (grid, i, margins->str, "TableNumber", 0, "", number);
    }
  g_string_append (xml, "</w:tr>\n");
}

static void
add_row (const Grid *grid, const KsTableRow *row, guint flags)
{
  GString *xml = grid->docx->body;
  gboolean plain = ks_table_row_is_plain (row);

  g_string_append (xml, "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
  for (guint i = 0; i < grid->table->n_columns; i++)
    add_cell (grid, i, "", grid->styles[grid->table->aligns[i]], flags, plain ? "" : BOLD,
              row->cells[i]);
  g_string_append (xml, "</w:tr>\n");
}

/* A group stays with its first unit, a row with those bound to it. */
static gboolean
holds_next (const GArray *rows, guint index)
{
  return ks_table_get_kind (rows, index) == KS_ROW_GROUP
         || ks_table_get_kind (rows, index + 1) == KS_ROW_BOUND;
}

/* The last rows stay together, and with what is said of them. */
static void
add_rows (const Grid *grid, const KsBlock *block, gboolean followed)
{
  guint last_rows = ks_table_find_last_rows (block);

  for (guint i = 0; i < block->rows->len && !ks_document_is_stopped (grid->docx->job); i++)
    {
      const KsTableRow *row = &g_array_index (block->rows, KsTableRow, i);
      gboolean last = i + 1 == block->rows->len;
      gboolean kept = last ? followed : i >= last_rows || holds_next (block->rows, i);

      add_row (grid, row, kept ? KS_DOCX_KEEP_NEXT : 0);
    }
}

static gboolean
stands_apart (const KsDocx *self, guint index)
{
  KsBlockKind before
      = index > 0 ? ks_document_get_block (self->document, index - 1)->kind : KS_BLOCK_BREAK;

  return self->tabled || self->new_page
         || (before != KS_BLOCK_HEADING && before != KS_BLOCK_OPENING && before != KS_BLOCK_TITLE
             && before != KS_BLOCK_BREAK);
}

/**
 * ks_docx_add_table:
 * @self: a document
 * @index: of a table
 */
void
ks_docx_add_table (KsDocx *self, guint index)
{
  const KsBlock *block = ks_document_get_block (self->document, index);
  guint end = ks_document_find_tail (self->document, index + 1);
  gboolean followed = end > index + 1 || ks_document_is_closing (self->document, end);
  g_auto (Grid) grid = { 0 };

  begin_grid (&grid, self, &block->table);
  if (block->text != NULL)
    ks_docx_add_marked (self, "Caption", 0, block->text);
  else if (stands_apart (self, index))
    ks_docx_add_given (self, "Gap", KS_DOCX_KEEP_NEXT, "");
  add_properties (&grid);
  add_header (&grid);
  add_numbers (&grid);
  add_rows (&grid, block, followed);
  g_string_append (self->body, "</w:tbl>\n");
  self->tabled = TRUE;
}
