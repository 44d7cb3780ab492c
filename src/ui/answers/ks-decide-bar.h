/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What can be decided of what is chosen: a line of words and a button for each decision.
 * Property "prefix" (construct): group of the actions count, exclude and move. */
#define KS_TYPE_DECIDE_BAR (ks_decide_bar_get_type ())
G_DECLARE_FINAL_TYPE (KsDecideBar, ks_decide_bar, KS, DECIDE_BAR, GtkBox)

void ks_decide_bar_set_chosen (KsDecideBar *self, guint n_chosen);
void ks_decide_bar_set_with_sheets (KsDecideBar *self, gboolean with_sheets);

G_END_DECLS
