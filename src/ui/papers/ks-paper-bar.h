/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-make-paper.h"
#include "ks-paper-line.h"

G_BEGIN_DECLS

/* What is asked of a paper, over its pages: of which district or unit it is, whether it is a draft
 * or for internal circulation, whether an earlier survey is compared with. Signal "changed": the
 * person asked for something else. */
#define KS_TYPE_PAPER_BAR (ks_paper_bar_get_type ())
G_DECLARE_FINAL_TYPE (KsPaperBar, ks_paper_bar, KS, PAPER_BAR, GtkWidget)

void ks_paper_bar_set_campaign (KsPaperBar *self, const char *path, KsRegistry *registry);
void ks_paper_bar_set_line (KsPaperBar *self, KsPaperLine line);
KsPaperWish ks_paper_bar_get_wish (KsPaperBar *self);
KsPaperWish ks_paper_bar_get_marks (KsPaperBar *self);
void ks_paper_bar_keep_previous (KsPaperBar *self);

G_END_DECLS
