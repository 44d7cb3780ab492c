/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-create-job.h"

#include "ks-i18n.h"
#include "ks-settings.h"
#include "ks-shell.h"

/* A campaign being made. */
typedef struct {
  KsWindow     *window;  /* for the main thread alone */
  char         *path;
  char         *actor;
  KsNewCampaign what;    /* points to the texts below */
  char         *title;
  char         *units_path;
  char         *form_path;
  char         *template;
  char         *previous_path;
} Creation;

static void
free_creation (gpointer data)
{
  Creation *creation = data;

  g_free (creation->path);
  g_free (creation->actor);
  g_free (creation->title);
  g_free (creation->units_path);
  g_free (creation->form_path);
  g_free (creation->template);
  g_free (creation->previous_path);
  g_free (creation);
}

static Creation *
creation_new (KsWindow *window, const char *path, const KsNewCampaign *what, const char *actor)
{
  Creation *creation = g_new0 (Creation, 1);

  creation->window = window;
  creation->path = g_strdup (path);
  creation->actor = g_strdup (actor);
  creation->what = *what;
  creation->what.title = creation->title = g_strdup (what->title);
  creation->what.units_path = creation->units_path = g_strdup (what->units_path);
  creation->what.form_path = creation->form_path = g_strdup (what->form_path);
  creation->what.template = creation->template = g_strdup (what->template);
  creation->what.previous_path = creation->previous_path = g_strdup (what->previous_path);
  return creation;
}

static gboolean
create_func (KsJob *job, gpointer data, GError **error)
{
  Creation *creation = data;
  g_autoptr (KsClock) clock = ks_clock_new_system ();

  return ks_create_campaign (creation->path, &creation->what, clock, creation->actor, job, error);
}

static void
created_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Creation *creation = user_data;
  g_autoptr (GFile) file = g_file_new_for_path (creation->path);

  if (!ok)
    return;
  /* The page that was open last has nothing to show yet. */
  ks_settings_set_text ("last-page", "");
  ks_window_open_file (creation->window, file);
}

/**
 * ks_create_job_run:
 * @window: the window that the campaign will open in
 * @path: where the file shall be
 * @what: what the campaign is made of; copied, but for id and key, which must be %NULL
 * @actor: (nullable): full name of the officer
 *
 * Makes a campaign and opens it.
 */
void
ks_create_job_run (KsWindow *window, const char *path, const KsNewCampaign *what,
                   const char *actor)
{
  Creation *creation = creation_new (window, path, what, actor);
  g_autoptr (KsJob) job = ks_job_new (_ ("Creating the campaign"));

  ks_shell_run_job (KS_SHELL (window), job, create_func, creation, free_creation, created_cb,
                    creation);
}
