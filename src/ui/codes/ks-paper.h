/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-pages.h"

G_BEGIN_DECLS

/* A sheet of white paper with one page on it, painted as it is printed. */
#define KS_TYPE_PAPER (ks_paper_get_type ())
G_DECLARE_FINAL_TYPE (KsPaper, ks_paper, KS, PAPER, GtkDrawingArea)

void ks_paper_show_page (KsPaper *self, KsPages *pages, guint page);
void ks_paper_set_mark (KsPaper *self, const KsRect *cell);

G_END_DECLS
