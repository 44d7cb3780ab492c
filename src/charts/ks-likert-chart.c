/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-likert-chart.h"

#include "ks-chart-context.h"

struct _KsLikertChart {
  KsChart parent_instance;

  guint n_rows;
};

G_DEFINE_FINAL_TYPE (KsLikertChart, ks_likert_chart, KS_TYPE_CHART)

static double
ks_likert_chart_measure (KsChart *chart, KsChartContext *context, double width)
{
  return KS_LIKERT_CHART (chart)->n_rows * 2 * context->em;
}

static void
ks_likert_chart_lay_out (KsChart *chart, KsChartContext *context, double width, double height)
{
}

static void
ks_likert_chart_paint (KsChart *chart, KsChartContext *context, cairo_t *cr)
{
}

static void
ks_likert_chart_class_init (KsLikertChartClass *klass)
{
  KsChartClass *chart_class = KS_CHART_CLASS (klass);

  chart_class->measure = ks_likert_chart_measure;
  chart_class->lay_out = ks_likert_chart_lay_out;
  chart_class->paint = ks_likert_chart_paint;
}

static void
ks_likert_chart_init (KsLikertChart *self)
{
}

KsLikertChart *
ks_likert_chart_new (const KsLikertRow *rows, guint n_rows, KsLikertOrder order)
{
  KsLikertChart *self = g_object_new (KS_TYPE_LIKERT_CHART, NULL);

  self->n_rows = n_rows;
  return self;
}

guint
ks_likert_chart_get_n_rows (KsLikertChart *self)
{
  return self->n_rows;
}

guint
ks_likert_chart_get_row_at (KsLikertChart *self, guint place)
{
  return place;
}
