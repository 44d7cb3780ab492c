/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-body-row.h"

#include "ks-i18n.h"
#include "ks-number.h"

#define MAX_STAFF 100000

struct _KsBodyRow
{
  AdwExpanderRow parent_instance;

  GtkWidget *total;
  GtkWidget *excused;
  GtkWidget *note;
};

G_DEFINE_FINAL_TYPE (KsBodyRow, ks_body_row, ADW_TYPE_EXPANDER_ROW)

static void
ks_body_row_class_init (KsBodyRowClass *klass)
{
}

static GtkWidget *
make_spin (void)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, MAX_STAFF, 1);

  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_spin_button_set_update_policy (GTK_SPIN_BUTTON (spin), GTK_UPDATE_IF_VALID);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 3);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (spin), 6);
  gtk_widget_add_css_class (spin, "numeric");
  return spin;
}

static void
ks_body_row_init (KsBodyRow *self)
{
  GtkWidget *excused = adw_action_row_new ();

  self->total = make_spin ();
  self->excused = make_spin ();
  self->note = adw_entry_row_new ();
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->total);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (excused), _ ("Excused"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (excused), self->excused);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (excused), self->excused);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), excused);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->note), _ ("Why excused"));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->note);
}

static void
add_field (
    KsUnitFields *fields, KsUnitField first, KsBody body, GtkWidget *editable, GtkLabel *problem)
{
  KsUnitField field = (KsUnitField)(first + body);

  gtk_accessible_update_property (GTK_ACCESSIBLE (editable), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ks_unit_field_get_label (field), -1);
  ks_unit_fields_add (fields, field, editable, problem);
}

/**
 * ks_body_row_add_fields:
 * @self: a row
 * @fields: the fields of the unit
 * @body: the body that the row is of
 * @problem: says what is wrong
 *
 * Lets its three fields be typed into.
 */
void
ks_body_row_add_fields (KsBodyRow *self, KsUnitFields *fields, KsBody body, GtkLabel *problem)
{
  add_field (fields, KS_UNIT_TOTAL, body, self->total, problem);
  add_field (fields, KS_UNIT_EXCUSED, body, self->excused, problem);
  add_field (fields, KS_UNIT_EXCUSED_NOTE, body, self->note, problem);
}

/**
 * ks_body_row_show:
 * @self: a row
 * @unit: the unit to show
 * @body: the body that the row is of
 *
 * Says under the title who is excused; the fields show themselves.
 */
void
ks_body_row_show (KsBodyRow *self, KsUnit *unit, KsBody body)
{
  int excused = ks_unit_get_staff (unit)->excused[body];
  const char *note = ks_unit_get_text (unit, (KsUnitField)(KS_UNIT_EXCUSED_NOTE + body));
  g_autofree char *count = ks_format_count (excused);
  g_autofree char *words = NULL;
  g_autofree char *markup = NULL;

  if (excused > 0)
    words = *note != '\0' ? g_strdup_printf (_ ("%s excused: %s"), count, note)
                          : g_strdup_printf (_ ("%s excused"), count);
  markup = g_markup_escape_text (words != NULL ? words : "", -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), markup);
}
