/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-paper-standing.h"

G_BEGIN_DECLS

/* A paper in the list: what it is, what it is written as, and what it waits for. */
#define KS_TYPE_PAPER_ITEM (ks_paper_item_get_type ())
G_DECLARE_FINAL_TYPE (KsPaperItem, ks_paper_item, KS, PAPER_ITEM, AdwActionRow)

GtkWidget *ks_paper_item_new (KsPaperLine line);
KsPaperLine ks_paper_item_get_line (KsPaperItem *self);
void ks_paper_item_show_state (KsPaperItem *self, KsPaperState state);

G_END_DECLS
