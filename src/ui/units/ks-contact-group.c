/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-contact-group.h"

struct _KsContactGroup
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *head;
  GtkWidget *phone;
  GtkWidget *members;
  GtkWidget *typist;
  GtkWidget *zalo;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (KsContactGroup, ks_contact_group, ADW_TYPE_PREFERENCES_GROUP)

static void
ks_contact_group_class_init (KsContactGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/units/ks-contact-group.ui");
  gtk_widget_class_bind_template_child (widget_class, KsContactGroup, head);
  gtk_widget_class_bind_template_child (widget_class, KsContactGroup, phone);
  gtk_widget_class_bind_template_child (widget_class, KsContactGroup, members);
  gtk_widget_class_bind_template_child (widget_class, KsContactGroup, typist);
  gtk_widget_class_bind_template_child (widget_class, KsContactGroup, zalo);
  gtk_widget_class_bind_template_child (widget_class, KsContactGroup, problem);
}

static void
ks_contact_group_init (KsContactGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ks_contact_group_add_fields:
 * @self: a group
 * @fields: the fields of the unit
 *
 * Lets its fields be typed into.
 */
void
ks_contact_group_add_fields (KsContactGroup *self, KsUnitFields *fields)
{
  ks_unit_fields_add (fields, KS_UNIT_HEAD, self->head, self->problem);
  ks_unit_fields_add (fields, KS_UNIT_PHONE, self->phone, self->problem);
  ks_unit_fields_add (fields, KS_UNIT_MEMBERS, self->members, self->problem);
  ks_unit_fields_add (fields, KS_UNIT_TYPIST, self->typist, self->problem);
  ks_unit_fields_add (fields, KS_UNIT_ZALO, self->zalo, self->problem);
}
