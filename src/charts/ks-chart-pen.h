/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-chart-context.h"
#include "ks-scale.h"

G_BEGIN_DECLS

/* What every painter draws with: the place it paints for and the surface. */
typedef struct {
  const KsChartContext *context;
  cairo_t              *cr;
} KsChartPen;

/* Rows of equal height, and where behind each the lines of the plot run. */
typedef struct {
  double top;     /* of the first row */
  double pitch;
  double middle;  /* of a row's plot, from the top of the row */
  double half;    /* of the height of its plot; half the pitch where the rows touch */
  guint  first;   /* the rows to paint: from here … */
  guint  end;     /* … to before here */
} KsRowBand;

double ks_chart_pen_snap (const KsChartPen *self, double position);
void   ks_chart_pen_show (const KsChartPen *self, const char *text, KsTextStyle style,
                          KsAlign align, double x, double middle, double width);
void   ks_chart_pen_show_label (const KsChartPen *self, const char *text, KsTextStyle style,
                                gboolean narrow, double left, double right, double middle);
void   ks_chart_pen_trace (const KsChartPen *self, const cairo_rectangle_t *rect);
void   ks_chart_pen_fill (const KsChartPen *self, const cairo_rectangle_t *rect,
                          const KsColour *colour);
void   ks_chart_pen_fill_hatched (const KsChartPen *self, const cairo_rectangle_t *rect);
void   ks_chart_pen_fill_hidden (const KsChartPen *self, const cairo_rectangle_t *rect,
                                 const char *reason);
void   ks_chart_pen_tint_row (const KsChartPen *self, const KsRowBand *band, guint row,
                              double width);
void   ks_chart_pen_grid_line (const KsChartPen *self, const KsRowBand *band, double x,
                               double over);
void   ks_chart_pen_tick (const KsChartPen *self, const char *text, double x, double middle,
                          double width);
void   ks_chart_pen_axis (const KsChartPen *self, const KsRowBand *band, const KsScale *scale,
                          double step, double middle, double width);
void   ks_chart_pen_level (const KsChartPen *self, double left, double right, double y);
void   ks_chart_pen_reference (const KsChartPen *self, const KsRowBand *band, double x);

void   ks_row_band_clip (KsRowBand *self, guint n_rows, cairo_t *cr);
double ks_row_band_middle (const KsRowBand *self, guint row);

const char *ks_chart_good_heading (const KsChartContext *context);
const char *ks_chart_too_few_text (const KsChartContext *context);
const char *ks_chart_no_answers_text (const KsChartContext *context);
const char *ks_chart_reconciling_text (const KsChartContext *context);

G_END_DECLS
