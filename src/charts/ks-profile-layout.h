/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-chart-legend.h"
#include "ks-profile-chart.h"
#include "ks-scale.h"

G_BEGIN_DECLS

/* The scopes, in the order of the columns. */
#define KS_N_PROFILE_SCOPES 3

/* The questions, copied. */
typedef struct {
  KsProfileRow *rows;                       /* their strings are owned */
  guint         n_rows;
  char         *names[KS_N_PROFILE_SCOPES]; /* NULL: no such scope */
  gboolean      surveys;                    /* … but the same in two of them */
  gint64        lowest;
} KsProfileSeries;

/* Where everything stands. Vertical positions are middles. */
typedef struct {
  double    width;
  double    unit;
  gboolean  narrow;                         /* the label above its marks */
  KsLegend  legend;
  guint     scopes[KS_N_PROFILE_SCOPES];    /* of the entries of the legend */
  double    header_y;
  double    axis_y;
  KsRowBand band;
  double    label_offset;                   /* from the top of a row */
  double    label_left;
  double    label_right;
  double    right[KS_N_PROFILE_SCOPES];     /* of the figures; 0: no such column */
  KsScale   scale;                          /* per cent */
  double    tick_step;
} KsProfileLayout;

gint64      ks_profile_row_get_share (const KsProfileRow *row, guint scope);
const char *ks_profile_scope_heading (const KsProfileSeries *series, guint scope,
                                      const KsChartContext *context);
double      ks_profile_layout_measure (const KsProfileSeries *series,
                                       const KsChartContext *context, double width);
void        ks_profile_layout_init (KsProfileLayout *self, const KsProfileSeries *series,
                                    const KsChartContext *context, double width, double height);
void        ks_profile_paint (const KsProfileSeries *series, const KsProfileLayout *layout,
                              const KsChartContext *context, cairo_t *cr);

G_END_DECLS
