/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-results-page-private.h"

#include "ks-account-pane.h"
#include "ks-badge.h"
#include "ks-i18n.h"
#include "ks-participation-view.h"
#include "ks-scope-button.h"
#include "ks-shell.h"
#include "ks-side-box.h"
#include "ks-wrap-layout.h"

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
  return g_strcmp0 (adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (self->views)), "answers")
         == 0;
}

/**
 * ks_results_page_get_scope:
 * @self: a page with results
 * @scope: (out caller-allocates): what it shows; its strings live as long as the results
 *
 * Tells the scope.
 */
void
ks_results_page_get_scope (KsResultsPage *self, KsScope *scope)
{
  KsScope picked;

  ks_scope_button_get_scope (KS_SCOPE_BUTTON (self->scope_button), &picked);
  if (!ks_results_find_scope (self->results, picked.code, scope))
    ks_results_find_scope (self->results, "", scope);
}

/**
 * ks_results_page_get_look:
 * @self: a page
 * @look: (out caller-allocates): how it shows answers
 *
 * Tells what the tool bar says.
 */
void
ks_results_page_get_look (KsResultsPage *self, KsLikertLook *look)
{
  look->as_table = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->table_button));
  look->counts = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->numbers)) == 1;
  look->order = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->order)) == 1
                    ? KS_LIKERT_AS_GIVEN
                    : KS_LIKERT_BY_NET_AGREEMENT;
}

/* The form's notice qualifies what was answered, not who took part. */
static void
show_form_notice (KsResultsPage *self, gboolean answers)
{
  g_autofree char *notice = ks_form_dup_short_notice (ks_results_get_form (self->results));

  ks_badge_set_label (KS_BADGE (self->form_badge), answers ? notice : NULL);
}

static void
show_tools (KsResultsPage *self, const KsLikertLook *look)
{
  gboolean answers = ks_results_page_shows_answers (self);

  gtk_widget_set_visible (self->order, answers);
  gtk_widget_set_visible (self->numbers, answers && look->as_table);
  show_form_notice (self, answers);
  ks_results_page_update_actions (self);
}

/* Everything anew from the results that were read, in the scope and look of the tool bar. */
static void
show (KsResultsPage *self)
{
  KsScope scope;
  KsLikertLook look;

  if (self->results == NULL)
    return;
  ks_scope_button_set_with_units (KS_SCOPE_BUTTON (self->scope_button),
                                  ks_results_page_shows_answers (self));
  ks_results_page_get_scope (self, &scope);
  ks_results_page_get_look (self, &look);
  if (ks_results_page_shows_answers (self))
    ks_likert_view_show (KS_LIKERT_VIEW (self->likert), self->results, &scope,
                         ks_campaign_is_window_open (self->campaign), &look);
  else
    ks_participation_view_show (KS_PARTICIPATION_VIEW (self->participation), self->results, &scope,
                                look.as_table);
  show_tools (self, &look);
}

static void
close_account (KsResultsPage *self)
{
  ks_side_box_set_show_pane (KS_SIDE_BOX (self->side_box), FALSE);
}

static void
show_other_cb (KsResultsPage *self)
{
  close_account (self);
  show (self);
}

static void
show_anew_cb (KsResultsPage *self)
{
  show (self);
}

static void
open_account (KsResultsPage *self, const KsScope *scope, const KsQuestion *question)
{
  ks_account_pane_show (KS_ACCOUNT_PANE (self->account), self->results, scope, question);
  ks_side_box_set_show_pane (KS_SIDE_BOX (self->side_box), TRUE);
  ks_results_page_update_actions (self);
}

static void
open_scope_account_cb (KsResultsPage *self, const KsScope *scope)
{
  open_account (self, scope, NULL);
}

static void
open_question_account_cb (KsResultsPage *self, const KsQuestion *question)
{
  KsScope scope;

  ks_results_page_get_scope (self, &scope);
  open_account (self, &scope, question);
}

static void
load (gpointer page)
{
  KsResultsPage *self = page;
  g_autoptr (GError) error = NULL;
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (self));
  KsResults *results = ks_results_load (self->campaign, &error);

  if (results == NULL)
    {
      if (shell != NULL)
        ks_shell_show_error (shell, error);
      return;
    }
  close_account (self);
  g_clear_object (&self->results);
  self->results = results;
  ks_scope_button_set_registry (KS_SCOPE_BUTTON (self->scope_button),
                                ks_results_get_registry (results));
  show (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    ks_results_get_counted (results) > 0 ? "figures" : "empty");
  g_object_notify (G_OBJECT (self), "state");
}

static void
ks_results_page_set_campaign (KsPage *page, KsCampaign *campaign)
{
  KsResultsPage *self = KS_RESULTS_PAGE (page);

  ks_lazy_load_cancel (self->lazy_load);
  close_account (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
  ks_scope_button_set_registry (KS_SCOPE_BUTTON (self->scope_button), NULL);
  g_clear_object (&self->results);
  g_set_object (&self->campaign, campaign);
  if (campaign != NULL)
    ks_lazy_load_request (self->lazy_load);
  ks_results_page_update_actions (self);
  g_object_notify (G_OBJECT (self), "state");
}

static void
ks_results_page_refresh (KsPage *page, KsChange change)
{
  KsResultsPage *self = KS_RESULTS_PAGE (page);

  if (self->campaign != NULL
      && (change & (KS_CHANGE_INFO | KS_CHANGE_REGISTRY | KS_CHANGE_ANSWERS)) != 0)
    ks_lazy_load_request (self->lazy_load);
}

/* A district's code opens who took part there, a unit's code what it answered. */
static void
ks_results_page_show_detail (KsPage *page, const char *detail)
{
  KsResultsPage *self = KS_RESULTS_PAGE (page);
  KsScope scope;

  ks_lazy_load_finish (self->lazy_load);
  if (self->results == NULL || !ks_results_find_scope (self->results, detail, &scope))
    return;
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (self->views),
                                         scope.kind == KS_SCOPE_UNIT ? "answers" : "participation");
  ks_scope_button_select (KS_SCOPE_BUTTON (self->scope_button), detail);
  show_other_cb (self);
}

static void
ks_results_page_start_search (KsPage *page)
{
  ks_place_button_open (KS_PLACE_BUTTON (KS_RESULTS_PAGE (page)->scope_button));
}

static void
ks_results_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KsResultsPage *self = KS_RESULTS_PAGE (object);

  switch ((KsResultsPageProperty)id)
    {
    case PROP_STATE:
      g_value_set_string (value, self->results != NULL && ks_results_get_counted (self->results) > 0
                                     ? _ ("preliminary")
                                     : "–");
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
  g_clear_object (&self->results);
  g_clear_object (&self->campaign);
  G_OBJECT_CLASS (ks_results_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/results/ks-results-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KsResultsPage, summary_button);
  gtk_widget_class_bind_template_child (widget_class, KsResultsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KsResultsPage, views);
  gtk_widget_class_bind_template_child (widget_class, KsResultsPage, tools);
  gtk_widget_class_bind_template_child (widget_class, KsResultsPage, scope_button);
  gtk_widget_class_bind_template_child (widget_class, KsResultsPage, order);
  gtk_widget_class_bind_template_child (widget_class, KsResultsPage, numbers);
  gtk_widget_class_bind_template_child (widget_class, KsResultsPage, badges);
  gtk_widget_class_bind_template_child (widget_class, KsResultsPage, form_badge);
  gtk_widget_class_bind_template_child (widget_class, KsResultsPage, table_button);
  gtk_widget_class_bind_template_child (widget_class, KsResultsPage, copy_button);
  gtk_widget_class_bind_template_child (widget_class, KsResultsPage, side_box);
  gtk_widget_class_bind_template_child (widget_class, KsResultsPage, participation);
  gtk_widget_class_bind_template_child (widget_class, KsResultsPage, likert);
  gtk_widget_class_bind_template_child (widget_class, KsResultsPage, account);
  gtk_widget_class_bind_template_callback (widget_class, show_other_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_anew_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_scope_account_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_question_account_cb);
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
  g_type_ensure (KS_TYPE_BADGE);
  g_type_ensure (KS_TYPE_LIKERT_VIEW);
  g_type_ensure (KS_TYPE_PARTICIPATION_VIEW);
  g_type_ensure (KS_TYPE_SCOPE_BUTTON);
  g_type_ensure (KS_TYPE_SIDE_BOX);
  bind_template (widget_class);
  ks_results_page_install_actions (widget_class);
}

static void
ks_results_page_init (KsResultsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->lazy_load = ks_lazy_load_new (GTK_WIDGET (self), load, NULL);
  gtk_widget_set_layout_manager (self->tools, ks_wrap_layout_new (8, 6));
  gtk_widget_set_layout_manager (self->badges, ks_wrap_layout_new (8, 4));
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
