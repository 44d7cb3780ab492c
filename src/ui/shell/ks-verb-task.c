/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-verb-task.h"

typedef struct
{
  KsShell *shell; /* outlives the task: it runs it */
  KsCampaign *campaign;
  char *title;
  KsVerbFunc verb;
  gpointer data;
  GDestroyNotify destroy;
  KsOutcome *outcome;
} Task;

static void
clear_task (gpointer data)
{
  Task *task = data;

  if (task->destroy != NULL)
    task->destroy (task->data);
  g_clear_object (&task->campaign);
  g_clear_pointer (&task->outcome, ks_outcome_free);
  g_free (task->title);
}

static void
unref_task (gpointer task)
{
  g_atomic_rc_box_release_full (task, clear_task);
}

static gboolean
verb_func (KsJob *job, gpointer data, GError **error)
{
  Task *task = data;

  return task->verb (task->campaign, task->data, &task->outcome, error);
}

static void
done_cb (gpointer data, gboolean ok, const GError *error)
{
  Task *task = data;

  if (ok && task->outcome != NULL)
    ks_shell_show_outcome (task->shell, g_steal_pointer (&task->outcome));
  unref_task (task);
}

static void
run (gpointer data)
{
  Task *task = data;
  g_autoptr (KsJob) job = ks_job_new (task->title);

  ks_shell_run_job (task->shell, job, verb_func, g_atomic_rc_box_acquire (task), unref_task,
                    done_cb, g_atomic_rc_box_acquire (task));
}

/**
 * ks_verb_task_run:
 * @widget: a widget of the window
 * @title: what is being done
 * @verb: does it, in a thread
 * @data: (transfer full): for @verb
 * @destroy: (nullable): frees @data
 *
 * Runs a verb as soon as the log knows who acts, and shows what it did.
 */
void
ks_verb_task_run (
    GtkWidget *widget, const char *title, KsVerbFunc verb, gpointer data, GDestroyNotify destroy)
{
  KsShell *shell = ks_shell_from_widget (widget);
  KsCampaign *campaign = shell != NULL ? ks_shell_get_campaign (shell) : NULL;
  Task *task;

  if (campaign == NULL)
    {
      if (destroy != NULL)
        destroy (data);
      return;
    }
  task = g_atomic_rc_box_new0 (Task);
  task->shell = shell;
  task->campaign = g_object_ref (campaign);
  task->title = g_strdup (title);
  task->verb = verb;
  task->data = data;
  task->destroy = destroy;
  ks_shell_with_officer (shell, run, task, unref_task);
}
