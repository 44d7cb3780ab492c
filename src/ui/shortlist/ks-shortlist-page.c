/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-shortlist-page-private.h"

#include "ks-candidate-columns.h"
#include "ks-candidate-pane.h"
#include "ks-choice-foot.h"
#include "ks-choose.h"
#include "ks-header-button.h"
#include "ks-i18n.h"
#include "ks-scale-pane.h"
#include "ks-scope-button.h"
#include "ks-side-box.h"
#include "ks-stability-card.h"

static void page_interface_init (KsPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KsShortlistPage,
                               ks_shortlist_page,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (KS_TYPE_PAGE, page_interface_init))

typedef enum
{
  PROP_STATE = 1,
} KsShortlistPageProperty;

/* A ranking that is read in a thread. */
typedef struct
{
  KsCampaign *campaign;
  KsShortlist *list;
} Reading;

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  g_clear_object (&reading->campaign);
  g_clear_pointer (&reading->list, ks_shortlist_free);
  g_free (reading);
}

const KsShortlist *
ks_shortlist_page_get_list (KsShortlistPage *self)
{
  return ks_ranking_model_get_shortlist (self->ranking);
}

/* Names are hidden, and with them everything that tells of a unit. */
gboolean
ks_shortlist_page_is_blind (KsShortlistPage *self)
{
  const KsShortlist *list = ks_shortlist_page_get_list (self);

  return list == NULL || list->criteria->blind;
}

static gboolean
is_blank (const KsShortlist *list)
{
  for (guint i = 0; i < list->candidates->len; i++)
    {
      const KsCandidate *candidate = list->candidates->pdata[i];

      if (candidate->answers > 0 || candidate->reported != KS_MOMENT_NONE || candidate->n_posts > 0)
        return FALSE;
    }
  return TRUE;
}

/* What was measured of another list is not shown beside this one. */
void
ks_shortlist_page_measure (KsShortlistPage *self)
{
  const KsShortlist *list = ks_shortlist_page_get_list (self);

  ks_stability_card_set_list (KS_STABILITY_CARD (self->stability), list,
                              ks_shortlist_page_find_top (list));
  ks_shortlist_page_show_stability (self);
}

void
ks_shortlist_page_update_actions (KsShortlistPage *self)
{
  static const char *const writing[]
      = { "page.toggle-choice",  "page.bar-unit",         "page.unbar-unit",
          "page.add-person",     "page.add-collective",   "page.edit-nominee",
          "page.remove-nominee", "page.move-nominee",     "page.lock-scale",
          "page.change-scale",   "page.balance-scale",    "page.add-criterion",
          "page.edit-marks",     "page.rename-criterion", "page.remove-criterion" };
  static const char *const scale[]
      = { "page.add-criterion", "page.rename-criterion", "page.remove-criterion" };
  const KsShortlist *list = ks_shortlist_page_get_list (self);
  gboolean writable
      = self->campaign != NULL && !ks_store_is_read_only (ks_campaign_get_store (self->campaign));
  gboolean complete = ks_scale_pane_is_complete (KS_SCALE_PANE (self->scale));

  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), writing[i], writable && list != NULL);
  ks_scale_pane_set_writable (KS_SCALE_PANE (self->scale), writable);
  for (guint i = 0; i < G_N_ELEMENTS (scale); i++)
    if (!complete || !ks_scale_pane_is_editable (KS_SCALE_PANE (self->scale)))
      gtk_widget_action_set_enabled (GTK_WIDGET (self), scale[i], FALSE);
  if (!complete)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.lock-scale", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.make-papers",
                                 list != NULL && list->nominees->len > 0);
  ks_choice_foot_set_writable (KS_CHOICE_FOOT (self->foot), writable);
}

static void
count_chosen (KsShortlistPage *self, GPtrArray *nominees)
{
  self->n_people = ks_nominees_count (nominees, KS_NOMINEE_PERSON);
  self->n_collectives = nominees->len - self->n_people;
  g_object_notify (G_OBJECT (self), "state");
}

static void
take_list (KsShortlistPage *self, KsShortlist *list)
{
  gboolean at_top = ks_shortlist_page_is_at_top (self)
                    || ks_shortlist_page_is_blind (self) != list->criteria->blind;

  g_clear_object (&self->registry);
  self->registry = ks_campaign_dup_registry (self->campaign);
  ks_ranking_model_set_shortlist (self->ranking, list);
  ks_scale_pane_set_criteria (KS_SCALE_PANE (self->scale), list->criteria);
  ks_choice_foot_set_list (KS_CHOICE_FOOT (self->foot), list, self->registry);
  ks_scope_button_set_registry (KS_SCOPE_BUTTON (self->find), self->registry);
  gtk_widget_set_visible (self->find, !list->criteria->blind);
  ks_candidate_titles_set_blind (self->titles, list->criteria->blind);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), is_blank (list) ? "empty" : "list");
  ks_shortlist_page_apply_draft (self);
  if (at_top)
    ks_shortlist_page_go_to_top (self);
  ks_shortlist_page_measure (self);
  ks_shortlist_page_update_actions (self);
  count_chosen (self, list->nominees);
}

static gboolean
read_func (KsJob *job, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->list = ks_shortlist_load (reading->campaign, error);
  return reading->list != NULL;
}

/* Beside the window: of a whole country it takes a while. What is shown stays until then. */
static void
load (gpointer page)
{
  KsShortlistPage *self = page;
  Reading *reading;

  self->again = ks_latest_job_get (self->reading) != NULL;
  if (self->again)
    return;
  reading = g_new0 (Reading, 1);
  reading->campaign = g_object_ref (self->campaign);
  ks_latest_job_start (self->reading, NULL, _ ("Reading the ranking"), read_func, reading,
                       free_reading);
}

static void
read_cb (gpointer owner, gpointer data, const GError *error)
{
  KsShortlistPage *self = owner;
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (self));
  Reading *reading = data;

  if (reading->list != NULL)
    take_list (self, g_steal_pointer (&reading->list));
  else if (shell != NULL)
    ks_shell_show_error (shell, error);
  if (self->again)
    load (self);
}

/* How many were chosen stands in the sidebar, while nobody looks at the page as well. */
static void
load_state (gpointer page)
{
  KsShortlistPage *self = page;
  g_autoptr (GPtrArray) nominees = ks_nominees_load (self->campaign, NULL);

  if (nominees != NULL)
    count_chosen (self, nominees);
}

static void
stop_everything (KsShortlistPage *self)
{
  g_clear_handle_id (&self->save_wait, g_source_remove);
  if (self->apply_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->apply_tick);
  self->apply_tick = 0;
  self->again = FALSE;
  ks_latest_job_stop (self->reading);
}

static void
clear (KsShortlistPage *self)
{
  stop_everything (self);
  ks_scale_pane_set_criteria (KS_SCALE_PANE (self->scale), NULL);
  ks_candidate_pane_show (KS_CANDIDATE_PANE (self->unit), NULL);
  ks_stability_card_set_list (KS_STABILITY_CARD (self->stability), NULL, 0);
  ks_choice_foot_set_list (KS_CHOICE_FOOT (self->foot), NULL, NULL);
  ks_scope_button_set_registry (KS_SCOPE_BUTTON (self->find), NULL);
  ks_ranking_model_set_shortlist (self->ranking, NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
  gtk_stack_set_visible_child_name (GTK_STACK (self->panes), "scale");
  g_clear_object (&self->registry);
}

static void
ks_shortlist_page_set_campaign (KsPage *page, KsCampaign *campaign)
{
  KsShortlistPage *self = KS_SHORTLIST_PAGE (page);

  ks_lazy_load_cancel (self->lazy_load);
  clear (self);
  g_set_object (&self->campaign, campaign);
  ks_shortlist_page_update_actions (self);
  if (campaign != NULL)
    ks_lazy_load_request (self->lazy_load);
}

static void
ks_shortlist_page_refresh (KsPage *page, KsChange change)
{
  KsShortlistPage *self = KS_SHORTLIST_PAGE (page);

  if (self->campaign != NULL
      && (change
          & (KS_CHANGE_INFO | KS_CHANGE_REGISTRY | KS_CHANGE_ANSWERS | KS_CHANGE_REPORTS
             | KS_CHANGE_CHOICE | KS_CHANGE_FINDINGS | KS_CHANGE_CRITERIA))
             != 0)
    ks_lazy_load_request (self->lazy_load);
}

static gboolean
ks_shortlist_page_finish_typing (KsPage *page)
{
  return ks_shortlist_page_keep_scale (KS_SHORTLIST_PAGE (page));
}

static void
ks_shortlist_page_start_search (KsPage *page)
{
  KsShortlistPage *self = KS_SHORTLIST_PAGE (page);

  if (ks_shortlist_page_is_blind (self))
    return;
  gtk_stack_set_visible_child_name (GTK_STACK (self->panes), "unit");
  ks_side_box_set_show_pane (KS_SIDE_BOX (self->side_box), TRUE);
  ks_place_button_open (KS_PLACE_BUTTON (self->find));
}

static void
ks_shortlist_page_show_detail (KsPage *page, const char *detail)
{
  KsShortlistPage *self = KS_SHORTLIST_PAGE (page);

  if (ks_shortlist_page_get_list (self) != NULL && !ks_shortlist_page_is_blind (self))
    ks_shortlist_page_show_unit (self, detail);
}

static void
show_answers_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_shell_show_page (ks_shell_from_widget (widget), "answers", NULL);
}

static char *
dup_state (KsShortlistPage *self)
{
  if (self->n_people > 0)
    return g_strdup_printf ("%u + %u", self->n_collectives, self->n_people);
  if (self->n_collectives > 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u chosen", "%u chosen", self->n_collectives),
        self->n_collectives);
  return g_strdup (_ ("none yet"));
}

static void
ks_shortlist_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((KsShortlistPageProperty)id)
    {
    case PROP_STATE:
      g_value_take_string (value, dup_state (KS_SHORTLIST_PAGE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_shortlist_page_dispose (GObject *object)
{
  KsShortlistPage *self = KS_SHORTLIST_PAGE (object);

  g_clear_pointer (&self->lazy_load, ks_lazy_load_free);
  stop_everything (self);
  g_clear_pointer (&self->reading, ks_latest_job_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), KS_TYPE_SHORTLIST_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->slice);
  g_clear_object (&self->ranking);
  g_clear_object (&self->registry);
  g_clear_object (&self->campaign);
  G_OBJECT_CLASS (ks_shortlist_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (KS_TYPE_CANDIDATE_PANE);
  g_type_ensure (KS_TYPE_CHOICE_FOOT);
  g_type_ensure (KS_TYPE_HEADER_BUTTON);
  g_type_ensure (KS_TYPE_SCALE_PANE);
  g_type_ensure (KS_TYPE_SCOPE_BUTTON);
  g_type_ensure (KS_TYPE_SIDE_BOX);
  g_type_ensure (KS_TYPE_STABILITY_CARD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/vn/danvan/KhaoSat/ui/shortlist/ks-shortlist-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KsShortlistPage, find);
  gtk_widget_class_bind_template_child (widget_class, KsShortlistPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KsShortlistPage, side_box);
  gtk_widget_class_bind_template_child (widget_class, KsShortlistPage, panes);
  gtk_widget_class_bind_template_child (widget_class, KsShortlistPage, scale);
  gtk_widget_class_bind_template_child (widget_class, KsShortlistPage, unit);
  gtk_widget_class_bind_template_child (widget_class, KsShortlistPage, stability);
  gtk_widget_class_bind_template_child (widget_class, KsShortlistPage, titles_place);
  gtk_widget_class_bind_template_child (widget_class, KsShortlistPage, list);
  gtk_widget_class_bind_template_child (widget_class, KsShortlistPage, foot);
  gtk_widget_class_bind_template_callback (widget_class, ks_shortlist_page_show_stability);
  gtk_widget_class_bind_template_callback (widget_class, ks_shortlist_page_scale_changed);
}

static void
ks_shortlist_page_class_init (KsShortlistPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ks_shortlist_page_get_property;
  object_class->dispose = ks_shortlist_page_dispose;
  g_object_class_override_property (object_class, PROP_STATE, "state");
  bind_template (widget_class);
  ks_shortlist_page_install_list (widget_class);
  ks_shortlist_page_install_scale (widget_class);
  ks_shortlist_page_install_choice (widget_class);
  gtk_widget_class_install_action (widget_class, "page.show-answers", NULL, show_answers_cb);
}

static void
ks_shortlist_page_init (KsShortlistPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->titles = ks_candidate_titles_new ();
  gtk_widget_set_hexpand (self->titles, TRUE);
  gtk_box_append (GTK_BOX (self->titles_place), self->titles);
  ks_scope_button_set_words (KS_SCOPE_BUTTON (self->find), _ ("Find a unit"), _ ("Find a unit"));
  ks_place_button_offer (KS_PLACE_BUTTON (self->find), KS_PLACE_DISTRICT, FALSE);
  ks_shortlist_page_set_up_list (self);
  self->reading = ks_latest_job_new (self, read_cb);
  self->lazy_load = ks_lazy_load_new (GTK_WIDGET (self), load, load_state);
  ks_shortlist_page_update_actions (self);
}

static void
page_interface_init (KsPageInterface *iface)
{
  iface->set_campaign = ks_shortlist_page_set_campaign;
  iface->refresh = ks_shortlist_page_refresh;
  iface->show_detail = ks_shortlist_page_show_detail;
  iface->finish_typing = ks_shortlist_page_finish_typing;
  iface->start_search = ks_shortlist_page_start_search;
}

/**
 * ks_shortlist_page_new:
 *
 * Returns: (transfer floating): the page of the commendation
 */
GtkWidget *
ks_shortlist_page_new (void)
{
  return g_object_new (KS_TYPE_SHORTLIST_PAGE, NULL);
}
