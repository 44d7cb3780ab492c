/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-text-scale.h"

#define LEAST .75

/**
 * ks_text_scale_get:
 * @widget: a widget
 * @usual: the size of its text, in pixels, where nobody asked for another one
 *
 * Room that is counted in pixels grows with the text of who asks for large text.
 *
 * Returns: how much larger its text is than usual
 */
double
ks_text_scale_get (GtkWidget *widget, double usual)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double)PANGO_SCALE;
  double dpi = pango_cairo_context_get_resolution (context);

  if (!pango_font_description_get_size_is_absolute (font) && dpi > 0)
    size = size * dpi / 72;
  return size > 0 ? MAX (size / usual, LEAST) : 1;
}
