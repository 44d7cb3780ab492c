/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-chart-pen.h"
#include "ks-participation-chart.h"
#include "ks-scale.h"

G_BEGIN_DECLS

/* A row with what it prints. Strings are owned. */
typedef struct {
  KsParticipationRow row;
  char *count_text;  /* 373/417 */
  char *rate_text;   /* 89,45% */
} KsParticipationItem;

/* Where everything stands. Vertical positions are middles. */
typedef struct {
  double   width;
  double   height;
  double   unit;
  gboolean narrow;       /* the label above its bar */
  KsRowBand band;        /* of the bars */
  double   label_offset; /* from the top of its row */
  double   bar_height;
  double   track_height;
  double   axis_y;
  double   note_y;       /* 0: no row has more answers than staff */
  double   label_right;
  double   count_right;
  double   rate_right;
  KsScale  scale;        /* people; per cent on paper */
  double   tick_step;
} KsParticipationLayout;

gboolean ks_participation_row_is_over (const KsParticipationRow *row);
double   ks_participation_layout_measure (const KsParticipationItem *items, guint n_items,
                                          const KsChartContext *context, double width);
void     ks_participation_layout_init (KsParticipationLayout *self,
                                       const KsParticipationItem *items, guint n_items,
                                       const KsChartContext *context, double width,
                                       double height);
void     ks_participation_layout_get_mark (const KsParticipationLayout *self, guint place,
                                           cairo_rectangle_t *rect);

G_END_DECLS
