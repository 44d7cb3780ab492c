/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-chart-pen.h"

#include "ks-i18n.h"

#include <math.h>

/* In units of the body font. */
#define OUTLINE       0.8
#define REASON_MARGIN 4.0
#define REASON_LINE   1.7 /* of the body text */
#define GRID_OVER     5.0
#define REFERENCE     1.5
#define DASH          4.0
#define DASH_GAP      3.0
/* On paper: 0.12 mm. */
#define PAPER_GRID    0.35
/* Every second row, of the text's colour. */
#define TINT          0.035

/**
 * ks_chart_pen_snap:
 * @self: a pen
 * @position: a position
 *
 * Returns: the position of a line that stands exactly on a pixel of the screen
 */
double
ks_chart_pen_snap (const KsChartPen *self, double position)
{
  return self->context->paper ? position : round (position);
}

/**
 * ks_chart_pen_show:
 * @self: a pen, with the text's colour as its source
 * @text: one line
 * @style: its style
 * @align: which end of the text stands at @x
 * @x: position
 * @middle: the middle of its figures
 * @width: the text is ellipsised to it; negative: never
 *
 * Writes a line.
 */
void
ks_chart_pen_show (const KsChartPen *self, const char *text, KsTextStyle style, KsAlign align,
                   double x, double middle, double width)
{
  ks_chart_context_show (self->context, self->cr, text, style, align, x, middle, width);
}

/**
 * ks_chart_pen_show_label:
 * @self: a pen
 * @text: the name of a row
 * @style: its style
 * @narrow: whether it stands above its bar, at the left; else it leans on it from the left
 * @left: where its room begins
 * @right: where it ends
 * @middle: the middle of its figures
 *
 * Writes the name of a row, ellipsised to its room.
 */
void
ks_chart_pen_show_label (const KsChartPen *self, const char *text, KsTextStyle style,
                         gboolean narrow, double left, double right, double middle)
{
  ks_colour_set (&self->context->palette->text, self->cr);
  ks_chart_pen_show (self, text, style, narrow ? KS_ALIGN_LEFT : KS_ALIGN_RIGHT,
                     narrow ? left : right, middle, MAX (right - left, 0));
}

/**
 * ks_chart_pen_trace:
 * @self: a pen
 * @rect: a rectangle
 *
 * Adds @rect to the path, on whole pixels of the screen: two that touch still do.
 */
void
ks_chart_pen_trace (const KsChartPen *self, const cairo_rectangle_t *rect)
{
  double left = ks_chart_pen_snap (self, rect->x);
  double top = ks_chart_pen_snap (self, rect->y);

  cairo_rectangle (self->cr, left, top, ks_chart_pen_snap (self, rect->x + rect->width) - left,
                   ks_chart_pen_snap (self, rect->y + rect->height) - top);
}

/**
 * ks_chart_pen_fill:
 * @self: a pen
 * @rect: a rectangle
 * @colour: a colour
 *
 * Fills @rect on whole pixels of the screen.
 */
void
ks_chart_pen_fill (const KsChartPen *self, const cairo_rectangle_t *rect, const KsColour *colour)
{
  ks_chart_pen_trace (self, rect);
  ks_colour_set (colour, self->cr);
  cairo_fill (self->cr);
}

/**
 * ks_chart_pen_fill_hatched:
 * @self: a pen
 * @rect: a rectangle
 *
 * Hatches and outlines @rect: there is no level, or no figure that may be shown.
 */
void
ks_chart_pen_fill_hatched (const KsChartPen *self, const cairo_rectangle_t *rect)
{
  if (rect->width <= 0)
    return;
  ks_chart_context_hatch (self->context, self->cr, rect, &self->context->palette->hatch);
  cairo_rectangle (self->cr, rect->x + OUTLINE / 2, rect->y + OUTLINE / 2,
                   MAX (rect->width - OUTLINE, 0), rect->height - OUTLINE);
  ks_colour_set (&self->context->palette->hatch, self->cr);
  cairo_set_line_width (self->cr, OUTLINE * self->context->unit);
  cairo_stroke (self->cr);
}

/**
 * ks_chart_pen_fill_hidden:
 * @self: a pen
 * @rect: where a bar or an interval would stand
 * @reason: why none stands there
 *
 * Hatches @rect and writes the reason into it.
 */
void
ks_chart_pen_fill_hidden (const KsChartPen *self, const cairo_rectangle_t *rect,
                          const char *reason)
{
  double margin = REASON_MARGIN * self->context->unit;
  double width = MIN (ks_chart_context_measure (self->context, reason, KS_TEXT_CAPTION),
                      rect->width - 2 * margin);

  double height = MIN (rect->height - 2 * OUTLINE, REASON_LINE * self->context->em);

  ks_chart_pen_fill (self, rect, &self->context->palette->card);
  ks_chart_pen_fill_hatched (self, rect);
  if (width <= 0)
    return;
  cairo_rectangle (self->cr, rect->x + (rect->width - width) / 2 - margin,
                   rect->y + (rect->height - height) / 2, width + 2 * margin, height);
  ks_colour_set (&self->context->palette->card, self->cr);
  cairo_fill (self->cr);
  ks_colour_set (&self->context->palette->secondary, self->cr);
  ks_chart_pen_show (self, reason, KS_TEXT_CAPTION, KS_ALIGN_CENTRE, rect->x + rect->width / 2,
                     rect->y + rect->height / 2, width);
}

/**
 * ks_chart_pen_tint_row:
 * @self: a pen
 * @band: the rows
 * @row: one of them
 * @width: width of the chart
 *
 * Tints every second row on screen, which leads the eye from the name to the figures. A copier
 * would make dirt of it.
 */
void
ks_chart_pen_tint_row (const KsChartPen *self, const KsRowBand *band, guint row, double width)
{
  KsColour tint = self->context->palette->text;
  cairo_rectangle_t rect = { 0, band->top + row * band->pitch, width, band->pitch };

  if (self->context->paper || row % 2 != 0)
    return;
  tint.alpha = TINT;
  ks_chart_pen_fill (self, &rect, &tint);
}

/* Adds the line through the plots of the rows, whole where they touch. */
static void
trace_line (const KsChartPen *self, const KsRowBand *band, double x, double width, double over)
{
  gboolean touching = 2 * band->half >= band->pitch;
  guint step = touching ? MAX (band->end - band->first, 1) : 1;

  for (guint row = band->first; row < band->end; row += step)
    {
      double top = ks_row_band_middle (band, row) - band->half;
      double bottom = ks_row_band_middle (band, row + step - 1) + band->half;

      cairo_rectangle (self->cr, x, top, width,
                       bottom + (row + step >= band->end ? over : 0) - top);
    }
}

/**
 * ks_chart_pen_grid_line:
 * @self: a pen
 * @band: the rows
 * @x: where it stands
 * @over: how far it goes below the last row
 *
 * Paints a line of the grid. Where labels stand above the bars it would cross them, so it stands
 * behind the plots alone.
 */
void
ks_chart_pen_grid_line (const KsChartPen *self, const KsRowBand *band, double x, double over)
{
  ks_colour_set (&self->context->palette->grid, self->cr);
  trace_line (self, band, ks_chart_pen_snap (self, x), self->context->paper ? PAPER_GRID : 1, over);
  cairo_fill (self->cr);
}

/**
 * ks_chart_pen_tick:
 * @self: a pen
 * @text: the value
 * @x: where its line stands
 * @middle: middle of the figures
 * @width: width of the chart, which it keeps to
 *
 * Writes the value of a line of the grid.
 */
void
ks_chart_pen_tick (const KsChartPen *self, const char *text, double x, double middle,
                   double width)
{
  double half = ks_chart_context_measure (self->context, text, KS_TEXT_CAPTION) / 2;

  ks_colour_set (&self->context->palette->secondary, self->cr);
  ks_chart_pen_show (self, text, KS_TEXT_CAPTION, KS_ALIGN_CENTRE,
                     CLAMP (x, half, MAX (width - half, half)), middle, -1);
}

/**
 * ks_chart_pen_axis:
 * @self: a pen
 * @band: the rows
 * @scale: per cent
 * @step: distance of its lines
 * @middle: middle of the figures
 * @width: width of the chart
 *
 * Paints the lines of a grid of per cent and their values.
 */
void
ks_chart_pen_axis (const KsChartPen *self, const KsRowBand *band, const KsScale *scale,
                   double step, double middle, double width)
{
  for (double tick = ceil (scale->from / step) * step; tick <= scale->to; tick += step)
    {
      double x = ks_scale_map (scale, tick);
      g_autofree char *text = g_strdup_printf ("%.0f%%", tick);

      ks_chart_pen_grid_line (self, band, x, GRID_OVER * self->context->unit);
      ks_chart_pen_tick (self, text, x, middle, width);
    }
}

/* Strokes the path as the line of what is compared with, and forgets it. */
static void
stroke_dashed (const KsChartPen *self, double offset)
{
  double unit = self->context->unit;
  const double dashes[] = { DASH * unit, DASH_GAP * unit };

  cairo_save (self->cr);
  ks_colour_set (&self->context->palette->axis, self->cr);
  cairo_set_line_width (self->cr, REFERENCE * unit);
  cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), offset);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

/**
 * ks_chart_pen_reference:
 * @self: a pen
 * @band: the rows
 * @x: where it stands
 *
 * Paints the dashed line of what the rows are compared with.
 */
void
ks_chart_pen_reference (const KsChartPen *self, const KsRowBand *band, double x)
{
  gboolean touching = 2 * band->half >= band->pitch;
  guint step = touching ? MAX (band->end - band->first, 1) : 1;

  for (guint row = band->first; row < band->end; row += step)
    {
      cairo_move_to (self->cr, x, ks_row_band_middle (band, row) - band->half);
      cairo_line_to (self->cr, x, ks_row_band_middle (band, row + step - 1) + band->half);
    }
  stroke_dashed (self, band->first * band->pitch);
}

/**
 * ks_chart_pen_level:
 * @self: a pen
 * @left: its left end
 * @right: its right end
 * @y: where it lies
 *
 * Paints the dashed line of what is compared with, from left to right.
 */
void
ks_chart_pen_level (const KsChartPen *self, double left, double right, double y)
{
  cairo_move_to (self->cr, left, y);
  cairo_line_to (self->cr, right, y);
  stroke_dashed (self, 0);
}

/**
 * ks_row_band_clip:
 * @self: rows
 * @n_rows: how many there are
 * @cr: where they are painted
 *
 * Sets the rows to paint to those that the clip of @cr shows: of thousands a screenful.
 */
void
ks_row_band_clip (KsRowBand *self, guint n_rows, cairo_t *cr)
{
  double left, top, right, bottom;

  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  self->first = (guint) CLAMP (floor ((top - self->top) / self->pitch), 0, n_rows);
  self->end = (guint) CLAMP (ceil ((bottom - self->top) / self->pitch), self->first, n_rows);
}

/**
 * ks_row_band_middle:
 * @self: rows
 * @row: one of them
 *
 * Returns: the middle of its plot
 */
double
ks_row_band_middle (const KsRowBand *self, guint row)
{
  return self->top + row * self->pitch + self->middle;
}

/**
 * ks_chart_too_few_text:
 * @context: where the chart stands
 *
 * Returns: (transfer none): why a row shows nothing
 */
const char *
ks_chart_too_few_text (const KsChartContext *context)
{
  return ks_chart_context_say (context, N_("Too few answers to show results"),
                               "Chưa đủ số phiếu để nêu kết quả");
}

/**
 * ks_chart_good_heading:
 * @context: where the chart stands
 *
 * Returns: (transfer none): the heading of the good answers
 */
const char *
ks_chart_good_heading (const KsChartContext *context)
{
  return ks_chart_context_say (context, N_("Favourable"), "Đánh giá tốt");
}

/**
 * ks_chart_no_answers_text:
 * @context: where the chart stands
 *
 * Returns: (transfer none): why a row has no bar
 */
const char *
ks_chart_no_answers_text (const KsChartContext *context)
{
  return ks_chart_context_say (context, N_("No answers"), "Chưa có phiếu");
}

/**
 * ks_chart_reconciling_text:
 * @context: where the chart stands
 *
 * Returns: (transfer none): what is said of more answers than staff
 */
const char *
ks_chart_reconciling_text (const KsChartContext *context)
{
  return ks_chart_context_say (context, N_("being reconciled"), "đang đối chiếu");
}
