/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-window-private.h"

#include <glib/gstdio.h>

#include "ks-confirm.h"
#include "ks-create-campaign.h"
#include "ks-i18n.h"
#include "ks-officer.h"
#include "ks-recent.h"
#include "ks-store.h"

#define SAMPLE_FILE "khao-sat-thu.khaosat"

/* A campaign being opened, in a thread; made first when it is the sample and not there yet. */
typedef struct {
  KsWindow   *window;   /* for the main thread alone */
  char       *path;
  gboolean    sample;
  char       *actor;
  KsCampaign *campaign;
  GError     *held;     /* why it can only be looked at */
} Opening;

static void
free_opening (gpointer data)
{
  Opening *opening = data;

  g_free (opening->path);
  g_free (opening->actor);
  g_clear_object (&opening->campaign);
  g_clear_error (&opening->held);
  g_free (opening);
}

/* Where the sample lives: in the program's own data, since nobody is asked for a place. */
static char *
dup_sample_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "khaosat", SAMPLE_FILE, NULL);
}

static gboolean
make_sample (Opening *opening, KsClock *clock, KsJob *job, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (opening->path);

  if (g_file_test (opening->path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_mkdir_with_parents (folder, 0700);
  return ks_create_sample (opening->path, clock, opening->actor, job, error);
}

static gboolean
open_func (KsJob *job, gpointer data, GError **error)
{
  Opening *opening = data;
  g_autoptr (KsClock) clock = ks_clock_new_system ();

  if (opening->sample && !make_sample (opening, clock, job, error))
    return FALSE;
  opening->campaign = ks_campaign_open (opening->path, clock, opening->actor, error);
  if (opening->campaign != NULL)
    ks_campaign_hold (opening->campaign, &opening->held);
  return opening->campaign != NULL;
}

static void
take_campaign (KsWindow *self, Opening *opening)
{
  const char *warning;

  if (!opening->sample)
    ks_recent_add (opening->path);
  ks_window_set_campaign (self, g_steal_pointer (&opening->campaign));
  if (opening->held != NULL)
    ks_window_begin_watching (self, opening->held);
  warning = ks_campaign_get_warning (self->campaign);
  if (warning != NULL)
    ks_confirm_tell (GTK_WIDGET (self), _ ("About the place of this file"), warning);
}

static void
opened_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Opening *opening = user_data;
  KsWindow *self = opening->window;

  if (ok && !self->closing)
    take_campaign (self, opening);
  else if (ok || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ks_window_leave_failure (self);
  else
    ks_window_show_failure (self, error);
}

/* What was open stays open until the other campaign is there. */
static void
open_path (KsWindow *self, const char *path, gboolean sample)
{
  Opening *opening = g_new0 (Opening, 1);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *title = g_strdup_printf (_ ("Opening %s"), name);
  g_autoptr (KsJob) job = ks_job_new (title);

  opening->window = self;
  opening->path = g_strdup (path);
  opening->sample = sample;
  opening->actor = ks_officer_dup_name ();
  if (self->campaign == NULL)
    gtk_stack_set_visible_child_name (self->views, "busy");
  ks_window_run_job (self, job, TRUE, open_func, opening, free_opening, opened_cb, opening);
}

static gboolean
shows_file (KsWindow *self, GFile *file)
{
  g_autoptr (GFile) shown = NULL;

  if (self->campaign == NULL)
    return FALSE;
  shown = g_file_new_for_path (ks_campaign_get_path (self->campaign));
  return g_file_equal (shown, file);
}

/* The window, this one or another, that has the file open already. */
static KsWindow *
find_window (KsWindow *self, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (shows_file (self, file))
    return self;
  if (application == NULL)
    return NULL;
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (KS_IS_WINDOW (l->data) && shows_file (l->data, file))
      return l->data;
  return NULL;
}

static void
open_file (KsWindow *self, GFile *file, gboolean sample)
{
  KsWindow *other = find_window (self, file);
  g_autofree char *path = g_file_get_path (file);

  if (other != NULL)
    {
      ks_window_leave_failure (other);
      gtk_window_present (GTK_WINDOW (other));
    }
  else if (self->jobs->len > 0)
    ks_shell_show_message (KS_SHELL (self), _ ("Wait until the work under way has ended."));
  else if (path == NULL)
    ks_shell_show_message (KS_SHELL (self), _ ("Only files on this computer can be opened."));
  else if (ks_window_finish_typing (self, NULL))
    open_path (self, path, sample);
}

/**
 * ks_window_open_file:
 * @self: a window
 * @file: a campaign
 *
 * Opens a campaign in place of what the window shows; one that is open already comes to the
 * front.
 */
void
ks_window_open_file (KsWindow *self, GFile *file)
{
  g_return_if_fail (KS_IS_WINDOW (self));

  open_file (self, file, FALSE);
}

/**
 * ks_window_open_sample:
 * @self: a window
 *
 * Opens the sample campaign, asking neither place nor name.
 */
void
ks_window_open_sample (KsWindow *self)
{
  g_autofree char *path = dup_sample_path ();
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_return_if_fail (KS_IS_WINDOW (self));

  open_file (self, file, TRUE);
}

static const char *
name_failure (const GError *error)
{
  if (g_error_matches (error, KS_STORE_ERROR, KS_STORE_ERROR_NOT_OURS))
    return _ ("Not a Campaign File");
  if (g_error_matches (error, KS_STORE_ERROR, KS_STORE_ERROR_NEWER))
    return _ ("Made by a Newer Program");
  if (g_error_matches (error, KS_STORE_ERROR, KS_STORE_ERROR_DAMAGED))
    return _ ("The File Is Damaged");
  if (g_error_matches (error, KS_STORE_ERROR, KS_STORE_ERROR_READ_ONLY))
    return _ ("The File Cannot Be Written");
  return _ ("The File Cannot Be Opened");
}

/* A page of its own: what is wrong with the file, what to do, and that it was not changed. */
void
ks_window_show_failure (KsWindow *self, const GError *error)
{
  g_autofree char *text
      = g_markup_printf_escaped ("%s\n\n%s", error->message, _ ("The file was not changed."));

  adw_status_page_set_title (self->failure, name_failure (error));
  adw_status_page_set_description (self->failure, text);
  gtk_stack_set_visible_child_name (self->views, "failure");
}

/* Back to what was there before a file could not be opened. */
void
ks_window_leave_failure (KsWindow *self)
{
  gtk_stack_set_visible_child_name (self->views, self->campaign != NULL ? "campaign" : "start");
}
