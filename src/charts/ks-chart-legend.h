/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-chart-pen.h"

G_BEGIN_DECLS

#define KS_MAX_LEGEND 10

/* Entries of a legend: each a swatch and its words. Vertical positions are middles. */
typedef struct {
  double x[KS_MAX_LEGEND];
  double y[KS_MAX_LEGEND];
  double width[KS_MAX_LEGEND];
  guint  n_entries;
  guint  n_lines;
} KsLegend;

void   ks_legend_place (KsLegend *self, const KsChartContext *context, const double *widths,
                        guint n_entries, double width, gboolean to_right);
double ks_legend_measure (const KsChartContext *context, const char *text);
double ks_legend_height (const KsLegend *self, const KsChartContext *context);
void   ks_legend_show (const KsLegend *self, const KsChartPen *pen, guint entry,
                       const char *text);
void   ks_legend_paint_swatch (const KsChartPen *self, double x, double middle,
                               const KsColour *colour, const KsColour *hatch, gboolean ring);

G_END_DECLS
