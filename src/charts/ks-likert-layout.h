/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-likert-bar.h"
#include "ks-scale.h"

G_BEGIN_DECLS

/* Where everything stands. Vertical positions are middles. */
typedef struct {
  double   width;
  double   height;
  double   unit;
  gboolean narrow;          /* the label above its bar */

  KsLegend legend;          /* the last is "không biết", if any question offers it */
  double   header_y;        /* of the lower line */
  KsRowBand band;           /* of the bars */
  double   bar_height;
  double   label_offset;    /* of the label's middle from the top of its row */
  double   axis_y;

  double   id_width;
  double   label_left;
  double   label_right;
  double   heading_right;   /* of the labels */
  double   n_right;         /* right edge of the column n; 0: n stands in the header */
  KsScale  scale;           /* per cent */
  double   dont_know_left;
  double   good_right;
  double   poor_right;
  double   tick_step;
} KsLikertLayout;

double      ks_likert_layout_measure (const KsLikertSeries *series, const KsChartContext *context,
                                      double width);
void        ks_likert_layout_init (KsLikertLayout *self, const KsLikertSeries *series,
                                   const KsChartContext *context, double width, double height);
void        ks_likert_layout_get_mark (const KsLikertLayout *self, const KsLikertItem *item,
                                       guint place, guint column, cairo_rectangle_t *rect);

const char *ks_likert_poor_heading (const KsChartContext *context);
char       *ks_likert_dup_label_heading (const KsLikertSeries *series,
                                         const KsChartContext *context);
char       *ks_likert_dup_n_text (const KsLikertSeries *series, const KsLikertItem *item);

G_END_DECLS
