/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-staff-group.h"

#include "ks-body-row.h"
#include "ks-i18n.h"
#include "ks-number.h"

struct _KsStaffGroup
{
  AdwPreferencesGroup parent_instance;

  GtkLabel *staff;
  KsBodyRow *party;
  KsBodyRow *government;
  KsBodyRow *front;
  KsBodyRow *unions;
  GtkWidget *part_time;
  GtkWidget *source;
  GtkWidget *day;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (KsStaffGroup, ks_staff_group, ADW_TYPE_PREFERENCES_GROUP)

static void
ks_staff_group_class_init (KsStaffGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KS_TYPE_BODY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/units/ks-staff-group.ui");
  gtk_widget_class_bind_template_child (widget_class, KsStaffGroup, staff);
  gtk_widget_class_bind_template_child (widget_class, KsStaffGroup, party);
  gtk_widget_class_bind_template_child (widget_class, KsStaffGroup, government);
  gtk_widget_class_bind_template_child (widget_class, KsStaffGroup, front);
  gtk_widget_class_bind_template_child (widget_class, KsStaffGroup, unions);
  gtk_widget_class_bind_template_child (widget_class, KsStaffGroup, part_time);
  gtk_widget_class_bind_template_child (widget_class, KsStaffGroup, source);
  gtk_widget_class_bind_template_child (widget_class, KsStaffGroup, day);
  gtk_widget_class_bind_template_child (widget_class, KsStaffGroup, problem);
}

static void
ks_staff_group_init (KsStaffGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static KsBodyRow *
get_body (KsStaffGroup *self, guint body)
{
  KsBodyRow *bodies[KS_N_BODIES] = { self->party, self->government, self->front, self->unions };

  return bodies[body];
}

/**
 * ks_staff_group_add_fields:
 * @self: a group
 * @fields: the fields of the unit
 *
 * Lets its fields be typed into.
 */
void
ks_staff_group_add_fields (KsStaffGroup *self, KsUnitFields *fields)
{
  for (guint body = 0; body < KS_N_BODIES; body++)
    ks_body_row_add_fields (get_body (self, body), fields, (KsBody)body, self->problem);
  ks_unit_fields_add (fields, KS_UNIT_PART_TIME, self->part_time, self->problem);
  ks_unit_fields_add (fields, KS_UNIT_STAFF_SOURCE, self->source, self->problem);
  ks_unit_fields_add (fields, KS_UNIT_STAFF_DAY, self->day, self->problem);
}

/**
 * ks_staff_group_show:
 * @self: a group
 * @unit: the unit to show
 *
 * Shows what is not typed: N, and who is excused.
 */
void
ks_staff_group_show (KsStaffGroup *self, KsUnit *unit)
{
  int staff = ks_unit_get_staff_in_scope (unit);
  g_autofree char *count = ks_format_count (staff);
  g_autofree char *people = g_strdup_printf (ngettext ("%s person", "%s people", staff), count);

  gtk_label_set_text (self->staff, staff > 0 ? people : _ ("not known yet"));
  for (guint body = 0; body < KS_N_BODIES; body++)
    ks_body_row_show (get_body (self, body), unit, (KsBody)body);
}

/**
 * ks_staff_group_focus:
 * @self: a group
 *
 * Puts the keyboard on the first figure.
 */
void
ks_staff_group_focus (KsStaffGroup *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->party), GTK_DIR_TAB_FORWARD);
}
