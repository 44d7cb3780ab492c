/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-sheet-writer.h"

G_BEGIN_DECLS

/* What a KsSheetWriter writes: text or a workbook. Rows are given cell by cell; number and day come
 * with what they look like as text. */
typedef struct {
  gpointer (*begin) (KsMoment created);
  void     (*free) (gpointer self);
  void     (*begin_sheet) (gpointer self, const char *name);
  void     (*add_title) (gpointer self, const char *text);
  void     (*add_header) (gpointer self, const char *text);
  void     (*add_text) (gpointer self, const char *text);
  void     (*add_number) (gpointer self, double value, guint decimals, const char *text);
  void     (*add_share) (gpointer self, double share, const char *text);
  void     (*add_day) (gpointer self, KsDay day, const char *text);
  void     (*end_row) (gpointer self);
  GBytes  *(*finish) (gpointer self, GError **error);

  /* Of workbooks alone. */
  void     (*set_paper) (gpointer self, const KsSheetPaper *paper);
  void     (*set_bold) (gpointer self, gboolean bold);
  void     (*add_note) (gpointer self, const char *text);
} KsSheetTarget;

#define KS_SHEET_MAX_COLUMNS 500
#define KS_SHEET_MAX_DECIMALS 9

extern const KsSheetTarget ks_sheet_text;

/* Workbooks are libxlsxwriter's, in a module that is loaded when the first one is written: with it
 * comes OpenSSL, and a third of all that a start of the program would look up. */
#define KS_WORKBOOK_MODULE "khaosat-workbook"
#define KS_WORKBOOK_SYMBOL "ks_workbook_module_get"

G_END_DECLS
