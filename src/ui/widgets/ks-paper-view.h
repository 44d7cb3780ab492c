/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-pages.h"

G_BEGIN_DECLS

/* A sheet of white paper with one page on it, painted as it is printed. */
#define KS_TYPE_PAPER_VIEW (ks_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (KsPaperView, ks_paper_view, KS, PAPER_VIEW, GtkDrawingArea)

void ks_paper_view_show_page (KsPaperView *self, KsPages *pages, guint page);
void ks_paper_view_set_mark (KsPaperView *self, const KsRect *cell);
void ks_paper_view_set_margin (KsPaperView *self, double margin_mm);
double ks_paper_view_get_margin (KsPaperView *self);

G_END_DECLS
