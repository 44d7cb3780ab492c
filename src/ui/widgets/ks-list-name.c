/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-list-name.h"

/**
 * ks_list_name_set:
 * @row: a row in a list
 * @name: what the list is called
 *
 * Names the list of a row for screen readers. A preferences group makes its list by itself, and
 * names it only where it has a title.
 */
void
ks_list_name_set (GtkWidget *row, const char *name)
{
  GtkWidget *list = gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
