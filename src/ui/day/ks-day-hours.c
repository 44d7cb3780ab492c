/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-hours.h"

#include "ks-chart-area.h"
#include "ks-day-words.h"
#include "ks-figure-table.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-scope-button.h"

#define CHART_HEIGHT 200

struct _KsDayHours
{
  GtkBox parent_instance;
  KsDayFigures *figures;
  KsRegistry *registry; /* of the button of places */

  GtkWidget *place;
  GtkWidget *title;
  GtkWidget *chart;
  GtkWidget *table;
  GtkWidget *apart;
};

G_DEFINE_FINAL_TYPE (KsDayHours, ks_day_hours, GTK_TYPE_BOX)

static void
ks_day_hours_dispose (GObject *object)
{
  KsDayHours *self = KS_DAY_HOURS (object);

  g_clear_object (&self->figures);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (ks_day_hours_parent_class)->dispose (object);
}

/**
 * ks_day_hours_get_district:
 * @self: a view with figures
 *
 * Returns: (transfer none): the district that is shown, or the province
 */
const KsDayDistrict *
ks_day_hours_get_district (KsDayHours *self)
{
  const KsDayDistrict *district;
  KsScope scope;

  ks_scope_button_get_scope (KS_SCOPE_BUTTON (self->place), &scope);
  district = ks_day_figures_lookup_district (self->figures, scope.code);
  return district != NULL ? district : ks_day_figures_get_province (self->figures);
}

static void
show_apart (KsDayHours *self, const KsDayDistrict *district)
{
  gint64 apart;
  guint n_hours;
  g_autofree gint64 *hours = ks_day_figures_dup_hours (self->figures, district->code, NULL,
                                                       &n_hours, &apart);
  g_autofree char *count = ks_format_count (apart);
  g_autofree char *text = g_strdup_printf (
      ngettext ("%s sheet counts whose time is not known or lies outside the survey.",
                "%s sheets count whose time is not known or lies outside the survey.",
                (gulong)apart),
      count);

  gtk_label_set_text (GTK_LABEL (self->apart), text);
  gtk_widget_set_visible (self->apart, apart > 0);
}

static void
show (KsDayHours *self)
{
  const KsDayDistrict *district = ks_day_hours_get_district (self);
  g_autofree char *title = ks_day_dup_title (self->figures, district);
  g_autoptr (KsChart) chart = ks_day_create_hours (self->figures, district, CHART_HEIGHT);
  g_autoptr (KsFigures) table = ks_day_create_hours_table (self->figures, district);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  ks_chart_area_set_chart (KS_CHART_AREA (self->chart), chart);
  ks_figure_table_set_figures (KS_FIGURE_TABLE (self->table), table);
  show_apart (self, district);
}

static void
place_changed_cb (KsDayHours *self)
{
  if (self->figures != NULL)
    show (self);
}

static void
ks_day_hours_class_init (KsDayHoursClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_day_hours_dispose;
  g_type_ensure (KS_TYPE_CHART_AREA);
  g_type_ensure (KS_TYPE_FIGURE_TABLE);
  g_type_ensure (KS_TYPE_SCOPE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/day/ks-day-hours.ui");
  gtk_widget_class_bind_template_child (widget_class, KsDayHours, place);
  gtk_widget_class_bind_template_child (widget_class, KsDayHours, title);
  gtk_widget_class_bind_template_child (widget_class, KsDayHours, chart);
  gtk_widget_class_bind_template_child (widget_class, KsDayHours, table);
  gtk_widget_class_bind_template_child (widget_class, KsDayHours, apart);
  gtk_widget_class_bind_template_callback (widget_class, place_changed_cb);
}

static void
ks_day_hours_init (KsDayHours *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ks_place_button_offer (KS_PLACE_BUTTON (self->place), KS_PLACE_UNIT, FALSE);
}

/**
 * ks_day_hours_show:
 * @self: a view
 * @figures: the figures
 *
 * Shows them, of the place that is picked.
 */
void
ks_day_hours_show (KsDayHours *self, KsDayFigures *figures)
{
  g_return_if_fail (KS_IS_DAY_HOURS (self));

  g_set_object (&self->figures, figures);
  if (g_set_object (&self->registry, ks_day_figures_get_registry (figures)))
    ks_scope_button_set_registry (KS_SCOPE_BUTTON (self->place), self->registry);
  show (self);
}
