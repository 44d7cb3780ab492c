/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-chart-legend.h"

/* In units of the body font. */
#define OUTLINE       0.8
#define SWATCH        14.0
#define SWATCH_ROUND  3.0
#define SWATCH_GAP    6.0
#define LEGEND_LINE   24.0
#define LEGEND_SPACE  18.0

static void
trace_swatch (cairo_t *cr, double x, double y, double size, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + size - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + size - radius, y + size - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + size - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/**
 * ks_legend_paint_swatch:
 * @self: a pen
 * @x: left edge
 * @middle: middle
 * @colour: (nullable): its colour
 * @hatch: (nullable): lines over it
 * @ring: whether it is outlined too, as a colour near the ground needs
 *
 * Paints a piece of a colour for the legend.
 */
void
ks_legend_paint_swatch (const KsChartPen *self, double x, double middle,
                        const KsColour *colour, const KsColour *hatch, gboolean ring)
{
  double unit = self->context->unit;
  double size = SWATCH * unit;
  double radius = SWATCH_ROUND * unit;
  cairo_rectangle_t rect = { ks_chart_pen_snap (self, x),
                             ks_chart_pen_snap (self, middle - size / 2), size, size };

  cairo_save (self->cr);
  trace_swatch (self->cr, rect.x, rect.y, size, radius);
  cairo_clip (self->cr);
  if (colour != NULL)
    ks_chart_pen_fill (self, &rect, colour);
  if (hatch != NULL)
    ks_chart_context_hatch (self->context, self->cr, &rect, hatch);
  cairo_restore (self->cr);
  if (!ring)
    return;
  trace_swatch (self->cr, rect.x + OUTLINE / 2, rect.y + OUTLINE / 2, size - OUTLINE, radius);
  ks_colour_set (&self->context->palette->hatch, self->cr);
  cairo_set_line_width (self->cr, OUTLINE * unit);
  cairo_stroke (self->cr);
}

/**
 * ks_legend_measure:
 * @context: where the chart stands
 * @text: the words of an entry
 *
 * Returns: the width of an entry with a swatch
 */
double
ks_legend_measure (const KsChartContext *context, const char *text)
{
  return ks_chart_context_measure (context, text, KS_TEXT_ROW)
         + (SWATCH + SWATCH_GAP) * context->unit;
}

/**
 * ks_legend_place:
 * @self: a legend on the stack
 * @context: where the chart stands
 * @widths: (array length=n_entries): widths of the entries
 * @n_entries: number of entries, up to %KS_MAX_LEGEND
 * @width: width of the chart
 * @to_right: whether it stands at the right where it needs but one line
 *
 * Places the entries one behind the other, from the left on as many lines as they need.
 */
void
ks_legend_place (KsLegend *self, const KsChartContext *context, const double *widths,
                 guint n_entries, double width, gboolean to_right)
{
  double space = LEGEND_SPACE * context->unit;
  double total = -space;
  double x = 0;
  guint line = 0;

  self->n_entries = MIN (n_entries, KS_MAX_LEGEND);
  for (guint i = 0; i < self->n_entries; i++)
    total += widths[i] + space;
  if (to_right)
    x = MAX (width - total, 0);
  for (guint i = 0; i < self->n_entries; i++)
    {
      if (x > 0 && x + widths[i] > width + 0.5)
        {
          x = 0;
          line++;
        }
      self->x[i] = x;
      self->width[i] = MIN (widths[i], width);
      self->y[i] = (line + 0.5) * LEGEND_LINE * context->unit;
      x += widths[i] + space;
    }
  self->n_lines = self->n_entries > 0 ? line + 1 : 0;
}

/**
 * ks_legend_height:
 * @self: a legend
 * @context: where the chart stands
 *
 * Returns: its height
 */
double
ks_legend_height (const KsLegend *self, const KsChartContext *context)
{
  return self->n_lines * LEGEND_LINE * context->unit;
}

/**
 * ks_legend_show:
 * @self: a legend
 * @pen: what to draw with
 * @entry: one of its entries
 * @text: its words
 *
 * Writes the words of an entry behind its swatch, cut off where the chart ends.
 */
void
ks_legend_show (const KsLegend *self, const KsChartPen *pen, guint entry, const char *text)
{
  ks_colour_set (&pen->context->palette->text, pen->cr);
  ks_chart_pen_show (pen, text, KS_TEXT_ROW, KS_ALIGN_LEFT,
                     ks_chart_pen_snap (pen, self->x[entry])
                       + (SWATCH + SWATCH_GAP) * pen->context->unit,
                     self->y[entry],
                     self->width[entry] - (SWATCH + SWATCH_GAP) * pen->context->unit + 0.5);
}
