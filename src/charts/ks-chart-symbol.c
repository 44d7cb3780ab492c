/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-chart-symbol.h"

/* In parts of the radius of a disc. */
#define RING     0.3   /* of the ground around a symbol */
#define HOLLOW   0.4
#define TRIANGLE 1.12
#define DIAMOND  1.2
#define BAR      0.36
#define BAR_HALF 1.4

static void
trace_disc (cairo_t *cr, double x, double y, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
}

static void
trace_triangle (cairo_t *cr, double x, double y, double size, gboolean up)
{
  double tip = up ? -size : size;

  cairo_move_to (cr, x, y + tip);
  cairo_line_to (cr, x + 1.1 * size, y - 0.8 * tip);
  cairo_line_to (cr, x - 1.1 * size, y - 0.8 * tip);
  cairo_close_path (cr);
}

static void
trace (cairo_t *cr, KsSymbol symbol, double x, double y, double radius)
{
  double size = DIAMOND * radius;

  switch (symbol)
    {
    case KS_SYMBOL_UP:
    case KS_SYMBOL_DOWN:
      trace_triangle (cr, x, y, TRIANGLE * radius, symbol == KS_SYMBOL_UP);
      break;
    case KS_SYMBOL_DIAMOND:
      cairo_move_to (cr, x, y - size);
      cairo_line_to (cr, x + size, y);
      cairo_line_to (cr, x, y + size);
      cairo_line_to (cr, x - size, y);
      cairo_close_path (cr);
      break;
    case KS_SYMBOL_BAR:
      cairo_rectangle (cr, x - BAR * radius, y - BAR_HALF * radius, 2 * BAR * radius,
                       2 * BAR_HALF * radius);
      break;
    case KS_SYMBOL_DISC:
    case KS_SYMBOL_RING:
    default:
      trace_disc (cr, x, y, radius);
    }
}

static const KsColour *
get_colour (const KsPalette *palette, KsSymbol symbol)
{
  switch (symbol)
    {
    case KS_SYMBOL_DOWN:
      return &palette->below;
    case KS_SYMBOL_RING:
    case KS_SYMBOL_BAR:
      return &palette->axis;
    case KS_SYMBOL_DIAMOND:
      return &palette->interval;
    case KS_SYMBOL_DISC:
    case KS_SYMBOL_UP:
    default:
      return &palette->dot;
    }
}

/**
 * ks_symbol_paint:
 * @pen: what to draw with
 * @symbol: a symbol
 * @x: its middle
 * @y: its middle
 * @radius: of a disc; the others are as large to the eye
 *
 * Paints a symbol with a ring of the ground around it, which parts it from what lies behind.
 */
void
ks_symbol_paint (const KsChartPen *pen, KsSymbol symbol, double x, double y, double radius)
{
  const KsPalette *palette = pen->context->palette;

  trace (pen->cr, symbol, x, y, radius);
  cairo_set_line_join (pen->cr, CAIRO_LINE_JOIN_ROUND);
  ks_colour_set (&palette->card, pen->cr);
  cairo_set_line_width (pen->cr, 2 * RING * radius);
  if (symbol != KS_SYMBOL_RING)
    {
      cairo_stroke_preserve (pen->cr);
      ks_colour_set (get_colour (palette, symbol), pen->cr);
      cairo_fill (pen->cr);
      return;
    }
  cairo_fill_preserve (pen->cr);
  ks_colour_set (get_colour (palette, symbol), pen->cr);
  cairo_set_line_width (pen->cr, HOLLOW * radius);
  cairo_stroke (pen->cr);
}
