/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-csv-reader.h"

G_BEGIN_DECLS

typedef enum {
  KS_CSV_PLAIN = 0,
  KS_CSV_LOCAL = 1 << 0, /* BOM and semicolons, as spreadsheets in Việt Nam expect */
  KS_CSV_GUARD = 1 << 1, /* an apostrophe before text that a spreadsheet would compute */
  KS_CSV_TABS = 1 << 2,  /* tabs between cells: what a spreadsheet pastes from the clipboard */
} KsCsvFlags;

/* Writes delimited text: UTF-8, LF, quotes only where needed. */
typedef struct _KsCsvWriter KsCsvWriter;

KsCsvWriter *ks_csv_writer_new (GOutputStream *stream, KsCsvFlags flags);
void         ks_csv_writer_free (KsCsvWriter *self);
void         ks_csv_writer_add_text (KsCsvWriter *self, const char *text);
void         ks_csv_writer_add_cell (KsCsvWriter *self, const KsCell *cell);
void         ks_csv_writer_add_figure (KsCsvWriter *self, const char *figure);
void         ks_csv_writer_add_count (KsCsvWriter *self, gint64 count);
gboolean     ks_csv_writer_end_row (KsCsvWriter *self, GError **error);
gboolean     ks_csv_writer_finish (KsCsvWriter *self, GError **error);
gsize        ks_csv_writer_get_length (KsCsvWriter *self);
char        *ks_csv_writer_steal_text (KsCsvWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsCsvWriter, ks_csv_writer_free)

G_END_DECLS
