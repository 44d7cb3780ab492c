/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "ks-result-chart.h"

G_BEGIN_DECLS

#define KS_PRELIMINARY "SỐ LIỆU SƠ BỘ" /* above figures that are not settled */

/* A chart of results that may leave the program, with the words that it has in papers and files:
 * these are Vietnamese, whatever the interface speaks. */
typedef struct {
  KsResultChart *chart;
  char          *title;     /* a noun and a place */
  char          *subtitle;  /* n and N */
  char          *foot;      /* as of when, what counts as good, what is left out */
} KsPrintedChart;

KsPrintedChart *ks_printed_chart_new (KsResults *results, KsChartKind kind,
                                      const KsChartChoice *choice);
void            ks_printed_chart_free (KsPrintedChart *self);
const char     *ks_printed_chart_get_notice (KsResults *results, const KsScope *scope);
double          ks_printed_chart_paint (cairo_t *cr, double width, double height, gpointer chart);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsPrintedChart, ks_printed_chart_free)

G_END_DECLS
