/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-window-private.h"

#include "ks-i18n.h"
#include "ks-outcome.h"

/* A sentence this long still reads in a toast. */
#define TOAST_CHARS 90

static KsCampaign *
get_campaign (KsShell *shell)
{
  return KS_WINDOW (shell)->campaign;
}

static void
show_message (KsShell *shell, const char *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_timeout (toast, 5);
  adw_toast_overlay_add_toast (KS_WINDOW (shell)->toasts, toast);
}

/* The page of the past: Ctrl+Z and the button of the toast take the newest outcome back. */
static void
show_outcome (KsShell *shell, KsOutcome *outcome)
{
  KsWindow *self = KS_WINDOW (shell);
  AdwToast *toast = adw_toast_new (ks_outcome_get_message (outcome));

  adw_toast_set_timeout (toast, 8);
  if (ks_outcome_can_undo (outcome))
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
      g_ptr_array_add (self->undo, outcome);
      ks_window_update_actions (self);
    }
  else
    ks_outcome_free (outcome);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
show_error (KsShell *shell, const GError *error)
{
  KsWindow *self = KS_WINDOW (shell);
  GtkWidget *dialog;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (g_utf8_strlen (error->message, -1) <= TOAST_CHARS)
    {
      show_message (shell, error->message);
      return;
    }
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("This could not be done"),
                                   error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What must be known when a job ends. */
typedef struct {
  KsWindow       *window;
  KsShellDoneFunc done;
  gpointer        user_data;
} Ending;

static void
end_job (KsWindow *self, KsJob *job)
{
  self->n_jobs--;
  if (self->job == job)
    {
      g_clear_object (&self->job);
      ks_job_bar_set_job (self->job_bar, NULL);
    }
  ks_window_update_actions (self);
  if (self->closing && self->n_jobs == 0)
    gtk_window_close (GTK_WINDOW (self));
}

static void
job_ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Ending *ending = data;
  g_autoptr (KsWindow) self = ending->window;
  g_autoptr (GError) error = NULL;
  gboolean ok = ks_job_run_finish (KS_JOB (source), result, &error);

  if (ending->done != NULL)
    ending->done (ending->user_data, ok, error);
  if (!ok && error != NULL && !self->closing)
    show_error (KS_SHELL (self), error);
  end_job (self, KS_JOB (source));
  g_free (ending);
}

static void
run_job (KsShell *shell, KsJob *job, KsJobFunc func, gpointer data, GDestroyNotify destroy,
         KsShellDoneFunc done, gpointer user_data)
{
  KsWindow *self = KS_WINDOW (shell);
  Ending *ending = g_new0 (Ending, 1);

  ending->window = g_object_ref (self);
  ending->done = done;
  ending->user_data = user_data;
  self->n_jobs++;
  g_set_object (&self->job, job);
  ks_job_bar_set_job (self->job_bar, job);
  ks_window_update_actions (self);
  ks_job_run_async (job, func, data, destroy, job_ended_cb, ending);
}

static void
show_page (KsShell *shell, const char *page, const char *detail)
{
  ks_window_show_page (KS_WINDOW (shell), page, detail);
}

static void
import_files (KsShell *shell, GListModel *files)
{
  ks_window_import_files (KS_WINDOW (shell), files);
}

void
ks_window_init_shell (KsShellInterface *iface)
{
  iface->get_campaign = get_campaign;
  iface->show_outcome = show_outcome;
  iface->show_message = show_message;
  iface->show_error = show_error;
  iface->run_job = run_job;
  iface->show_page = show_page;
  iface->import_files = import_files;
}

/* Outcomes belong to the campaign that they happened to. */
void
ks_window_clear_undo (KsWindow *self)
{
  for (guint i = 0; i < self->undo->len; i++)
    ks_outcome_free (g_ptr_array_index (self->undo, i));
  g_ptr_array_set_size (self->undo, 0);
}

typedef struct {
  KsCampaign *campaign;
  KsOutcome  *outcome;
} Undoing;

static void
free_undoing (gpointer data)
{
  Undoing *undoing = data;

  g_object_unref (undoing->campaign);
  ks_outcome_free (undoing->outcome);
  g_free (undoing);
}

static gboolean
undo_func (KsJob *job, gpointer data, GError **error)
{
  Undoing *undoing = data;

  return ks_outcome_undo (undoing->outcome, undoing->campaign, error);
}

static void
undone_cb (gpointer user_data, gboolean ok, const GError *error)
{
  if (ok)
    show_message (KS_SHELL (user_data), _ ("Undone"));
}

/* Takes the newest outcome back, by a verb of its own that is logged like any other. */
void
ks_window_undo (KsWindow *self)
{
  Undoing *undoing;
  g_autoptr (KsJob) job = NULL;

  if (self->undo->len == 0 || self->n_jobs > 0)
    return;
  undoing = g_new0 (Undoing, 1);
  undoing->campaign = g_object_ref (self->campaign);
  undoing->outcome = g_ptr_array_steal_index (self->undo, self->undo->len - 1);
  job = ks_job_new (_ ("Undoing"));
  run_job (KS_SHELL (self), job, undo_func, undoing, free_undoing, undone_cb, self);
}
