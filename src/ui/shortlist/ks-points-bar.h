/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-shortlist.h"

G_BEGIN_DECLS

#define KS_POINTS_BAR_WIDTH 210

/* The points of a unit, criterion after criterion, on a scale of 100. */
#define KS_TYPE_POINTS_BAR (ks_points_bar_get_type ())
G_DECLARE_FINAL_TYPE (KsPointsBar, ks_points_bar, KS, POINTS_BAR, GtkWidget)

void
ks_points_bar_set_points (KsPointsBar *self, GPtrArray *criteria, const double *points);
const GdkRGBA *ks_points_bar_get_color (guint criterion);

G_END_DECLS
