/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-printed-chart.h"

#include "ks-chart.h"

/**
 * ks_printed_chart_paint:
 * @cr: (nullable): where it is painted; %NULL: it is measured
 * @width: in points
 * @height: in points
 * @chart: a #KsChart
 *
 * Paints a chart on paper: Vietnamese, black on white, in the type of papers.
 *
 * Returns: the height that it wants at that width
 */
double
ks_printed_chart_paint (cairo_t *cr, double width, double height, gpointer chart)
{
  const KsPalette *palette = ks_palette_get (KS_PALETTE_PAPER);
  PangoFontDescription *font = pango_font_description_from_string ("Liberation Serif 10");
  double wanted = ks_chart_measure_height (chart, width, palette, font);

  if (cr != NULL)
    ks_chart_paint (chart, cr, width, height, palette, font);
  pango_font_description_free (font);
  return wanted;
}
