/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-css-class.h"

/**
 * ks_css_class_set:
 * @widget: a widget
 * @name: of a class of the style
 * @set: whether @widget has it from now on
 */
void
ks_css_class_set (GtkWidget *widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}
