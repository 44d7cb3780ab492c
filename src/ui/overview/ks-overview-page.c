/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-overview-page-private.h"

#include "ks-css-class.h"
#include "ks-form-settings-dialog.h"
#include "ks-header-button.h"
#include "ks-i18n.h"
#include "ks-overview-rows.h"
#include "ks-record-dialog.h"
#include "ks-results-copy.h"
#include "ks-shell.h"
#include "ks-survey-end.h"

static void page_interface_init (KsPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KsOverviewPage,
                               ks_overview_page,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (KS_TYPE_PAGE, page_interface_init))

typedef enum
{
  PROP_STATE = 1,
} KsOverviewPageProperty;

static const char *
get_phase (const KsCampaignInfo *info, KsMoment now)
{
  if (now < info->from)
    return _ ("Before the survey");
  return ks_campaign_info_is_open (info, now) ? _ ("The survey is open") : _ ("After the survey");
}

static void
show_subtitle (KsOverviewPage *self, const KsCampaignInfo *info)
{
  const char *phase = get_phase (info, ks_campaign_now (self->campaign));
  KsMoment as_of = ks_results_get_as_of (self->results);
  g_autofree char *moment = as_of != KS_MOMENT_NONE ? ks_moment_format (as_of) : NULL;
  g_autofree char *subtitle = moment != NULL
                                  ? g_strdup_printf (_ ("%s · figures as of %s"), phase, moment)
                                  : g_strdup (phase);

  adw_window_title_set_subtitle (self->window_title, subtitle);
}

/* The survey is closed while it runs, and opened again once somebody closed it. */
static void
enable_acts (KsOverviewPage *self, const KsCampaignInfo *info)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean closed = info->closed != KS_MOMENT_NONE;
  gboolean begun = ks_campaign_now (self->campaign) >= info->from;
  gboolean writable = !ks_store_is_read_only (ks_campaign_get_store (self->campaign));

  gtk_widget_action_set_enabled (widget, "page.record", writable);
  gtk_widget_action_set_enabled (widget, "page.confirm-form", writable);
  gtk_widget_action_set_enabled (widget, "page.extend", writable && !closed);
  gtk_widget_action_set_enabled (widget, "page.close-survey", writable && begun && !closed);
  gtk_widget_action_set_enabled (widget, "page.reopen-survey", writable && closed);
}

static void
show_overview (KsOverviewPage *self, const KsOverview *overview)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (self->campaign);
  gboolean answered = overview->received > 0;

  ks_step_card_show (self->step_card, overview);
  show_subtitle (self, info);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.copy", answered);
  gtk_widget_set_visible (GTK_WIDGET (self->figures), answered);
  gtk_widget_set_visible (GTK_WIDGET (self->main), answered);
  gtk_widget_set_visible (GTK_WIDGET (self->before), !answered);
  enable_acts (self, info);
  if (!answered)
    {
      ks_before_view_show (self->before, overview, info, ks_campaign_now (self->campaign));
      return;
    }
  ks_overview_page_show_figures (self, overview);
  ks_overview_fill_todo (self->todo, overview, self->results);
  ks_overview_fill_notes (self->notes, overview, info);
  ks_overview_fill_counts (self->counts, overview);
}

static void
clear (KsOverviewPage *self)
{
  g_clear_pointer (&self->participation, ks_participation_figures_free);
  g_clear_object (&self->results);
}

static gboolean
read_overview (KsOverviewPage *self, KsOverview *overview, GError **error)
{
  KsScope province = { KS_SCOPE_PROVINCE, "", "" };

  clear (self);
  self->results = ks_results_load (self->campaign, error);
  if (self->results == NULL)
    return FALSE;
  self->participation = ks_participation_figures_load (self->results, &province);
  return ks_overview_load (self->campaign, self->results, overview, error);
}

static void
load (KsOverviewPage *self)
{
  g_autoptr (GError) error = NULL;
  KsOverview overview;
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (self));

  self->stale = FALSE;
  if (read_overview (self, &overview, &error))
    show_overview (self, &overview);
  else if (shell != NULL)
    ks_shell_show_error (shell, error);
}

static void
load_when_seen (KsOverviewPage *self)
{
  self->stale = self->campaign != NULL;
  if (self->stale && gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

static void
ks_overview_page_map (GtkWidget *widget)
{
  KsOverviewPage *self = KS_OVERVIEW_PAGE (widget);

  GTK_WIDGET_CLASS (ks_overview_page_parent_class)->map (widget);
  if (self->stale)
    load (self);
}

static void
ks_overview_page_set_campaign (KsPage *page, KsCampaign *campaign)
{
  KsOverviewPage *self = KS_OVERVIEW_PAGE (page);

  g_set_object (&self->campaign, campaign);
  ks_chart_area_set_chart (self->chart, NULL);
  clear (self);
  load_when_seen (self);
}

static void
ks_overview_page_refresh (KsPage *page, KsChange change)
{
  load_when_seen (KS_OVERVIEW_PAGE (page));
}

static void
place_figures (KsOverviewPage *self, gboolean narrow)
{
  GtkLayoutManager *grid = gtk_widget_get_layout_manager (GTK_WIDGET (self->figures));
  KsKeyFigure *figures[] = { self->units, self->answers, self->rate, self->reports };

  for (int i = 0; i < (int)G_N_ELEMENTS (figures); i++)
    {
      GtkGridLayoutChild *place = GTK_GRID_LAYOUT_CHILD (
          gtk_layout_manager_get_layout_child (grid, GTK_WIDGET (figures[i])));

      gtk_grid_layout_child_set_column (place, narrow ? i % 2 : i);
      gtk_grid_layout_child_set_row (place, narrow ? i / 2 : 0);
    }
}

/* Narrow: figures two and two, and what must be settled before the chart. */
static void
folded_cb (KsOverviewPage *self)
{
  gboolean narrow = ks_side_box_get_folded (self->side_box);

  ks_step_card_set_narrow (self->step_card, narrow);
  ks_before_view_set_narrow (self->before, narrow);
  place_figures (self, narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->main),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_reorder_child_after (self->main, self->chart_card, narrow ? self->lists : NULL);
  ks_css_class_set (self->body, "narrow", narrow);
}

/* A bar opens its district among the results. */
static void
mark_activated_cb (KsOverviewPage *self, guint mark)
{
  const KsParticipation *part = &g_array_index (self->participation->parts, KsParticipation, mark);

  ks_shell_show_page (ks_shell_from_widget (GTK_WIDGET (self)), "results", part->scope.code);
}

static void
show_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *page, *detail;

  g_variant_get (parameter, "(&s&s)", &page, &detail);
  ks_shell_show_page (ks_shell_from_widget (widget), page, *detail != '\0' ? detail : NULL);
}

/* What the chart shows, as a table. */
static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsOverviewPage *self = KS_OVERVIEW_PAGE (widget);
  const KsChartChoice choice = { .scope = { .kind = KS_SCOPE_PROVINCE, .code = "", .name = "" } };
  g_autofree char *text = ks_results_copy_table (self->campaign, self->results,
                                                 KS_CHART_PARTICIPATION, &choice);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  ks_shell_show_message (ks_shell_from_widget (widget), _ ("Participation by district copied"));
}

static void
record_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsOverviewPage *self = KS_OVERVIEW_PAGE (widget);
  KsStepKind kind;

  if (self->campaign != NULL
      && ks_step_kind_from_id (g_variant_get_string (parameter, NULL), &kind))
    ks_record_dialog_ask (widget, self->campaign, kind);
}

static void
act_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const struct
  {
    const char *action;
    void (*ask) (GtkWidget *widget, KsCampaign *campaign);
  } acts[] = {
    { "page.confirm-form", ks_form_settings_dialog_ask },
    { "page.extend", ks_survey_end_ask_extend },
    { "page.close-survey", ks_survey_end_ask_close },
    { "page.reopen-survey", ks_survey_end_ask_reopen },
  };
  KsOverviewPage *self = KS_OVERVIEW_PAGE (widget);

  for (guint i = 0; self->campaign != NULL && i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (acts[i].action, action))
      acts[i].ask (widget, self->campaign);
}

static void
ks_overview_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((KsOverviewPageProperty)id)
    {
    case PROP_STATE:
      g_value_set_static_string (value, "");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_overview_page_dispose (GObject *object)
{
  KsOverviewPage *self = KS_OVERVIEW_PAGE (object);

  clear (self);
  g_clear_object (&self->campaign);
  G_OBJECT_CLASS (ks_overview_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KsOverviewPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, KsOverviewPage, side_box);
  gtk_widget_class_bind_template_child (widget_class, KsOverviewPage, body);
  gtk_widget_class_bind_template_child (widget_class, KsOverviewPage, step_card);
  gtk_widget_class_bind_template_child (widget_class, KsOverviewPage, figures);
  gtk_widget_class_bind_template_child (widget_class, KsOverviewPage, units);
  gtk_widget_class_bind_template_child (widget_class, KsOverviewPage, answers);
  gtk_widget_class_bind_template_child (widget_class, KsOverviewPage, rate);
  gtk_widget_class_bind_template_child (widget_class, KsOverviewPage, reports);
  gtk_widget_class_bind_template_child (widget_class, KsOverviewPage, main);
  gtk_widget_class_bind_template_child (widget_class, KsOverviewPage, chart_card);
  gtk_widget_class_bind_template_child (widget_class, KsOverviewPage, chart_title);
  gtk_widget_class_bind_template_child (widget_class, KsOverviewPage, chart_subtitle);
  gtk_widget_class_bind_template_child (widget_class, KsOverviewPage, chart);
  gtk_widget_class_bind_template_child (widget_class, KsOverviewPage, lists);
  gtk_widget_class_bind_template_child (widget_class, KsOverviewPage, todo);
  gtk_widget_class_bind_template_child (widget_class, KsOverviewPage, notes);
  gtk_widget_class_bind_template_child (widget_class, KsOverviewPage, counts);
  gtk_widget_class_bind_template_child (widget_class, KsOverviewPage, before);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_activated_cb);
}

static void
ks_overview_page_class_init (KsOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ks_overview_page_get_property;
  object_class->dispose = ks_overview_page_dispose;
  widget_class->map = ks_overview_page_map;
  g_object_class_override_property (object_class, PROP_STATE, "state");
  g_type_ensure (KS_TYPE_BEFORE_VIEW);
  g_type_ensure (KS_TYPE_CHART_AREA);
  g_type_ensure (KS_TYPE_HEADER_BUTTON);
  g_type_ensure (KS_TYPE_KEY_FIGURE);
  g_type_ensure (KS_TYPE_SIDE_BOX);
  g_type_ensure (KS_TYPE_STEP_CARD);
  g_type_ensure (KS_TYPE_TITLED_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/vn/danvan/KhaoSat/ui/overview/ks-overview-page.ui");
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "page.show", "(ss)", show_cb);
  gtk_widget_class_install_action (widget_class, "page.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "page.record", "s", record_cb);
  gtk_widget_class_install_action (widget_class, "page.confirm-form", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "page.extend", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "page.close-survey", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "page.reopen-survey", NULL, act_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "page.copy",
                                       NULL);
}

static void
ks_overview_page_init (KsOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  place_figures (self, FALSE);
}

static void
page_interface_init (KsPageInterface *iface)
{
  iface->set_campaign = ks_overview_page_set_campaign;
  iface->refresh = ks_overview_page_refresh;
}

/**
 * ks_overview_page_new:
 *
 * Returns: (transfer floating): the page that says where the campaign stands
 */
GtkWidget *
ks_overview_page_new (void)
{
  return g_object_new (KS_TYPE_OVERVIEW_PAGE, NULL);
}
