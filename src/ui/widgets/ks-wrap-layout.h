/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children side by side; a child whose minimum no longer fits goes on to the next line. What is
 * left of a line goes to its children that expand. Properties "spacing" and "line-spacing". */
#define KS_TYPE_WRAP_LAYOUT (ks_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (KsWrapLayout, ks_wrap_layout, KS, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *ks_wrap_layout_new (int spacing, int line_spacing);

G_END_DECLS
