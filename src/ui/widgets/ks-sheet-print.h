/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-pages.h"

G_BEGIN_DECLS

/* A print operation over the pages that the preview and the PDF show too, on the whole of the
 * paper that they were laid out for. Signals: "begun": the first
 * page is drawn; "previewed": the person looked at the pages instead. */
#define KS_TYPE_SHEET_PRINT (ks_sheet_print_get_type ())
G_DECLARE_FINAL_TYPE (KsSheetPrint, ks_sheet_print, KS, SHEET_PRINT, GtkPrintOperation)

KsSheetPrint *ks_sheet_print_new (KsPages *pages);
KsPages      *ks_sheet_print_get_pages (KsSheetPrint *self);
GPtrArray *ks_sheet_print_get_printed (KsSheetPrint *self);
gboolean ks_sheet_print_get_backwards (KsSheetPrint *self);
double ks_sheet_print_get_hard_margin (KsSheetPrint *self);
void          ks_sheet_print_set_job (KsSheetPrint *self, KsJob *job);
KsJob *ks_sheet_print_get_job (KsSheetPrint *self);
void          ks_sheet_print_hold (KsSheetPrint *self);
void          ks_sheet_print_go_on (KsSheetPrint *self, KsPages *pages);
void          ks_sheet_print_use_settings (KsSheetPrint *self, GtkPrintSettings *settings);

G_END_DECLS
