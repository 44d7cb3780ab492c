/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-units-page-private.h"

#include "ks-edit-unit.h"
#include "ks-header-button.h"
#include "ks-i18n.h"
#include "ks-shell.h"
#include "ks-units-as-of.h"
#include "ks-units-summary.h"

static void page_interface_init (KsPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KsUnitsPage,
                               ks_units_page,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (KS_TYPE_PAGE, page_interface_init))

typedef enum
{
  PROP_STATE = 1,
} KsUnitsPageProperty;

static void
show_error (KsUnitsPage *self, const GError *error)
{
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (self));

  if (shell != NULL)
    ks_shell_show_error (shell, error);
}

/**
 * ks_units_page_get_link:
 * @self: a page with a campaign
 * @unit: a unit of its registry
 *
 * Tokens of all units are made when the first one is asked for.
 *
 * Returns: (transfer none) (nullable): token and link of the unit
 */
const KsUnitLink *
ks_units_page_get_link (KsUnitsPage *self, KsUnit *unit)
{
  g_autoptr (GError) error = NULL;

  if (self->links == NULL)
    self->links = ks_links_dup (self->campaign, &error);
  if (self->links == NULL)
    show_error (self, error);
  else if (ks_unit_get_index (unit) < self->links->len)
    return g_ptr_array_index (self->links, ks_unit_get_index (unit));
  return NULL;
}

/**
 * ks_units_page_is_editable:
 * @self: a page
 *
 * Returns: whether the list may be changed: it is the campaign's own, and nobody else works on it
 */
gboolean
ks_units_page_is_editable (KsUnitsPage *self)
{
  return self->campaign != NULL && self->as_of == KS_DAY_NONE
         && !ks_store_is_read_only (ks_campaign_get_store (self->campaign));
}

static void
show_unit (KsUnitsPage *self, KsUnit *unit)
{
  const KsUnitView view = {
    .unit = unit,
    .registry = self->registry,
    .link = self->as_of == KS_DAY_NONE ? ks_units_page_get_link (self, unit) : NULL,
    .results = self->as_of == KS_DAY_NONE ? self->results : NULL,
    .last_day = ks_staff_get_last_day (self->campaign),
    .editable = ks_units_page_is_editable (self),
  };

  ks_unit_pane_show_unit (self->pane, &view);
}

static void
fill_pane (KsUnitsPage *self)
{
  guint n_selected = ks_units_table_get_n_selected (self->table);
  gint64 staff;
  g_autoptr (KsUnit) unit = ks_units_table_dup_selected (self->table, &staff);

  if (n_selected > 1)
    ks_unit_pane_show_several (self->pane, n_selected, staff);
  else if (n_selected == 1)
    show_unit (self, unit);
}

/* Beside the table the pane follows the selection; in a narrow window it waits to be asked for. */
static void
selection_changed_cb (KsUnitsPage *self)
{
  gboolean any = ks_units_table_get_n_selected (self->table) > 0;

  if (self->renewing)
    return;
  if (any)
    fill_pane (self);
  if (!any || !ks_side_box_get_folded (self->side_box))
    ks_side_box_set_show_pane (self->side_box, any);
  ks_units_page_update_actions (self);
}

static void
unit_activated_cb (KsUnitsPage *self)
{
  ks_side_box_set_show_pane (self->side_box, TRUE);
  ks_units_page_update_actions (self);
}

static void
load_results (KsUnitsPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsResults) results = ks_results_load (self->campaign, &error);

  self->stale = FALSE;
  if (results == NULL)
    {
      show_error (self, error);
      return;
    }
  g_set_object (&self->results, results);
  ks_units_table_set_results (self->table, self->as_of == KS_DAY_NONE ? results : NULL);
  fill_pane (self);
}

static void
ks_units_page_map (GtkWidget *widget)
{
  KsUnitsPage *self = KS_UNITS_PAGE (widget);

  GTK_WIDGET_CLASS (ks_units_page_parent_class)->map (widget);
  if (self->stale)
    load_results (self);
}

static void
show_title (KsUnitsPage *self)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (self->campaign);
  g_autofree char *day = ks_day_format (info->day);
  g_autofree char *other = ks_day_format (self->as_of);
  g_autofree char *words = g_strdup_printf (_ ("The list of %s, for looking at only"), other);
  g_autofree char *subtitle
      = g_strdup_printf (_ ("List in force on %s"), self->as_of == KS_DAY_NONE ? day : other);

  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_label_set_text (self->as_of_label, words);
  gtk_widget_set_visible (self->as_of_bar, self->as_of != KS_DAY_NONE);
}

/* %NULL, with the officer told, where recorded events do not fit. */
static KsRegistry *
load_registry (KsUnitsPage *self)
{
  g_autoptr (GError) error = NULL;
  KsRegistry *registry;

  registry = ks_units_as_of (self->campaign, self->as_of, &error);
  if (registry != NULL)
    return registry;
  show_error (self, error);
  self->as_of = KS_DAY_NONE;
  return ks_campaign_dup_registry (self->campaign);
}

/* The unit that is selected stays so, and the pane stays as it is meanwhile: who types there keeps
 * the keyboard. */
static void
renew_table (KsUnitsPage *self)
{
  g_autoptr (KsUnit) selected = ks_units_table_dup_selected (self->table, NULL);

  self->renewing = TRUE;
  ks_units_table_set_results (self->table, NULL);
  ks_units_table_set_registry (self->table, self->registry);
  if (self->registry != NULL && selected != NULL)
    ks_units_table_select (self->table, ks_unit_get_code (selected));
  self->renewing = FALSE;
  selection_changed_cb (self);
}

static void
show_registry (KsUnitsPage *self)
{
  g_clear_object (&self->registry);
  g_clear_object (&self->results);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->state, g_free);
  if (self->campaign != NULL)
    self->registry = load_registry (self);
  renew_table (self);
  if (self->registry != NULL)
    {
      gboolean any = ks_registry_get_n_units (self->registry) > 0;

      self->state = ks_units_dup_state (self->registry);
      gtk_stack_set_visible_child_name (self->stack, any ? "table" : "empty");
      show_title (self);
    }
  ks_units_page_update_actions (self);
  g_object_notify (G_OBJECT (self), "state");
}

static void
mark_stale (KsUnitsPage *self)
{
  self->stale = self->campaign != NULL;
  if (self->stale && gtk_widget_get_mapped (GTK_WIDGET (self)))
    load_results (self);
}

static void
ks_units_page_set_campaign (KsPage *page, KsCampaign *campaign)
{
  KsUnitsPage *self = KS_UNITS_PAGE (page);

  ks_units_page_stop_saving (self);
  self->as_of = KS_DAY_NONE;
  g_set_object (&self->campaign, campaign);
  show_registry (self);
  mark_stale (self);
}

/**
 * ks_units_page_show_day:
 * @self: a page with a campaign
 * @day: a day; %KS_DAY_NONE: the campaign's own
 *
 * Shows the list of a day. Only the campaign's own can be changed.
 */
void
ks_units_page_show_day (KsUnitsPage *self, KsDay day)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (self->campaign);

  self->as_of = day != info->day ? day : KS_DAY_NONE;
  show_registry (self);
  mark_stale (self);
}

static void
ks_units_page_refresh (KsPage *page, KsChange change)
{
  KsUnitsPage *self = KS_UNITS_PAGE (page);

  if (self->campaign == NULL)
    return;
  if (change & (KS_CHANGE_REGISTRY | KS_CHANGE_INFO))
    show_registry (self);
  if (change & (KS_CHANGE_REGISTRY | KS_CHANGE_INFO | KS_CHANGE_ANSWERS))
    mark_stale (self);
}

static void
ks_units_page_show_detail (KsPage *page, const char *detail)
{
  KsUnitsPage *self = KS_UNITS_PAGE (page);
  KsUnit *unit = self->registry != NULL ? ks_registry_lookup (self->registry, detail) : NULL;

  if (self->stale)
    load_results (self);
  if (g_str_equal (detail, "over"))
    ks_units_table_show_over (self->table);
  else if (unit == NULL)
    ks_units_table_show_district (self->table, detail);
  else if (ks_units_table_show_district (self->table, ks_unit_get_district_code (unit)))
    ks_units_table_select (self->table, detail);
}

static void
ks_units_page_start_search (KsPage *page)
{
  KsUnitsPage *self = KS_UNITS_PAGE (page);

  if (ks_side_box_get_folded (self->side_box))
    ks_side_box_set_show_pane (self->side_box, FALSE);
  ks_units_table_start_search (self->table);
}

static void
ks_units_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((KsUnitsPageProperty)id)
    {
    case PROP_STATE:
      g_value_set_string (value, KS_UNITS_PAGE (object)->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_units_page_dispose (GObject *object)
{
  KsUnitsPage *self = KS_UNITS_PAGE (object);

  ks_units_page_stop_saving (self);
  g_clear_pointer (&self->typed, g_ptr_array_unref);
  g_clear_object (&self->campaign);
  g_clear_object (&self->registry);
  g_clear_object (&self->results);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->state, g_free);
  G_OBJECT_CLASS (ks_units_page_parent_class)->dispose (object);
}

static void
ks_units_page_class_init (KsUnitsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ks_units_page_get_property;
  object_class->dispose = ks_units_page_dispose;
  widget_class->map = ks_units_page_map;
  g_object_class_override_property (object_class, PROP_STATE, "state");
  g_type_ensure (KS_TYPE_HEADER_BUTTON);
  g_type_ensure (KS_TYPE_SIDE_BOX);
  g_type_ensure (KS_TYPE_UNITS_TABLE);
  g_type_ensure (KS_TYPE_UNIT_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/units/ks-units-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KsUnitsPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsPage, side_box);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsPage, table);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsPage, pane);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsPage, as_of_bar);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsPage, as_of_label);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_activated_cb);
  ks_units_page_install_actions (widget_class);
  ks_units_page_install_list_actions (widget_class);
  ks_units_page_install_edit_actions (widget_class);
  ks_units_page_install_event_actions (widget_class);
  ks_units_page_install_day_actions (widget_class);
  ks_units_page_install_setting_actions (widget_class);
}

static void
ks_units_page_init (KsUnitsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->as_of = KS_DAY_NONE;
  ks_units_page_start_saving (self);
  ks_units_page_add_paste_key (self);
  ks_units_page_update_actions (self);
}

static void
page_interface_init (KsPageInterface *iface)
{
  iface->set_campaign = ks_units_page_set_campaign;
  iface->refresh = ks_units_page_refresh;
  iface->show_detail = ks_units_page_show_detail;
  iface->finish_typing = ks_units_page_finish_typing;
  iface->start_search = ks_units_page_start_search;
}

/**
 * ks_units_page_new:
 *
 * Returns: (transfer floating): the page of the registry
 */
GtkWidget *
ks_units_page_new (void)
{
  return g_object_new (KS_TYPE_UNITS_PAGE, NULL);
}
