/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-folder-watcher.h"

#include "ks-i18n.h"
#include "ks-import-dialog.h"
#include "ks-settings.h"
#include "ks-shell.h"
#include "ks-store.h"
#include "ks-watch-news.h"

/* Network drives tell nobody what changes on them: the folder is listed again and again. */
#define PAUSE 2 /* seconds */

/* Whoever stopped a look at large files wants peace for more than a moment. */
#define PEACE (60 * G_USEC_PER_SEC)

struct _KsFolderWatcher
{
  GObject parent_instance;

  GtkWidget *widget; /* weak: whose window does the work */
  KsCampaign *campaign;
  GSettings *settings;
  char *folder;
  gboolean takes;
  GPtrArray *files; /* of KsWatchedFile; NULL before the first list */
  char *problem;    /* why the folder cannot be read now */
  guint timer;
  gboolean busy;      /* somebody lists or reads */
  gboolean is_stale;  /* answers changed: what is new may have come in */
  gint64 rests_until; /* no file is read before, by the monotonic clock */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KsFolderWatcher, ks_folder_watcher, G_TYPE_OBJECT)

/* The window can be gone before a thread is done. */
static KsShell *
get_shell (KsFolderWatcher *self)
{
  return self->widget != NULL ? ks_shell_from_widget (self->widget) : NULL;
}

/* What a thread does for the watcher. Reference counted, as the thread and the main loop hold it. */
typedef struct
{
  KsFolderWatcher *watcher; /* for the main thread alone */
  KsCampaign *campaign;
  char *folder;
  GPtrArray *files;
  gboolean takes;
  KsOutcome *outcome;
} Task;

static Task *
task_new (KsFolderWatcher *self)
{
  Task *task = g_atomic_rc_box_new0 (Task);

  task->watcher = g_object_ref (self);
  task->campaign = g_object_ref (self->campaign);
  task->folder = g_strdup (self->folder);
  task->files = self->files != NULL ? ks_watch_copy (self->files) : NULL;
  task->takes = self->takes;
  self->busy = TRUE;
  return task;
}

static void
clear_task (gpointer data)
{
  Task *task = data;

  g_clear_object (&task->campaign);
  g_free (task->folder);
  g_clear_pointer (&task->files, g_ptr_array_unref);
  g_clear_pointer (&task->outcome, ks_outcome_free);
}

static void
unref_task (gpointer task)
{
  g_atomic_rc_box_release_full (task, clear_task);
}

/* The folder or the campaign may be another one by the time that a thread is done. */
static gboolean
end_task (Task *task)
{
  KsFolderWatcher *self = task->watcher;
  gboolean holds = self->campaign == task->campaign
                   && g_strcmp0 (self->folder, task->folder) == 0;

  self->busy = FALSE;
  return holds;
}

static void
take_files (KsFolderWatcher *self, Task *task)
{
  g_clear_pointer (&self->files, g_ptr_array_unref);
  self->files = g_steal_pointer (&task->files);
}

static void
drop_task (Task *task)
{
  g_object_unref (task->watcher);
  unref_task (task);
}

static void
tell (KsFolderWatcher *self, KsShell *shell)
{
  g_autofree char *name = ks_folder_watcher_dup_name (self);

  ks_watch_news_tell (self->files, name, shell);
}

static gboolean
examine_func (KsJob *job, gpointer data, GError **error)
{
  Task *task = data;

  return ks_watch_examine (task->campaign, task->files, FALSE, job, error)
         && (!task->takes || ks_watch_take (task->campaign, task->files, job, &task->outcome, error));
}

static void
examined_cb (gpointer data, gboolean ok, const GError *error)
{
  Task *task = data;
  KsFolderWatcher *self = task->watcher;
  KsShell *shell = get_shell (self);

  /* What came in is told and can be taken back, also if another folder is watched by now. */
  if (task->outcome != NULL && shell != NULL && self->campaign == task->campaign)
    ks_shell_show_outcome (shell, g_steal_pointer (&task->outcome));
  if (end_task (task) && shell != NULL)
    {
      take_files (self, task);
      tell (self, shell);
      /* Whoever stopped it, or could not write, takes what is new by hand. */
      self->takes = self->takes && ok;
      self->rests_until = ok ? 0 : g_get_monotonic_time () + PEACE;
      g_signal_emit (self, signals[CHANGED], 0);
    }
  drop_task (task);
}

/* The window shows the work and waits for its end before the campaign closes. */
static void
examine (KsFolderWatcher *self)
{
  KsShell *shell = get_shell (self);
  g_autofree char *name = ks_folder_watcher_dup_name (self);
  g_autofree char *title = g_strdup_printf (_ ("Looking at new files in %s"), name);
  g_autoptr (KsJob) job = NULL;
  Task *task;

  /* Another program that works on the campaign takes what comes. */
  if (shell == NULL || !ks_campaign_hold (self->campaign, NULL))
    return;
  job = ks_job_new (title);
  task = task_new (self);
  self->is_stale = FALSE;
  ks_shell_run_job (shell, job, examine_func, g_atomic_rc_box_acquire (task), unref_task,
                    examined_cb, task);
}

static gboolean
list_func (KsJob *job, gpointer data, GError **error)
{
  Task *task = data;
  g_autoptr (GPtrArray) before = g_steal_pointer (&task->files);

  task->files = ks_watch_list (task->folder, before, error);
  return task->files != NULL;
}

static void
set_problem (KsFolderWatcher *self, const GError *error)
{
  KsShell *shell = get_shell (self);

  if (error != NULL && self->problem == NULL && shell != NULL)
    ks_shell_show_message (shell, error->message);
  g_free (self->problem);
  self->problem = error != NULL ? g_strdup (error->message) : NULL;
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Task *task = data;
  KsFolderWatcher *self = task->watcher;
  g_autoptr (GError) error = NULL;
  gboolean ok = ks_job_run_finish (KS_JOB (source), result, &error);

  if (end_task (task))
    {
      gboolean same = ok && self->problem == NULL && ks_watch_equal (self->files, task->files);

      set_problem (self, error);
      if (ok)
        take_files (self, task);
      /* Whoever goes through the list by keys keeps their place in it. */
      if (!same)
        g_signal_emit (self, signals[CHANGED], 0);
      if (ok && g_get_monotonic_time () >= self->rests_until
          && (ks_watch_is_due (self->files)
              || (self->is_stale && ks_folder_watcher_count_new (self) > 0)))
        examine (self);
    }
  drop_task (task);
}

static gboolean
look_cb (gpointer data)
{
  KsFolderWatcher *self = data;
  g_autoptr (KsJob) job = NULL;
  Task *task;

  if (self->busy)
    return G_SOURCE_CONTINUE;
  job = ks_job_new ("");
  task = task_new (self);
  ks_job_run_async (job, list_func, g_atomic_rc_box_acquire (task), unref_task, listed_cb, task);
  return G_SOURCE_CONTINUE;
}

static void
stop (KsFolderWatcher *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->problem, g_free);
}

/* A campaign that can only be looked at takes nothing in. */
static void
start (KsFolderWatcher *self)
{
  stop (self);
  self->rests_until = 0;
  if (self->campaign != NULL && self->folder != NULL
      && !ks_store_is_read_only (ks_campaign_get_store (self->campaign)))
    {
      self->timer = g_timeout_add_seconds (PAUSE, look_cb, self);
      look_cb (self);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ks_folder_watcher_finalize (GObject *object)
{
  KsFolderWatcher *self = KS_FOLDER_WATCHER (object);

  stop (self);
  g_clear_weak_pointer (&self->widget);
  g_clear_object (&self->campaign);
  g_clear_object (&self->settings);
  g_free (self->folder);
  G_OBJECT_CLASS (ks_folder_watcher_parent_class)->finalize (object);
}

static void
ks_folder_watcher_class_init (KsFolderWatcherClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_folder_watcher_finalize;
  signals[CHANGED] = g_signal_new ("changed", KS_TYPE_FOLDER_WATCHER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ks_folder_watcher_init (KsFolderWatcher *self)
{
}

/**
 * ks_folder_watcher_new:
 * @widget: whose window does the work
 *
 * Returns: (transfer full): a watcher of nothing
 */
KsFolderWatcher *
ks_folder_watcher_new (GtkWidget *widget)
{
  KsFolderWatcher *self = g_object_new (KS_TYPE_FOLDER_WATCHER, NULL);

  g_set_weak_pointer (&self->widget, widget);
  return self;
}

/**
 * ks_folder_watcher_set_campaign:
 * @self: a watcher
 * @campaign: (nullable): a campaign; %NULL: it closes
 *
 * Watches the folder that this desk remembers for the campaign.
 */
void
ks_folder_watcher_set_campaign (KsFolderWatcher *self, KsCampaign *campaign)
{
  g_return_if_fail (KS_IS_FOLDER_WATCHER (self));

  g_set_object (&self->campaign, campaign);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->folder, g_free);
  self->takes = FALSE;
  if (campaign != NULL)
    self->settings = ks_settings_new_for_campaign (ks_campaign_get_path (campaign));
  if (self->settings != NULL)
    {
      g_autofree char *folder = g_settings_get_string (self->settings, "watched-folder");

      self->folder = *folder != '\0' ? g_steal_pointer (&folder) : NULL;
      self->takes = g_settings_get_boolean (self->settings, "watch-takes");
    }
  start (self);
}

/**
 * ks_folder_watcher_set_folder:
 * @self: a watcher with a campaign
 * @folder: (nullable): a folder; %NULL: none any more
 *
 * Watches another folder, and remembers it.
 */
void
ks_folder_watcher_set_folder (KsFolderWatcher *self, const char *folder)
{
  g_return_if_fail (KS_IS_FOLDER_WATCHER (self));

  g_free (self->folder);
  self->folder = g_strdup (folder);
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "watched-folder", folder != NULL ? folder : "");
  start (self);
}

/**
 * ks_folder_watcher_get_folder:
 * @self: a watcher
 *
 * Returns: (transfer none) (nullable): the folder
 */
const char *
ks_folder_watcher_get_folder (KsFolderWatcher *self)
{
  return self->folder;
}

/**
 * ks_folder_watcher_dup_name:
 * @self: a watcher with a folder
 *
 * Returns: (transfer full): what the folder is called, for people
 */
char *
ks_folder_watcher_dup_name (KsFolderWatcher *self)
{
  g_autofree char *name = g_path_get_basename (self->folder);

  return g_filename_display_name (name);
}

/**
 * ks_folder_watcher_set_takes:
 * @self: a watcher with a campaign
 * @takes: whether files with nothing to decide come in by themselves
 *
 * Remembers it; what is ready comes in at once.
 */
void
ks_folder_watcher_set_takes (KsFolderWatcher *self, gboolean takes)
{
  g_return_if_fail (KS_IS_FOLDER_WATCHER (self));

  if (self->takes == takes)
    return;
  self->takes = takes;
  self->is_stale |= takes;
  self->rests_until = 0;
  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, "watch-takes", takes);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * ks_folder_watcher_get_takes:
 * @self: a watcher
 *
 * Returns: whether files with nothing to decide come in by themselves
 */
gboolean
ks_folder_watcher_get_takes (KsFolderWatcher *self)
{
  return self->takes;
}

/**
 * ks_folder_watcher_get_files:
 * @self: a watcher
 *
 * Returns: (transfer none) (nullable) (element-type KsWatchedFile): the files of the folder; %NULL
 *   before they were listed
 */
GPtrArray *
ks_folder_watcher_get_files (KsFolderWatcher *self)
{
  return self->files;
}

/**
 * ks_folder_watcher_get_problem:
 * @self: a watcher
 *
 * Returns: (transfer none) (nullable): why the folder cannot be read now, as a sentence
 */
const char *
ks_folder_watcher_get_problem (KsFolderWatcher *self)
{
  return self->problem;
}

/**
 * ks_folder_watcher_count_new:
 * @self: a watcher
 *
 * Returns: how many files could be taken in
 */
guint
ks_folder_watcher_count_new (KsFolderWatcher *self)
{
  guint n_new = 0;

  for (guint i = 0; self->files != NULL && i < self->files->len; i++)
    n_new += ks_watched_file_is_new (self->files->pdata[i]);
  return n_new;
}

/**
 * ks_folder_watcher_import:
 * @self: a watcher
 *
 * Shows what the new files would bring, all in one window.
 */
void
ks_folder_watcher_import (KsFolderWatcher *self)
{
  KsShell *shell = get_shell (self);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; self->files != NULL && i < self->files->len; i++)
    if (ks_watched_file_is_new (self->files->pdata[i]))
      g_ptr_array_add (files, g_file_new_for_path (
                                  ((const KsWatchedFile *)self->files->pdata[i])->path));
  /* An impatient second press must not ask for the same files again. */
  if (shell != NULL && files->len > 0 && !ks_import_dialog_is_busy (shell))
    ks_import_dialog_present_together (shell, files, KS_FILE_RESPONSES);
}

/**
 * ks_folder_watcher_answers_changed:
 * @self: a watcher
 *
 * Something came in or went out: what is new in the folder is looked at again.
 */
void
ks_folder_watcher_answers_changed (KsFolderWatcher *self)
{
  self->is_stale = TRUE;
}
