/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-codes-page-private.h"

#include "ks-sheet-settings.h"

/*
 * ks_codes_page_create_task:
 * @self: the page
 * @path: (nullable): what is written
 *
 * Returns: (transfer full): work on the sheets that the settings ask for
 */
KsSheetTask *
ks_codes_page_create_task (KsCodesPage *self, const char *path)
{
  KsSheetTask *task = g_atomic_rc_box_new0 (KsSheetTask);

  task->campaign = g_object_ref (self->campaign);
  task->path = g_strdup (path);
  ks_sheet_settings_fill_choice (KS_SHEET_SETTINGS (self->settings), &task->choice);
  return task;
}

static void
clear_task (gpointer data)
{
  KsSheetTask *task = data;

  g_object_unref (task->campaign);
  g_clear_pointer (&task->choice.units, g_ptr_array_unref);
  g_free (task->path);
  g_strfreev (task->districts);
  g_free (task->warning);
  ks_proof_free (task->proof);
  g_clear_object (&task->pages);
  g_clear_pointer (&task->printed, g_hash_table_unref);
  g_clear_pointer (&task->outcome, ks_outcome_free);
  g_free (task->table);
}

static void
unref_task (gpointer data)
{
  g_atomic_rc_box_release_full (data, clear_task);
}

/*
 * ks_codes_page_run_task:
 * @self: the page
 * @title: what is done
 * @func: runs in a thread, with the task
 * @task: (transfer full): the work
 * @done: gets a KsSheetDone, to be freed
 *
 * Works off the main thread, with its progress in the window.
 */
void
ks_codes_page_run_task (KsCodesPage *self, const char *title, KsJobFunc func, KsSheetTask *task,
                        KsShellDoneFunc done)
{
  g_autoptr (KsJob) job = ks_job_new (title);
  KsSheetDone *data = g_new0 (KsSheetDone, 1);

  *data = (KsSheetDone){ g_object_ref (self), g_atomic_rc_box_acquire (task),
                         self->pages != NULL ? ks_pages_get_n_pages (self->pages) : 0 };
  ks_shell_run_job (ks_shell_from_widget (GTK_WIDGET (self)), job, func, task, unref_task, done,
                    data);
}

/*
 * ks_codes_page_free_done:
 * @done: (transfer full): what a task's end was told
 */
void
ks_codes_page_free_done (KsSheetDone *done)
{
  g_object_unref (done->page);
  unref_task (done->task);
  g_free (done);
}

/*
 * ks_codes_page_tell:
 * @self: the page
 * @message: (transfer full): for a toast
 */
void
ks_codes_page_tell (KsCodesPage *self, char *message)
{
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (self));

  if (shell != NULL)
    ks_shell_show_message (shell, message);
  g_free (message);
}

/*
 * ks_codes_page_with_officer:
 * @widget: the page
 * @func: a verb, called with the page
 *
 * What the log keeps has a name beside it.
 */
void
ks_codes_page_with_officer (GtkWidget *widget, KsShellFunc func)
{
  ks_shell_with_officer (ks_shell_from_widget (widget), func, g_object_ref (widget),
                         g_object_unref);
}
