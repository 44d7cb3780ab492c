/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-pages.h"

G_BEGIN_DECLS

#define KS_PREVIEW_FIT 0.0

/* The real pages on the screen: one at a time, as they will be printed. Page Up and Page Down,
 * Ctrl+Home and Ctrl+End turn them; Ctrl+plus, minus, 0 and the wheel with Ctrl change the size.
 * Properties: "page" (from 0), "zoom" (1 is the size on paper, KS_PREVIEW_FIT the whole page),
 * "narrow": fewer buttons at the foot.
 * Signals: "search" (const char *text, gboolean next), when something is typed into the search
 * entry or Enter pressed in it. */
#define KS_TYPE_PREVIEW (ks_preview_get_type ())
G_DECLARE_FINAL_TYPE (KsPreview, ks_preview, KS, PREVIEW, GtkWidget)

void   ks_preview_set_pages (KsPreview *self, KsPages *pages);
guint  ks_preview_get_page (KsPreview *self);
void   ks_preview_set_page (KsPreview *self, guint page);
double ks_preview_get_zoom (KsPreview *self);
void   ks_preview_set_zoom (KsPreview *self, double zoom);
void   ks_preview_set_mark (KsPreview *self, const KsRect *cell);
void   ks_preview_set_note (KsPreview *self, const char *title, const char *text,
                            const char *state);
void   ks_preview_start_search (KsPreview *self);
void ks_preview_set_cover (KsPreview *self, GtkWidget *cover);
void ks_preview_set_margin (KsPreview *self, double margin_mm);

G_END_DECLS
