/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-columns.h"

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-text.h"

/**
 * ks_open_list:
 * @path: a file, delimited text, a workbook or an archive of such text, or the URI of a resource
 * @encoding: what delimited text is in; %KS_ENCODING_AUTO: the reader recognises it, or asks
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its sheets
 */
KsSheetSource *
ks_open_list (const char *path, KsEncoding encoding, GError **error)
{
  KsSheetSource *source = ks_sheet_source_new_for_path (path, error);

  if (source != NULL)
    ks_sheet_source_set_encoding (source, encoding);
  return source;
}

/**
 * ks_is_unit_header:
 * @folded: what a column is called, folded
 *
 * Returns: whether such a column says to which unit a row belongs
 */
gboolean
ks_is_unit_header (const char *folded)
{
  static const char *const names[]
      = { "ma don vi", "ma khao sat", "ma dvhc", "don vi", "ten don vi" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (folded, names[i]))
      return TRUE;
  return FALSE;
}

/**
 * ks_find_column:
 * @header: the header row
 * @names: (array zero-terminated=1): what the column may be called, folded
 *
 * Returns: the index of the first column with such a name, or -1
 */
int
ks_find_column (const KsRow *header, const char *const *names)
{
  for (guint column = 0; column < header->n_cells; column++)
    {
      g_autofree char *folded = ks_text_fold (header->cells[column].text);

      if (g_strv_contains (names, folded))
        return (int) column;
    }
  return -1;
}

/**
 * ks_dup_cell:
 * @row: a row
 * @column: a column, or -1
 *
 * Returns: (transfer full): the cleaned text of the cell; empty where there is none
 */
char *
ks_dup_cell (const KsRow *row, int column)
{
  if (column < 0 || (guint) column >= row->n_cells)
    return g_strdup ("");
  return ks_text_clean (row->cells[column].text);
}

/**
 * ks_cell_is_blank:
 * @cell: a cell
 *
 * Returns: whether nothing but blanks stands in it
 */
gboolean
ks_cell_is_blank (const KsCell *cell)
{
  for (gsize i = 0; i < cell->length; i++)
    if (!g_ascii_isspace (cell->text[i]))
      return FALSE;
  return TRUE;
}

/**
 * ks_row_is_blank:
 * @row: a row
 *
 * Returns: whether nothing but blanks stands in it
 */
gboolean
ks_row_is_blank (const KsRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (!ks_cell_is_blank (&row->cells[i]))
      return FALSE;
  return TRUE;
}

/**
 * ks_refuse_at:
 * @file: what the file is called, for people
 * @number: a row of it, from 1
 * @message: what is wrong with it and what to do
 * @error: return location for an error
 *
 * Says which row of which file cannot be read.
 *
 * Returns: %FALSE
 */
gboolean
ks_refuse_at (const char *file, guint64 number, const char *message, GError **error)
{
  g_autofree char *row = ks_format_count ((gint64) number);

  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID, _ ("%s, row %s: %s"), file, row,
               message);
  return FALSE;
}
