/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-view-part.h"

static GtkWidget *
find_viewport (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
}

/**
 * ks_view_find_adjustment:
 * @widget: a widget
 *
 * Returns: (transfer none) (nullable): how far the view that it stands in is scrolled down; %NULL:
 *   it stands in none
 */
GtkAdjustment *
ks_view_find_adjustment (GtkWidget *widget)
{
  GtkWidget *viewport = find_viewport (widget);

  return viewport != NULL ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)) : NULL;
}

/**
 * ks_view_get_part:
 * @widget: a widget
 * @top: (out): upper edge of what is seen of it
 * @height: (out): how much is seen
 *
 * Finds what the view that @widget stands in shows of it; all of it, if it stands in none.
 */
void
ks_view_get_part (GtkWidget *widget, double *top, double *height)
{
  GtkWidget *viewport = find_viewport (widget);
  double whole = gtk_widget_get_height (widget);
  double x, y;

  *top = 0;
  *height = whole;
  if (viewport == NULL || !gtk_widget_translate_coordinates (viewport, widget, 0, 0, &x, &y))
    return;
  *top = CLAMP (y, 0, whole);
  *height = CLAMP (y + gtk_widget_get_height (viewport), *top, whole) - *top;
}

/**
 * ks_view_reveal:
 * @widget: a widget
 * @top: upper edge of a part of it
 * @height: its height
 * @heading: how much a heading covers of what is seen, from above
 *
 * Scrolls as little as shows the part whole, below the heading.
 */
void
ks_view_reveal (GtkWidget *widget, double top, double height, double heading)
{
  GtkWidget *viewport = find_viewport (widget);
  GtkAdjustment *adjustment = ks_view_find_adjustment (widget);
  double x, y, value, page;

  /* In the view's child: what is scrolled just now moves it only with the next frame. */
  if (adjustment == NULL
      || !gtk_widget_translate_coordinates (
          widget, gtk_viewport_get_child (GTK_VIEWPORT (viewport)), 0, top, &x, &y))
    return;
  value = gtk_adjustment_get_value (adjustment);
  page = gtk_adjustment_get_page_size (adjustment);
  if (y - heading < value)
    gtk_adjustment_set_value (adjustment, y - heading);
  else if (y + height > value + page)
    gtk_adjustment_set_value (adjustment, y + height - page);
}
