/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-fuzz.h"
#include "ks-sheet-source.h"

/* Workbooks from anywhere: whatever their parts say, cells are UTF-8 with their NUL and stay within
 * the limits. */

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  return 0;
}

static void
check_row (const KsRow *row, guint64 *number)
{
  g_assert_cmpuint (row->n_cells, <=, KS_CSV_MAX_COLUMNS);
  g_assert_cmpuint (row->number, >, *number);
  *number = row->number;
  for (guint i = 0; i < row->n_cells; i++)
    {
      const KsCell *cell = &row->cells[i];

      g_assert_cmpuint (cell->length, <=, KS_CSV_MAX_CELL + 1);
      g_assert_cmpint (cell->text[cell->length], ==, '\0');
      g_assert_true (g_utf8_validate (cell->text, (gssize) cell->length, NULL));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (KsSheetSource) source = ks_sheet_source_new_for_workbook (bytes, "fuzz.xlsx", NULL);

  for (guint i = 0; source != NULL && i < ks_sheet_source_get_n_sheets (source); i++)
    {
      g_autoptr (GError) error = NULL;
      const KsRow *row;
      guint64 number = 0;

      if (!ks_sheet_source_select (source, i, &error))
        continue;
      while ((row = ks_sheet_source_next (source, &error)) != NULL)
        check_row (row, &number);
    }
  return 0;
}
