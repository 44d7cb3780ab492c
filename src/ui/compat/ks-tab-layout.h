/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tabs in the foot of a narrow window: from edge to edge, those with long names wider than others. */
#define KS_TYPE_TAB_LAYOUT (ks_tab_layout_get_type ())
G_DECLARE_FINAL_TYPE (KsTabLayout, ks_tab_layout, KS, TAB_LAYOUT, GtkLayoutManager)

GtkLayoutManager *ks_tab_layout_new (void);

G_END_DECLS
