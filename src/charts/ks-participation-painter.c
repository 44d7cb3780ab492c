/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-participation-painter.h"

#include "ks-i18n.h"
#include "ks-number.h"

#include <math.h>

/* In units of the body font. */
#define TARGET_WIDTH 2.0
#define TARGET_OVER  2.0  /* the mark rises so far above the track */
#define GRID_OVER    4.0

typedef struct {
  const KsParticipationLayout *layout;
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
fill_span (const Painter *self, double from, double to, double middle, double height,
           const KsColour *colour)
{
  double left = ks_scale_map (&self->layout->scale, from);
  cairo_rectangle_t rect = { left, round (middle - height / 2),
                             ks_scale_map (&self->layout->scale, to) - left, round (height) };

  ks_chart_pen_fill (&self->pen, &rect, colour);
}

static void
paint_axis (const Painter *self)
{
  const KsParticipationLayout *layout = self->layout;

  for (double tick = 0; tick <= layout->scale.to; tick += layout->tick_step)
    {
      g_autofree char *text = ks_format_count ((gint64) tick);
      double x = ks_scale_map (&layout->scale, tick);

      ks_chart_pen_grid_line (&self->pen, &layout->band, x, GRID_OVER * layout->unit);
      ks_chart_pen_tick (&self->pen, text, x, layout->axis_y, layout->width);
    }
}

/* What goes beyond the staff is never clipped, and told apart in grey too. */
static void
paint_excess (const Painter *self, const KsParticipationRow *row, double middle)
{
  const KsParticipationLayout *layout = self->layout;
  double left = round (ks_scale_map (&layout->scale, (double) row->staff));
  cairo_rectangle_t rect = {
    left,
    round (middle - layout->bar_height / 2),
    round (ks_scale_map (&layout->scale, (double) row->answers)) - left,
    round (layout->bar_height),
  };

  fill_span (self, (double) row->staff, (double) row->answers, middle, layout->bar_height,
             &self->context->palette->over);
  ks_chart_context_hatch (self->context, self->cr, &rect, &self->context->palette->over_hatch);
}

static void
paint_bar (const Painter *self, const KsParticipationRow *row, double middle)
{
  const KsParticipationLayout *layout = self->layout;
  double target = ks_scale_map (&layout->scale, (double) row->staff);
  double half = layout->track_height / 2 + TARGET_OVER * layout->unit;
  gint64 within = row->staff > 0 ? MIN (row->answers, row->staff) : row->answers;

  fill_span (self, 0, (double) row->staff, middle, layout->track_height,
             &self->context->palette->track);
  fill_span (self, 0, (double) within, middle, layout->bar_height, &self->context->palette->bar);
  if (ks_participation_row_is_over (row))
    paint_excess (self, row, middle);
  if (row->staff <= 0)
    return;
  set_colour (self, &self->context->palette->axis);
  cairo_rectangle (self->cr, round (target) - TARGET_WIDTH * layout->unit / 2,
                   middle - half, TARGET_WIDTH * layout->unit, 2 * half);
  cairo_fill (self->cr);
}

static void
paint_row (const Painter *self, const KsParticipationItem *item, guint place)
{
  const KsParticipationLayout *layout = self->layout;
  double y = layout->band.top + place * layout->band.pitch + layout->label_offset;

  ks_chart_pen_show_label (&self->pen, item->row.label, KS_TEXT_ROW, layout->narrow,
                           layout->narrow ? layout->scale.start : 0, layout->label_right, y);
  show (self, item->rate_text, KS_TEXT_ROW_BOLD, KS_ALIGN_RIGHT, layout->rate_right, y, -1);
  if (ks_participation_row_is_over (&item->row))
    show (self, "*", KS_TEXT_ROW_BOLD, KS_ALIGN_LEFT, layout->rate_right + layout->unit, y, -1);
  set_colour (self, &self->context->palette->secondary);
  show (self, item->count_text, KS_TEXT_CAPTION, KS_ALIGN_RIGHT, layout->count_right, y, -1);
  paint_bar (self, &item->row, ks_row_band_middle (&layout->band, place));
}

/**
 * ks_participation_paint:
 * @items: (array length=n_items): the rows
 * @n_items: number of rows
 * @layout: their places
 * @context: where the chart stands
 * @cr: where to paint
 *
 * Paints bars of people with the staff as their target.
 */
void
ks_participation_paint (const KsParticipationItem *items, guint n_items,
                        const KsParticipationLayout *layout, const KsChartContext *context,
                        cairo_t *cr)
{
  Painter painter = { layout, context, cr, { context, cr } };

  if (n_items == 0)
    return;
  paint_axis (&painter);
  for (guint i = layout->band.first; i < layout->band.end; i++)
    paint_row (&painter, &items[i], i);
  if (layout->note_y <= 0)
    return;
  set_colour (&painter, &context->palette->secondary);
  show (&painter, _("* More answers than staff: the figures are being reconciled"),
        KS_TEXT_CAPTION, KS_ALIGN_LEFT, 0, layout->note_y, layout->width);
}
