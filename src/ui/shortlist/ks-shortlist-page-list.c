/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-shortlist-page-private.h"

#include "ks-candidate-pane.h"
#include "ks-candidate-row.h"
#include "ks-growing-list.h"
#include "ks-scope-button.h"
#include "ks-side-box.h"
#include "ks-stability-card.h"

#define MIN_TOP 3
#define MAX_TOP 5

/**
 * ks_shortlist_page_find_top:
 * @list: a ranking
 *
 * Returns: how many of the first are looked at: as many as there are units on the list of
 * proposals, else as are suggested
 */
guint
ks_shortlist_page_find_top (const KsShortlist *list)
{
  guint n_chosen = ks_nominees_count (list->nominees, KS_NOMINEE_UNIT);

  return CLAMP (n_chosen > 0 ? n_chosen : list->cut, MIN_TOP, MAX_TOP);
}

static void
show_unit_stability (KsShortlistPage *self)
{
  const KsShortlist *measured;
  const KsStability *stability
      = ks_stability_card_get (KS_STABILITY_CARD (self->stability), &measured);
  const char *code = ks_candidate_pane_get_code (KS_CANDIDATE_PANE (self->unit));
  g_autofree char *sentence = NULL;

  for (guint i = 0; stability != NULL && code != NULL && i < measured->candidates->len; i++)
    {
      const KsCandidate *candidate = measured->candidates->pdata[i];

      if (candidate->eligible && g_str_equal (ks_unit_get_code (candidate->unit), code))
        sentence = ks_stability_dup_unit_sentence (
            stability, measured, i, ks_shortlist_page_find_top (ks_shortlist_page_get_list (self)));
    }
  ks_candidate_pane_set_stability (KS_CANDIDATE_PANE (self->unit), sentence);
}

/**
 * ks_shortlist_page_show_stability:
 * @self: a page
 *
 * Lets lines and the unit tell how firmly they stand, where that is known of the list as it is now.
 */
void
ks_shortlist_page_show_stability (KsShortlistPage *self)
{
  const KsShortlist *list = ks_shortlist_page_get_list (self);
  const KsShortlist *measured;
  const KsStability *stability
      = ks_stability_card_get (KS_STABILITY_CARD (self->stability), &measured);

  if (list == NULL)
    return;
  ks_ranking_model_set_stability (self->ranking, measured, stability,
                                  ks_shortlist_page_find_top (list));
  show_unit_stability (self);
}

static KsCandidateItem *
get_selected (KsShortlistPage *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
show_selected_cb (KsShortlistPage *self)
{
  KsCandidateItem *item = get_selected (self);

  if (item == NULL || ks_candidate_item_get_candidate (item) == NULL)
    return;
  ks_candidate_pane_show (KS_CANDIDATE_PANE (self->unit), item);
  show_unit_stability (self);
  if (!ks_side_box_get_folded (KS_SIDE_BOX (self->side_box)))
    gtk_stack_set_visible_child_name (GTK_STACK (self->panes), "unit");
}

/* A line is opened: beside a wide list the unit shows at once, in a narrow window it takes its
 * place. */
static void
activate_cb (KsShortlistPage *self, guint position)
{
  g_autoptr (KsCandidateItem) item = g_list_model_get_item (G_LIST_MODEL (self->ranking), position);

  if (item == NULL)
    return;
  if (ks_candidate_item_get_candidate (item) == NULL)
    {
      ks_ranking_model_toggle_rest (self->ranking);
      return;
    }
  ks_candidate_pane_show (KS_CANDIDATE_PANE (self->unit), item);
  show_unit_stability (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->panes), "unit");
  ks_side_box_set_show_pane (KS_SIDE_BOX (self->side_box), TRUE);
}

/**
 * ks_shortlist_page_is_at_top:
 * @self: a page
 *
 * Returns: whether the first line of the ranking is in sight
 */
gboolean
ks_shortlist_page_is_at_top (KsShortlistPage *self)
{
  return gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list)))
         < 1;
}

/**
 * ks_shortlist_page_go_to_top:
 * @self: a page with a ranking
 *
 * Brings the first line into sight: a list goes with the line that stood first, wherever that went.
 */
void
ks_shortlist_page_go_to_top (KsShortlistPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->slice)) > 0)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", 0);
}

/**
 * ks_shortlist_page_show_unit:
 * @self: a page with a ranking
 * @code: of a unit
 *
 * Selects the unit and brings it into sight.
 */
void
ks_shortlist_page_show_unit (KsShortlistPage *self, const char *code)
{
  guint position;

  if (ks_ranking_model_find (self->ranking, code, &position) == NULL)
    return;
  ks_growing_slice_reach (self->slice, position);
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
  show_selected_cb (self);
}

static void
found_cb (KsShortlistPage *self)
{
  KsScope scope;

  ks_scope_button_get_scope (KS_SCOPE_BUTTON (self->find), &scope);
  if (scope.kind != KS_SCOPE_UNIT)
    return;
  ks_shortlist_page_show_unit (self, scope.code);
  ks_scope_button_select (KS_SCOPE_BUTTON (self->find), "");
}

static void
toggle_rest_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_ranking_model_toggle_rest (KS_SHORTLIST_PAGE (widget)->ranking);
}

/* Space ticks the unit of the focused line. */
static gboolean
tick_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;
  KsCandidateItem *item = row != NULL && KS_IS_CANDIDATE_ROW (row)
                              ? ks_candidate_row_get_item (KS_CANDIDATE_ROW (row))
                              : NULL;

  if (item == NULL || ks_candidate_item_get_candidate (item) == NULL)
    return FALSE;
  gtk_widget_activate_action (widget, "page.toggle-choice", "s", ks_candidate_item_get_code (item));
  return TRUE;
}

static void
setup_row_cb (KsShortlistPage *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, ks_candidate_row_new (self->ranking));
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
set_up_model (KsShortlistPage *self)
{
  self->ranking = ks_ranking_model_new ();
  self->slice = ks_growing_slice_new (G_LIST_MODEL (self->ranking), GTK_SCROLLABLE (self->list));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->slice));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (show_selected_cb),
                           self, G_CONNECT_SWAPPED);
  ks_candidate_pane_set_model (KS_CANDIDATE_PANE (self->unit), self->ranking);
}

/**
 * ks_shortlist_page_set_up_list:
 * @self: a new page
 *
 * Gives it its ranking.
 */
void
ks_shortlist_page_set_up_list (KsShortlistPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  set_up_model (self);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row_cb), NULL);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (self->selection));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_space, 0),
                        gtk_callback_action_new (tick_cb, NULL, NULL)));
  gtk_widget_add_controller (self->list, keys);
}

/**
 * ks_shortlist_page_install_list:
 * @klass: the class of the page
 *
 * Installs what can be done with the ranking.
 */
void
ks_shortlist_page_install_list (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "page.toggle-rest", NULL, toggle_rest_cb);
  gtk_widget_class_bind_template_callback (klass, activate_cb);
  gtk_widget_class_bind_template_callback (klass, found_cb);
}
