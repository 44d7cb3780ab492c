/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-page-private.h"

#include "ks-day-copy.h"
#include "ks-day-hours.h"
#include "ks-day-pane.h"
#include "ks-day-rules.h"
#include "ks-i18n.h"
#include "ks-shell.h"
#include "ks-side-box.h"

static KsDayUnits *
get_table (KsDayPage *self)
{
  return KS_DAY_UNITS (self->table);
}

static char *
dup_shown (KsDayPage *self)
{
  if (ks_day_page_shows (self, "units"))
    return ks_day_copy_rows (self->campaign, self->shown->figures,
                             ks_day_units_get_district (get_table (self), NULL),
                             ks_day_units_get_rows (get_table (self)));
  if (ks_day_page_shows (self, "hours"))
    return ks_day_copy_hours (self->campaign, self->shown->figures,
                              ks_day_hours_get_district (KS_DAY_HOURS (self->hours)));
  return ks_day_page_shows (self, "districts")
             ? ks_day_copy_districts (self->campaign, self->shown->figures)
             : NULL;
}

static void
copy_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsDayPage *self = KS_DAY_PAGE (widget);
  g_autofree char *text = NULL;

  if (!ks_day_page_check_sendable (self))
    return;
  text = dup_shown (self);
  if (text == NULL)
    {
      ks_shell_show_message (ks_shell_from_widget (widget),
                             _ ("What is being compared stays at the desk."));
      return;
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  ks_shell_show_message (ks_shell_from_widget (widget), _ ("The table was copied."));
}

static void
copy_phone_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *phone = g_variant_get_string (parameter, NULL);
  g_autofree char *message = g_strdup_printf (_ ("%s was copied."), phone);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), phone);
  ks_shell_show_message (ks_shell_from_widget (widget), message);
}

static void
edit_contact_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const KsDayUnit *unit = ks_day_units_get_unit (get_table (KS_DAY_PAGE (widget)));

  if (unit != NULL)
    ks_shell_show_page (ks_shell_from_widget (widget), "units", ks_unit_get_code (unit->unit));
}

static void
step_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ks_day_units_step (get_table (KS_DAY_PAGE (widget)),
                     g_str_equal (name, "page.next-unit") ? 1 : -1);
}

static void
newest_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ks_day_page_show_moment (KS_DAY_PAGE (widget), KS_MOMENT_NONE);
}

static void
rules_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ks_day_rules_present (widget, KS_DAY_PAGE (widget)->campaign);
}

static void
close_pane_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ks_side_box_set_show_pane (KS_SIDE_BOX (KS_DAY_PAGE (widget)->side_box), FALSE);
}

/**
 * ks_day_page_update_actions:
 * @self: a page
 *
 * Lets those be used that have something to act on.
 */
void
ks_day_page_update_actions (KsDayPage *self)
{
  gboolean shown = self->shown != NULL && self->campaign != NULL;
  gboolean unit = shown && ks_day_units_get_unit (get_table (self)) != NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "page.copy", shown);
  gtk_widget_action_set_enabled (widget, "page.rules", self->campaign != NULL);
  gtk_widget_action_set_enabled (widget, "page.copy-text", shown);
  gtk_widget_action_set_enabled (widget, "page.copy-picture", shown);
  gtk_widget_action_set_enabled (widget, "page.save-picture", shown);
  gtk_widget_action_set_enabled (widget, "page.edit-text", shown);
  ks_day_page_update_paper_actions (self, shown);
  gtk_widget_action_set_enabled (widget, "page.previous-unit", unit);
  gtk_widget_action_set_enabled (widget, "page.next-unit", unit);
  gtk_widget_action_set_enabled (widget, "page.log-call", unit);
  gtk_widget_action_set_enabled (widget, "page.edit-contact", unit);
}

/**
 * ks_day_page_install_actions:
 * @widget_class: the class of the page
 *
 * Gives the page its actions and their keys.
 */
void
ks_day_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.copy", NULL, copy_action_cb);
  gtk_widget_class_install_action (widget_class, "page.copy-phone", "s", copy_phone_action_cb);
  gtk_widget_class_install_action (widget_class, "page.edit-contact", NULL,
                                   edit_contact_action_cb);
  gtk_widget_class_install_action (widget_class, "page.previous-unit", NULL, step_action_cb);
  gtk_widget_class_install_action (widget_class, "page.next-unit", NULL, step_action_cb);
  gtk_widget_class_install_action (widget_class, "page.newest", NULL, newest_action_cb);
  gtk_widget_class_install_action (widget_class, "page.rules", NULL, rules_action_cb);
  gtk_widget_class_install_action (widget_class, "page.close-pane", NULL, close_pane_action_cb);
  ks_day_page_install_call_actions (widget_class);
  ks_day_page_install_send_actions (widget_class);
  ks_day_page_install_paper_actions (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "page.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "page.close-pane", NULL);
}
