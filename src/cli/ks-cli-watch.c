/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli.h"

#include <signal.h>
#include <stdio.h>

#include "ks-cli-table.h"
#include "ks-i18n.h"
#include "ks-watch-folder.h"

/* Between two looks at the folder, and how often a signal is looked for meanwhile. */
#define PAUSE (2 * G_USEC_PER_SEC)
#define MOMENT (G_USEC_PER_SEC / 10)

typedef struct {
  KsCli      *cli;
  KsCampaign *campaign;
  const char *folder;
  KsJob      *job;
  KsCliTable *table;
  GPtrArray  *files; /* of KsWatchedFile */
  gboolean    once;
  gboolean    away;  /* the folder is, and that was said */
} Watch;

static volatile sig_atomic_t is_stopped;

static void
stop_cb (int number)
{
  is_stopped = 1;
}

static const char *
name_state (KsWatchedState state)
{
  switch (state)
    {
    case KS_WATCHED_TAKEN:
      return "taken";
    case KS_WATCHED_ASKS:
      return "asks";
    case KS_WATCHED_KNOWN:
      return "known";
    case KS_WATCHED_OTHER:
      return "other";
    case KS_WATCHED_FAILED:
      return "failed";
    case KS_WATCHED_WRITING:
    case KS_WATCHED_READY:
    default:
      return NULL;
    }
}

/* Each file is told once, as soon as it is known what it is. */
static void
tell_files (Watch *self)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      KsWatchedFile *file = self->files->pdata[i];
      g_autofree char *name = ks_watched_file_dup_name (file);

      if (file->told || name_state (file->state) == NULL)
        continue;
      ks_cli_table_add_text (self->table, name);
      ks_cli_table_add_text (self->table, name_state (file->state));
      ks_cli_table_add_text (self->table, file->message);
      ks_cli_table_end_row (self->table);
      file->told = TRUE;
    }
  if (self->cli->format != NULL && g_str_equal (self->cli->format, "json"))
    return;
  ks_cli_table_print (self->table);
  fflush (stdout);
}

/* A drive that is gone for a while comes back; the first look and a single one must find it. */
static gboolean
bear_absence (Watch *self, GError *error, GError **given)
{
  if (self->files == NULL || self->once)
    {
      g_propagate_error (given, error);
      return FALSE;
    }
  if (!self->away)
    ks_cli_note (self->cli, error->message);
  self->away = TRUE;
  g_error_free (error);
  return TRUE;
}

static gboolean
look (Watch *self, GError **error)
{
  GError *local = NULL;
  GPtrArray *files = ks_watch_list (self->folder, self->files, &local);

  if (files == NULL)
    return bear_absence (self, local, error);
  self->away = FALSE;
  g_clear_pointer (&self->files, g_ptr_array_unref);
  self->files = files;
  return !ks_watch_is_due (files)
         || ks_watch_examine (self->campaign, files, TRUE, self->job, error);
}

static gboolean
take (Watch *self, GError **error)
{
  g_autoptr (KsOutcome) outcome = NULL;

  if (ks_watch_count (self->files, KS_WATCHED_READY) > 0
      && !ks_watch_take (self->campaign, self->files, self->job, &outcome, error))
    return FALSE;
  if (outcome != NULL)
    ks_cli_note (self->cli, ks_outcome_get_message (outcome));
  tell_files (self);
  return TRUE;
}

static void
pause_until (gint64 time)
{
  while (!is_stopped && g_get_monotonic_time () < time)
    g_usleep (MOMENT);
}

/* One look sees files, the one after the pause that they rest. */
static gboolean
run (Watch *self, GError **error)
{
  gboolean ok = look (self, error);

  for (guint n_looks = 1; ok && !is_stopped && (!self->once || n_looks < 2); n_looks++)
    {
      pause_until (g_get_monotonic_time () + MAX (PAUSE, KS_WATCH_REST));
      ok = is_stopped || (look (self, error) && take (self, error));
    }
  return ok;
}

static gboolean
watch (Watch *self, GError **error)
{
  gboolean ok;

  self->table = ks_cli_table_new (self->cli, "file,state,message");
  signal (SIGINT, stop_cb);
  signal (SIGTERM, stop_cb);
  ok = run (self, error);
  if (ok && self->cli->format != NULL && g_str_equal (self->cli->format, "json"))
    ks_cli_table_print (self->table);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  ks_cli_table_free (self->table);
  return ok;
}

/**
 * ks_cli_watch:
 * @cli: the command line
 * @error: return location for an error
 *
 * `watch FILE FOLDER [--once]`: takes the exports in that a folder holds and those that come into
 * it, until a signal ends it; with --once what it holds now. A line per file, once: taken, known,
 * asks (an officer is to look at it in the window), other, failed.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_cli_watch (KsCli *cli, GError **error)
{
  gboolean once = FALSE;
  const GOptionEntry entries[] = {
    { "once", 0, 0, G_OPTION_ARG_NONE, &once, N_ ("look once, do not wait for more"), NULL },
    { NULL },
  };
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (KsJob) job = NULL;
  Watch self = { .cli = cli };

  if (!ks_cli_parse (cli, entries, "FILE FOLDER [--once]", 2, 2, error))
    return FALSE;
  campaign = ks_cli_open (cli, error);
  if (campaign == NULL)
    return FALSE;
  job = ks_job_new (_ ("Importing answers"));
  self.campaign = campaign;
  self.folder = cli->arguments[1];
  self.job = job;
  self.once = once;
  return watch (&self, error);
}
