/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-results-page-private.h"

#include "ks-account-pane.h"
#include "ks-comments-view.h"
#include "ks-i18n.h"
#include "ks-result-view.h"
#include "ks-results-bar.h"
#include "ks-settings.h"
#include "ks-side-box.h"
#include "ks-view-switcher.h"

#define PROGRESS_WIDTH 240

static void page_interface_init (KsPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KsResultsPage,
                               ks_results_page,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (KS_TYPE_PAGE, page_interface_init))

typedef enum
{
  PROP_STATE = 1,
} KsResultsPageProperty;

/**
 * ks_results_page_shows_answers:
 * @self: a page
 *
 * Returns: whether it shows what was answered, not who took part
 */
gboolean
ks_results_page_shows_answers (KsResultsPage *self)
{
  return self->look->view != KS_VIEW_PARTICIPATION;
}

/* Returns: (nullable): the view of charts and tables that is seen; %NULL: it is another */
static KsResultView *
get_view (KsResultsPage *self)
{
  GtkWidget *view = adw_view_stack_get_visible_child (ADW_VIEW_STACK (self->views));

  return KS_IS_RESULT_VIEW (view) ? KS_RESULT_VIEW (view) : NULL;
}

/**
 * ks_results_page_has_figures:
 * @self: a page
 *
 * Returns: whether it shows figures, not the reason why there are none
 */
gboolean
ks_results_page_has_figures (KsResultsPage *self)
{
  return self->results != NULL && get_view (self) != NULL
         && ks_result_view_has_figures (get_view (self));
}

/* The account follows what is picked; where that is not shown any more it goes. */
static void
show_account (KsResultsPage *self)
{
  KsSideBox *box = KS_SIDE_BOX (self->side_box);
  gboolean shown = ks_side_box_get_show_pane (box);

  if (shown)
    ks_account_pane_show (KS_ACCOUNT_PANE (self->account), self->results, &self->picked,
                          self->picked_question);
  if (get_view (self) != NULL)
    ks_result_view_pick (get_view (self), shown ? &self->picked : NULL, self->picked_question);
  ks_results_page_update_actions (self);
}

/**
 * ks_results_page_get_choice:
 * @self: a page with results
 * @choice: (out caller-allocates): what is looked at; its strings live as long as the results
 */
void
ks_results_page_get_choice (KsResultsPage *self, KsChartChoice *choice)
{
  ks_results_bar_get_choice (KS_RESULTS_BAR (self->bar), self->look, choice);
  choice->open = self->open;
}

/* Everything anew from the results that were read. */
void
ks_results_page_show (KsResultsPage *self)
{
  KsChartChoice choice;

  if (self->results == NULL)
    return;
  self->updating = TRUE;
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (self->views),
                                         ks_results_view_get_name (self->look->view));
  self->updating = FALSE;
  ks_results_bar_show (KS_RESULTS_BAR (self->bar), self->look);
  ks_results_page_get_choice (self, &choice);
  if (get_view (self) != NULL)
    ks_result_view_show (get_view (self),
                         ks_result_chart_new (self->results, self->look->kind, &choice),
                         self->look->as_table);
  else
    ks_comments_view_set_scope (KS_COMMENTS_VIEW (self->comments), self->look->code);
  show_account (self);
}

/**
 * ks_results_page_close_account:
 * @self: a page
 *
 * Closes the account. Who read it goes on in the view.
 */
void
ks_results_page_close_account (KsResultsPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean inside = focus != NULL && gtk_widget_is_ancestor (focus, self->account);

  ks_side_box_set_show_pane (KS_SIDE_BOX (self->side_box), FALSE);
  if (self->results != NULL)
    show_account (self);
  if (inside)
    gtk_widget_child_focus (adw_view_stack_get_visible_child (ADW_VIEW_STACK (self->views)),
                            GTK_DIR_TAB_FORWARD);
}

static void
remember (KsResultsPage *self)
{
  g_autofree char *text = ks_results_look_dup_text (self->look);

  if (self->settings != NULL)
    g_settings_set_string (self->settings, "results-look", text);
}

static void
take_look (KsResultsPage *self, const KsResultsLook *look)
{
  KsResultsLook *taken = ks_results_look_copy (look);

  if (!ks_results_look_is_same_place (self->look, look))
    ks_side_box_set_show_pane (KS_SIDE_BOX (self->side_box), FALSE);
  ks_results_look_free (self->look);
  self->look = taken;
  ks_results_page_show (self);
  remember (self);
}

/**
 * ks_results_page_go:
 * @self: a page with results
 * @look: what shall be looked at
 *
 * Goes there; what was looked at before is where "back" leads.
 */
void
ks_results_page_go (KsResultsPage *self, const KsResultsLook *look)
{
  take_look (self, look);
  ks_look_history_visit (self->history, self->look);
  ks_results_page_update_actions (self);
}

/**
 * ks_results_page_step:
 * @self: a page with results
 * @step: −1: back; 1: forward
 *
 * Goes through what was looked at.
 */
void
ks_results_page_step (KsResultsPage *self, int step)
{
  if (!ks_look_history_can_go (self->history, step))
    return;
  take_look (self, ks_look_history_go (self->history, step));
  ks_results_page_update_actions (self);
}

static void
control_cb (KsResultsPage *self)
{
  g_autoptr (KsResultsLook) look = ks_results_look_copy (self->look);

  ks_results_bar_take (KS_RESULTS_BAR (self->bar), look);
  ks_results_page_go (self, look);
}

static void
view_cb (KsResultsPage *self)
{
  g_autoptr (KsResultsLook) look = NULL;
  KsResultsView view;

  if (self->updating || self->results == NULL
      || !ks_results_view_find (
          adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (self->views)), &view))
    return;
  look = ks_results_look_copy (self->look);
  ks_results_look_set_view (look, view);
  ks_results_page_go (self, look);
}

static void
account_cb (KsResultsPage *self, const KsScope *scope, const KsQuestion *question)
{
  self->picked = *scope;
  self->picked_question = question;
  ks_side_box_set_show_pane (KS_SIDE_BOX (self->side_box), TRUE);
  show_account (self);
}

static void
toggled_cb (KsResultsPage *self, const KsScope *scope, const KsQuestion *question)
{
  if (!g_hash_table_remove (self->open, scope->code))
    g_hash_table_add (self->open, g_strdup (scope->code));
  ks_results_page_show (self);
}

static void
picked_cb (KsResultsPage *self, const KsScope *scope, const KsQuestion *question)
{
  if (ks_side_box_get_show_pane (KS_SIDE_BOX (self->side_box)))
    account_cb (self, scope, question);
}

/**
 * ks_results_page_take:
 * @self: a page
 * @results: (transfer full): what was read of its campaign
 * @publication: what was settled of it; taken over
 *
 * Shows it.
 */
void
ks_results_page_take (KsResultsPage *self, KsResults *results, KsPublication *publication)
{
  g_autofree char *detail = g_steal_pointer (&self->detail);

  ks_publication_clear (&self->publication);
  self->publication = *publication;
  *publication = (KsPublication){ 0 };
  ks_side_box_set_show_pane (KS_SIDE_BOX (self->side_box), FALSE);
  g_clear_object (&self->results);
  self->results = results;
  ks_results_bar_set_results (KS_RESULTS_BAR (self->bar), results);
  ks_results_page_show (self);
  ks_look_history_visit (self->history, self->look);
  ks_results_page_update_actions (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    ks_results_get_counted (results) > 0 ? "figures" : "empty");
  g_object_notify (G_OBJECT (self), "state");
  if (detail != NULL)
    ks_page_show_detail (KS_PAGE (self), detail);
}

static void
recall (KsResultsPage *self)
{
  g_autofree char *text = NULL;
  KsResultsLook *look = NULL;

  g_clear_object (&self->settings);
  if (self->campaign != NULL)
    self->settings = ks_settings_new_for_campaign (ks_campaign_get_path (self->campaign));
  if (self->settings != NULL)
    {
      text = g_settings_get_string (self->settings, "results-look");
      look = ks_results_look_parse (text);
    }
  ks_results_look_free (self->look);
  self->look = look != NULL ? look : ks_results_look_new ();
  ks_look_history_clear (self->history);
  g_hash_table_remove_all (self->open);
}

static void
ks_results_page_set_campaign (KsPage *page, KsCampaign *campaign)
{
  KsResultsPage *self = KS_RESULTS_PAGE (page);

  ks_lazy_load_cancel (self->lazy_load);
  ks_results_page_forget (self);
  ks_side_box_set_show_pane (KS_SIDE_BOX (self->side_box), FALSE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
  ks_results_bar_set_results (KS_RESULTS_BAR (self->bar), NULL);
  g_clear_object (&self->results);
  g_set_object (&self->campaign, campaign);
  ks_publication_clear (&self->publication);
  self->publication.settled_at = KS_MOMENT_NONE;
  ks_comments_view_set_campaign (KS_COMMENTS_VIEW (self->comments), campaign);
  recall (self);
  if (campaign != NULL)
    ks_lazy_load_request (self->lazy_load);
  ks_results_page_update_actions (self);
  g_object_notify (G_OBJECT (self), "state");
}

static void
ks_results_page_refresh (KsPage *page, KsChange change)
{
  KsResultsPage *self = KS_RESULTS_PAGE (page);

  ks_comments_view_refresh (KS_COMMENTS_VIEW (self->comments), change);
  if (self->campaign != NULL
      && (change
          & (KS_CHANGE_INFO | KS_CHANGE_REGISTRY | KS_CHANGE_ANSWERS | KS_CHANGE_PUBLICATION))
             != 0)
    ks_lazy_load_request (self->lazy_load);
}

/* A district's code opens who took part there, a unit's code what it answered. */
static void
ks_results_page_show_detail (KsPage *page, const char *detail)
{
  KsResultsPage *self = KS_RESULTS_PAGE (page);
  g_autoptr (KsResultsLook) look = NULL;
  KsScope scope;

  ks_lazy_load_finish (self->lazy_load);
  if (ks_latest_job_get (self->reading) != NULL)
    {
      g_free (self->detail);
      self->detail = g_strdup (detail);
      return;
    }
  if (self->results == NULL || !ks_results_find_scope (self->results, detail, &scope))
    return;
  look = ks_results_look_copy (self->look);
  ks_results_look_set_view (look, scope.kind == KS_SCOPE_UNIT ? KS_VIEW_QUESTIONS
                                                              : KS_VIEW_PARTICIPATION);
  ks_results_look_set (&look->code, detail);
  ks_results_page_go (self, look);
}

static void
ks_results_page_start_search (KsPage *page)
{
  KsResultsPage *self = KS_RESULTS_PAGE (page);

  if (self->look->view == KS_VIEW_COMMENTS)
    ks_comments_view_start_search (KS_COMMENTS_VIEW (self->comments));
  else
    ks_results_bar_open_scopes (KS_RESULTS_BAR (self->bar));
}

static const char *
get_state (KsResultsPage *self)
{
  if (self->results == NULL || ks_results_get_counted (self->results) == 0)
    return "–";
  return self->publication.settled_at != KS_MOMENT_NONE ? _ ("settled") : _ ("preliminary");
}

static void
ks_results_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KsResultsPage *self = KS_RESULTS_PAGE (object);

  switch ((KsResultsPageProperty)id)
    {
    case PROP_STATE:
      g_value_set_string (value, get_state (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_results_page_dispose (GObject *object)
{
  KsResultsPage *self = KS_RESULTS_PAGE (object);

  g_clear_pointer (&self->lazy_load, ks_lazy_load_free);
  ks_results_page_forget (self);
  g_clear_pointer (&self->reading, ks_latest_job_free);
  g_clear_object (&self->results);
  g_clear_object (&self->campaign);
  g_clear_object (&self->settings);
  ks_publication_clear (&self->publication);
  g_clear_pointer (&self->look, ks_results_look_free);
  g_clear_pointer (&self->history, ks_look_history_free);
  g_clear_pointer (&self->open, g_hash_table_unref);
  G_OBJECT_CLASS (ks_results_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/results/ks-results-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KsResultsPage, export_button);
  gtk_widget_class_bind_template_child (widget_class, KsResultsPage, publish_button);
  gtk_widget_class_bind_template_child (widget_class, KsResultsPage, comments);
  gtk_widget_class_bind_template_child (widget_class, KsResultsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KsResultsPage, progress);
  gtk_widget_class_bind_template_child (widget_class, KsResultsPage, views);
  gtk_widget_class_bind_template_child (widget_class, KsResultsPage, bar);
  gtk_widget_class_bind_template_child (widget_class, KsResultsPage, side_box);
  gtk_widget_class_bind_template_child (widget_class, KsResultsPage, account);
  gtk_widget_class_bind_template_callback (widget_class, control_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_cb);
  gtk_widget_class_bind_template_callback (widget_class, account_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
ks_results_page_class_init (KsResultsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ks_results_page_get_property;
  object_class->dispose = ks_results_page_dispose;

  g_object_class_override_property (object_class, PROP_STATE, "state");
  g_type_ensure (KS_TYPE_ACCOUNT_PANE);
  g_type_ensure (KS_TYPE_COMMENTS_VIEW);
  g_type_ensure (KS_TYPE_RESULT_VIEW);
  g_type_ensure (KS_TYPE_RESULTS_BAR);
  g_type_ensure (KS_TYPE_SIDE_BOX);
  bind_template (widget_class);
  ks_results_page_install_actions (widget_class);
}

static void
ks_results_page_init (KsResultsPage *self)
{
  self->updating = TRUE;
  self->look = ks_results_look_new ();
  self->history = ks_look_history_new ();
  self->publication.settled_at = KS_MOMENT_NONE;
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  ks_view_switcher_pack (GTK_WIDGET (self));
  gtk_widget_set_halign (self->progress, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (self->progress, PROGRESS_WIDTH, -1);
  self->updating = FALSE;
  ks_page_add_key (KS_PAGE (self), GDK_KEY_Left, GDK_ALT_MASK, "page.back");
  ks_page_add_key (KS_PAGE (self), GDK_KEY_Right, GDK_ALT_MASK, "page.forward");
  self->reading = ks_latest_job_new (self, ks_results_page_take_read);
  self->lazy_load = ks_lazy_load_new (GTK_WIDGET (self), ks_results_page_load, NULL);
  ks_results_page_update_actions (self);
}

static void
page_interface_init (KsPageInterface *iface)
{
  iface->set_campaign = ks_results_page_set_campaign;
  iface->refresh = ks_results_page_refresh;
  iface->show_detail = ks_results_page_show_detail;
  iface->start_search = ks_results_page_start_search;
}

/**
 * ks_results_page_new:
 *
 * Returns: (transfer floating): the page of the results
 */
GtkWidget *
ks_results_page_new (void)
{
  return g_object_new (KS_TYPE_RESULTS_PAGE, NULL);
}
