/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-answers-page-private.h"

#include <string.h>

#include "ks-decide-dialog.h"
#include "ks-i18n.h"
#include "ks-row-item.h"
#include "ks-shell.h"
#include "ks-withdraw-batch.h"

/* More sheets than these are decided by their findings, not one by one. */
#define MOST_CHOSEN 1000

static GtkSelectionModel *
get_selection (KsAnswersPage *self)
{
  return gtk_column_view_get_model (GTK_COLUMN_VIEW (self->table));
}

/* Shows what can be decided of the rows that are selected. */
void
ks_answers_page_selection_changed (KsAnswersPage *self)
{
  GtkSelectionModel *selection = get_selection (self);
  g_autoptr (GtkBitset) chosen
      = selection != NULL ? gtk_selection_model_get_selection (selection) : gtk_bitset_new_empty ();
  guint n = (guint)gtk_bitset_get_size (chosen);

  ks_decide_bar_set_chosen (self->decide_bar, n);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->bar), n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "answers.count", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "answers.exclude", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "answers.move", n > 0);
}

static void
add_row (KsAnswersPage *self, guint position, GArray *rows)
{
  g_autoptr (KsRowItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  const KsResponseRow *row = item != NULL ? ks_row_item_get_row (item) : NULL;

  if (row != NULL)
    g_array_append_val (rows, row->id);
}

static void
decide (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsAnswersPage *self = KS_ANSWERS_PAGE (widget);
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (get_selection (self));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  KsDecideQuestion question = { .rows = rows };
  GtkBitsetIter iter;
  guint position;

  if (gtk_bitset_get_size (chosen) > MOST_CHOSEN)
    {
      ks_shell_show_message (ks_shell_from_widget (widget),
                             _ ("Choose at most 1,000 sheets at once."));
      return;
    }
  for (gboolean more = gtk_bitset_iter_init_first (&iter, chosen, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    add_row (self, position, rows);
  ks_decision_from_id (strchr (name, '.') + 1, &question.decision);
  question.n_sheets = rows->len;
  if (rows->len > 0)
    ks_decide_dialog_ask (widget, &question);
}

/* An import that goes or comes back; shared with the thread. */
typedef struct
{
  KsShell *shell; /* for the main thread alone */
  KsCampaign *campaign;
  gint64 batch;
  gboolean restore;
  KsOutcome *outcome;
} Task;

static void
clear_task (gpointer data)
{
  Task *task = data;

  g_object_unref (task->campaign);
  g_clear_pointer (&task->outcome, ks_outcome_free);
}

static void
unref_task (gpointer task)
{
  g_atomic_rc_box_release_full (task, clear_task);
}

static gboolean
move_batch_func (KsJob *job, gpointer data, GError **error)
{
  Task *task = data;

  return task->restore ? ks_restore_batch (task->campaign, task->batch, &task->outcome, error)
                       : ks_withdraw_batch (task->campaign, task->batch, &task->outcome, error);
}

static void
moved_cb (gpointer data, gboolean ok, const GError *error)
{
  Task *task = data;

  if (ok)
    ks_shell_show_outcome (task->shell, g_steal_pointer (&task->outcome));
  unref_task (task);
}

static void
run (gpointer data)
{
  Task *task = data;
  g_autoptr (KsJob) job
      = ks_job_new (task->restore ? _ ("Restoring an import") : _ ("Withdrawing an import"));

  ks_shell_run_job (task->shell, job, move_batch_func, g_atomic_rc_box_acquire (task), unref_task,
                    moved_cb, g_atomic_rc_box_acquire (task));
}

static void
move_batch (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsAnswersPage *self = KS_ANSWERS_PAGE (widget);
  KsShell *shell = ks_shell_from_widget (widget);
  Task *task;

  if (shell == NULL || self->campaign == NULL)
    return;
  task = g_atomic_rc_box_new0 (Task);
  task->shell = shell;
  task->campaign = g_object_ref (self->campaign);
  task->batch = g_variant_get_int64 (parameter);
  task->restore = g_str_equal (name, "answers.restore");
  ks_shell_with_officer (shell, run, task, unref_task);
}

static gboolean
step_cb (GtkWidget *widget, GVariant *step, gpointer data)
{
  KsAnswersPage *self = KS_ANSWERS_PAGE (widget);

  if (!ks_finding_kinds_is_shown (ks_answers_pane_get_kinds (self->pane)))
    return FALSE;
  ks_findings_view_step (self->findings, g_variant_get_int32 (step));
  return TRUE;
}

/* Of the findings that are chosen, or of the rows where those are shown. */
static gboolean
decide_cb (GtkWidget *widget, GVariant *decision, gpointer data)
{
  KsAnswersPage *self = KS_ANSWERS_PAGE (widget);
  g_autofree char *action = NULL;

  if (ks_finding_kinds_is_shown (ks_answers_pane_get_kinds (self->pane)))
    {
      ks_findings_view_decide (self->findings, (KsDecision)g_variant_get_int32 (decision));
      return TRUE;
    }
  action = g_strdup_printf ("answers.%s",
                            ks_decision_to_id ((KsDecision)g_variant_get_int32 (decision)));
  return gtk_widget_activate_action (widget, action, NULL);
}

/* Keys for going through the findings. Lines that are typed into keep them for themselves. */
static void
install_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_j, 0, step_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_k, 0, step_cb, "i", -1);
  for (int i = 0; i < 3; i++)
    {
      gtk_widget_class_add_binding (widget_class, GDK_KEY_1 + (guint)i, 0, decide_cb, "i",
                                    KS_DECISION_COUNT + i);
      gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_1 + (guint)i, 0, decide_cb, "i",
                                    KS_DECISION_COUNT + i);
    }
}

/* What can be done with the rows that are selected, and with imports. */
void
ks_answers_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "answers.count", NULL, decide);
  gtk_widget_class_install_action (widget_class, "answers.exclude", NULL, decide);
  gtk_widget_class_install_action (widget_class, "answers.move", NULL, decide);
  gtk_widget_class_install_action (widget_class, "answers.withdraw", "x", move_batch);
  gtk_widget_class_install_action (widget_class, "answers.restore", "x", move_batch);
  install_keys (widget_class);
}
