/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-funnel-layout.h"

#include "ks-chart-symbol.h"
#include "ks-i18n.h"
#include "ks-number.h"

#include <math.h>

#define INNER_ALPHA 0.10
#define OUTER_ALPHA 0.06
/* Of more points than that each is a small square. */
#define MANY_POINTS 1500
#define SWATCH      14.0
#define LABEL_RISE  9.0
#define LABEL_HALF  6.0
#define LABEL_ALPHA 0.8
#define TITLE_RISE  15.0
#define TITLE_DROP  31.0

typedef struct {
  const KsFunnelSeries *series;
  const KsFunnelLayout *layout;
  const KsPalette      *palette;
  cairo_t              *cr;
  KsChartPen            pen;
} Painter;

static double
map_rate (const Painter *self, gint64 count, gint64 staff)
{
  return ks_scale_map (&self->layout->up, 100 * (double) count / (double) staff);
}

static const KsFunnelLimits *
get_limits (const Painter *self, guint index)
{
  return &g_array_index (self->series->curve, KsFunnelLimits, index);
}

/* The ground of the counts that chance explains: there along the upper limit, back along the
 * lower one. */
static void
fill_funnel (const Painter *self, gboolean inner)
{
  guint n = self->series->curve->len;
  KsColour colour = self->palette->text;

  for (guint i = 0; i < n; i++)
    {
      const KsFunnelLimits *limits = get_limits (self, i);

      cairo_line_to (self->cr, ks_scale_map (&self->layout->across, (double) limits->staff),
                     map_rate (self, inner ? limits->inner_high : limits->outer_high,
                               limits->staff));
    }
  for (guint i = n; i-- > 0;)
    {
      const KsFunnelLimits *limits = get_limits (self, i);

      cairo_line_to (self->cr, ks_scale_map (&self->layout->across, (double) limits->staff),
                     map_rate (self, inner ? limits->inner_low : limits->outer_low,
                               limits->staff));
    }
  cairo_close_path (self->cr);
  colour.alpha = inner ? INNER_ALPHA : OUTER_ALPHA;
  ks_colour_set (&colour, self->cr);
  cairo_fill (self->cr);
}

static void
paint_funnel (const Painter *self)
{
  const KsFunnelLayout *layout = self->layout;

  cairo_save (self->cr);
  cairo_rectangle (self->cr, layout->across.start, layout->up.end,
                   layout->across.end - layout->across.start,
                   layout->up.start - layout->up.end);
  cairo_clip (self->cr);
  fill_funnel (self, FALSE);
  fill_funnel (self, TRUE);
  cairo_restore (self->cr);
}

static void
paint_rate_axis (const Painter *self)
{
  const KsFunnelLayout *layout = self->layout;

  ks_colour_set (&self->palette->secondary, self->cr);
  ks_chart_pen_show (&self->pen,
                     ks_chart_context_say (self->pen.context, N_("participation (n/N)"),
                                           "tỷ lệ tham gia (n/N)"),
                     KS_TEXT_CAPTION, KS_ALIGN_LEFT, 0, layout->up.end - TITLE_RISE * layout->unit,
                     layout->width);
  for (double tick = layout->up.from; tick <= layout->up.to; tick += layout->up_step)
    {
      double y = ks_scale_map (&layout->up, tick);
      g_autofree char *text = g_strdup_printf ("%.0f%%", tick);
      cairo_rectangle_t line = { layout->across.start, y,
                                 layout->across.end - layout->across.start,
                                 self->pen.context->paper ? 0.35 : 1 };

      ks_chart_pen_fill (&self->pen, &line, &self->palette->grid);
      ks_colour_set (&self->palette->secondary, self->cr);
      ks_chart_pen_show (&self->pen, text, KS_TEXT_CAPTION, KS_ALIGN_RIGHT,
                         layout->across.start - 6 * layout->unit, y, -1);
    }
}

static void
paint_staff_axis (const Painter *self)
{
  const KsFunnelLayout *layout = self->layout;
  double step = layout->across_step;

  for (double tick = ceil (layout->across.from / step) * step; tick <= layout->across.to;
       tick += step)
    {
      g_autofree char *text = ks_format_count ((gint64) tick);

      ks_chart_pen_tick (&self->pen, text, ks_scale_map (&layout->across, tick), layout->axis_y,
                         layout->width);
    }
  ks_colour_set (&self->palette->secondary, self->cr);
  ks_chart_pen_show (&self->pen,
                     ks_chart_context_say (self->pen.context, N_("officials of the unit (N)"),
                                           "số người của đơn vị (N)"),
                     KS_TEXT_CAPTION, KS_ALIGN_RIGHT, layout->across.end,
                     layout->up.start + TITLE_DROP * layout->unit, layout->width);
}

/* On a piece of the ground, which parts it from the points. */
static void
paint_share_label (const Painter *self)
{
  const KsFunnelLayout *layout = self->layout;
  double y = ks_scale_map (&layout->up, 100 * self->series->share) - LABEL_RISE * layout->unit;
  double width
    = ks_chart_context_measure (self->pen.context, self->series->share_label, KS_TEXT_CAPTION_BOLD);
  double half = LABEL_HALF * layout->unit;
  KsColour ground = self->palette->card;

  ground.alpha = LABEL_ALPHA;
  ks_colour_set (&ground, self->cr);
  cairo_rectangle (self->cr, layout->across.end - width - half, y - half, width + half, 2 * half);
  cairo_fill (self->cr);
  ks_colour_set (&self->palette->text, self->cr);
  ks_chart_pen_show (&self->pen, self->series->share_label, KS_TEXT_CAPTION_BOLD, KS_ALIGN_RIGHT,
                     layout->across.end, y, -1);
}

static KsSymbol
get_symbol (KsFunnelState state)
{
  static const KsSymbol symbols[] = {
    [KS_FUNNEL_WITHIN] = KS_SYMBOL_DISC,
    [KS_FUNNEL_ABOVE] = KS_SYMBOL_UP,
    [KS_FUNNEL_BELOW] = KS_SYMBOL_DOWN,
    [KS_FUNNEL_OPEN] = KS_SYMBOL_RING,
  };

  return symbols[state];
}

/* The points of thousands of units that lie within, as squares of one path. */
static void
paint_many (const Painter *self)
{
  double size = 2 * self->layout->radius;

  for (guint i = 0; i < self->series->items->len; i++)
    {
      const KsFunnelItem *item = &g_array_index (self->series->items, KsFunnelItem, i);
      double x, y;

      ks_funnel_layout_get_point (self->layout, item, &x, &y);
      if (item->state == KS_FUNNEL_WITHIN)
        cairo_rectangle (self->cr, round (x - size / 2), round (y - size / 2), round (size),
                         round (size));
    }
  ks_colour_set (&self->palette->dot, self->cr);
  cairo_fill (self->cr);
}

/* Those that lie outside stand before the others. */
static void
paint_points (const Painter *self)
{
  gboolean many = self->series->items->len > MANY_POINTS;

  if (many)
    paint_many (self);
  for (guint outside = many; outside < 2; outside++)
    for (guint i = 0; i < self->series->items->len; i++)
      {
        const KsFunnelItem *item = &g_array_index (self->series->items, KsFunnelItem, i);
        double x, y;

        if ((item->state != KS_FUNNEL_WITHIN) != outside)
          continue;
        ks_funnel_layout_get_point (self->layout, item, &x, &y);
        ks_symbol_paint (&self->pen, get_symbol (item->state), x, y, self->layout->radius);
      }
}

static void
paint_legend_entry (const Painter *self, guint entry)
{
  const KsLegend *legend = &self->layout->legend;
  KsFunnelKey key = self->layout->keys[entry];
  double x = legend->x[entry] + SWATCH / 2 * self->layout->unit;
  KsColour ground = self->palette->text;

  if (key == KS_FUNNEL_KEY_INNER || key == KS_FUNNEL_KEY_OUTER)
    {
      ground.alpha = OUTER_ALPHA + (key == KS_FUNNEL_KEY_INNER ? INNER_ALPHA : 0);
      ks_legend_paint_swatch (&self->pen, legend->x[entry], legend->y[entry], &ground, NULL,
                                FALSE);
    }
  else
    ks_symbol_paint (&self->pen,
                     key == KS_FUNNEL_KEY_ABOVE   ? KS_SYMBOL_UP
                     : key == KS_FUNNEL_KEY_BELOW ? KS_SYMBOL_DOWN
                     : key == KS_FUNNEL_KEY_OVER  ? KS_SYMBOL_RING
                                                  : KS_SYMBOL_DISC,
                     x, legend->y[entry], 5 * self->layout->unit);
  ks_legend_show (legend, &self->pen, entry, ks_funnel_key_text (key, self->pen.context));
}

/**
 * ks_funnel_paint:
 * @series: the units
 * @layout: their places
 * @context: where the chart stands
 * @cr: where to paint
 *
 * Paints legend, funnel, axes and points.
 */
void
ks_funnel_paint (const KsFunnelSeries *series, const KsFunnelLayout *layout,
                 const KsChartContext *context, cairo_t *cr)
{
  Painter painter = { series, layout, context->palette, cr, { context, cr } };

  if (series->items->len == 0)
    {
      ks_colour_set (&context->palette->secondary, cr);
      ks_chart_pen_show (&painter.pen, ks_chart_no_answers_text (context), KS_TEXT_ROW,
                         KS_ALIGN_CENTRE, layout->width / 2,
                         (layout->up.start + layout->up.end) / 2, -1);
      return;
    }
  for (guint i = 0; i < layout->legend.n_entries; i++)
    paint_legend_entry (&painter, i);
  paint_funnel (&painter);
  paint_rate_axis (&painter);
  paint_staff_axis (&painter);
  ks_chart_pen_level (&painter.pen, layout->across.start, layout->across.end,
                      ks_scale_map (&layout->up, 100 * series->share));
  paint_points (&painter);
  paint_share_label (&painter);
}
