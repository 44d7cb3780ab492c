/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* read-workbook FILE: the milliseconds to read every cell of its first sheet, and the MB at the most. */
#include <sys/resource.h>

#include "ks-sheet-source.h"

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (KsSheetSource) source = NULL;
  const KsRow *row;
  struct rusage usage;
  guint64 length = 0;

  g_assert_cmpint (argc, ==, 2);
  source = ks_sheet_source_new_for_path (argv[1], &error);
  g_assert_no_error (error);
  while ((row = ks_sheet_source_next (source, &error)) != NULL)
    for (guint i = 0; i < row->n_cells; i++)
      length += row->cells[i].length;
  g_assert_no_error (error);
  g_assert_cmpuint (length, >, 0);
  getrusage (RUSAGE_SELF, &usage);
  g_print ("%.1f %.1f\n", (double) (g_get_monotonic_time () - start) / 1000,
           (double) usage.ru_maxrss / 1024);
  return 0;
}
