/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-unit-pane.h"

#include "ks-contact-group.h"
#include "ks-fact-row.h"
#include "ks-i18n.h"
#include "ks-name-group.h"
#include "ks-number.h"
#include "ks-staff-group.h"

struct _KsUnitPane
{
  GtkBox parent_instance;

  GtkLabel *name;
  GtkLabel *place;
  GtkWidget *menu_button;
  GtkWidget *merge_button;
  KsStaffGroup *staff_group;
  GtkWidget *answers_group;
  KsContactGroup *contact_group;
  KsNameGroup *name_group;
  GtkWidget *link_group;
  KsFactRow *answers;
  KsFactRow *rate;
  AdwActionRow *token;
  AdwActionRow *link;
  GtkWidget *copy_link;

  KsUnitFields *fields;
};

G_DEFINE_FINAL_TYPE (KsUnitPane, ks_unit_pane, GTK_TYPE_BOX)

static void
ks_unit_pane_dispose (GObject *object)
{
  g_clear_object (&KS_UNIT_PANE (object)->fields);
  G_OBJECT_CLASS (ks_unit_pane_parent_class)->dispose (object);
}

static void
ks_unit_pane_class_init (KsUnitPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_unit_pane_dispose;
  g_type_ensure (KS_TYPE_FACT_ROW);
  g_type_ensure (KS_TYPE_STAFF_GROUP);
  g_type_ensure (KS_TYPE_CONTACT_GROUP);
  g_type_ensure (KS_TYPE_NAME_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/units/ks-unit-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KsUnitPane, name);
  gtk_widget_class_bind_template_child (widget_class, KsUnitPane, place);
  gtk_widget_class_bind_template_child (widget_class, KsUnitPane, menu_button);
  gtk_widget_class_bind_template_child (widget_class, KsUnitPane, merge_button);
  gtk_widget_class_bind_template_child (widget_class, KsUnitPane, staff_group);
  gtk_widget_class_bind_template_child (widget_class, KsUnitPane, answers_group);
  gtk_widget_class_bind_template_child (widget_class, KsUnitPane, contact_group);
  gtk_widget_class_bind_template_child (widget_class, KsUnitPane, name_group);
  gtk_widget_class_bind_template_child (widget_class, KsUnitPane, link_group);
  gtk_widget_class_bind_template_child (widget_class, KsUnitPane, answers);
  gtk_widget_class_bind_template_child (widget_class, KsUnitPane, rate);
  gtk_widget_class_bind_template_child (widget_class, KsUnitPane, token);
  gtk_widget_class_bind_template_child (widget_class, KsUnitPane, link);
  gtk_widget_class_bind_template_child (widget_class, KsUnitPane, copy_link);
}

static void
ks_unit_pane_init (KsUnitPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->fields = ks_unit_fields_new ();
  ks_staff_group_add_fields (self->staff_group, self->fields);
  ks_contact_group_add_fields (self->contact_group, self->fields);
  ks_name_group_add_fields (self->name_group, self->fields);
}

/**
 * ks_unit_pane_get_fields:
 * @self: a pane
 *
 * Returns: (transfer none): what is typed into it
 */
KsUnitFields *
ks_unit_pane_get_fields (KsUnitPane *self)
{
  g_return_val_if_fail (KS_IS_UNIT_PANE (self), NULL);

  return self->fields;
}

/**
 * ks_unit_pane_start_editing:
 * @self: a pane that shows a unit
 *
 * Puts the keyboard on the first figure of the staff.
 */
void
ks_unit_pane_start_editing (KsUnitPane *self)
{
  g_return_if_fail (KS_IS_UNIT_PANE (self));

  ks_staff_group_focus (self->staff_group);
}

static void
set_count (KsFactRow *row, gint64 count)
{
  g_autofree char *figure = ks_format_count (count);

  ks_fact_row_set_figure (row, figure);
}

static char *
dup_place (KsUnit *unit)
{
  const char *district = ks_unit_get_district_name (unit);

  if (*district == '\0')
    return g_strdup (ks_unit_get_code (unit));
  return g_strdup_printf ("%s · %s", ks_unit_get_code (unit), district);
}

static void
show_answers (KsUnitPane *self, KsUnit *unit, KsResults *results)
{
  gint64 answers = ks_results_get_unit_answers (results, unit);
  g_autofree char *rate = ks_format_percent (answers, ks_unit_get_staff_in_scope (unit));

  set_count (self->answers, answers);
  ks_fact_row_set_figure (self->rate, rate);
}

static void
show_link (KsUnitPane *self, const KsUnitLink *link)
{
  adw_action_row_set_subtitle (self->token, link->token);
  adw_action_row_set_subtitle (self->link, link->url != NULL ? link->url : _ ("No link set yet"));
  gtk_widget_set_visible (self->copy_link, link->url != NULL);
}

/* Groups of one unit; without it only the head speaks. */
static void
show_groups (KsUnitPane *self, gboolean visible, gboolean editable)
{
  GtkWidget *groups[] = { GTK_WIDGET (self->staff_group), GTK_WIDGET (self->contact_group),
                          GTK_WIDGET (self->name_group) };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      gtk_widget_set_visible (groups[i], visible);
      gtk_widget_set_sensitive (groups[i], editable);
    }
  gtk_widget_set_visible (self->menu_button, visible && editable);
  gtk_widget_set_visible (self->merge_button, !visible);
}

/**
 * ks_unit_pane_show_unit:
 * @self: a pane
 * @view: a unit and what goes with it
 *
 * Shows one unit.
 */
void
ks_unit_pane_show_unit (KsUnitPane *self, const KsUnitView *view)
{
  gboolean answered = view->results != NULL && ks_results_get_received (view->results) > 0;
  g_autofree char *place = NULL;

  g_return_if_fail (KS_IS_UNIT_PANE (self));

  place = dup_place (view->unit);
  gtk_label_set_text (self->name, ks_unit_get_name (view->unit));
  gtk_label_set_text (self->place, place);
  ks_unit_fields_show (self->fields, view->unit, view->last_day);
  ks_staff_group_show (self->staff_group, view->unit);
  ks_name_group_show (self->name_group, view->unit, view->registry);
  if (answered)
    show_answers (self, view->unit, view->results);
  if (view->link != NULL)
    show_link (self, view->link);
  show_groups (self, TRUE, view->editable);
  gtk_widget_set_visible (self->answers_group, answered);
  gtk_widget_set_visible (self->link_group, view->link != NULL);
}

/**
 * ks_unit_pane_show_several:
 * @self: a pane
 * @n_units: how many units are selected
 * @staff: their staff together
 *
 * Shows how much several selected units are.
 */
void
ks_unit_pane_show_several (KsUnitPane *self, guint n_units, gint64 staff)
{
  g_autofree char *units = ks_format_count (n_units);
  g_autofree char *people = ks_format_count (staff);
  g_autofree char *name = g_strdup_printf (ngettext ("%s Unit", "%s Units", n_units), units);
  g_autofree char *place = g_strdup_printf (_ ("%s officials · Ctrl+C copies for Excel"), people);

  g_return_if_fail (KS_IS_UNIT_PANE (self));

  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->place, place);
  ks_unit_fields_show (self->fields, NULL, KS_DAY_NONE);
  show_groups (self, FALSE, FALSE);
  gtk_widget_set_visible (self->answers_group, FALSE);
  gtk_widget_set_visible (self->link_group, FALSE);
}
