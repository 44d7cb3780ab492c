/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-multiples-layout.h"

#define TITLE_GAP  8.0
#define BAND_OVER  2.0
#define HALF       50.0

typedef struct {
  const KsMultiplesSeries *series;
  const KsMultiplesLayout *layout;
  const KsPalette         *palette;
  cairo_t                 *cr;
  KsChartPen               pen;
} Painter;

static void
paint_title (const Painter *self, const KsMultiplesItem *item, double x, double y)
{
  const KsMultiplesLayout *layout = self->layout;
  double width
    = ks_chart_context_measure (self->pen.context, item->count_text, KS_TEXT_CAPTION);

  ks_chart_pen_show_label (&self->pen, item->label, KS_TEXT_ROW_BOLD, TRUE, x,
                           x + layout->panel_width - width - TITLE_GAP * layout->unit,
                           y + layout->title_y);
  ks_colour_set (&self->palette->secondary, self->cr);
  ks_chart_pen_show (&self->pen, item->count_text, KS_TEXT_CAPTION, KS_ALIGN_RIGHT,
                     x + layout->panel_width, y + layout->title_y, -1);
}

/* Zero, the half and the whole are enough in so small a place. */
static void
paint_axis (const Painter *self, const KsMultiplesItem *item, const KsScale *scale, double x,
            double y)
{
  const KsMultiplesLayout *layout = self->layout;
  double half = layout->pitch / 2;
  const KsRowBand band = { y + layout->rows_top, layout->pitch, half, half, 0,
                           item->n_rows };

  for (double tick = 0; tick <= scale->to; tick += HALF)
    {
      double position = ks_scale_map (scale, tick);
      g_autofree char *text = tick > 0 ? g_strdup_printf ("%.0f%%", tick) : g_strdup ("0");

      ks_chart_pen_grid_line (&self->pen, &band, position, BAND_OVER * layout->unit);
      ks_chart_pen_tick (&self->pen, text, position, y + layout->axis_y,
                         x + layout->panel_width);
    }
}

static void
paint_row (const Painter *self, const KsLikertItem *item, const KsScale *scale, double x,
           double middle)
{
  const KsMultiplesLayout *layout = self->layout;
  const KsLikertBar bar = { scale, middle, layout->bar_height, layout->pitch / 2,
                            layout->labelled };
  g_autofree char *figure = NULL;

  ks_colour_set (&self->palette->secondary, self->cr);
  if (!layout->labelled)
    ks_chart_pen_show (&self->pen, item->row.id, KS_TEXT_CAPTION, KS_ALIGN_LEFT, x, middle, -1);
  if (ks_likert_item_has_answers (item))
    {
      ks_likert_bar_paint (&bar, &self->pen, item);
      figure = g_strconcat (item->good_text, "%", NULL);
    }
  else
    ks_chart_pen_fill_hatched (&self->pen,
                               &(cairo_rectangle_t) { scale->start,
                                                      middle - layout->bar_height / 2,
                                                      scale->end - scale->start,
                                                      layout->bar_height });
  ks_colour_set (&self->palette->text, self->cr);
  ks_chart_pen_show (&self->pen, figure != NULL ? figure : "–", KS_TEXT_CAPTION, KS_ALIGN_RIGHT,
                     x + layout->figure_right, middle, -1);
}

static gboolean
shows_any (const KsLikertSeries *series)
{
  for (guint i = 0; i < series->n_items; i++)
    if (ks_likert_item_has_answers (series->items[i]))
      return TRUE;
  return FALSE;
}

/* Of which nothing is shown says why, once. */
static void
paint_hidden (const Painter *self, const KsMultiplesItem *item, double x, double y)
{
  const KsMultiplesLayout *layout = self->layout;
  gboolean asked = item->n_rows > 0 && item->rows[0].row.shown;
  cairo_rectangle_t rect = { x, y + layout->rows_top, layout->panel_width,
                             layout->pitch * MAX (item->n_rows, 1) };

  ks_chart_pen_fill_hidden (&self->pen, &rect,
                            asked ? ks_chart_no_answers_text (self->pen.context)
                                  : ks_chart_too_few_text (self->pen.context));
}

static void
paint_panel (const Painter *self, guint panel)
{
  KsMultiplesItem *item = &g_array_index (self->series->items, KsMultiplesItem, panel);
  const KsLikertSeries *series = ks_multiples_item_get_series (item);
  KsScale scale = self->layout->scale;
  double x, y;

  ks_multiples_layout_get_corner (self->layout, panel, &x, &y);
  scale.start += x;
  scale.end += x;
  paint_title (self, item, x, y);
  if (!shows_any (series))
    {
      paint_hidden (self, item, x, y);
      return;
    }
  paint_axis (self, item, &scale, x, y);
  for (guint i = 0; i < series->n_items; i++)
    paint_row (self, series->items[i], &scale, x,
               y + self->layout->rows_top + (i + 0.5) * self->layout->pitch);
}

/**
 * ks_multiples_paint:
 * @series: the panels
 * @layout: their places
 * @context: where the chart stands
 * @cr: where to paint
 *
 * Paints the legend and the panels that the layout is clipped to.
 */
void
ks_multiples_paint (const KsMultiplesSeries *series, const KsMultiplesLayout *layout,
                    const KsChartContext *context, cairo_t *cr)
{
  Painter painter = { series, layout, context->palette, cr, { context, cr } };

  ks_likert_legend_paint (&layout->legend, series->legend, &painter.pen);
  for (guint i = layout->first; i < layout->end; i++)
    paint_panel (&painter, i);
}
