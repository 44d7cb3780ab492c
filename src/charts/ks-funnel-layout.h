/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-chart-legend.h"
#include "ks-funnel-chart.h"
#include "ks-scale.h"

G_BEGIN_DECLS

typedef enum {
  KS_FUNNEL_KEY_UNIT,
  KS_FUNNEL_KEY_INNER,
  KS_FUNNEL_KEY_OUTER,
  KS_FUNNEL_KEY_ABOVE,
  KS_FUNNEL_KEY_BELOW,
  KS_FUNNEL_KEY_OVER,
  KS_N_FUNNEL_KEYS,
} KsFunnelKey;

/* Counts that chance explains, of so many people. */
typedef struct {
  gint64 staff;
  gint64 inner_low;
  gint64 inner_high;
  gint64 outer_low;
  gint64 outer_high;
} KsFunnelLimits;

/* A unit with a point. */
typedef struct {
  KsFunnelRow    row;     /* its strings are owned */
  guint          index;   /* in the caller's order */
  KsFunnelLimits limits;
  KsFunnelState  state;
  guint          place;   /* among the units of the same staff and answers */
  guint          n_same;
} KsFunnelItem;

/* The units that have a point, by their staff. */
typedef struct {
  GArray  *items;         /* of KsFunnelItem */
  guint   *places;        /* of the rows given: which item is theirs */
  GArray  *curve;         /* of KsFunnelLimits, from the fewest people to the most */
  double   share;
  char    *share_label;
  double   lowest;        /* rate */
  double   highest;
  gboolean has_key[KS_N_FUNNEL_KEYS];
} KsFunnelSeries;

/* Where no unit is so small against the largest, the axis does not begin at nobody. */
#define KS_FUNNEL_FROM_NOBODY 3

typedef struct {
  double      width;
  double      unit;
  KsLegend    legend;
  KsFunnelKey keys[KS_N_FUNNEL_KEYS];
  KsScale     across;     /* staff */
  KsScale     up;         /* per cent */
  double      across_step;
  double      up_step;
  double      axis_y;     /* middle of the figures of the staff */
  double      radius;     /* of a point */
} KsFunnelLayout;

const char *ks_funnel_key_text (KsFunnelKey key, const KsChartContext *context);
double      ks_funnel_layout_measure (const KsFunnelSeries *series, const KsChartContext *context,
                                      double width);
void        ks_funnel_layout_init (KsFunnelLayout *self, const KsFunnelSeries *series,
                                   const KsChartContext *context, double width, double height);
void        ks_funnel_layout_get_point (const KsFunnelLayout *self, const KsFunnelItem *item,
                                        double *x, double *y);
void        ks_funnel_paint (const KsFunnelSeries *series, const KsFunnelLayout *layout,
                             const KsChartContext *context, cairo_t *cr);

G_END_DECLS
