/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-page.h"

#include "ks-header-button.h"
#include "ks-i18n.h"
#include "ks-lazy-load.h"
#include "ks-number.h"
#include "ks-participation-view.h"
#include "ks-results.h"
#include "ks-shell.h"

struct _KsDayPage
{
  GtkBox parent_instance;
  KsCampaign *campaign;
  KsResults *results;
  KsLazyLoad *lazy_load;

  GtkWidget *stack;
  GtkWidget *views;
  GtkWidget *districts;
};

static void page_interface_init (KsPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KsDayPage, ks_day_page, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (KS_TYPE_PAGE, page_interface_init))

typedef enum
{
  PROP_STATE = 1,
} KsDayPageProperty;

static void
load (gpointer page)
{
  KsDayPage *self = page;
  g_autoptr (GError) error = NULL;
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (self));
  KsResults *results = ks_results_load (self->campaign, &error);
  KsScope scope;

  if (results == NULL)
    {
      if (shell != NULL)
        ks_shell_show_error (shell, error);
      return;
    }
  g_clear_object (&self->results);
  self->results = results;
  ks_results_find_scope (results, "", &scope);
  ks_participation_view_show (KS_PARTICIPATION_VIEW (self->districts), results, &scope, FALSE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    ks_results_get_counted (results) > 0 ? "figures" : "empty");
  g_object_notify (G_OBJECT (self), "state");
}

static void
ks_day_page_set_campaign (KsPage *page, KsCampaign *campaign)
{
  KsDayPage *self = KS_DAY_PAGE (page);

  ks_lazy_load_cancel (self->lazy_load);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
  g_clear_object (&self->results);
  g_set_object (&self->campaign, campaign);
  if (campaign != NULL)
    ks_lazy_load_request (self->lazy_load);
  g_object_notify (G_OBJECT (self), "state");
}

static void
ks_day_page_refresh (KsPage *page, KsChange change)
{
  KsDayPage *self = KS_DAY_PAGE (page);

  if (self->campaign != NULL
      && (change & (KS_CHANGE_INFO | KS_CHANGE_REGISTRY | KS_CHANGE_ANSWERS)) != 0)
    ks_lazy_load_request (self->lazy_load);
}

static char *
dup_rate (KsDayPage *self)
{
  KsScope scope;
  KsParticipation province;

  if (self->results == NULL || ks_results_get_counted (self->results) == 0)
    return g_strdup ("–");
  ks_results_find_scope (self->results, "", &scope);
  ks_results_get_participation (self->results, &scope, &province);
  return province.staff > 0 ? ks_format_percent (province.answers, province.staff)
                            : ks_format_count (province.answers);
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
  g_clear_object (&self->results);
  g_clear_object (&self->campaign);
  G_OBJECT_CLASS (ks_day_page_parent_class)->dispose (object);
}

static void
ks_day_page_class_init (KsDayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ks_day_page_get_property;
  object_class->dispose = ks_day_page_dispose;

  g_object_class_override_property (object_class, PROP_STATE, "state");
  g_type_ensure (KS_TYPE_HEADER_BUTTON);
  g_type_ensure (KS_TYPE_PARTICIPATION_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/day/ks-day-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KsDayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KsDayPage, views);
  gtk_widget_class_bind_template_child (widget_class, KsDayPage, districts);
}

static void
ks_day_page_init (KsDayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->lazy_load = ks_lazy_load_new (GTK_WIDGET (self), load, NULL);
}

static void
page_interface_init (KsPageInterface *iface)
{
  iface->set_campaign = ks_day_page_set_campaign;
  iface->refresh = ks_day_page_refresh;
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
