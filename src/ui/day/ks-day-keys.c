/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-keys.h"

#include "ks-call.h"
#include "ks-i18n.h"
#include "ks-css-class.h"
#include "ks-label.h"

static const char *const labels[KS_N_CALL_OUTCOMES] = {
  [KS_CALL_REMINDED] = N_ ("Reminded"),
  [KS_CALL_UNREACHABLE] = N_ ("Not Reached"),
  [KS_CALL_APPOINTMENT] = N_ ("Promised by…"),
  [KS_CALL_TROUBLE] = N_ ("In Trouble…"),
};

struct _KsDayKeys
{
  GtkBox parent_instance;
  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (KsDayKeys, ks_day_keys, GTK_TYPE_BOX)

static GtkWidget *
make_cap (const char *text)
{
  GtkWidget *cap = gtk_label_new (text);

  gtk_widget_add_css_class (cap, "key-cap");
  return cap;
}

static GtkWidget *
make_button (KsCallOutcome outcome)
{
  g_autofree char *key = g_strdup_printf ("%d", (int)outcome + 1);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_ (labels[outcome]));

  gtk_widget_add_css_class (button, "call-key");
  ks_label_cut (GTK_LABEL (label));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), make_cap (key));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int)outcome);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.log-call");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (labels[outcome]), -1);
  return button;
}

static GtkWidget *
make_hint (const char *text)
{
  GtkWidget *hint = gtk_label_new (text);

  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_add_css_class (hint, "secondary");
  return hint;
}

static void
add_head (KsDayKeys *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (_ ("Call Log"));

  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), make_hint (_ ("press")));
  gtk_box_append (GTK_BOX (head), make_cap ("G"));
  gtk_box_append (GTK_BOX (head), make_hint (_ ("then a number")));
  gtk_box_append (GTK_BOX (self), head);
}

static void
ks_day_keys_class_init (KsDayKeysClass *klass)
{
}

static void
ks_day_keys_init (KsDayKeys *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  add_head (self);
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  for (int i = 0; i < KS_N_CALL_OUTCOMES; i++)
    gtk_grid_attach (GTK_GRID (self->grid), make_button ((KsCallOutcome)i), i % 2, i / 2, 1, 1);
  gtk_box_append (GTK_BOX (self), self->grid);
}

/**
 * ks_day_keys_set_armed:
 * @self: the buttons
 * @armed: whether a number is awaited
 *
 * Shows that G was pressed.
 */
void
ks_day_keys_set_armed (KsDayKeys *self, gboolean armed)
{
  g_return_if_fail (KS_IS_DAY_KEYS (self));

  ks_css_class_set (self->grid, "armed", armed);
}
