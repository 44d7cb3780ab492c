/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-chart-legend.h"
#include "ks-dot-chart.h"
#include "ks-scale.h"

G_BEGIN_DECLS

/* What the legend explains; only what stands in the chart. */
typedef enum {
  KS_DOT_KEY_SHARE,
  KS_DOT_KEY_INTERVAL,
  KS_DOT_KEY_BOUNDS,
  KS_DOT_KEY_ABOVE,
  KS_DOT_KEY_BELOW,
  KS_DOT_KEY_OVER,
  KS_N_DOT_KEYS,
} KsDotKey;

/* The rows, copied, and what they are compared with. */
typedef struct {
  KsDotRow *rows;              /* their strings are owned */
  guint     n_rows;
  double    reference;         /* negative: none */
  char     *reference_label;   /* "toàn tỉnh 88,47%" */
  char     *count_heading;     /* the widest "n/N" */
  double    lowest;            /* of all that is shown, 0…1 */
  gboolean  has_key[KS_N_DOT_KEYS];
} KsDotSeries;

/* Where everything stands. Vertical positions are middles. */
typedef struct {
  double    width;
  double    height;
  double    unit;
  gboolean  narrow;            /* the label above its dot */
  KsLegend  legend;
  KsDotKey  keys[KS_N_DOT_KEYS];
  double    heading_top;       /* where the heading stands … */
  double    heading_height;    /* … and how high it is, if it stays in sight; 0: it does not */
  double    header_y;
  double    reference_y;
  double    upper_axis_y;      /* 0: the rows are few, one axis is enough */
  double    axis_y;
  KsRowBand band;
  double    label_offset;      /* from the top of its row */
  double    label_left;
  double    label_right;
  double    share_right;
  double    count_right;
  double    interval_right;    /* 0: no such column */
  double    bounds_right;
  KsScale   scale;             /* per cent */
  double    tick_step;
} KsDotLayout;

gboolean    ks_dot_row_has_figure (const KsDotRow *row);
gboolean    ks_dot_row_has_bounds (const KsDotRow *row);
char       *ks_dot_row_dup_count (const KsDotRow *row);
double      ks_dot_layout_measure (const KsDotSeries *series, const KsChartContext *context,
                                   double width);
void        ks_dot_layout_init (KsDotLayout *self, const KsDotSeries *series,
                                const KsChartContext *context, double width, double height);
const char *ks_dot_interval_heading (const KsChartContext *context);
const char *ks_dot_bounds_heading (const KsChartContext *context);
const char *ks_dot_key_text (KsDotKey key, const KsChartContext *context);

G_END_DECLS
