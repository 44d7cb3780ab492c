/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-document-workbook.h"

#include "ks-document-private.h"
#include "ks-documents-error.h"
#include "ks-i18n.h"
#include "ks-sheet-writer.h"


/* A workbook breaks lines by itself and shows no blanks at the ends of a caption. */
static char *
dup_line (const KsDocument *self, const char *marked)
{
  g_autoptr (KsRichText) text = ks_rich_text_new (marked, self->book);

  return g_strstrip (g_strdelimit (g_strdup (text->text), "\n", ' '));
}

static void
add_title (KsSheetWriter *writer, const char *title)
{
  if (title != NULL && *title != '\0')
    ks_sheet_writer_add_title (writer, title);
}

static void
add_marked (const KsDocument *self, KsSheetWriter *writer, const char *marked)
{
  g_autofree char *text = marked != NULL ? dup_line (self, marked) : NULL;

  add_title (writer, text);
}

/* The title of the paper, or of the list on pages of its own that the table belongs to. */
static void
add_names (const KsDocument *self, guint index, KsSheetWriter *writer)
{
  const KsBlock *owner = NULL;

  for (guint i = index; owner == NULL && i > 0; i--)
    {
      const KsBlock *block = ks_document_get_block (self, i - 1);

      if (block->kind == KS_BLOCK_TITLE || block->kind == KS_BLOCK_OPENING)
        owner = block;
    }
  if (owner == NULL)
    return;
  if (owner->kind == KS_BLOCK_TITLE)
    {
      add_marked (self, writer, owner->label);
      add_marked (self, writer, owner->text);
      add_marked (self, writer, owner->reference);
      return;
    }
  add_marked (self, writer, owner->opening.title);
  for (guint i = 0; owner->opening.subjects[i] != NULL; i++)
    add_marked (self, writer, owner->opening.subjects[i]);
  add_marked (self, writer, owner->opening.reference);
}

/* What stands in boxes on every page of the paper must not be lost with the paper. */
static void
add_titles (const KsDocument *self, guint index, KsSheetWriter *writer)
{
  const KsBlock *before = index > 0 ? ks_document_get_block (self, index - 1) : NULL;

  add_names (self, index, writer);
  if (before != NULL && before->kind == KS_BLOCK_HEADING)
    add_marked (self, writer, before->text);
  add_marked (self, writer, ks_document_get_block (self, index)->table.lead);
  add_marked (self, writer, ks_document_get_block (self, index)->text);
  add_title (writer, self->facts.draft);
  add_title (writer, self->facts.internal ? KS_INTERNAL : NULL);
  add_title (writer, self->facts.notice);
  add_title (writer, self->facts.simulated ? KS_SIMULATED : NULL);
}

/* As wide as the sheet of paper is between its margins. */
static void
set_paper (const KsDocument *self, const KsDocumentTable *table, KsSheetWriter *writer)
{
  static const KsSheetAlign aligns[] = { [KS_ALIGN_LEFT] = KS_SHEET_LEFT,
                                         [KS_ALIGN_CENTRE] = KS_SHEET_CENTRE,
                                         [KS_ALIGN_RIGHT] = KS_SHEET_RIGHT,
                                         [KS_ALIGN_AXIS] = KS_SHEET_LEFT };
  g_autofree KsSheetAlign *own = g_new (KsSheetAlign, table->n_columns);

  for (guint i = 0; i < table->n_columns; i++)
    own[i] = aligns[table->aligns[i]];
  ks_sheet_writer_set_paper (writer, &(KsSheetPaper){ .n_columns = table->n_columns,
                                                      .widths = table->widths,
                                                      .aligns = own,
                                                      .landscape = self->facts.landscape });
}

static void
add_header (const KsDocument *self, const KsDocumentTable *table, KsSheetWriter *writer)
{
  if (table->header == NULL)
    return;
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *text = dup_line (self, table->header[i]);

      ks_sheet_writer_add_header (writer, text);
    }
  ks_sheet_writer_end_row (writer);
}

static void
add_figure (KsSheetWriter *writer, const KsFigure *figure)
{
  switch (figure->format)
    {
    case KS_FIGURE_COUNT:
      ks_sheet_writer_add_count (writer, (gint64)figure->value);
      break;
    case KS_FIGURE_SHARE:
      ks_sheet_writer_add_share (writer, figure->value);
      break;
    case KS_FIGURE_DECIMAL:
      ks_sheet_writer_add_number (writer, figure->value, figure->decimals);
      break;
    case KS_FIGURE_WORDS:
    default:
      ks_sheet_writer_add_text (writer, figure->text);
    }
}

/* A cell that is one figure and nothing else can be reckoned with. */
static void
add_cell (const KsDocument *self, const char *marked, KsSheetWriter *writer)
{
  g_autoptr (KsRichText) text = ks_rich_text_new (marked, self->book);
  const KsSpan *span = text->spans->len == 1 ? &g_array_index (text->spans, KsSpan, 0) : NULL;

  if (span != NULL && span->from == 0 && text->text[span->to] == '\0')
    add_figure (writer, span->figure);
  else
    ks_sheet_writer_add_text (writer, g_strdelimit (text->text, "\n", ' '));
}

static void
add_rows (const KsDocument *self, const KsBlock *block, KsSheetWriter *writer, KsJob *job)
{
  for (guint i = 0; i < block->rows->len && !ks_document_is_stopped (job); i++)
    {
      const KsTableRow *row = &g_array_index (block->rows, KsTableRow, i);

      ks_sheet_writer_set_bold (writer, !ks_table_row_is_plain (row));
      for (guint column = 0; column < block->table.n_columns; column++)
        add_cell (self, row->cells[column], writer);
      ks_sheet_writer_end_row (writer);
    }
  ks_sheet_writer_set_bold (writer, FALSE);
}

static void
add_notes (const KsDocument *self, guint index, KsSheetWriter *writer)
{
  for (; index < self->blocks->len && ks_document_get_block (self, index)->kind == KS_BLOCK_NOTE;
       index++)
    {
      g_autofree char *note = dup_line (self, ks_document_get_block (self, index)->text);

      ks_sheet_writer_add_note (writer, note);
    }
}

static void
add_sheet (const KsDocument *self, guint index, guint number, KsSheetWriter *writer, KsJob *job)
{
  const KsBlock *block = ks_document_get_block (self, index);
  g_autofree char *name
      = block->table.sheet != NULL ? g_strdup (block->table.sheet) : g_strdup_printf ("%u", number);

  ks_sheet_writer_begin_sheet (writer, name);
  set_paper (self, &block->table, writer);
  add_titles (self, index, writer);
  add_header (self, &block->table, writer);
  add_rows (self, block, writer, job);
  add_notes (self, index + 1, writer);
}

static guint
add_sheets (const KsDocument *self, KsSheetWriter *writer, KsJob *job)
{
  guint n_sheets = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    if (ks_document_get_block (self, i)->kind == KS_BLOCK_TABLE)
      add_sheet (self, i, ++n_sheets, writer, job);
  return n_sheets;
}

/**
 * ks_document_write_workbook:
 * @self: a paper
 * @stamp: the moment that the workbook carries as its date
 * @job: (nullable): by which it is stopped
 * @error: return location for %KS_DOCUMENTS_ERROR_FIGURE, %KS_DOCUMENTS_ERROR_TABLE or
 *   %G_IO_ERROR_CANCELLED
 *
 * Writes the tables of the paper as a workbook, a sheet for each: what is a number on paper is one
 * that can be reckoned with, shown alike. The same paper gives the same bytes.
 *
 * Returns: (transfer full): an XLSX file, or %NULL with @error set
 */
GBytes *
ks_document_write_workbook (KsDocument *self, KsMoment stamp, KsJob *job, GError **error)
{
  g_autoptr (KsSheetWriter) writer = NULL;

  if (!ks_document_check (self, error))
    return NULL;
  writer = ks_sheet_writer_new (KS_SHEET_XLSX, stamp, error);
  if (writer == NULL)
    return NULL;
  if (add_sheets (self, writer, job) > 0)
    return ks_job_report (job, 0, 0, error) ? ks_sheet_writer_finish (writer, error) : NULL;
  g_set_error (error, KS_DOCUMENTS_ERROR, KS_DOCUMENTS_ERROR_TABLE,
               _ ("“%s” has no table to write as a workbook; write it as .docx or .pdf."),
               self->facts.title);
  return NULL;
}
