/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-chart-legend.h"
#include "ks-likert-series.h"

G_BEGIN_DECLS

/* Where the diverging bar of a question stands, alone or among others. */
typedef struct {
  const KsScale *scale;      /* per cent, 0 where the bars part */
  double         middle;
  double         height;
  double         zero_half;  /* the zero line goes so far up and down */
  gboolean       labelled;   /* shares stand in the segments that have room for them */
} KsLikertBar;

void        ks_likert_bar_paint (const KsLikertBar *self, const KsChartPen *pen,
                                 const KsLikertItem *item);
const char *ks_likert_dont_know_heading (const KsChartContext *context);
void        ks_likert_legend_place (KsLegend *legend, const KsLikertItem *item,
                                    gboolean dont_know, const KsChartContext *context,
                                    double width, gboolean to_right);
void        ks_likert_legend_paint (const KsLegend *legend, const KsLikertItem *item,
                                    const KsChartPen *pen);

G_END_DECLS
