/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-unit-pane.h"

#include "ks-fact-row.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-unit-cells.h"

struct _KsUnitPane
{
  GtkBox parent_instance;

  GtkLabel *name;
  GtkLabel *place;
  GtkLabel *staff;
  GtkWidget *staff_group;
  GtkWidget *answers_group;
  GtkWidget *link_group;
  KsFactRow *party;
  KsFactRow *government;
  KsFactRow *front;
  KsFactRow *unions;
  KsFactRow *excused;
  KsFactRow *answers;
  KsFactRow *rate;
  AdwActionRow *token;
  AdwActionRow *link;
  GtkWidget *copy_link;
};

G_DEFINE_FINAL_TYPE (KsUnitPane, ks_unit_pane, GTK_TYPE_BOX)

static void
ks_unit_pane_class_init (KsUnitPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KS_TYPE_FACT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/units/ks-unit-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KsUnitPane, name);
  gtk_widget_class_bind_template_child (widget_class, KsUnitPane, place);
  gtk_widget_class_bind_template_child (widget_class, KsUnitPane, staff);
  gtk_widget_class_bind_template_child (widget_class, KsUnitPane, staff_group);
  gtk_widget_class_bind_template_child (widget_class, KsUnitPane, answers_group);
  gtk_widget_class_bind_template_child (widget_class, KsUnitPane, link_group);
  gtk_widget_class_bind_template_child (widget_class, KsUnitPane, party);
  gtk_widget_class_bind_template_child (widget_class, KsUnitPane, government);
  gtk_widget_class_bind_template_child (widget_class, KsUnitPane, front);
  gtk_widget_class_bind_template_child (widget_class, KsUnitPane, unions);
  gtk_widget_class_bind_template_child (widget_class, KsUnitPane, excused);
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
show_staff (KsUnitPane *self, KsUnit *unit)
{
  KsFactRow *bodies[KS_N_BODIES] = { self->party, self->government, self->front, self->unions };
  int staff = ks_unit_get_staff_in_scope (unit);
  g_autofree char *count = ks_format_count (staff);
  g_autofree char *people = g_strdup_printf (ngettext ("%s person", "%s people", staff), count);

  for (guint body = 0; body < KS_N_BODIES; body++)
    set_count (bodies[body], ks_unit_get_staff (unit)->total[body]);
  set_count (self->excused, ks_unit_cell_get_excused (unit, NULL));
  gtk_label_set_text (self->staff, staff > 0 ? people : _ ("not known yet"));
}

static void
show_answers (KsUnitPane *self, KsUnit *unit, KsResults *results)
{
  gint64 answers = ks_results_get_unit_answers (results, unit);
  g_autofree char *rate = ks_format_percent (answers, ks_unit_get_staff_in_scope (unit));

  set_count (self->answers, answers);
  ks_fact_row_set_figure (self->rate, rate);
}

/**
 * ks_unit_pane_show_unit:
 * @self: a pane
 * @link: a unit, its token and its link
 * @results: (nullable): results that know the unit
 *
 * Shows one unit.
 */
void
ks_unit_pane_show_unit (KsUnitPane *self, const KsUnitLink *link, KsResults *results)
{
  gboolean answered = results != NULL && ks_results_get_received (results) > 0;
  g_autofree char *place = NULL;

  g_return_if_fail (KS_IS_UNIT_PANE (self) && link != NULL);

  place = dup_place (link->unit);
  gtk_label_set_text (self->name, ks_unit_get_name (link->unit));
  gtk_label_set_text (self->place, place);
  show_staff (self, link->unit);
  if (answered)
    show_answers (self, link->unit, results);
  adw_action_row_set_subtitle (self->token, link->token);
  adw_action_row_set_subtitle (self->link, link->url != NULL ? link->url : _ ("No link set yet"));
  gtk_widget_set_visible (self->copy_link, link->url != NULL);
  gtk_widget_set_visible (self->staff_group, TRUE);
  gtk_widget_set_visible (self->answers_group, answered);
  gtk_widget_set_visible (self->link_group, TRUE);
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
  gtk_widget_set_visible (self->staff_group, FALSE);
  gtk_widget_set_visible (self->answers_group, FALSE);
  gtk_widget_set_visible (self->link_group, FALSE);
}
