/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-rounds-window-private.h"

#include "ks-comparison-table.h"
#include "ks-figure-card.h"
#include "ks-i18n.h"
#include "ks-rounds-table.h"
#include "ks-settings.h"
#include "ks-view-switcher.h"

G_DEFINE_FINAL_TYPE (KsRoundsWindow, ks_rounds_window, ADW_TYPE_WINDOW)

static void
ks_rounds_window_dispose (GObject *object)
{
  KsRoundsWindow *self = KS_ROUNDS_WINDOW (object);

  g_clear_object (&self->owner);
  g_clear_object (&self->campaign);
  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->earlier, ks_campaign_info_free);
  g_clear_pointer (&self->comparison, ks_share_comparison_free);
  G_OBJECT_CLASS (ks_rounds_window_parent_class)->dispose (object);
}

/* The window around the page; its jobs and questions are those of this one. */
KsShell *
ks_rounds_window_get_shell (KsRoundsWindow *self)
{
  return ks_shell_from_widget (self->owner);
}

/* Whether it shows what was answered, not who took part. */
gboolean
ks_rounds_window_shows_shares (KsRoundsWindow *self)
{
  return adw_view_stack_get_visible_child (ADW_VIEW_STACK (self->views)) == self->shares;
}

void
ks_rounds_window_show_toast (KsRoundsWindow *self, const char *text)
{
  AdwToast *toast = adw_toast_new ("");
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_toast_set_title (toast, markup);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

static void
view_cb (KsRoundsWindow *self)
{
  ks_rounds_window_update_actions (self);
}

/* When a survey was, and whether its figures are settled. */
static char *
dup_survey (const KsCampaignInfo *info, gboolean settled)
{
  g_autofree char *day = ks_day_format (info->day);

  return g_strdup_printf ("%s (%s)", day, settled ? _ ("settled") : _ ("preliminary"));
}

static char *
dup_subtitle (KsRoundsWindow *self)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (self->campaign);
  g_autofree char *place = ks_comparison_dup_place (self->comparison);
  g_autofree char *now = dup_survey (info, self->settled);
  g_autofree char *then = dup_survey (self->earlier, self->earlier_settled);

  /* Translators: a place, the day of a survey, title and day of the earlier one. */
  return g_strdup_printf (_ ("%s · now: %s · then: %s, %s"), place, now, self->earlier->title,
                          then);
}

static void
show_form (KsRoundsWindow *self)
{
  KsFigureCard *card = KS_FIGURE_CARD (self->card);
  gboolean as_table = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->table_button));

  ks_figure_card_set_as_table (card, as_table);
}

static void
show_shares (KsRoundsWindow *self)
{
  KsFigureCard *card = KS_FIGURE_CARD (self->card);
  KsRefusal refusal = ks_comparison_get_refusal (self->comparison);
  g_autoptr (KsFigures) figures = ks_comparison_create_figures (self->comparison);
  g_autoptr (KsChart) chart = NULL;
  g_autofree char *title = ks_comparison_dup_title (self->comparison);
  g_autofree char *subtitle = dup_subtitle (self);
  g_autofree char *foot = ks_comparison_dup_foot (self->comparison);
  g_autofree char *notice = ks_form_dup_short_notice (
      ks_results_get_form (ks_share_comparison_get_now (self->comparison)));

  adw_status_page_set_title (ADW_STATUS_PAGE (self->refused), ks_refusal_get_title (refusal));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->refused),
                                   ks_refusal_get_reason (refusal));
  gtk_stack_set_visible_child_name (GTK_STACK (self->shares),
                                    refusal == KS_REFUSAL_NONE ? "card" : "refused");
  if (refusal != KS_REFUSAL_NONE)
    return;
  chart = KS_CHART (ks_comparison_create_chart (self->comparison));
  ks_chart_area_set_chart (ks_figure_card_get_chart (card), chart);
  ks_figure_table_set_figures (ks_figure_card_get_table (card), figures);
  ks_figure_card_set_notice (card, notice);
  ks_figure_card_set_texts (card, title, subtitle, foot);
  show_form (self);
}

static void
show_comparison (KsRoundsWindow *self)
{
  GPtrArray *rounds = ks_share_comparison_get_rounds (self->comparison);

  show_shares (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->participation),
                                 ks_rounds_table_new (rounds));
  adw_view_switcher_title_set_subtitle (ADW_VIEW_SWITCHER_TITLE (self->switcher),
                                        self->earlier->title);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "figures");
}

static void
show_problem (KsRoundsWindow *self, const char *reason)
{
  adw_status_page_set_description (ADW_STATUS_PAGE (self->problem), reason);
  adw_view_switcher_title_set_subtitle (ADW_VIEW_SWITCHER_TITLE (self->switcher), NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "problem");
}

/* What is read in the job. */
typedef struct
{
  KsRoundsWindow *window;
  char *path;
  KsCampaignInfo *earlier;
  KsShareComparison *comparison;
  gboolean settled;
  gboolean earlier_settled;
  char *problem; /* why there is no comparison */
} Reading;

static void
free_reading (Reading *self)
{
  g_object_unref (self->window);
  g_clear_pointer (&self->earlier, ks_campaign_info_free);
  g_clear_pointer (&self->comparison, ks_share_comparison_free);
  g_free (self->path);
  g_free (self->problem);
  g_free (self);
}

static gboolean
is_settled (KsCampaign *campaign, gboolean *settled, GError **error)
{
  g_auto (KsPublication) publication = { .settled_at = KS_MOMENT_NONE };

  if (!ks_publication_load (campaign, &publication, error))
    return FALSE;
  *settled = publication.settled_at != KS_MOMENT_NONE;
  return TRUE;
}

static gboolean
read_both (Reading *self, GError **error)
{
  KsCampaign *campaign = self->window->campaign;
  g_autoptr (KsClock) clock = ks_clock_new_system ();
  g_autoptr (KsCampaign) earlier = ks_campaign_open (self->path, clock, NULL, error);

  if (earlier == NULL)
    return FALSE;
  self->earlier = ks_campaign_dup_info (earlier);
  self->comparison = ks_compare_shares_of (campaign, earlier, self->window->code, error);
  return self->comparison != NULL && is_settled (campaign, &self->settled, error)
         && is_settled (earlier, &self->earlier_settled, error)
         && ks_campaign_close (earlier, error);
}

/* What goes wrong is said where the figures would be. */
static gboolean
read_func (KsJob *job, gpointer data, GError **error)
{
  Reading *self = data;
  g_autoptr (GError) problem = NULL;

  if (!read_both (self, &problem))
    self->problem = g_strdup (problem->message);
  return TRUE;
}

static void
read_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Reading *reading = user_data;
  KsRoundsWindow *self = reading->window;

  if (self->campaign == NULL || g_strcmp0 (self->path, reading->path) != 0)
    {
      free_reading (reading);
      return;
    }
  g_clear_pointer (&self->earlier, ks_campaign_info_free);
  g_clear_pointer (&self->comparison, ks_share_comparison_free);
  if (ok && reading->problem == NULL)
    {
      self->earlier = g_steal_pointer (&reading->earlier);
      self->comparison = g_steal_pointer (&reading->comparison);
      self->settled = reading->settled;
      self->earlier_settled = reading->earlier_settled;
      show_comparison (self);
      ks_settings_set_earlier_survey (ks_campaign_get_path (self->campaign), self->path);
    }
  else
    show_problem (self, reading->problem != NULL ? reading->problem : "");
  ks_rounds_window_update_actions (self);
  free_reading (reading);
}

/**
 * ks_rounds_window_compare:
 * @self: a window
 * @file: the campaign of the earlier survey
 *
 * Compares both in a job, then shows them, or why they cannot be compared. A file that can be is
 * offered again the next time.
 */
void
ks_rounds_window_compare (KsRoundsWindow *self, GFile *file)
{
  g_autoptr (KsJob) job = ks_job_new (_ ("Comparing both surveys"));
  Reading *reading;

  g_return_if_fail (KS_IS_ROUNDS_WINDOW (self));

  if (g_file_peek_path (file) == NULL || ks_rounds_window_get_shell (self) == NULL)
    return;
  g_free (self->path);
  self->path = g_file_get_path (file);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "loading");
  reading = g_new0 (Reading, 1);
  reading->window = g_object_ref (self);
  reading->path = g_strdup (self->path);
  ks_shell_run_job (ks_rounds_window_get_shell (self), job, read_func, reading, NULL, read_cb,
                    reading);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/results/ks-rounds-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KsRoundsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KsRoundsWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, KsRoundsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KsRoundsWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, KsRoundsWindow, views);
  gtk_widget_class_bind_template_child (widget_class, KsRoundsWindow, shares);
  gtk_widget_class_bind_template_child (widget_class, KsRoundsWindow, refused);
  gtk_widget_class_bind_template_child (widget_class, KsRoundsWindow, card);
  gtk_widget_class_bind_template_child (widget_class, KsRoundsWindow, chart_button);
  gtk_widget_class_bind_template_child (widget_class, KsRoundsWindow, table_button);
  gtk_widget_class_bind_template_child (widget_class, KsRoundsWindow, copy_button);
  gtk_widget_class_bind_template_child (widget_class, KsRoundsWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, KsRoundsWindow, participation);
  gtk_widget_class_bind_template_callback (widget_class, view_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_form);
}

static void
ks_rounds_window_class_init (KsRoundsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_rounds_window_dispose;
  g_type_ensure (KS_TYPE_FIGURE_CARD);
  bind_template (widget_class);
  ks_rounds_window_install_actions (widget_class);
}

static void
ks_rounds_window_init (KsRoundsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ks_view_switcher_pack (GTK_WIDGET (self));
}

/**
 * ks_rounds_window_new:
 * @widget: a widget of the window that it belongs to
 * @campaign: the survey that is open
 * @code: of a district or a unit; empty for the province
 *
 * Returns: (transfer none): a window that compares nothing yet
 */
GtkWindow *
ks_rounds_window_new (GtkWidget *widget, KsCampaign *campaign, const char *code)
{
  KsRoundsWindow *self
      = g_object_new (KS_TYPE_ROUNDS_WINDOW, "transient-for", gtk_widget_get_root (widget), NULL);

  self->owner = g_object_ref (widget);
  self->campaign = g_object_ref (campaign);
  self->code = g_strdup (code);
  ks_rounds_window_update_actions (self);
  return GTK_WINDOW (self);
}

/**
 * ks_rounds_window_show:
 * @widget: a widget of the window that it belongs to
 * @campaign: the survey that is open
 * @code: of a district or a unit; empty for the province
 * @file: the campaign of the earlier survey
 *
 * Opens a window that compares both.
 */
void
ks_rounds_window_show (GtkWidget *widget, KsCampaign *campaign, const char *code, GFile *file)
{
  GtkWindow *window = ks_rounds_window_new (widget, campaign, code);

  gtk_window_present (window);
  ks_rounds_window_compare (KS_ROUNDS_WINDOW (window), file);
}

/**
 * ks_rounds_window_dup_last:
 * @campaign: the survey that is open
 *
 * Returns: (transfer full) (nullable): the earlier survey that it was compared with last at this
 *   desk; %NULL: none
 */
GFile *
ks_rounds_window_dup_last (KsCampaign *campaign)
{
  g_autofree char *path = ks_settings_dup_earlier_survey (ks_campaign_get_path (campaign));

  return path != NULL ? g_file_new_for_path (path) : NULL;
}
