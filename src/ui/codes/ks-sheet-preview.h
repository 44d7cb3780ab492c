/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-pages.h"

G_BEGIN_DECLS

/* The real page on its ground: the painter of the print, at the size of the window or larger. */
#define KS_TYPE_SHEET_PREVIEW (ks_sheet_preview_get_type ())
G_DECLARE_FINAL_TYPE (KsSheetPreview, ks_sheet_preview, KS, SHEET_PREVIEW, GtkWidget)

void  ks_sheet_preview_set_pages (KsSheetPreview *self, KsPages *pages);
void  ks_sheet_preview_set_page (KsSheetPreview *self, guint page);
guint ks_sheet_preview_get_page (KsSheetPreview *self);
void  ks_sheet_preview_zoom (KsSheetPreview *self, int steps);

G_END_DECLS
