/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-sheet-source.h"

/* What holds of every workbook that is read: rows come in their order, cells are UTF-8 with their
 * NUL and stay within the limits. */

static void
ks_fuzz_check_row (const KsRow *row, guint64 *number)
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

static void
ks_fuzz_read_workbook (GBytes *bytes, const char *name)
{
  g_autoptr (KsSheetSource) source = ks_sheet_source_new_for_workbook (bytes, name, NULL);

  for (guint i = 0; source != NULL && i < ks_sheet_source_get_n_sheets (source); i++)
    {
      g_autoptr (GError) error = NULL;
      const KsRow *row;
      guint64 number = 0;

      if (!ks_sheet_source_select (source, i, &error))
        continue;
      while ((row = ks_sheet_source_next (source, &error)) != NULL)
        ks_fuzz_check_row (row, &number);
    }
}
