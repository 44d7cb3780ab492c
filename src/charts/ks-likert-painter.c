/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-likert-painter.h"

#include <math.h>

/* In units of the body font. */
#define GRID_OVER    6.0
#define HATCH_GAP    5.0

typedef struct {
  const KsLikertSeries *series;
  const KsLikertLayout *layout;
  const KsChartContext *context;
  cairo_t *cr;
  KsChartPen pen;
} Painter;

static void
set_colour (const Painter *self, const KsColour *colour)
{
  ks_colour_set (colour, self->cr);
}

static void
show (const Painter *self, const char *text, KsTextStyle style, KsAlign align, double x, double y,
      double width)
{
  ks_chart_pen_show (&self->pen, text, style, align, x, y, width);
}

static void
show_heading (const Painter *self, const char *text, KsAlign align, double x)
{
  ks_chart_context_show_heading (self->context, self->cr, text, align, x,
                                 self->layout->header_y, -1);
}

static void
paint_header (const Painter *self)
{
  const KsLikertLayout *layout = self->layout;
  g_autofree char *labels = ks_likert_dup_label_heading (self->series, self->context);
  g_autofree char *n = ks_likert_dup_n_text (self->series, NULL);

  set_colour (self, &self->context->palette->secondary);
  show (self, labels, KS_TEXT_CAPTION_BOLD, layout->narrow ? KS_ALIGN_LEFT : KS_ALIGN_RIGHT,
        layout->narrow ? 0 : layout->heading_right, layout->header_y, layout->heading_right);
  if (layout->n_right > 0)
    show_heading (self, n, KS_ALIGN_RIGHT, layout->n_right);
  show_heading (self, ks_chart_good_heading (self->context), KS_ALIGN_RIGHT, layout->good_right);
  if (layout->narrow)
    return;
  if (self->series->any_dont_know)
    show_heading (self, ks_likert_dont_know_heading (self->context), KS_ALIGN_LEFT,
                  layout->dont_know_left);
  show_heading (self, ks_likert_poor_heading (self->context), KS_ALIGN_RIGHT, layout->poor_right);
}

static void
paint_axis (const Painter *self)
{
  const KsLikertLayout *layout = self->layout;
  double step = layout->tick_step;

  for (double tick = ceil (layout->scale.from / step) * step; tick <= layout->scale.to;
       tick += step)
    {
      double x = ks_scale_map (&layout->scale, tick);
      g_autofree char *text = fabs (tick) < step / 2 ? g_strdup ("0")
                                                     : g_strdup_printf ("%.0f%%", fabs (tick));

      ks_chart_pen_grid_line (&self->pen, &layout->band, x, GRID_OVER * layout->unit);
      ks_chart_pen_tick (&self->pen, text, x, layout->axis_y + 2 * layout->unit, layout->width);
    }
}

/* Papers close the figure with its sign; on screen it stands once, above the chart. */
static void
show_figure (const Painter *self, const char *text, KsTextStyle style, double x, double y)
{
  g_autofree char *closed = self->context->paper ? g_strconcat (text, "%", NULL) : NULL;

  show (self, closed != NULL ? closed : text, style, KS_ALIGN_RIGHT, x, y, -1);
}

static void
paint_figures (const Painter *self, const KsLikertItem *item, guint place)
{
  const KsLikertLayout *layout = self->layout;
  double y = layout->band.top + place * layout->band.pitch + layout->label_offset;
  cairo_rectangle_t rect;

  if (self->series->any_dont_know)
    {
      ks_likert_layout_get_mark (layout, item, place, item->row.n_levels + 1, &rect);
      rect.width = ks_scale_length (&layout->scale, (double) item->dont_know_share / 100);
      ks_chart_pen_fill_hatched (&self->pen, &rect);
      set_colour (self, &self->context->palette->secondary);
      show (self, item->dont_know_text, KS_TEXT_CAPTION, KS_ALIGN_LEFT,
            rect.x + rect.width + HATCH_GAP * layout->unit, rect.y + rect.height / 2, -1);
    }
  set_colour (self, &self->context->palette->text);
  show_figure (self, item->good_text, KS_TEXT_ROW_BOLD, layout->good_right, y);
  if (!layout->narrow)
    show_figure (self, item->poor_text, KS_TEXT_ROW, layout->poor_right, y);
  if (layout->n_right > 0)
    {
      g_autofree char *n = ks_likert_dup_n_text (self->series, item);

      set_colour (self, &self->context->palette->secondary);
      show (self, n, KS_TEXT_CAPTION, KS_ALIGN_RIGHT, layout->n_right, y, -1);
    }
}

/* A row that shows nothing says its name and why. */
static void
paint_hidden (const Painter *self, const KsLikertItem *item, guint place)
{
  const KsLikertLayout *layout = self->layout;
  double y = layout->band.top + place * layout->band.pitch + layout->label_offset;
  const char *reason = item->row.shown ? ks_chart_no_answers_text (self->context)
                                       : ks_chart_too_few_text (self->context);
  cairo_rectangle_t rect = {
    layout->scale.start,
    ks_row_band_middle (&layout->band, place) - layout->bar_height / 2,
    layout->scale.end - layout->scale.start,
    layout->bar_height,
  };

  ks_chart_pen_fill_hidden (&self->pen, &rect, reason);
  show (self, "–", KS_TEXT_ROW, KS_ALIGN_RIGHT, layout->good_right, y, -1);
  if (!layout->narrow)
    show (self, "–", KS_TEXT_ROW, KS_ALIGN_RIGHT, layout->poor_right, y, -1);
}

static void
paint_row (const Painter *self, guint place)
{
  const KsLikertLayout *layout = self->layout;
  const KsLikertItem *item = self->series->items[place];
  double y = layout->band.top + place * layout->band.pitch + layout->label_offset;
  const KsLikertBar bar = { &layout->scale, ks_row_band_middle (&layout->band, place),
                            layout->bar_height, layout->band.half, TRUE };

  set_colour (self, &self->context->palette->secondary);
  show (self, item->row.id, KS_TEXT_CAPTION, KS_ALIGN_LEFT, 0, y, -1);
  ks_chart_pen_show_label (&self->pen, item->row.label, KS_TEXT_ROW, layout->narrow,
                           layout->label_left, layout->label_right, y);
  if (!ks_likert_item_has_answers (item))
    {
      paint_hidden (self, item, place);
      return;
    }
  ks_likert_bar_paint (&bar, &self->pen, item);
  paint_figures (self, item, place);
}

/**
 * ks_likert_paint:
 * @series: the rows
 * @layout: their places
 * @context: where the chart stands
 * @cr: where to paint
 *
 * Paints legend, headings, axis and rows.
 */
void
ks_likert_paint (const KsLikertSeries *series, const KsLikertLayout *layout,
                 const KsChartContext *context, cairo_t *cr)
{
  Painter painter = { series, layout, context, cr, { context, cr } };

  ks_likert_legend_paint (&layout->legend, series->legend, &painter.pen);
  if (series->n_items == 0)
    return;
  paint_header (&painter);
  paint_axis (&painter);
  for (guint i = layout->band.first; i < layout->band.end; i++)
    paint_row (&painter, i);
}
