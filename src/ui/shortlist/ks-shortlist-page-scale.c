/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-shortlist-page-private.h"

#include "ks-check-criteria.h"
#include "ks-confirm.h"
#include "ks-entry-dialog.h"
#include "ks-i18n.h"
#include "ks-marks-window.h"
#include "ks-scale-pane.h"
#include "ks-set-criteria.h"
#include "ks-text.h"
#include "ks-verb-task.h"

/* A scale that is left alone for so long is kept. */
#define SAVE_WAIT_MS 900

/* What a scale becomes. */
typedef struct
{
  KsCriteria *criteria;
  gboolean lock;
} Change;

static void
free_change (gpointer data)
{
  Change *change = data;

  ks_criteria_free (change->criteria);
  g_free (change);
}

/* What is being locked is what stands there, kept or not. */
static gboolean
change_func (KsCampaign *campaign, gpointer data, KsOutcome **outcome, GError **error)
{
  const Change *change = data;
  gboolean ok = ks_set_criteria (campaign, change->criteria, change->lock ? NULL : outcome, error);

  return ok && (!change->lock || ks_lock_criteria (campaign, outcome, error));
}

/* Takes @criteria. */
static void
run_change (KsShortlistPage *self, KsCriteria *criteria, gboolean lock)
{
  Change *change = g_new0 (Change, 1);

  g_clear_handle_id (&self->save_wait, g_source_remove);
  *change = (Change){ criteria, lock };
  ks_verb_task_run (GTK_WIDGET (self), lock ? _ ("Locking the scale") : _ ("Keeping the scale"),
                    change_func, change, free_change);
}

static KsScalePane *
get_pane (KsShortlistPage *self)
{
  return KS_SCALE_PANE (self->scale);
}

/**
 * ks_shortlist_page_apply_draft:
 * @self: a page with a ranking
 *
 * Ranks by what is moved; nothing is kept.
 */
void
ks_shortlist_page_apply_draft (KsShortlistPage *self)
{
  if (ks_scale_pane_is_changed (get_pane (self)))
    ks_ranking_model_apply (self->ranking, ks_scale_pane_get_draft (get_pane (self)));
}

static gboolean
apply_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KsShortlistPage *self = KS_SHORTLIST_PAGE (widget);

  gboolean at_top = ks_shortlist_page_is_at_top (self);

  self->apply_tick = 0;
  if (ks_shortlist_page_get_list (self) == NULL)
    return G_SOURCE_REMOVE;
  ks_ranking_model_apply (self->ranking, ks_scale_pane_get_draft (get_pane (self)));
  if (at_top)
    ks_shortlist_page_go_to_top (self);
  ks_shortlist_page_measure (self);
  ks_shortlist_page_update_actions (self);
  return G_SOURCE_REMOVE;
}

/* While the scale is made nothing is told; after a lock, and of a warning, a toast is. */
static void
save (gpointer data)
{
  KsShortlistPage *self = data;
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;
  const KsCriteria *draft = ks_scale_pane_get_draft (get_pane (self));

  if (self->campaign == NULL || draft == NULL || shell == NULL
      || !ks_scale_pane_is_changed (get_pane (self))
      || !ks_scale_pane_is_complete (get_pane (self)))
    return;
  if (!ks_set_criteria (self->campaign, draft, &outcome, &error))
    {
      ks_shell_show_error (shell, error);
      return;
    }
  ks_scale_pane_take_kept (get_pane (self));
  if (outcome != NULL && draft->blind)
    ks_shell_keep_outcome (shell, outcome);
  else if (outcome != NULL)
    ks_shell_show_outcome (shell, outcome);
}

static void
save_scale (KsShortlistPage *self)
{
  g_clear_handle_id (&self->save_wait, g_source_remove);
  ks_shell_with_officer (ks_shell_from_widget (GTK_WIDGET (self)), save, g_object_ref (self),
                         g_object_unref);
}

static gboolean
save_wait_cb (gpointer data)
{
  KsShortlistPage *self = data;

  self->save_wait = 0;
  save_scale (self);
  return G_SOURCE_REMOVE;
}

/**
 * ks_shortlist_page_keep_scale:
 * @self: a page
 *
 * Keeps a scale that was moved, at once.
 *
 * Returns: %FALSE if it cannot be kept: its points do not add up to 100
 */
gboolean
ks_shortlist_page_keep_scale (KsShortlistPage *self)
{
  if (self->campaign == NULL || !ks_scale_pane_is_changed (get_pane (self)))
    return TRUE;
  if (!ks_scale_pane_is_complete (get_pane (self)))
    return FALSE;
  save_scale (self);
  return TRUE;
}

/**
 * ks_shortlist_page_scale_changed:
 * @self: a page
 *
 * Ranks anew in the next frame, however often a slider tells of itself until then, and keeps the
 * scale once it is left alone.
 */
void
ks_shortlist_page_scale_changed (KsShortlistPage *self)
{
  if (self->apply_tick == 0)
    self->apply_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), apply_cb, NULL, NULL);
  g_clear_handle_id (&self->save_wait, g_source_remove);
  if (ks_scale_pane_is_complete (get_pane (self)))
    self->save_wait = g_timeout_add (SAVE_WAIT_MS, save_wait_cb, self);
}

static void
balance_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_scale_pane_balance (get_pane (KS_SHORTLIST_PAGE (widget)));
}

static void
lock (gpointer data)
{
  KsShortlistPage *self = data;

  if (self->campaign != NULL && ks_scale_pane_is_complete (get_pane (self)))
    run_change (self, ks_criteria_copy (ks_scale_pane_get_draft (get_pane (self))), TRUE);
}

static void
lock_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsShortlistPage *self = KS_SHORTLIST_PAGE (widget);
  const KsCriteria *draft = ks_scale_pane_get_draft (get_pane (self));
  g_autofree char *body = g_strdup_printf (
      draft->blind ? _ (
          "Names of units are shown from then on. This cannot be taken back: a later change of "
          "the scale is told in lists and papers. Its check code begins with %.16s.")
                   : _ ("The scale as it stands now is locked with a check code of its own, %.16s; "
                        "the earlier "
                        "lock stays in the log."),
      draft->hash);
  const KsConfirm question = { .heading = _ ("Lock the Scale?"),
                               .body = body,
                               .verb = _ ("_Lock the Scale"),
                               .destructive = TRUE };

  ks_confirm_ask (widget, &question, lock, g_object_ref (self), g_object_unref);
}

static void
open_scale (gpointer data)
{
  KsShortlistPage *self = data;

  if (self->campaign == NULL)
    return;
  ks_scale_pane_open (get_pane (self));
  ks_shortlist_page_update_actions (self);
}

static void
change_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const KsConfirm question = {
    .heading = _ ("Change a Locked Scale?"),
    .body
    = _ ("Everybody who made it could see the names since. The log keeps the change, and lists "
         "and papers say that the scale was changed after it was locked."),
    .verb = _ ("_Change the Scale"),
  };

  ks_confirm_ask (widget, &question, open_scale, g_object_ref (widget), g_object_unref);
}

/* A criterion that gets a name: a new one, or one of the office's own. */
typedef struct
{
  KsShortlistPage *page;
  char *id; /* NULL: a new one */
} Naming;

static void
free_naming (gpointer data)
{
  Naming *naming = data;

  g_object_unref (naming->page);
  g_free (naming->id);
  g_free (naming);
}

/* (nullable): the scale with the name that is typed; NULL: it went meanwhile. */
static KsCriteria *
dup_named (const Naming *naming, const char *typed)
{
  const KsCriteria *draft = ks_scale_pane_get_draft (get_pane (naming->page));
  g_autoptr (KsCriteria) criteria = draft != NULL ? ks_criteria_copy (draft) : NULL;
  g_autofree char *name = ks_text_clean (typed);
  KsCriterion *criterion = NULL;

  if (criteria != NULL)
    criterion = naming->id != NULL ? ks_criteria_lookup (criteria, naming->id)
                                   : ks_criteria_add_own (criteria, name);
  if (criterion == NULL)
    return NULL;
  g_free (criterion->name);
  criterion->name = g_steal_pointer (&name);
  ks_criteria_seal (criteria);
  return g_steal_pointer (&criteria);
}

/* What the scale would be refused for is said while it is typed. */
static char *
check_name (const char *const *texts, gpointer data)
{
  g_autofree char *name = ks_text_clean (texts[0]);
  g_autoptr (KsCriteria) criteria = dup_named (data, name);
  g_autoptr (GError) error = NULL;

  if (*name == '\0')
    return g_strdup (_ ("Write what the criterion is called."));
  if (criteria != NULL)
    ks_check_criteria (criteria, &error);
  return error != NULL ? g_strdup (error->message) : NULL;
}

static void
take_name (const char *const *texts, gpointer data)
{
  Naming *naming = data;
  KsCriteria *criteria = dup_named (naming, texts[0]);

  if (criteria != NULL)
    run_change (naming->page, criteria, FALSE);
}

static void
ask_name (KsShortlistPage *self, const char *id)
{
  const KsCriterion *criterion
      = id != NULL ? ks_criteria_lookup (ks_scale_pane_get_draft (get_pane (self)), id) : NULL;
  KsEntryQuestion question = {
    .heading = id != NULL ? _ ("Rename the Criterion") : _ ("A Criterion of Our Own"),
    .body = id != NULL ? NULL
                       : _ ("The office gives each unit a mark from 0 to 10 by it, typed or from a "
                            "table. Then give it points of the 100."),
    .verb = id != NULL ? _ ("_Rename") : _ ("_Add"),
    .n_entries = 1,
    .entries = { { _ ("Name of the criterion"), criterion != NULL ? criterion->name : NULL } },
  };
  Naming *naming = g_new0 (Naming, 1);

  naming->page = g_object_ref (self);
  naming->id = g_strdup (id);
  ks_entry_dialog_ask (GTK_WIDGET (self), &question, check_name, take_name, naming, free_naming);
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask_name (KS_SHORTLIST_PAGE (widget), NULL);
}

static void
rename_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask_name (KS_SHORTLIST_PAGE (widget), g_variant_get_string (parameter, NULL));
}

/* What it had goes to the others, as they stand to each other. */
static void
share_out (KsCriteria *criteria)
{
  double sum = ks_criteria_get_sum (criteria);
  const KsCriterion *most = criteria->criteria->pdata[0];

  for (guint i = 0; i < criteria->criteria->len; i++)
    {
      KsCriterion *criterion = criteria->criteria->pdata[i];

      if (sum > 0)
        criterion->points *= KS_FULL_POINTS / sum;
      if (criterion->points > most->points)
        most = criterion;
    }
  ks_criteria_balance (criteria, most->id, most->points);
}

static void
remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsShortlistPage *self = KS_SHORTLIST_PAGE (widget);
  g_autoptr (KsCriteria) criteria = ks_criteria_copy (ks_scale_pane_get_draft (get_pane (self)));

  if (!ks_criteria_remove_own (criteria, g_variant_get_string (parameter, NULL)))
    return;
  share_out (criteria);
  run_change (self, g_steal_pointer (&criteria), FALSE);
}

static void
edit_marks_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsShortlistPage *self = KS_SHORTLIST_PAGE (widget);
  const KsCriterion *criterion = ks_criteria_lookup (ks_scale_pane_get_draft (get_pane (self)),
                                                     g_variant_get_string (parameter, NULL));
  g_autoptr (GError) error = NULL;
  GtkWidget *window
      = criterion != NULL ? ks_marks_window_new (widget, self->campaign, criterion, &error) : NULL;

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else if (error != NULL)
    ks_shell_show_error (ks_shell_from_widget (widget), error);
}

/**
 * ks_shortlist_page_install_scale:
 * @klass: the class of the page
 *
 * Installs what can be done with the scale.
 */
void
ks_shortlist_page_install_scale (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "page.balance-scale", NULL, balance_cb);
  gtk_widget_class_install_action (klass, "page.lock-scale", NULL, lock_cb);
  gtk_widget_class_install_action (klass, "page.change-scale", NULL, change_cb);
  gtk_widget_class_install_action (klass, "page.add-criterion", NULL, add_cb);
  gtk_widget_class_install_action (klass, "page.rename-criterion", "s", rename_cb);
  gtk_widget_class_install_action (klass, "page.remove-criterion", "s", remove_cb);
  gtk_widget_class_install_action (klass, "page.edit-marks", "s", edit_marks_cb);
}
