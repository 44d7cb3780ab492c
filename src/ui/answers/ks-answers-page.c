/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-answers-page-private.h"

#include "ks-header-button.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-results.h"
#include "ks-scope-button.h"
#include "ks-shell.h"
#include "ks-side-box.h"
#include "ks-wrap-layout.h"

static void page_interface_init (KsPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KsAnswersPage, ks_answers_page, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (KS_TYPE_PAGE, page_interface_init))

typedef enum
{
  PROP_STATE = 1,
} KsAnswersPageProperty;

void
ks_answers_page_show_error (KsAnswersPage *self, const GError *error)
{
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (self));

  if (shell != NULL)
    ks_shell_show_error (shell, error);
}

static void
show_batches (KsAnswersPage *self, GPtrArray *batches)
{
  ks_answers_pane_set_batches (self->pane, batches);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), batches->len > 0 ? "list" : "empty");
}

/* The findings, or the rows where none of their kinds is selected. */
static void
show_content (KsAnswersPage *self)
{
  KsFindingKinds *kinds = ks_answers_pane_get_kinds (self->pane);
  gboolean of_findings = ks_finding_kinds_is_shown (kinds);

  gtk_stack_set_visible_child_name (self->content, of_findings ? "findings" : "rows");
  if (of_findings)
    ks_findings_view_show (self->findings, self->campaign, self->all_findings,
                           ks_finding_kinds_get_selected (kinds));
  else
    ks_answers_page_load_rows (self);
}

static gboolean
load_findings (KsAnswersPage *self, GError **error)
{
  g_autoptr (GPtrArray) findings = ks_findings_load (self->campaign, TRUE, error);

  if (findings == NULL)
    return FALSE;
  ks_findings_sum (findings, &self->finding_counts);
  g_clear_pointer (&self->all_findings, g_ptr_array_unref);
  self->all_findings = g_steal_pointer (&findings);
  ks_answers_pane_set_findings (self->pane, self->all_findings);
  return TRUE;
}

static void
load_registry (KsAnswersPage *self)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);

  if (g_set_object (&self->registry, registry))
    ks_scope_button_set_registry (KS_SCOPE_BUTTON (self->scope), registry);
}

static void
load (gpointer page)
{
  KsAnswersPage *self = page;
  g_autoptr (GError) error = NULL;
  g_autoptr (KsResults) results = ks_results_load (self->campaign, &error);
  g_autoptr (GPtrArray) batches
      = results != NULL ? ks_batches_load (self->campaign, &error) : NULL;

  if (batches == NULL || !load_findings (self, &error))
    {
      ks_answers_page_show_error (self, error);
      return;
    }
  self->n_batches = batches->len;
  self->n_counted = ks_results_get_counted (results);
  self->n_waiting = ks_results_get_waiting (results, -1);
  load_registry (self);
  ks_state_list_set_results (ks_answers_pane_get_states (self->pane), results);
  show_batches (self, batches);
  show_content (self);
  ks_answers_page_watch_answers (self);
  g_object_notify (G_OBJECT (self), "state");
}

static void
ks_answers_page_set_campaign (KsPage *page, KsCampaign *campaign)
{
  KsAnswersPage *self = KS_ANSWERS_PAGE (page);

  ks_lazy_load_cancel (self->lazy_load);
  g_clear_object (&self->registry);
  self->n_batches = 0;
  self->n_counted = self->n_waiting = 0;
  self->finding_counts = (KsFindingCounts){ 0 };
  g_clear_pointer (&self->all_findings, g_ptr_array_unref);
  ks_finding_kinds_unselect (ks_answers_pane_get_kinds (self->pane));
  g_set_object (&self->campaign, campaign);
  ks_row_model_load (self->rows, NULL, NULL, NULL);
  ks_scope_button_set_registry (KS_SCOPE_BUTTON (self->scope), NULL);
  ks_state_list_set_results (ks_answers_pane_get_states (self->pane), NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
  ks_answers_page_watch (self);
  if (campaign != NULL)
    ks_lazy_load_request (self->lazy_load);
  g_object_notify (G_OBJECT (self), "state");
}

static void
ks_answers_page_refresh (KsPage *page, KsChange change)
{
  KsAnswersPage *self = KS_ANSWERS_PAGE (page);

  if (self->campaign != NULL
      && (change & (KS_CHANGE_ANSWERS | KS_CHANGE_REGISTRY | KS_CHANGE_FINDINGS)) != 0)
    ks_lazy_load_request (self->lazy_load);
}

static gboolean
show_kind (KsAnswersPage *self, const char *detail)
{
  KsFindingKinds *kinds = ks_answers_pane_get_kinds (self->pane);
  KsFindingKind kind;

  if (g_strcmp0 (detail, "findings") == 0)
    ks_finding_kinds_select (kinds, ks_finding_kinds_get_selected (kinds));
  else if (ks_finding_kind_from_id (detail, &kind))
    ks_finding_kinds_select (kinds, kind);
  else
    return FALSE;
  ks_side_box_set_show_pane (KS_SIDE_BOX (self->side_box), FALSE);
  return TRUE;
}

static void state_selected_cb (KsAnswersPage *self);

/* A state, a reason, or the code of a unit; the rows are not read before both are chosen. */
static void
choose_rows (KsAnswersPage *self, const char *detail)
{
  KsStateList *states = ks_answers_pane_get_states (self->pane);

  g_signal_handlers_block_by_func (self->pane, state_selected_cb, self);
  if (!ks_state_list_select (states, detail))
    {
      ks_state_list_select (states, NULL);
      ks_scope_button_select (KS_SCOPE_BUTTON (self->scope), detail);
    }
  else
    ks_scope_button_select (KS_SCOPE_BUTTON (self->scope), "");
  g_signal_handlers_unblock_by_func (self->pane, state_selected_cb, self);
}

/* "findings", a kind of them, "waiting", a state, a reason, or the code of a unit. */
static void
ks_answers_page_show_detail (KsPage *page, const char *detail)
{
  KsAnswersPage *self = KS_ANSWERS_PAGE (page);

  ks_lazy_load_finish (self->lazy_load);
  if (show_kind (self, detail))
    return;
  choose_rows (self, detail);
  ks_finding_kinds_unselect (ks_answers_pane_get_kinds (self->pane));
  if (self->campaign != NULL)
    show_content (self);
  ks_side_box_set_show_pane (KS_SIDE_BOX (self->side_box), FALSE);
}

static void
ks_answers_page_start_search (KsPage *page)
{
  ks_place_button_open (KS_PLACE_BUTTON (KS_ANSWERS_PAGE (page)->scope));
}

static void
page_interface_init (KsPageInterface *iface)
{
  iface->set_campaign = ks_answers_page_set_campaign;
  iface->refresh = ks_answers_page_refresh;
  iface->show_detail = ks_answers_page_show_detail;
  iface->start_search = ks_answers_page_start_search;
}

static void
state_selected_cb (KsAnswersPage *self)
{
  if (self->campaign != NULL)
    show_content (self);
  ks_side_box_set_show_pane (KS_SIDE_BOX (self->side_box), FALSE);
}

static void
kind_selected_cb (KsAnswersPage *self)
{
  if (self->all_findings != NULL)
    show_content (self);
  ks_side_box_set_show_pane (KS_SIDE_BOX (self->side_box), FALSE);
}

static void
scope_changed_cb (KsAnswersPage *self)
{
  if (self->campaign != NULL && self->registry != NULL)
    ks_answers_page_load_rows (self);
}

static void
ks_answers_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KsAnswersPage *self = KS_ANSWERS_PAGE (object);
  gint64 n_told = self->n_waiting > 0 ? self->n_waiting : self->n_counted;
  g_autofree char *count = ks_format_count (n_told);
  g_autofree char *to_check = ks_format_count (self->finding_counts.n_open);

  switch ((KsAnswersPageProperty)id)
    {
    case PROP_STATE:
      if (n_told == 0)
        g_value_set_string (value, "–");
      else if (self->finding_counts.n_open > 0)
        g_value_take_string (value, g_strdup_printf (_ ("%s to check"), to_check));
      else if (self->n_waiting > 0)
        g_value_take_string (value, g_strdup_printf (_ ("%s waiting"), count));
      else
        g_value_take_string (value, g_strdup_printf (_ ("%s valid"), count));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_answers_page_dispose (GObject *object)
{
  KsAnswersPage *self = KS_ANSWERS_PAGE (object);

  g_clear_pointer (&self->lazy_load, ks_lazy_load_free);
  ks_answers_page_end_watch (self);
  g_clear_pointer (&self->all_findings, g_ptr_array_unref);
  g_clear_object (&self->rows);
  g_clear_object (&self->registry);
  g_clear_object (&self->campaign);
  G_OBJECT_CLASS (ks_answers_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/answers/ks-answers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KsAnswersPage, watch_bar);
  gtk_widget_class_bind_template_child (widget_class, KsAnswersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KsAnswersPage, side_box);
  gtk_widget_class_bind_template_child (widget_class, KsAnswersPage, pane);
  gtk_widget_class_bind_template_child (widget_class, KsAnswersPage, content);
  gtk_widget_class_bind_template_child (widget_class, KsAnswersPage, findings);
  gtk_widget_class_bind_template_child (widget_class, KsAnswersPage, bar);
  gtk_widget_class_bind_template_child (widget_class, KsAnswersPage, decide_bar);
  gtk_widget_class_bind_template_child (widget_class, KsAnswersPage, title);
  gtk_widget_class_bind_template_child (widget_class, KsAnswersPage, scope);
  gtk_widget_class_bind_template_child (widget_class, KsAnswersPage, table_stack);
  gtk_widget_class_bind_template_child (widget_class, KsAnswersPage, table);
  gtk_widget_class_bind_template_child (widget_class, KsAnswersPage, file_column);
  gtk_widget_class_bind_template_child (widget_class, KsAnswersPage, row_column);
  gtk_widget_class_bind_template_child (widget_class, KsAnswersPage, time_column);
  gtk_widget_class_bind_template_child (widget_class, KsAnswersPage, unit_column);
  gtk_widget_class_bind_template_child (widget_class, KsAnswersPage, state_column);
  gtk_widget_class_bind_template_child (widget_class, KsAnswersPage, reason_column);
  gtk_widget_class_bind_template_callback (widget_class, state_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_changed_cb);
}

static void
ks_answers_page_class_init (KsAnswersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ks_answers_page_get_property;
  object_class->dispose = ks_answers_page_dispose;
  g_object_class_override_property (object_class, PROP_STATE, "state");
  g_type_ensure (KS_TYPE_HEADER_BUTTON);
  g_type_ensure (KS_TYPE_SCOPE_BUTTON);
  g_type_ensure (KS_TYPE_SIDE_BOX);
  g_type_ensure (KS_TYPE_ANSWERS_PANE);
  g_type_ensure (KS_TYPE_DECIDE_BAR);
  g_type_ensure (KS_TYPE_FINDINGS_VIEW);
  g_type_ensure (KS_TYPE_WATCH_BAR);
  g_type_ensure (KS_TYPE_WRAP_LAYOUT);
  ks_answers_page_install_actions (widget_class);
  ks_answers_page_install_watch_actions (widget_class);
  bind_template (widget_class);
}

static void
ks_answers_page_init (KsAnswersPage *self)
{
  self->rows = ks_row_model_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->lazy_load = ks_lazy_load_new (GTK_WIDGET (self), load, NULL);
  ks_place_button_offer (KS_PLACE_BUTTON (self->scope), KS_PLACE_DISTRICT, FALSE);
  ks_answers_page_set_up_table (self);
  ks_answers_page_init_watch (self);
  ks_answers_page_selection_changed (self);
}

/**
 * ks_answers_page_new:
 *
 * Returns: (transfer floating): the page of imports and sheets
 */
GtkWidget *
ks_answers_page_new (void)
{
  return g_object_new (KS_TYPE_ANSWERS_PAGE, NULL);
}
