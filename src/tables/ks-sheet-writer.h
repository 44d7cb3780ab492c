/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ks-time.h"

G_BEGIN_DECLS

typedef enum {
  KS_SHEET_CSV,
  KS_SHEET_XLSX,
} KsSheetFormat;

/* Writes a table as delimited text or as an Excel workbook: header rows bold and frozen, columns as
 * wide as what they hold, text never taken for a formula or a number. The same calls give the same
 * bytes. */
typedef struct _KsSheetWriter KsSheetWriter;

typedef enum {
  KS_SHEET_LEFT,
  KS_SHEET_CENTRE,
  KS_SHEET_RIGHT,
} KsSheetAlign;

/* How a sheet of a workbook looks that stands for a table on paper: ruled, as wide as that. */
typedef struct {
  guint               n_columns;
  const double       *widths;     /* in mm */
  const KsSheetAlign *aligns;
  gboolean            landscape;
} KsSheetPaper;

KsSheetFormat  ks_sheet_format_from_path (const char *path);
KsSheetWriter *ks_sheet_writer_new (KsSheetFormat format, KsMoment created, GError **error);
void           ks_sheet_writer_free (KsSheetWriter *self);
void           ks_sheet_writer_begin_sheet (KsSheetWriter *self, const char *name);
void           ks_sheet_writer_set_paper (KsSheetWriter *self, const KsSheetPaper *paper);
void           ks_sheet_writer_set_bold (KsSheetWriter *self, gboolean bold);
void           ks_sheet_writer_add_title (KsSheetWriter *self, const char *text);
void           ks_sheet_writer_add_header (KsSheetWriter *self, const char *text);
void           ks_sheet_writer_add_text (KsSheetWriter *self, const char *text);
void           ks_sheet_writer_add_count (KsSheetWriter *self, gint64 count);
void           ks_sheet_writer_add_number (KsSheetWriter *self, double value, guint decimals);
void           ks_sheet_writer_add_share (KsSheetWriter *self, double share);
void           ks_sheet_writer_add_day (KsSheetWriter *self, KsDay day);
void           ks_sheet_writer_add_note (KsSheetWriter *self, const char *text);
void           ks_sheet_writer_end_row (KsSheetWriter *self);
GBytes        *ks_sheet_writer_finish (KsSheetWriter *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsSheetWriter, ks_sheet_writer_free)

G_END_DECLS
