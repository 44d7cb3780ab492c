/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-sheet-writer.h"

#include "ks-i18n.h"
#include "ks-module.h"
#include "ks-sheet-target.h"
#include "ks-tables-error.h"

struct _KsSheetWriter {
  const KsSheetTarget *target;
  gpointer             sheets;
  guint                column;
};

/**
 * ks_sheet_format_from_path:
 * @path: where somebody wants a table
 *
 * Returns: the format that its name asks for; delimited text unless it ends in .xlsx
 */
KsSheetFormat
ks_sheet_format_from_path (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".xlsx") ? KS_SHEET_XLSX : KS_SHEET_CSV;
}

/**
 * ks_sheet_writer_new:
 * @format: of the file
 * @created: the moment that a workbook carries as its date
 * @error: return location for an error
 *
 * Returns: (transfer full): a writer before its first sheet, or %NULL with %KS_TABLES_ERROR_FORMAT
 *   if what writes workbooks is not installed
 */
KsSheetWriter *
ks_sheet_writer_new (KsSheetFormat format, KsMoment created, GError **error)
{
  const KsSheetTarget *target = format == KS_SHEET_CSV
                                    ? &ks_sheet_text
                                    : ks_module_get (KS_WORKBOOK_MODULE, KS_WORKBOOK_SYMBOL);
  KsSheetWriter *self;

  if (target == NULL)
    {
      g_set_error_literal (error, KS_TABLES_ERROR, KS_TABLES_ERROR_FORMAT,
                           _ ("The part of the program that writes workbooks is missing or damaged; "
                              "install the program again, or write the table as .csv."));
      return NULL;
    }
  self = g_new0 (KsSheetWriter, 1);
  self->target = target;
  self->sheets = target->begin (created);
  return self;
}

/**
 * ks_sheet_writer_free:
 * @self: (transfer full): a writer; what was not finished is lost
 */
void
ks_sheet_writer_free (KsSheetWriter *self)
{
  self->target->free (self->sheets);
  g_free (self);
}

/**
 * ks_sheet_writer_begin_sheet:
 * @self: a writer
 * @name: what the tab says; it is cut and mended as Excel wants it
 *
 * Begins the first or the next sheet. In delimited text sheets follow each other, parted by a blank
 * line, and have no names.
 */
void
ks_sheet_writer_begin_sheet (KsSheetWriter *self, const char *name)
{
  g_return_if_fail (self->column == 0);

  self->target->begin_sheet (self->sheets, name);
}

/**
 * ks_sheet_writer_set_paper:
 * @self: a writer whose sheet has just begun
 * @paper: how its table looks on paper; nothing of it is kept
 *
 * Lets the sheet look as the table does on paper; delimited text has no looks.
 */
void
ks_sheet_writer_set_paper (KsSheetWriter *self, const KsSheetPaper *paper)
{
  g_return_if_fail (paper->n_columns > 0 && paper->n_columns <= KS_SHEET_MAX_COLUMNS);

  if (self->target->set_paper != NULL)
    self->target->set_paper (self->sheets, paper);
}

/**
 * ks_sheet_writer_set_bold:
 * @self: a writer whose sheet looks as on paper
 * @bold: whether the rows that come are bold
 */
void
ks_sheet_writer_set_bold (KsSheetWriter *self, gboolean bold)
{
  if (self->target->set_bold != NULL)
    self->target->set_bold (self->sheets, bold);
}

/**
 * ks_sheet_writer_add_title:
 * @self: a writer
 * @text: what a whole sheet says of itself
 *
 * Adds a row above the titles of the columns, over their width; such rows come first of all.
 */
void
ks_sheet_writer_add_title (KsSheetWriter *self, const char *text)
{
  g_return_if_fail (self->column == 0);

  self->target->add_title (self->sheets, text);
  self->target->end_row (self->sheets);
}

/**
 * ks_sheet_writer_add_header:
 * @self: a writer
 * @text: title of a column
 *
 * Adds a cell to a row of titles; such rows come first.
 */
void
ks_sheet_writer_add_header (KsSheetWriter *self, const char *text)
{
  g_return_if_fail (self->column++ < KS_SHEET_MAX_COLUMNS);

  self->target->add_header (self->sheets, text);
}

/**
 * ks_sheet_writer_add_text:
 * @self: a writer
 * @text: UTF-8
 *
 * Adds a cell of text. Text that begins with = + - @ TAB CR or LF gets an apostrophe.
 */
void
ks_sheet_writer_add_text (KsSheetWriter *self, const char *text)
{
  g_return_if_fail (self->column++ < KS_SHEET_MAX_COLUMNS);

  self->target->add_text (self->sheets, text);
}

/**
 * ks_sheet_writer_add_count:
 * @self: a writer
 * @count: a whole number
 *
 * Adds a cell with a number.
 */
void
ks_sheet_writer_add_count (KsSheetWriter *self, gint64 count)
{
  ks_sheet_writer_add_number (self, (double) count, 0);
}

/**
 * ks_sheet_writer_add_number:
 * @self: a writer
 * @value: a number
 * @decimals: how many are shown, at most 9
 *
 * Adds a cell with a number; delimited text has a point as its decimal sign.
 */
void
ks_sheet_writer_add_number (KsSheetWriter *self, double value, guint decimals)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE], format[8];

  g_return_if_fail (self->column++ < KS_SHEET_MAX_COLUMNS && decimals <= KS_SHEET_MAX_DECIMALS);

  g_snprintf (format, sizeof format, "%%.%uf", decimals);
  g_ascii_formatd (text, sizeof text, format, value);
  self->target->add_number (self->sheets, value, decimals, text);
}

/**
 * ks_sheet_writer_add_share:
 * @self: a writer
 * @share: 0…1
 *
 * Adds a cell with a share, which a workbook shows in percent with two decimals and delimited text
 * as a number with four.
 */
void
ks_sheet_writer_add_share (KsSheetWriter *self, double share)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_if_fail (self->column++ < KS_SHEET_MAX_COLUMNS);

  g_ascii_formatd (text, sizeof text, "%.4f", share);
  self->target->add_share (self->sheets, share, text);
}

/**
 * ks_sheet_writer_add_day:
 * @self: a writer
 * @day: a day, or %KS_DAY_NONE for an empty cell
 *
 * Adds a day: a date of the spreadsheet, or 2024-04-01 in delimited text.
 */
void
ks_sheet_writer_add_day (KsSheetWriter *self, KsDay day)
{
  g_autofree char *text = day != KS_DAY_NONE ? ks_day_to_iso (day) : g_strdup ("");

  g_return_if_fail (self->column++ < KS_SHEET_MAX_COLUMNS);

  self->target->add_day (self->sheets, day, text);
}

/**
 * ks_sheet_writer_add_note:
 * @self: a writer
 * @text: what must be known of the table above it
 *
 * Adds a row under a table that looks as on paper, over its width.
 */
void
ks_sheet_writer_add_note (KsSheetWriter *self, const char *text)
{
  g_return_if_fail (self->column == 0);

  if (self->target->add_note != NULL)
    self->target->add_note (self->sheets, text);
}

/**
 * ks_sheet_writer_end_row:
 * @self: a writer
 *
 * Ends the row.
 */
void
ks_sheet_writer_end_row (KsSheetWriter *self)
{
  self->target->end_row (self->sheets);
  self->column = 0;
}

/**
 * ks_sheet_writer_finish:
 * @self: a writer, which takes nothing more
 * @error: return location for %KS_BASE_ERROR_FILE
 *
 * Returns: (transfer full) (nullable): the whole file
 */
GBytes *
ks_sheet_writer_finish (KsSheetWriter *self, GError **error)
{
  return self->target->finish (self->sheets, error);
}
