/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-window-private.h"

#include "ks-badge.h"
#include "ks-i18n.h"

/* Beside the sidebar a page wants this much room; with less the window folds to one column. */
#define PAGE_WIDTH 588

static void
measure_page (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
              int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, PAGE_WIDTH);
}

static void
allocate_page (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height, baseline, NULL);
}

/* The leaflet folds by the natural width of its children: that of a page would follow its longest
 * sentence, and the window would fold on one page and not on the next. */
void
ks_window_init_narrow (KsWindow *self)
{
  gtk_widget_set_layout_manager (self->frame,
                                 gtk_custom_layout_new (NULL, measure_page, allocate_page));
}

static AdwHeaderBar *
find_header_bar (GtkWidget *widget)
{
  if (ADW_IS_HEADER_BAR (widget))
    return ADW_HEADER_BAR (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      AdwHeaderBar *found = find_header_bar (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* In a narrow window a page stands alone; the way back to the sidebar is its first button. */
static void
add_back_button (KsWindow *self, AdwHeaderBar *header)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("go-previous-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-sidebar");
  gtk_widget_set_tooltip_text (button, _ ("Pages"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Back to the pages"), -1);
  adw_header_bar_pack_start (header, button);
  gtk_box_reorder_child_after (GTK_BOX (gtk_widget_get_parent (button)), button, NULL);
  g_object_bind_property (self->leaflet, "folded", button, "visible", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->leaflet, "folded", header, "show-start-title-buttons",
                          G_BINDING_SYNC_CREATE);
}

/* What the sidebar says of simulated figures must not go with it. */
static void
add_badge (KsWindow *self, AdwHeaderBar *header)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *badge = ks_badge_new ("SỐ LIỆU MÔ PHỎNG", FALSE);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (header));

  gtk_widget_add_css_class (box, "simulated");
  gtk_box_append (GTK_BOX (box), badge);
  gtk_box_insert_child_after (GTK_BOX (parent), box, GTK_WIDGET (header));
  g_object_bind_property (self->sidebar, "simulated", badge, "visible", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->leaflet, "folded", box, "visible", G_BINDING_SYNC_CREATE);
}

/* Gives a page what it needs once the sidebar has folded away. */
void
ks_window_adapt_page (KsWindow *self, GtkWidget *page)
{
  AdwHeaderBar *header = find_header_bar (page);

  g_return_if_fail (header != NULL);

  add_back_button (self, header);
  add_badge (self, header);
}
