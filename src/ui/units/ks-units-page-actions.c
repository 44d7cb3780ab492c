/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-units-page-private.h"

#include "ks-i18n.h"
#include "ks-shell.h"

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsUnitsPage *self = KS_UNITS_PAGE (widget);
  guint n_rows = ks_units_table_copy (self->table);
  g_autofree char *message = NULL;

  if (n_rows == 0)
    return;
  message = g_strdup_printf (ngettext ("%u row copied", "%u rows copied", n_rows), n_rows);
  ks_shell_show_message (ks_shell_from_widget (widget), message);
}

static void
copy_text (KsUnitsPage *self, gboolean link)
{
  g_autoptr (KsUnit) unit = ks_units_table_dup_selected (self->table, NULL);
  const KsUnitLink *found = unit != NULL ? ks_units_page_get_link (self, unit) : NULL;
  const char *text = found == NULL ? NULL : link ? found->url : found->token;

  if (text == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  ks_shell_show_message (ks_shell_from_widget (GTK_WIDGET (self)),
                         link ? _ ("Link copied") : _ ("Survey code copied"));
}

static void
copy_token_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  copy_text (KS_UNITS_PAGE (widget), FALSE);
}

static void
copy_link_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  copy_text (KS_UNITS_PAGE (widget), TRUE);
}

static void
previous_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_units_table_step (KS_UNITS_PAGE (widget)->table, -1);
}

static void
next_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_units_table_step (KS_UNITS_PAGE (widget)->table, 1);
}

/* Beside the table the pane stands for the selection; in its place it is a page of its own. */
static void
close_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsUnitsPage *self = KS_UNITS_PAGE (widget);

  ks_side_box_set_show_pane (self->side_box, FALSE);
  if (!ks_side_box_get_folded (self->side_box))
    ks_units_table_unselect (self->table);
}

/**
 * ks_units_page_update_actions:
 * @self: a page
 *
 * Lets those actions sleep that have nothing to act on.
 */
void
ks_units_page_update_actions (KsUnitsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint n_selected = ks_units_table_get_n_selected (self->table);

  gtk_widget_action_set_enabled (widget, "page.copy", n_selected > 0);
  gtk_widget_action_set_enabled (widget, "page.copy-token", n_selected == 1);
  gtk_widget_action_set_enabled (widget, "page.copy-link", n_selected == 1);
  gtk_widget_action_set_enabled (widget, "page.previous-unit", n_selected == 1);
  gtk_widget_action_set_enabled (widget, "page.next-unit", n_selected == 1);
  gtk_widget_action_set_enabled (widget, "page.close-pane",
                                 ks_side_box_get_show_pane (self->side_box));
  ks_units_page_update_list_actions (self);
  ks_units_page_update_edit_actions (self);
  ks_units_page_update_event_actions (self);
  ks_units_page_update_day_actions (self);
  ks_units_page_update_setting_actions (self);
}

/**
 * ks_units_page_install_actions:
 * @widget_class: the class of the page
 *
 * Gives the page its actions and their keys.
 */
void
ks_units_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "page.copy-token", NULL, copy_token_cb);
  gtk_widget_class_install_action (widget_class, "page.copy-link", NULL, copy_link_cb);
  gtk_widget_class_install_action (widget_class, "page.previous-unit", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "page.next-unit", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "page.close-pane", NULL, close_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "page.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK,
                                       "page.previous-unit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK,
                                       "page.next-unit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "page.close-pane", NULL);
}
