/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-window-private.h"

#include "ks-confirm.h"
#include "ks-i18n.h"
#include "ks-officer.h"

#define SLIDE_MS 500 /* longer than a toast takes to slide in */
#define EARLY_SECONDS 3 /* for so long it is clear what whoever asks for undoing means */

/* A sentence this long still reads in a toast. */
#define TOAST_CHARS 90

static KsCampaign *
get_campaign (KsShell *shell)
{
  return KS_WINDOW (shell)->campaign;
}

/* Titles of toasts are markup; names of files and units are not. */
static void
set_message (AdwToast *toast, const char *message)
{
  g_autofree char *title = g_markup_escape_text (message, -1);

  adw_toast_set_title (toast, title);
}

static AdwToast *
make_toast (const char *message, guint seconds)
{
  AdwToast *toast = adw_toast_new ("");

  set_message (toast, message);
  adw_toast_set_timeout (toast, seconds);
  return toast;
}

static void
show_message (KsShell *shell, const char *message)
{
  adw_toast_overlay_add_toast (KS_WINDOW (shell)->toasts, make_toast (message, 5));
}

static void
show_written (KsShell *shell, const char *message, GFile *folder)
{
  AdwToast *toast = make_toast (message, 8);
  g_autofree char *uri = g_file_get_uri (folder);

  adw_toast_set_button_label (toast, _ ("Open _Folder"));
  adw_toast_set_action_name (toast, "win.show-folder");
  adw_toast_set_action_target_value (toast, g_variant_new_string (uri));
  adw_toast_overlay_add_toast (KS_WINDOW (shell)->toasts, toast);
}

static gboolean
dismiss_cb (gpointer data)
{
  KsWindow *self = data;

  self->leaving_id = 0;
  adw_toast_dismiss (self->outcome_toast);
  return G_SOURCE_REMOVE;
}

/* It goes a moment later: its own button may be what is being clicked, and must not vanish under the
 * click; and libadwaita 1.2 does not survive a toast that is dismissed while it still slides in. */
static void
dismiss_outcome_toast (KsWindow *self)
{
  if (self->outcome_toast != NULL && self->leaving_id == 0)
    self->leaving_id = g_timeout_add (SLIDE_MS, dismiss_cb, self);
}

static void
forget_toast_cb (KsWindow *self, AdwToast *toast)
{
  self->outcome_toast = NULL;
  g_clear_handle_id (&self->leaving_id, g_source_remove);
}

static AdwToast *
make_outcome_toast (KsWindow *self)
{
  AdwToast *toast = make_toast ("", 8);

  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (forget_toast_cb), self,
                           G_CONNECT_SWAPPED);
  return toast;
}

static void
offer_undo (KsWindow *self, KsOutcome *outcome)
{
  g_ptr_array_add (self->undo, outcome);
  ks_window_update_actions (self);
}

/* Ctrl+Z and the button of the toast take the newest outcome back, whatever the toast says: it never
 * says an older one. Outcomes that follow one another share a toast, since libadwaita 1.2 does not
 * survive one that takes the place of another and is clicked away while both still slide. */
static void
show_outcome (KsShell *shell, KsOutcome *outcome)
{
  KsWindow *self = KS_WINDOW (shell);
  gboolean can_undo = ks_outcome_can_undo (outcome);
  AdwToast *toast = self->outcome_toast != NULL ? g_object_ref (self->outcome_toast)
                                                : make_outcome_toast (self);

  g_clear_handle_id (&self->leaving_id, g_source_remove);
  self->outcome_toast = toast;
  set_message (toast, ks_outcome_get_message (outcome));
  adw_toast_set_button_label (toast, can_undo ? _ ("_Undo") : NULL);
  adw_toast_set_action_name (toast, can_undo ? "win.undo" : NULL);
  adw_toast_overlay_add_toast (self->toasts, toast);
  if (can_undo)
    offer_undo (self, outcome);
  else
    ks_outcome_free (outcome);
}

static void
keep_outcome (KsShell *shell, KsOutcome *outcome)
{
  KsWindow *self = KS_WINDOW (shell);

  dismiss_outcome_toast (self);
  if (ks_outcome_can_undo (outcome))
    offer_undo (self, outcome);
  else
    ks_outcome_free (outcome);
}

static void
show_error (KsShell *shell, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (g_utf8_strlen (error->message, -1) <= TOAST_CHARS)
    show_message (shell, error->message);
  else
    ks_confirm_tell (GTK_WIDGET (shell), _ ("This could not be done"), error->message);
}

static void
run_job (KsShell *shell, KsJob *job, KsJobFunc func, gpointer data, GDestroyNotify destroy,
         KsShellDoneFunc done, gpointer user_data)
{
  ks_window_run_job (KS_WINDOW (shell), job, FALSE, func, data, destroy, done, user_data);
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

static void
with_officer (KsShell *shell, KsShellFunc func, gpointer data, GDestroyNotify destroy)
{
  ks_officer_ask (GTK_WIDGET (shell), KS_WINDOW (shell)->campaign, func, data, destroy);
}

void
ks_window_init_shell (KsShellInterface *iface)
{
  iface->get_campaign = get_campaign;
  iface->show_outcome = show_outcome;
  iface->keep_outcome = keep_outcome;
  iface->show_message = show_message;
  iface->show_written = show_written;
  iface->show_error = show_error;
  iface->run_job = run_job;
  iface->show_page = show_page;
  iface->import_files = import_files;
  iface->with_officer = with_officer;
}

/* Outcomes belong to the campaign that they happened to. */
void
ks_window_clear_undo (KsWindow *self)
{
  dismiss_outcome_toast (self);
  g_ptr_array_set_size (self->undo, 0);
  self->n_early = 0;
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

/* Takes the newest outcome back, by a verb of its own that is logged like any other. Work that nobody
 * asked for hinders nobody; whoever is a moment ahead of other work is heard when that has ended. */
void
ks_window_undo (KsWindow *self)
{
  Undoing *undoing;
  g_autoptr (KsJob) job = NULL;

  if (self->jobs->len > self->n_quiet)
    {
      self->n_early++;
      self->early_time = g_get_monotonic_time ();
      return;
    }
  if (self->undo->len == 0)
    return;
  dismiss_outcome_toast (self);
  undoing = g_new (Undoing, 1);
  undoing->campaign = g_object_ref (self->campaign);
  undoing->outcome = g_ptr_array_steal_index (self->undo, self->undo->len - 1);
  job = ks_job_new (_ ("Undoing"));
  ks_window_run_job (self, job, FALSE, undo_func, undoing, free_undoing, undone_cb, self);
}

/* Some work has ended. */
void
ks_window_undo_early (KsWindow *self)
{
  if (g_get_monotonic_time () - self->early_time > EARLY_SECONDS * G_USEC_PER_SEC)
    self->n_early = 0;
  if (self->n_early == 0 || self->jobs->len > self->n_quiet)
    return;
  self->n_early--;
  ks_window_undo (self);
}
