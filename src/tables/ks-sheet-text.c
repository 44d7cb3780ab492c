/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-csv-writer.h"
#include "ks-sheet-target.h"

/* Sheets follow each other, parted by a blank line, and have no names. */

static gpointer
begin (KsMoment created)
{
  return ks_csv_writer_new (NULL, KS_CSV_GUARD);
}

static void
free_text (gpointer self)
{
  ks_csv_writer_free (self);
}

static void
begin_sheet (gpointer self, const char *name)
{
  if (ks_csv_writer_get_length (self) > 0)
    ks_csv_writer_end_row (self, NULL);
}

static void
add_text (gpointer self, const char *text)
{
  ks_csv_writer_add_text (self, text);
}

static void
add_number (gpointer self, double value, guint decimals, const char *text)
{
  ks_csv_writer_add_figure (self, text);
}

static void
add_share (gpointer self, double share, const char *text)
{
  ks_csv_writer_add_figure (self, text);
}

static void
add_day (gpointer self, KsDay day, const char *text)
{
  ks_csv_writer_add_text (self, text);
}

static void
end_row (gpointer self)
{
  ks_csv_writer_end_row (self, NULL);
}

static GBytes *
finish (gpointer self, GError **error)
{
  char *text = ks_csv_writer_steal_text (self);

  return g_bytes_new_take (text, strlen (text));
}

const KsSheetTarget ks_sheet_text = {
  begin,      free_text, begin_sheet, add_text, add_text, add_text,
  add_number, add_share, add_day,     end_row,  finish,   NULL,
  NULL,       NULL,
};
