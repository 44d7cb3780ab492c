/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-shell.h"

G_DEFINE_INTERFACE (KsShell, ks_shell, GTK_TYPE_WIDGET)

static void
ks_shell_default_init (KsShellInterface *iface)
{
}

/**
 * ks_shell_from_widget:
 * @widget: a widget inside a window
 *
 * Returns: (transfer none): the shell around @widget
 */
KsShell *
ks_shell_from_widget (GtkWidget *widget)
{
  return KS_SHELL (gtk_widget_get_ancestor (widget, KS_TYPE_SHELL));
}

/**
 * ks_shell_get_campaign:
 * @self: a shell
 *
 * Returns: (transfer none) (nullable): the open campaign
 */
KsCampaign *
ks_shell_get_campaign (KsShell *self)
{
  return KS_SHELL_GET_IFACE (self)->get_campaign (self);
}

/**
 * ks_shell_show_outcome:
 * @self: a shell
 * @outcome: (transfer full): what a verb did
 *
 * Shows a toast with the outcome's sentence and, where it can be undone, a button for that.
 */
void
ks_shell_show_outcome (KsShell *self, KsOutcome *outcome)
{
  KS_SHELL_GET_IFACE (self)->show_outcome (self, outcome);
}

/**
 * ks_shell_keep_outcome:
 * @self: a shell
 * @outcome: (transfer full): what a verb did
 *
 * Lets it be undone by Ctrl+Z, without a toast: the page itself says what was done.
 */
void
ks_shell_keep_outcome (KsShell *self, KsOutcome *outcome)
{
  KsShellInterface *iface = KS_SHELL_GET_IFACE (self);

  (iface->keep_outcome != NULL ? iface->keep_outcome : iface->show_outcome) (self, outcome);
}

/**
 * ks_shell_show_message:
 * @self: a shell
 * @message: a short sentence
 *
 * Shows a toast.
 */
void
ks_shell_show_message (KsShell *self, const char *message)
{
  KS_SHELL_GET_IFACE (self)->show_message (self, message);
}

/**
 * ks_shell_show_written:
 * @self: a shell
 * @message: a short sentence: what was written
 * @folder: where
 *
 * Shows a toast with a button that opens the folder.
 */
void
ks_shell_show_written (KsShell *self, const char *message, GFile *folder)
{
  KsShellInterface *iface = KS_SHELL_GET_IFACE (self);

  if (iface->show_written != NULL)
    iface->show_written (self, message, folder);
  else
    iface->show_message (self, message);
}

/**
 * ks_shell_show_error:
 * @self: a shell
 * @error: what went wrong
 *
 * Says what went wrong; a job that was stopped is no error and says nothing.
 */
void
ks_shell_show_error (KsShell *self, const GError *error)
{
  KS_SHELL_GET_IFACE (self)->show_error (self, error);
}

/**
 * ks_shell_run_job:
 * @self: a shell
 * @job: the work's title, progress and end
 * @func: runs in a thread
 * @data: (transfer full): for @func
 * @destroy: (nullable): frees @data
 * @done: (nullable): called in the main thread when the work has ended, however it ended
 * @user_data: for @done
 *
 * Runs long work with its progress in the window.
 */
void
ks_shell_run_job (KsShell *self, KsJob *job, KsJobFunc func, gpointer data, GDestroyNotify destroy,
                  KsShellDoneFunc done, gpointer user_data)
{
  KS_SHELL_GET_IFACE (self)->run_job (self, job, func, data, destroy, done, user_data);
}

/**
 * ks_shell_show_page:
 * @self: a shell
 * @page: id of a page: overview, units, codes, answers, results, shortlist
 * @detail: (nullable): what to open on it
 *
 * Goes to another page of the work.
 */
void
ks_shell_show_page (KsShell *self, const char *page, const char *detail)
{
  KS_SHELL_GET_IFACE (self)->show_page (self, page, detail);
}

/**
 * ks_shell_import_files:
 * @self: a shell
 * @files: (element-type GFile): what was dropped or chosen
 *
 * Looks at what the files are and opens the import they belong to.
 */
void
ks_shell_import_files (KsShell *self, GListModel *files)
{
  KS_SHELL_GET_IFACE (self)->import_files (self, files);
}

/**
 * ks_shell_with_officer:
 * @self: a shell
 * @func: a verb that writes
 * @data: for @func
 * @destroy: (nullable): frees @data, whether @func was called or not
 *
 * Calls @func once the full name of the officer is known. It is asked the first time somebody
 * changes a real campaign at this desk, and never of the sample.
 */
void
ks_shell_with_officer (KsShell *self, KsShellFunc func, gpointer data, GDestroyNotify destroy)
{
  KsShellInterface *iface = KS_SHELL_GET_IFACE (self);

  if (iface->with_officer != NULL)
    {
      iface->with_officer (self, func, data, destroy);
      return;
    }
  func (data);
  if (destroy != NULL)
    destroy (data);
}
