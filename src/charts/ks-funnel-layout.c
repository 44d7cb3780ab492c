/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-funnel-layout.h"

#include "ks-i18n.h"

#include <math.h>

/* In units of the body font. */
#define HEIGHT_SHARE   0.46
#define HEIGHT_LEAST   230.0
#define HEIGHT_MOST    460.0
#define TOP            30.0
#define AXIS_LINE      22.0
#define TITLE_LINE     20.0
#define GAP            8.0
#define RADIUS         4.0
#define RADIUS_LEAST   1.5
#define TICK_ACROSS    56.0
#define TICK_UP        30.0
/* Units of the same counts stand side by side, within the room of one official. */
#define SIDE_BY_SIDE   1.8
#define ROOM_OF_ONE    0.8
/* Of more points each is smaller. */
#define FEW_POINTS     400.0
#define ROUND_PERCENT  10.0
#define ROOM_PERCENT   10.0
#define MARGIN_STAFF   0.06

/**
 * ks_funnel_key_text:
 * @key: an entry of the legend
 * @context: where the chart stands
 *
 * Returns: (transfer none): its words
 */
const char *
ks_funnel_key_text (KsFunnelKey key, const KsChartContext *context)
{
  switch (key)
    {
    case KS_FUNNEL_KEY_INNER:
      return ks_chart_context_say (context, N_("chance, 95%"), "do ngẫu nhiên, 95%");
    case KS_FUNNEL_KEY_OUTER:
      return ks_chart_context_say (context, N_("chance, 99,8%"), "do ngẫu nhiên, 99,8%");
    case KS_FUNNEL_KEY_ABOVE:
      return ks_chart_context_say (context, N_("clearly more"), "nhiều hơn hẳn");
    case KS_FUNNEL_KEY_BELOW:
      return ks_chart_context_say (context, N_("clearly fewer"), "ít hơn hẳn");
    case KS_FUNNEL_KEY_OVER:
      return ks_chart_reconciling_text (context);
    case KS_FUNNEL_KEY_UNIT:
    case KS_N_FUNNEL_KEYS:
    default:
      return ks_chart_context_say (context, N_("unit"), "đơn vị");
    }
}

static void
place_legend (KsFunnelLayout *self, const KsFunnelSeries *series, const KsChartContext *context)
{
  double widths[KS_N_FUNNEL_KEYS];
  guint n = 0;

  for (KsFunnelKey key = 0; key < KS_N_FUNNEL_KEYS; key++)
    if (series->has_key[key])
      {
        widths[n] = ks_legend_measure (context, ks_funnel_key_text (key, context));
        self->keys[n++] = key;
      }
  ks_legend_place (&self->legend, context, widths, n, self->width, TRUE);
}

static void
place_scales (KsFunnelLayout *self, const KsFunnelSeries *series)
{
  const GArray *items = series->items;
  double least = items->len > 0 ? (double) g_array_index (items, KsFunnelItem, 0).row.staff : 0;
  double most
    = items->len > 0 ? (double) g_array_index (items, KsFunnelItem, items->len - 1).row.staff : 1;
  double margin = MAX (MARGIN_STAFF * most, 1);

  self->across.from = least < most / KS_FUNNEL_FROM_NOBODY ? 0 : MAX (least - margin, 0);
  self->across.to = most + margin;
  self->up.from = floor (MAX (MIN (100 * series->lowest, 100 * series->share - ROOM_PERCENT), 0)
                         / ROUND_PERCENT)
                  * ROUND_PERCENT;
  self->up.to = MAX (ceil (100 * series->highest / ROUND_PERCENT) * ROUND_PERCENT, 100);
}

static double
get_top (const KsFunnelLayout *self, const KsChartContext *context)
{
  return ks_legend_height (&self->legend, context) + TOP * self->unit;
}

/**
 * ks_funnel_layout_measure:
 * @series: the units
 * @context: where the chart stands
 * @width: its width
 *
 * Returns: the height that suits @width
 */
double
ks_funnel_layout_measure (const KsFunnelSeries *series, const KsChartContext *context,
                          double width)
{
  KsFunnelLayout layout = { .width = width, .unit = context->unit };

  place_legend (&layout, series, context);
  return ceil (get_top (&layout, context)
               + CLAMP (HEIGHT_SHARE * width, HEIGHT_LEAST * context->unit,
                        HEIGHT_MOST * context->unit)
               + (AXIS_LINE + TITLE_LINE) * context->unit);
}

/**
 * ks_funnel_layout_init:
 * @self: a layout on the stack
 * @series: the units
 * @context: where the chart stands
 * @width: its width
 * @height: its height
 *
 * Places everything.
 */
void
ks_funnel_layout_init (KsFunnelLayout *self, const KsFunnelSeries *series,
                       const KsChartContext *context, double width, double height)
{
  double unit = context->unit;
  double figures = ks_chart_context_measure (context, "100%", KS_TEXT_CAPTION);

  *self = (KsFunnelLayout) { .width = width, .unit = unit };
  place_legend (self, series, context);
  place_scales (self, series);
  self->radius = unit * CLAMP (RADIUS * sqrt (FEW_POINTS / MAX (series->items->len, 1)),
                               RADIUS_LEAST, RADIUS);
  self->across.start = figures + GAP * unit;
  self->across.end = MAX (width - RADIUS * unit, self->across.start + 1);
  self->up.end = get_top (self, context);
  self->up.start = MAX (height - (AXIS_LINE + TITLE_LINE) * unit, self->up.end + 1);
  self->axis_y = self->up.start + AXIS_LINE / 2 * unit;
  self->across_step = ks_scale_step (&self->across, TICK_ACROSS * unit);
  self->up_step = ROUND_PERCENT;
  while (-ks_scale_length (&self->up, self->up_step) < TICK_UP * unit
         && self->up_step < self->up.to - self->up.from)
    self->up_step *= 2;
}

/**
 * ks_funnel_layout_get_point:
 * @self: a layout
 * @item: a unit
 * @x: (out): its point
 * @y: (out): its point
 */
void
ks_funnel_layout_get_point (const KsFunnelLayout *self, const KsFunnelItem *item, double *x,
                            double *y)
{
  double step = MIN (SIDE_BY_SIDE * self->radius,
                     ROOM_OF_ONE * ks_scale_length (&self->across, 1) / item->n_same);

  *x = ks_scale_map (&self->across, (double) item->row.staff)
       + (item->place - (item->n_same - 1) / 2.0) * step;
  *y = ks_scale_map (&self->up, 100 * (double) item->row.answers / (double) item->row.staff);
}
