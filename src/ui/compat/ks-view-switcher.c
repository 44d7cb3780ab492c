/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-view-switcher.h"

#include <adwaita.h>

#include "ks-tab-layout.h"

/* In one line each tab is as wide as its own name, not as the longest one; names below icons are for
 * the foot of a narrow window. */
static void
pack (GtkWidget *switcher, gboolean in_header)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (switcher);
  gboolean wide = adw_view_switcher_get_policy (ADW_VIEW_SWITCHER (switcher))
                  == ADW_VIEW_SWITCHER_POLICY_WIDE;

  gtk_widget_add_css_class (switcher, "packed");
  if (wide && GTK_IS_BOX_LAYOUT (layout))
    gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (layout), FALSE);
  if (in_header && !wide)
    gtk_widget_hide (switcher);
  else if (!wide)
    gtk_widget_set_layout_manager (switcher, ks_tab_layout_new ());
}

static void
pack_all (GtkWidget *widget, gboolean in_header)
{
  if (ADW_IS_SQUEEZER (widget) && in_header)
    adw_squeezer_set_switch_threshold_policy (ADW_SQUEEZER (widget),
                                              ADW_FOLD_THRESHOLD_POLICY_MINIMUM);
  if (ADW_IS_VIEW_SWITCHER (widget))
    {
      pack (widget, in_header);
      return;
    }
  in_header |= ADW_IS_VIEW_SWITCHER_TITLE (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    pack_all (child, in_header);
}

/**
 * ks_view_switcher_pack:
 * @root: what the tabs stand in
 *
 * Lets tabs take no more room than they need, so that six of them stand in one line of the header.
 */
void
ks_view_switcher_pack (GtkWidget *root)
{
  pack_all (root, FALSE);
}
