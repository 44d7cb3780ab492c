/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-dot-chart.h"
#include "ks-funnel-chart.h"
#include "ks-heat-chart.h"
#include "ks-hours-chart.h"
#include "ks-likert-chart.h"
#include "ks-multiples-chart.h"
#include "ks-participation-chart.h"
#include "ks-profile-chart.h"

G_BEGIN_DECLS

/* Made-up rows of every state that a chart knows, and names of the greatest length. */

GArray  *ks_test_dot_rows (guint n_rows);
const char *ks_test_chart_kind (guint index);
KsChart *ks_test_chart (const char *kind, guint n_rows);

void     ks_test_lay_out (KsChart *chart, double width, KsPaletteKind kind);
void     ks_test_measure_ink (KsChart *chart, double width, double height, KsPaletteKind kind,
                              cairo_rectangle_t *ink);
cairo_surface_t *ks_test_draw (KsChart *chart, double width, KsPaletteKind kind);
guint    ks_test_count_pixels (cairo_surface_t *surface, const cairo_rectangle_t *rect,
                               guint32 colour);
void     ks_test_check_bounds (KsChart *chart, double width, KsPaletteKind kind);

G_END_DECLS
