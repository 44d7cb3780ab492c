/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-pages-private.h"
#include "ks-sheet.h"

G_BEGIN_DECLS

/* Names of the layouts in the keywords of a PDF. A version changes when a cell moves. */
#define KS_POSTER_ID "poster"
#define KS_POSTER_VERSION 1
#define KS_ANNEX_ID "annex"
#define KS_ANNEX_VERSION 1

/* What posters and lists share. */

char      *ks_sheet_dup_version (const KsSheetContext *context, const char *code);
void       ks_sheet_add_code (const KsSheet *sheet, KsFolio *page, KsSymbolLevel level,
                              const KsRect *square, double margin, const KsRect *cell);
GPtrArray *ks_sheets_copy (GPtrArray *sheets);
gboolean   ks_sheets_check (GPtrArray *sheets, KsFamily family, GError **error);
double     ks_sheets_measure_module (GPtrArray *sheets, KsSymbolLevel level, double size,
                                     double margin);
char      *ks_sheet_mark_dup (const char *layout, guint version, guint n_columns,
                              GPtrArray *sheets, guint total);

G_END_DECLS
