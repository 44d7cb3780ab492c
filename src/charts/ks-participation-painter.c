/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-participation-painter.h"

#include "ks-i18n.h"
#include "ks-number.h"

#include <math.h>

/* In units of the body font. */
#define TARGET_WIDTH 2.0
#define TARGET_OVER  2.0  /* the mark rises so far above the track */
#define BAND_OVER    4.0
#define GRID_OVER    4.0

typedef struct {
  const KsParticipationLayout *layout;
  const KsChartContext *context;
  cairo_t *cr;
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
  ks_chart_context_show (self->context, self->cr, text, style, align, x, y, width);
}

static void
fill_span (const Painter *self, double from, double to, double middle, double height,
           const KsColour *colour)
{
  double left = round (ks_scale_map (&self->layout->scale, from));
  double right = round (ks_scale_map (&self->layout->scale, to));

  set_colour (self, colour);
  cairo_rectangle (self->cr, left, round (middle - height / 2), right - left, round (height));
  cairo_fill (self->cr);
}

/* With labels above the bars the lines would cross them, so they stand behind the bars alone. */
static void
paint_grid_line (const Painter *self, double x, guint n_items)
{
  const KsParticipationLayout *layout = self->layout;
  double half = layout->narrow ? layout->track_height / 2 + BAND_OVER * layout->unit
                               : layout->pitch / 2;

  set_colour (self, &self->context->palette->grid);
  for (guint i = 0; i < n_items; i++)
    {
      double middle = layout->rows_top + i * layout->pitch + layout->bar_offset;
      double over = i == n_items - 1 ? GRID_OVER * layout->unit : 0;

      cairo_rectangle (self->cr, round (x), middle - half, 1, 2 * half + over);
    }
  cairo_fill (self->cr);
}

static void
paint_axis (const Painter *self, guint n_items)
{
  const KsParticipationLayout *layout = self->layout;

  for (double tick = 0; tick <= layout->scale.to; tick += layout->tick_step)
    {
      g_autofree char *text = ks_format_count ((gint64) tick);
      double x = ks_scale_map (&layout->scale, tick);
      KsAlign align = layout->narrow && tick <= 0 ? KS_ALIGN_LEFT : KS_ALIGN_CENTRE;

      paint_grid_line (self, x, n_items);
      set_colour (self, &self->context->palette->secondary);
      show (self, text, KS_TEXT_CAPTION, align, x, layout->axis_y, -1);
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
  double top = layout->rows_top + place * layout->pitch;
  double y = top + layout->label_offset;

  set_colour (self, &self->context->palette->text);
  if (layout->narrow)
    show (self, item->row.label, KS_TEXT_ROW, KS_ALIGN_LEFT, layout->scale.start, y,
          layout->label_right - layout->scale.start);
  else
    show (self, item->row.label, KS_TEXT_ROW, KS_ALIGN_RIGHT, layout->label_right, y,
          layout->label_right);
  show (self, item->rate_text, KS_TEXT_ROW_BOLD, KS_ALIGN_RIGHT, layout->rate_right, y, -1);
  if (ks_participation_row_is_over (&item->row))
    show (self, "*", KS_TEXT_ROW_BOLD, KS_ALIGN_LEFT, layout->rate_right + layout->unit, y, -1);
  set_colour (self, &self->context->palette->secondary);
  show (self, item->count_text, KS_TEXT_CAPTION, KS_ALIGN_RIGHT, layout->count_right, y, -1);
  paint_bar (self, &item->row, top + layout->bar_offset);
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
  Painter painter = { layout, context, cr };

  if (n_items == 0)
    return;
  paint_axis (&painter, n_items);
  for (guint i = 0; i < n_items; i++)
    paint_row (&painter, &items[i], i);
  if (layout->note_y <= 0)
    return;
  set_colour (&painter, &context->palette->secondary);
  show (&painter, _("* More answers than staff: the figures are being reconciled"),
        KS_TEXT_CAPTION, KS_ALIGN_LEFT, 0, layout->note_y, layout->width);
}
