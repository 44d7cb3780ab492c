/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-window-private.h"

/* What must be known when a job ends. */
typedef struct {
  KsWindow       *window;
  gboolean        quiet;
  KsShellDoneFunc done;
  gpointer        user_data;
} Ending;

static void
show_newest_job (KsWindow *self)
{
  guint n = self->jobs->len;

  ks_job_bar_set_job (self->job_bar, n > 0 ? g_ptr_array_index (self->jobs, n - 1) : NULL);
  ks_window_update_actions (self);
}

static void
job_ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Ending *ending = data;
  g_autoptr (KsWindow) self = ending->window;
  g_autoptr (GError) error = NULL;
  gboolean ok = ks_job_run_finish (KS_JOB (source), result, &error);

  g_ptr_array_remove (self->jobs, source);
  self->n_quiet -= ending->quiet;
  if (ending->done != NULL)
    ending->done (ending->user_data, ok, error);
  if (!ok && error != NULL && !ending->quiet && !self->closing)
    ks_shell_show_error (KS_SHELL (self), error);
  show_newest_job (self);
  ks_window_undo_early (self);
  if (self->closing && self->jobs->len == 0)
    gtk_window_close (GTK_WINDOW (self));
  g_free (ending);
}

/* Runs work in a thread and shows how far it is. What goes wrong with quiet work is for @done to
 * say. */
void
ks_window_run_job (KsWindow *self, KsJob *job, gboolean quiet, KsJobFunc func, gpointer data,
                   GDestroyNotify destroy, KsShellDoneFunc done, gpointer user_data)
{
  Ending *ending = g_new (Ending, 1);

  *ending = (Ending){ g_object_ref (self), quiet, done, user_data };
  g_ptr_array_add (self->jobs, g_object_ref (job));
  self->n_quiet += quiet;
  show_newest_job (self);
  ks_job_run_async (job, func, data, destroy, job_ended_cb, ending);
}

/* Asks all work to stop; it ends at its next report. */
void
ks_window_stop_jobs (KsWindow *self)
{
  for (guint i = 0; i < self->jobs->len; i++)
    ks_job_stop (g_ptr_array_index (self->jobs, i));
}
