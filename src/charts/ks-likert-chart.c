/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-likert-chart.h"

#include "ks-likert-painter.h"

struct _KsLikertChart {
  KsChart parent_instance;

  KsLikertSeries *series;
  KsLikertLayout  layout;
};

G_DEFINE_FINAL_TYPE (KsLikertChart, ks_likert_chart, KS_TYPE_CHART)

static double
ks_likert_chart_measure (KsChart *chart, KsChartContext *context, double width)
{
  return ks_likert_layout_measure (KS_LIKERT_CHART (chart)->series, context, width);
}

static void
ks_likert_chart_lay_out (KsChart *chart, KsChartContext *context, double width, double height)
{
  KsLikertChart *self = KS_LIKERT_CHART (chart);

  ks_likert_layout_init (&self->layout, self->series, context, width, height);
  for (guint place = 0; place < self->series->n_items; place++)
    {
      const KsLikertItem *item = self->series->items[place];

      for (guint column = 0; column < ks_likert_item_get_n_columns (item); column++)
        {
          cairo_rectangle_t rect;

          ks_likert_layout_get_mark (&self->layout, item, place, column, &rect);
          ks_chart_add_mark (chart, &rect, item->index, column);
        }
    }
}

static void
ks_likert_chart_paint (KsChart *chart, KsChartContext *context, cairo_t *cr)
{
  KsLikertChart *self = KS_LIKERT_CHART (chart);

  ks_row_band_clip (&self->layout.band, self->series->n_items, cr);
  ks_likert_paint (self->series, &self->layout, context, cr);
}

static char *
ks_likert_chart_describe (KsChart *chart, guint row, guint column)
{
  KsLikertChart *self = KS_LIKERT_CHART (chart);

  for (guint place = 0; place < self->series->n_items; place++)
    if (self->series->items[place]->index == row)
      return ks_likert_item_describe (self->series->items[place], column);
  return NULL;
}

static void
ks_likert_chart_finalize (GObject *object)
{
  g_clear_pointer (&KS_LIKERT_CHART (object)->series, ks_likert_series_free);
  G_OBJECT_CLASS (ks_likert_chart_parent_class)->finalize (object);
}

static void
ks_likert_chart_class_init (KsLikertChartClass *klass)
{
  KsChartClass *chart_class = KS_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ks_likert_chart_finalize;
  chart_class->measure = ks_likert_chart_measure;
  chart_class->lay_out = ks_likert_chart_lay_out;
  chart_class->paint = ks_likert_chart_paint;
  chart_class->describe = ks_likert_chart_describe;
}

static void
ks_likert_chart_init (KsLikertChart *self)
{
}

/**
 * ks_likert_chart_new:
 * @rows: (array length=n_rows): the rows, copied
 * @n_rows: number of rows
 * @order: their order
 *
 * Returns: (transfer full): a chart of the answers
 */
KsLikertChart *
ks_likert_chart_new (const KsLikertRow *rows, guint n_rows, KsLikertOrder order)
{
  KsLikertChart *self = g_object_new (KS_TYPE_LIKERT_CHART, NULL);

  self->series = ks_likert_series_new (rows, n_rows, order);
  return self;
}

/**
 * ks_likert_chart_get_row_at:
 * @self: a chart
 * @place: a place, from 0 at the top
 *
 * Returns: which of the rows that it was made of stands there, so that a table keeps its order
 */
guint
ks_likert_chart_get_row_at (KsLikertChart *self, guint place)
{
  g_return_val_if_fail (place < self->series->n_items, 0);

  return self->series->items[place]->index;
}
