/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-page-private.h"

#include "ks-chart-area.h"
#include "ks-day-districts.h"
#include "ks-day-hours.h"
#include "ks-day-moments.h"
#include "ks-day-pane.h"
#include "ks-day-reconcile.h"
#include "ks-day-words.h"
#include "ks-header-button.h"
#include "ks-i18n.h"
#include "ks-label.h"
#include "ks-number.h"
#include "ks-side-box.h"
#include "ks-view-switcher.h"
#include "ks-work-grid.h"
#include "ks-wrap-layout.h"

#define HOURS_HEIGHT 92

static void page_interface_init (KsPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KsDayPage, ks_day_page, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (KS_TYPE_PAGE, page_interface_init))

typedef enum
{
  PROP_STATE = 1,
} KsDayPageProperty;

static char *
dup_arrival (const KsDaySnapshot *shown)
{
  g_autofree char *moment = ks_moment_format (shown->imported);

  if (shown->n_batches == 0)
    return g_strdup ("");
  return g_strdup_printf (_ ("import %u, at %s"), shown->n_batches, moment);
}

static void
show_tools (KsDayPage *self)
{
  g_autofree char *as_of = ks_day_dup_as_of (self->shown->figures);
  g_autofree char *arrival = dup_arrival (self->shown);

  gtk_label_set_text (GTK_LABEL (self->as_of), as_of);
  gtk_label_set_text (GTK_LABEL (self->arrival), arrival);
  gtk_widget_set_visible (self->arrival, *arrival != '\0');
  gtk_widget_set_visible (self->newest_button, self->at != KS_MOMENT_NONE);
  gtk_widget_set_visible (self->note, self->shown->open);
  ks_day_moments_set (KS_DAY_MOMENTS (self->moments),
                      ks_day_figures_get_day (self->shown->figures), self->newest);
}

static void
show_hours (KsDayPage *self)
{
  const KsDayDistrict *province = ks_day_figures_get_province (self->shown->figures);
  g_autofree char *title = ks_day_dup_title (self->shown->figures, province);
  g_autoptr (KsChart) chart = ks_day_create_hours (self->shown->figures, province, HOURS_HEIGHT);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  ks_chart_area_set_chart (KS_CHART_AREA (self->chart), chart);
}

static void
district_changed_cb (KsDayPage *self)
{
  guint index;
  const KsDayDistrict *district = ks_day_units_get_district (KS_DAY_UNITS (self->table), &index);

  ks_day_pane_show_message (KS_DAY_PANE (self->pane), self->shown, district, index);
}

/* The units always stand there; the other views are filled when somebody looks at them. */
static void
show_view (KsDayPage *self, KsDayFigures *before)
{
  if (self->shown == NULL)
    return;
  if (ks_day_page_shows (self, "districts"))
    ks_day_districts_show (KS_DAY_DISTRICTS (self->districts), self->shown->figures, before);
  else if (ks_day_page_shows (self, "hours"))
    ks_day_hours_show (KS_DAY_HOURS (self->hours), self->shown->figures);
  else if (ks_day_page_shows (self, "reconcile"))
    ks_day_reconcile_show (KS_DAY_RECONCILE (self->reconcile), self->shown->figures);
}

/* What is typed is of no moment: the grid has a tool bar of its own. */
static void
show_view_cb (KsDayPage *self)
{
  gtk_widget_set_visible (self->tools, !ks_day_page_shows (self, "work"));
  show_view (self, NULL);
}

/**
 * ks_day_page_show:
 * @self: a page
 * @snapshot: what was read
 *
 * Shows it, and marks what differs from what was shown. Figures of another moment differ by more than
 * what came in: nothing of them is news.
 */
void
ks_day_page_show (KsDayPage *self, KsDaySnapshot *snapshot)
{
  g_autoptr (KsDaySnapshot) old = self->shown;
  KsDayFigures *before = old != NULL && old->at == snapshot->at ? old->figures : NULL;

  self->shown = ks_day_snapshot_ref (snapshot);
  if (snapshot->at == KS_MOMENT_NONE)
    self->newest = ks_day_figures_get_as_of (snapshot->figures);
  show_tools (self);
  show_hours (self);
  ks_day_units_show (KS_DAY_UNITS (self->table), snapshot->figures, snapshot->calls, before);
  gtk_stack_set_visible_child_name (
      GTK_STACK (self->stack),
      ks_day_figures_get_n_units (snapshot->figures) > 0 ? "figures" : "empty");
  district_changed_cb (self);
  show_view (self, before);
  ks_day_page_update_actions (self);
  g_object_notify (G_OBJECT (self), "state");
}

/**
 * ks_day_page_show_moment:
 * @self: a page with a campaign
 * @at: a moment; %KS_MOMENT_NONE: the newest
 *
 * Shows the figures as they were at a moment.
 */
void
ks_day_page_show_moment (KsDayPage *self, KsMoment at)
{
  if (at == self->at)
    return;
  self->at = at;
  ks_day_page_load (self);
}

/**
 * ks_day_page_shows:
 * @self: a page
 * @view: units, districts, hours, reconcile or work
 *
 * Returns: whether that view is the one that is seen
 */
gboolean
ks_day_page_shows (KsDayPage *self, const char *view)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (self->views)), view)
         == 0;
}

static void
moment_chosen_cb (KsDayPage *self, KsMoment moment)
{
  ks_day_page_show_moment (self, moment);
}

static void
unit_changed_cb (KsDayPage *self)
{
  ks_day_pane_show_unit (KS_DAY_PANE (self->pane), self->shown,
                         ks_day_units_get_unit (KS_DAY_UNITS (self->table)));
  ks_day_page_update_actions (self);
}

static void
unit_activated_cb (KsDayPage *self)
{
  ks_side_box_set_show_pane (KS_SIDE_BOX (self->side_box), TRUE);
}

static void
place_activated_cb (KsDayPage *self, const char *code)
{
  ks_page_show_detail (KS_PAGE (self), code);
}

static void
ks_day_page_set_campaign (KsPage *page, KsCampaign *campaign)
{
  KsDayPage *self = KS_DAY_PAGE (page);

  ks_lazy_load_cancel (self->lazy_load);
  ks_day_page_forget (self);
  self->at = self->newest = KS_MOMENT_NONE;
  self->changes = 0;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
  ks_day_units_show (KS_DAY_UNITS (self->table), NULL, NULL, NULL);
  g_clear_pointer (&self->shown, ks_day_snapshot_unref);
  g_set_object (&self->campaign, campaign);
  ks_work_grid_set_campaign (KS_WORK_GRID (self->work), campaign);
  if (campaign != NULL)
    ks_lazy_load_request (self->lazy_load);
  ks_day_page_update_actions (self);
  g_object_notify (G_OBJECT (self), "state");
}

static void
ks_day_page_refresh (KsPage *page, KsChange change)
{
  const guint shown = KS_CHANGE_INFO | KS_CHANGE_REGISTRY | KS_CHANGE_ANSWERS | KS_CHANGE_REPORTS
                      | KS_CHANGE_FINDINGS | KS_CHANGE_CALLS;
  KsDayPage *self = KS_DAY_PAGE (page);

  ks_work_grid_refresh (KS_WORK_GRID (self->work), change);
  if (self->campaign == NULL || (change & shown) == 0)
    return;
  self->changes |= change & shown;
  ks_lazy_load_request (self->lazy_load);
}

/* The name of a view, or the code of a district or a unit. */
static void
ks_day_page_show_detail (KsPage *page, const char *detail)
{
  KsDayPage *self = KS_DAY_PAGE (page);
  AdwViewStack *views = ADW_VIEW_STACK (self->views);

  if (adw_view_stack_get_child_by_name (views, detail) != NULL)
    {
      adw_view_stack_set_visible_child_name (views, detail);
      return;
    }
  adw_view_stack_set_visible_child_name (views, "units");
  ks_day_units_select (KS_DAY_UNITS (self->table), detail);
}

static void
ks_day_page_start_search (KsPage *page)
{
  ks_day_units_search (KS_DAY_UNITS (KS_DAY_PAGE (page)->table));
}

static char *
dup_rate (KsDayPage *self)
{
  const KsDayDistrict *province;

  if (self->shown == NULL)
    return g_strdup ("–");
  province = ks_day_figures_get_province (self->shown->figures);
  if (province->answers == 0)
    return g_strdup ("–");
  return province->staff > 0 ? ks_format_percent (province->answers, province->staff)
                             : ks_format_count (province->answers);
}

static void
ks_day_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((KsDayPageProperty)id)
    {
    case PROP_STATE:
      g_value_take_string (value, dup_rate (KS_DAY_PAGE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_day_page_dispose (GObject *object)
{
  KsDayPage *self = KS_DAY_PAGE (object);

  g_clear_pointer (&self->lazy_load, ks_lazy_load_free);
  ks_day_page_forget (self);
  g_clear_pointer (&self->reading, ks_latest_job_free);
  g_clear_pointer (&self->shown, ks_day_snapshot_unref);
  g_clear_object (&self->campaign);
  G_OBJECT_CLASS (ks_day_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/day/ks-day-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KsDayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KsDayPage, views);
  gtk_widget_class_bind_template_child (widget_class, KsDayPage, tools);
  gtk_widget_class_bind_template_child (widget_class, KsDayPage, as_of);
  gtk_widget_class_bind_template_child (widget_class, KsDayPage, arrival);
  gtk_widget_class_bind_template_child (widget_class, KsDayPage, moments);
  gtk_widget_class_bind_template_child (widget_class, KsDayPage, newest_button);
  gtk_widget_class_bind_template_child (widget_class, KsDayPage, note);
  gtk_widget_class_bind_template_child (widget_class, KsDayPage, side_box);
  gtk_widget_class_bind_template_child (widget_class, KsDayPage, title);
  gtk_widget_class_bind_template_child (widget_class, KsDayPage, chart);
  gtk_widget_class_bind_template_child (widget_class, KsDayPage, table);
  gtk_widget_class_bind_template_child (widget_class, KsDayPage, pane);
  gtk_widget_class_bind_template_child (widget_class, KsDayPage, districts);
  gtk_widget_class_bind_template_child (widget_class, KsDayPage, hours);
  gtk_widget_class_bind_template_child (widget_class, KsDayPage, reconcile);
  gtk_widget_class_bind_template_child (widget_class, KsDayPage, work);
  gtk_widget_class_bind_template_callback (widget_class, place_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_view_cb);
  gtk_widget_class_bind_template_callback (widget_class, moment_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, district_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_activated_cb);
}

static void
ks_day_page_class_init (KsDayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ks_day_page_get_property;
  object_class->dispose = ks_day_page_dispose;

  g_object_class_override_property (object_class, PROP_STATE, "state");
  g_type_ensure (KS_TYPE_CHART_AREA);
  g_type_ensure (KS_TYPE_DAY_DISTRICTS);
  g_type_ensure (KS_TYPE_DAY_HOURS);
  g_type_ensure (KS_TYPE_DAY_MOMENTS);
  g_type_ensure (KS_TYPE_DAY_PANE);
  g_type_ensure (KS_TYPE_DAY_RECONCILE);
  g_type_ensure (KS_TYPE_DAY_UNITS);
  g_type_ensure (KS_TYPE_HEADER_BUTTON);
  g_type_ensure (KS_TYPE_SIDE_BOX);
  g_type_ensure (KS_TYPE_WORK_GRID);
  bind_template (widget_class);
  ks_day_page_install_actions (widget_class);
}

static void
ks_day_page_init (KsDayPage *self)
{
  self->at = self->newest = KS_MOMENT_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  ks_view_switcher_pack (GTK_WIDGET (self));
  ks_label_cut (GTK_LABEL (self->arrival));
  gtk_widget_set_layout_manager (self->tools, ks_wrap_layout_new (8, 4));
  self->reading = ks_latest_job_new (self, ks_day_page_take_read);
  self->lazy_load = ks_lazy_load_new (GTK_WIDGET (self), ks_day_page_load, NULL);
  ks_day_page_add_keys (self);
  ks_day_page_update_actions (self);
}

static void
page_interface_init (KsPageInterface *iface)
{
  iface->set_campaign = ks_day_page_set_campaign;
  iface->refresh = ks_day_page_refresh;
  iface->show_detail = ks_day_page_show_detail;
  iface->start_search = ks_day_page_start_search;
}

/**
 * ks_day_page_new:
 *
 * Returns: (transfer floating): the page of the survey day
 */
GtkWidget *
ks_day_page_new (void)
{
  return g_object_new (KS_TYPE_DAY_PAGE, NULL);
}
