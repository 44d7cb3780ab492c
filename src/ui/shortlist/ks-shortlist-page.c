/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-shortlist-page.h"

#include "ks-candidate-row.h"
#include "ks-choose.h"
#include "ks-choice-foot.h"
#include "ks-criteria-list.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-ranking-model.h"
#include "ks-shell.h"
#include "ks-side-box.h"

struct _KsShortlistPage
{
  GtkBox parent_instance;
  KsCampaign *campaign;
  KsRankingModel *ranking;
  guint n_saved;  /* units of the saved choice */
  gboolean stale; /* the campaign changed since the ranking was read */
  guint idle;     /* reads the ranking for the sidebar's state */

  GtkWidget *stack;
  GtkWidget *side_box;
  GtkWidget *criteria;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *titles;
  GtkWidget *list;
  GtkWidget *foot;
};

static void page_interface_init (KsPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KsShortlistPage,
                               ks_shortlist_page,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (KS_TYPE_PAGE, page_interface_init))

typedef enum
{
  PROP_STATE = 1,
} KsShortlistPageProperty;

static gboolean
is_blank (const KsShortlist *shortlist)
{
  for (guint i = 0; i < shortlist->candidates->len; i++)
    {
      const KsCandidate *candidate = g_ptr_array_index (shortlist->candidates, i);

      if (candidate->answers > 0 || candidate->reported != KS_MOMENT_NONE || candidate->n_posts > 0)
        return FALSE;
    }
  return TRUE;
}

static void
show_sentence (KsShortlistPage *self, const KsShortlist *shortlist)
{
  guint n_barred = ks_ranking_model_get_n_barred (self->ranking);
  g_autofree char *gap = ks_format_decimal (shortlist->gap, 2);
  g_autofree char *eligible = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u unit eligible", "%u units eligible", shortlist->n_eligible),
      shortlist->n_eligible);
  g_autofree char *barred = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u unit not eligible", "%u units not eligible", n_barred),
      n_barred);
  g_autofree char *title
      = shortlist->cut > 0 ? g_strdup_printf (
            _ ("The score falls most after the first %u units: by %s points"), shortlist->cut, gap)
                           : g_strdup (eligible);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", eligible, barred);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->subtitle), subtitle);
}

static guint
count_chosen (const KsShortlist *shortlist)
{
  guint n_chosen = 0;

  for (guint i = 0; i < shortlist->candidates->len; i++)
    n_chosen += ((const KsCandidate *)g_ptr_array_index (shortlist->candidates, i))->chosen;
  return n_chosen;
}

static void
show_lines (KsShortlistPage *self, const KsShortlist *shortlist)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  g_clear_object (&self->ranking);
  self->ranking = ks_ranking_model_new (shortlist);
  selection = GTK_SELECTION_MODEL (
      gtk_no_selection_new (g_object_ref (ks_ranking_model_get_lines (self->ranking))));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), selection);
}

/* A list that was not saved yet outlives new answers. */
static void
show_shortlist (KsShortlistPage *self, const KsShortlist *shortlist, gboolean choice_only)
{
  KsChoiceFoot *foot = KS_CHOICE_FOOT (self->foot);
  gboolean keep = !choice_only && ks_choice_foot_is_changed (foot);
  g_auto (GStrv) codes = NULL;
  g_auto (GStrv) reasons = NULL;

  ks_choice_foot_dup_choice (foot, &codes, &reasons);
  if (!choice_only || self->ranking == NULL
      || !ks_ranking_model_update_choice (self->ranking, shortlist))
    show_lines (self, shortlist);
  ks_choice_foot_set_candidates (foot, ks_ranking_model_get_eligible (self->ranking));
  if (keep)
    ks_choice_foot_restore (foot, (const char *const *)codes, (const char *const *)reasons);
  ks_criteria_list_set_criteria (KS_CRITERIA_LIST (self->criteria), shortlist->criteria->criteria);
  show_sentence (self, shortlist);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    is_blank (shortlist) ? "empty" : "list");
}

static void
load (KsShortlistPage *self, gboolean choice_only)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsShortlist) shortlist = NULL;
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (self));

  g_clear_handle_id (&self->idle, g_source_remove);
  self->stale = FALSE;
  shortlist = ks_shortlist_load (self->campaign, &error);
  if (shortlist == NULL)
    {
      if (shell != NULL)
        ks_shell_show_error (shell, error);
      return;
    }
  show_shortlist (self, shortlist, choice_only);
  self->n_saved = count_chosen (shortlist);
  g_object_notify (G_OBJECT (self), "state");
}

static gboolean
load_idle_cb (gpointer user_data)
{
  KsShortlistPage *self = KS_SHORTLIST_PAGE (user_data);

  self->idle = 0;
  load (self, FALSE);
  return G_SOURCE_REMOVE;
}

/* At once where somebody looks at it, else when there is nothing better to do. */
static void
load_soon (KsShortlistPage *self, gboolean choice_only)
{
  choice_only = choice_only && !self->stale;
  self->stale = TRUE;
  if (choice_only || gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self, choice_only);
  else if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, load_idle_cb, self, NULL);
}

static void
ks_shortlist_page_map (GtkWidget *widget)
{
  KsShortlistPage *self = KS_SHORTLIST_PAGE (widget);

  GTK_WIDGET_CLASS (ks_shortlist_page_parent_class)->map (widget);
  if (self->stale && self->campaign != NULL)
    load (self, FALSE);
}

static void
clear (KsShortlistPage *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  ks_choice_foot_set_candidates (KS_CHOICE_FOOT (self->foot), NULL);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
  g_clear_object (&self->ranking);
  self->n_saved = 0;
  self->stale = FALSE;
}

static void
ks_shortlist_page_set_campaign (KsPage *page, KsCampaign *campaign)
{
  KsShortlistPage *self = KS_SHORTLIST_PAGE (page);

  clear (self);
  g_set_object (&self->campaign, campaign);
  if (campaign != NULL)
    load_soon (self, FALSE);
  g_object_notify (G_OBJECT (self), "state");
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
    load_soon (self, change == KS_CHANGE_CHOICE);
}

static void
save_choice (gpointer data)
{
  KsShortlistPage *self = data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) codes = NULL;
  g_auto (GStrv) reasons = NULL;
  g_autoptr (GPtrArray) nominees = ks_nominees_new ();
  KsOutcome *outcome = NULL;
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (self));

  ks_choice_foot_dup_choice (KS_CHOICE_FOOT (self->foot), &codes, &reasons);
  for (guint i = 0; codes[i] != NULL; i++)
    g_ptr_array_add (nominees, ks_nominee_new_unit (codes[i], reasons[i]));
  if (!ks_choose (self->campaign, nominees, &outcome, &error))
    ks_shell_show_error (shell, error);
  else
    ks_shell_show_outcome (shell, outcome);
}

/* The log keeps the name of who chose. */
static void
save_choice_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_shell_with_officer (ks_shell_from_widget (widget), save_choice, g_object_ref (widget),
                         g_object_unref);
}

static void
take_grounds_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_choice_foot_take_grounds (KS_CHOICE_FOOT (KS_SHORTLIST_PAGE (widget)->foot));
}

static void
show_answers_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_shell_show_page (ks_shell_from_widget (widget), "answers", NULL);
}

static void
update_ready_cb (KsShortlistPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.save-choice",
                                 ks_choice_foot_is_ready (KS_CHOICE_FOOT (self->foot)));
}

static void
activate_cb (KsShortlistPage *self, guint position)
{
  g_autoptr (KsCandidateItem) item
      = g_list_model_get_item (ks_ranking_model_get_lines (self->ranking), position);

  ks_candidate_item_toggle_expanded (item);
}

/* Space ticks the unit of the focused line. */
static gboolean
tick_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;
  KsCandidateItem *item;

  if (row == NULL || !KS_IS_CANDIDATE_ROW (row))
    return FALSE;
  item = ks_candidate_row_get_item (KS_CANDIDATE_ROW (row));
  ks_candidate_item_set_chosen (item, !ks_candidate_item_get_chosen (item));
  return TRUE;
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, ks_candidate_row_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  ks_candidate_row_set_item (KS_CANDIDATE_ROW (gtk_list_item_get_child (list_item)),
                             gtk_list_item_get_item (list_item));
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  ks_candidate_row_set_item (KS_CANDIDATE_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
set_up_list (KsShortlistPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row_cb), NULL);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_space, 0),
                        gtk_callback_action_new (tick_cb, NULL, NULL)));
  gtk_widget_add_controller (self->list, keys);
}

static void
ks_shortlist_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KsShortlistPage *self = KS_SHORTLIST_PAGE (object);

  switch ((KsShortlistPageProperty)id)
    {
    case PROP_STATE:
      if (self->n_saved > 0)
        g_value_take_string (value, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u chosen",
                                                                  "%u chosen", self->n_saved),
                                                     self->n_saved));
      else
        g_value_set_string (value, _ ("none yet"));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_shortlist_page_dispose (GObject *object)
{
  KsShortlistPage *self = KS_SHORTLIST_PAGE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->ranking);
  g_clear_object (&self->campaign);
  G_OBJECT_CLASS (ks_shortlist_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/vn/danvan/KhaoSat/ui/shortlist/ks-shortlist-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KsShortlistPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KsShortlistPage, side_box);
  gtk_widget_class_bind_template_child (widget_class, KsShortlistPage, criteria);
  gtk_widget_class_bind_template_child (widget_class, KsShortlistPage, title);
  gtk_widget_class_bind_template_child (widget_class, KsShortlistPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, KsShortlistPage, titles);
  gtk_widget_class_bind_template_child (widget_class, KsShortlistPage, list);
  gtk_widget_class_bind_template_child (widget_class, KsShortlistPage, foot);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
ks_shortlist_page_class_init (KsShortlistPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ks_shortlist_page_get_property;
  object_class->dispose = ks_shortlist_page_dispose;
  widget_class->map = ks_shortlist_page_map;

  g_object_class_override_property (object_class, PROP_STATE, "state");
  g_type_ensure (KS_TYPE_CHOICE_FOOT);
  g_type_ensure (KS_TYPE_CRITERIA_LIST);
  g_type_ensure (KS_TYPE_SIDE_BOX);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "page.save-choice", NULL, save_choice_cb);
  gtk_widget_class_install_action (widget_class, "page.take-grounds", NULL, take_grounds_cb);
  gtk_widget_class_install_action (widget_class, "page.show-answers", NULL, show_answers_cb);
}

static void
ks_shortlist_page_init (KsShortlistPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->titles),
                                 ks_candidate_row_new_titles ());
  set_up_list (self);
  g_signal_connect_object (self->foot, "notify::ready", G_CALLBACK (update_ready_cb), self,
                           G_CONNECT_SWAPPED);
  update_ready_cb (self);
}

static void
page_interface_init (KsPageInterface *iface)
{
  iface->set_campaign = ks_shortlist_page_set_campaign;
  iface->refresh = ks_shortlist_page_refresh;
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
