/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-participation-painter.h"

#define BODY         ((KsTextStyle) { 1, FALSE })
#define VALUE        ((KsTextStyle) { 11.0 / 12, TRUE })
#define SMALL        ((KsTextStyle) { 10.0 / 12, FALSE })
/* In sizes of the body text: 0.12 and 0.25 mm at 12 points. */
#define GUIDE_WIDTH  0.0283
#define AXIS_WIDTH   0.0591
#define VALUE_MARGIN 0.22
/* Below this per cent the value stands behind its bar. */
#define VALUE_INSIDE 25.0

typedef struct {
  const KsParticipationLayout *layout;
  const KsChartContext *context;
  cairo_t *cr;
} Painter;

static void
show (const Painter *self, const char *text, KsTextStyle style, KsAlign align, double x, double y,
      double width)
{
  ks_chart_context_show (self->context, self->cr, text, style, align, x, y, width);
}

static void
paint_guide (const Painter *self, double tick)
{
  const KsParticipationLayout *layout = self->layout;
  gboolean is_axis = tick <= 0;
  double x = ks_scale_map (&layout->scale, tick);
  g_autofree char *text = g_strdup_printf ("%.0f%%", tick);

  ks_colour_set (is_axis ? &self->context->palette->axis : &self->context->palette->grid,
                 self->cr);
  cairo_set_line_width (self->cr, (is_axis ? AXIS_WIDTH : GUIDE_WIDTH) * self->context->em);
  cairo_move_to (self->cr, x, layout->band.top);
  cairo_line_to (self->cr, x, ks_row_band_middle (&layout->band, layout->band.end) - layout->band.half);
  cairo_stroke (self->cr);
  ks_colour_set (&self->context->palette->text, self->cr);
  show (self, text, SMALL, KS_ALIGN_CENTRE, x, layout->axis_y, -1);
}

/* A unit or district whose figures are being reconciled has no rate on paper. */
static void
paint_bar (const Painter *self, const KsParticipationItem *item, double middle)
{
  const KsParticipationLayout *layout = self->layout;
  const KsPalette *palette = self->context->palette;
  double margin = VALUE_MARGIN * self->context->em;
  double rate = item->row.staff > 0 ? 100 * (double) item->row.answers / (double) item->row.staff
                                    : 0;
  double end = ks_scale_map (&layout->scale, rate);
  gboolean inside = rate >= VALUE_INSIDE;

  ks_colour_set (&palette->text, self->cr);
  if (ks_participation_row_is_over (&item->row))
    {
      show (self, "đang đối chiếu", BODY, KS_ALIGN_LEFT, layout->scale.start + margin, middle, -1);
      return;
    }
  ks_colour_set (&palette->bar, self->cr);
  cairo_rectangle (self->cr, layout->scale.start, middle - layout->bar_height / 2,
                   end - layout->scale.start, layout->bar_height);
  cairo_fill (self->cr);
  ks_colour_set (inside ? &palette->bar_label : &palette->text, self->cr);
  show (self, item->rate_text, VALUE, inside ? KS_ALIGN_RIGHT : KS_ALIGN_LEFT,
        inside ? end - margin : end + margin, middle, -1);
}

/* A name that is too long for its place is set smaller before it is cut. */
static void
paint_label (const Painter *self, const char *label, double middle)
{
  double room = self->layout->label_right;
  KsTextStyle style = ks_chart_context_measure (self->context, label, BODY) <= room ? BODY : SMALL;

  ks_colour_set (&self->context->palette->text, self->cr);
  show (self, label, style, KS_ALIGN_RIGHT, room, middle, room);
}

/**
 * ks_participation_paint_paper:
 * @items: (array length=n_items): the rows
 * @n_items: number of rows
 * @layout: their places
 * @context: where the chart stands
 * @cr: where to paint
 *
 * Paints the figure of a report: bars of per cent, black on white. Its caption is the page's.
 */
void
ks_participation_paint_paper (const KsParticipationItem *items, guint n_items,
                              const KsParticipationLayout *layout, const KsChartContext *context,
                              cairo_t *cr)
{
  Painter painter = { layout, context, cr };

  for (double tick = layout->scale.to; tick >= 0; tick -= layout->tick_step)
    paint_guide (&painter, tick);
  show (&painter, "Số phiếu/số người", SMALL, KS_ALIGN_RIGHT, layout->count_right,
        layout->band.top / 2, -1);
  for (guint i = layout->band.first; i < layout->band.end; i++)
    {
      double middle = ks_row_band_middle (&layout->band, i);

      paint_label (&painter, items[i].row.label, middle);
      show (&painter, items[i].count_text, BODY, KS_ALIGN_RIGHT, layout->count_right, middle, -1);
      paint_bar (&painter, &items[i], middle);
    }
}
