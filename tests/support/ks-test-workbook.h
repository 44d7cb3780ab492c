/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ks-sheet-source.h"

G_BEGIN_DECLS

/* Workbooks made for tests, part by part: also such as no spreadsheet would write. */
typedef struct _KsTestWorkbook KsTestWorkbook;

KsTestWorkbook *ks_test_workbook_new (void);
void            ks_test_workbook_add_sheet (KsTestWorkbook *self, const char *name,
                                            const char *sheet_data, const char *behind);
void            ks_test_workbook_hide_last (KsTestWorkbook *self);
void            ks_test_workbook_set_part (KsTestWorkbook *self, const char *part, const char *text);
GBytes         *ks_test_workbook_finish (KsTestWorkbook *self);
GBytes         *ks_test_zip (const char *const *names, const char *const *texts, guint n_parts);

/* An OpenDocument spreadsheet; @tables are its sheets, "<table:table …>…</table:table>". */
GBytes         *ks_test_ods (const char *styles, const char *tables);

/* A sheet of rows as lines and cells between "|": text, or a number where it is one. */
char           *ks_test_sheet_data (const char *rows);

/* The next row has these cells, parted by "|". */
void            ks_test_assert_row (KsSheetSource *source, const char *expected);

G_END_DECLS
