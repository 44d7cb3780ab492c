/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A page with a pane at its side. Where both find room they stand beside each other; in a narrow
 * window the pane takes the place of the page while it is shown.
 * Properties: "content", "pane" (widgets); "position" (start or end); "pinned": beside a wide page
 * the pane always stands; "show-pane"; "fold-width": below it the page is narrow; "folded"
 * (read-only). */
#define KS_TYPE_SIDE_BOX (ks_side_box_get_type ())
G_DECLARE_FINAL_TYPE (KsSideBox, ks_side_box, KS, SIDE_BOX, GtkWidget)

gboolean ks_side_box_get_folded (KsSideBox *self);
gboolean ks_side_box_get_show_pane (KsSideBox *self);
void ks_side_box_set_show_pane (KsSideBox *self, gboolean show_pane);

G_END_DECLS
