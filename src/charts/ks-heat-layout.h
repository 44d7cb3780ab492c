/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-chart-legend.h"
#include "ks-heat-chart.h"

G_BEGIN_DECLS

/* What the legend explains behind the steps of colour. */
#define KS_HEAT_KEY_HIDDEN KS_HEAT_STEPS
#define KS_HEAT_KEY_OVER   (KS_HEAT_STEPS + 1)
#define KS_N_HEAT_KEYS     (KS_HEAT_STEPS + 2)

/* The table, copied. */
typedef struct {
  KsHeatColumn *columns;      /* their strings are owned */
  guint         n_columns;
  KsHeatRow    *rows;         /* their labels are owned by texts; no shares */
  guint         n_rows;
  gint16       *shares;       /* n_columns of each row */
  GStringChunk *texts;
  char         *widest_count;
  gboolean      has_mean;
  gboolean      has_hidden;
  gboolean      has_over;
  gboolean      has_sections;
  guint         deepest;      /* a KsHeatLevel */
} KsHeatSeries;

/* Where everything stands. Vertical positions are middles, those of the heading from its top. */
typedef struct {
  double             width;
  double             unit;
  gboolean           narrow;       /* names above their cells, which take several lines */
  KsLegend           legend;
  guint              keys[KS_N_HEAT_KEYS];
  double             heading_top;  /* where it belongs */
  double             heading_y;    /* where it stands */
  double             heading_height;
  double             section_y;
  double             id_y;
  KsRowBand          band;
  double             label_offset; /* from the top of a row */
  double             label_right;
  double             count_right;
  double             mean_right;   /* 0: none */
  double             cell_left;
  double             cell_width;
  double             cell_height;
  double             cell_top;     /* from the top of a row */
  guint              per_line;     /* cells beside each other */
  KsTextStyle        style;        /* of the figures in the cells */
} KsHeatLayout;

double      ks_heat_layout_measure (const KsHeatSeries *series, const KsChartContext *context,
                                    double width);
void        ks_heat_layout_init (KsHeatLayout *self, const KsHeatSeries *series,
                                 const KsChartContext *context, double width);
void        ks_heat_layout_get_cell (const KsHeatLayout *self, guint column,
                                     cairo_rectangle_t *rect);
double      ks_heat_layout_get_indent (const KsHeatLayout *self, guint level);
const char *ks_heat_key_text (guint key, const KsChartContext *context);
const char *ks_heat_mean_heading (const KsChartContext *context);
char       *ks_heat_dup_count (const KsHeatRow *row);

G_END_DECLS
