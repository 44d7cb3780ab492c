/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-csv-reader.h"

G_BEGIN_DECLS

/* A rectangle of cells that shows the text of its first one. Rows from 1, columns from 0. */
typedef struct {
  guint64 first_row;
  guint64 last_row;
  guint   first_column;
  guint   last_column;
} KsMerge;

/* Rows of cells, wherever they come from: a workbook (XLSX, ODS) with its sheets, delimited text, a
 * ZIP archive of any, whose tables are its sheets then, or what was copied in a spreadsheet. Read
 * row by row; of a workbook the shared texts alone are held, and itself in an archive. Numbers come as a person would write them (19,
 * 2.5), moments as 2024-04-01 08:05:12, and a formula whose result the file does not hold as its
 * own text: "=SUM(A1:A9)". */
typedef struct _KsSheetSource KsSheetSource;

KsSheetSource *ks_sheet_source_new_for_path (const char *path, GError **error);
KsSheetSource *ks_sheet_source_new_for_workbook (GBytes *bytes, const char *name, GError **error);
KsSheetSource *ks_sheet_source_new_for_csv (KsCsvReader *reader);
KsSheetSource *ks_sheet_source_new_for_block (const char *text, const char *name);
void           ks_sheet_source_free (KsSheetSource *self);
const char    *ks_sheet_source_get_name (KsSheetSource *self);
gboolean       ks_sheet_source_is_workbook (KsSheetSource *self);
gboolean       ks_sheet_source_is_beside_others (KsSheetSource *self, guint sheet);
KsCsvReader   *ks_sheet_source_get_csv (KsSheetSource *self);
void           ks_sheet_source_set_encoding (KsSheetSource *self, KsEncoding encoding);
GBytes        *ks_sheet_source_get_bytes (KsSheetSource *self);
gint64         ks_sheet_source_get_position (KsSheetSource *self);
gint64         ks_sheet_source_get_size (KsSheetSource *self);

guint          ks_sheet_source_get_n_sheets (KsSheetSource *self);
const char    *ks_sheet_source_get_sheet_name (KsSheetSource *self, guint sheet);
gboolean       ks_sheet_source_is_hidden (KsSheetSource *self, guint sheet);
gboolean       ks_sheet_source_select (KsSheetSource *self, guint sheet, GError **error);
const KsRow   *ks_sheet_source_next (KsSheetSource *self, GError **error);
GArray        *ks_sheet_source_get_merges (KsSheetSource *self);
const char    *ks_sheet_source_get_font (KsSheetSource *self, guint column);
char          *ks_sheet_column_name (guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsSheetSource, ks_sheet_source_free)

G_END_DECLS
