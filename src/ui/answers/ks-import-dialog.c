/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-import-dialog.h"

#include "ks-i18n.h"
#include "ks-import-window.h"
#include "ks-links.h"
#include "ks-recognise-file.h"
#include "ks-units-import-window.h"
#include "ks-work-window.h"

/* Lists of units are one import, and so are files of answers; other files come in one after the
 * other. */
typedef struct
{
  GFile *file;
  GPtrArray *together; /* of GFile: instead of @file, those that are one import */
  KsFileKind kind;
} Entry;

typedef struct
{
  GQueue entries;
  gboolean busy;
} Queue;

/* A file that comes in at once; its toast offers the way back. Reference counted, as the thread
 * and the main loop hold it. */
typedef struct
{
  KsCampaign *campaign;
  KsFileKind kind;
  char *path;
  KsOutcome *outcome;
  KsWorkPlan *plan; /* of a table of which not all is certain; NULL: it came in */
} Direct;

#define QUEUE "ks-import-queue"

static void go_on (KsShell *shell);

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_clear_object (&entry->file);
  g_clear_pointer (&entry->together, g_ptr_array_unref);
  g_free (entry);
}

static void
free_queue (gpointer data)
{
  Queue *queue = data;

  g_queue_clear_full (&queue->entries, free_entry);
  g_free (queue);
}

static Queue *
get_queue (KsShell *shell)
{
  Queue *queue = g_object_get_data (G_OBJECT (shell), QUEUE);

  if (queue == NULL)
    {
      queue = g_new0 (Queue, 1);
      g_queue_init (&queue->entries);
      g_object_set_data_full (G_OBJECT (shell), QUEUE, queue, free_queue);
    }
  return queue;
}

static void
clear_direct (gpointer data)
{
  Direct *direct = data;

  g_object_unref (direct->campaign);
  g_free (direct->path);
  g_clear_pointer (&direct->outcome, ks_outcome_free);
  g_clear_pointer (&direct->plan, ks_work_plan_unref);
}

static void
unref_direct (gpointer data)
{
  g_atomic_rc_box_release_full (data, clear_direct);
}

static const char *
get_action (KsFileKind kind)
{
  return kind == KS_FILE_POSTS ? "posts" : "reports";
}

/* A table of which all is certain comes in; another one is shown first. */
static gboolean
import_work (Direct *direct, GError **error)
{
  g_autoptr (KsWorkPlan) plan = ks_work_plan_new (direct->campaign, error);
  KsPlanCounts counts;

  if (plan == NULL
      || !ks_work_plan_add_file (plan, direct->path, KS_ENCODING_AUTO, KS_WORK_ANY, error))
    return FALSE;
  ks_work_plan_judge (plan);
  ks_units_plan_count (ks_work_plan_get_units (plan), &counts);
  if (counts.asked == 0 && ks_work_plan_get_faults (plan)->len == 0)
    return ks_work_plan_apply (plan, direct->campaign, get_action (direct->kind), &direct->outcome,
                               error);
  direct->plan = g_steal_pointer (&plan);
  return TRUE;
}

static gboolean
import_direct (KsJob *job, gpointer data, GError **error)
{
  Direct *direct = data;

  switch (direct->kind)
    {
    case KS_FILE_REPORTS:
    case KS_FILE_POSTS:
      return import_work (direct, error);
    case KS_FILE_LINKS:
      return ks_import_links (direct->campaign, direct->path, &direct->outcome, error);
    case KS_FILE_UNITS:
    case KS_FILE_RESPONSES:
    case KS_FILE_CAMPAIGN:
    case KS_FILE_FORM:
    case KS_FILE_UNKNOWN:
    default:
      g_return_val_if_reached (FALSE);
    }
}

typedef struct
{
  KsShell *shell;
  Direct *direct;
} Done;

static void
direct_done_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Done *done = user_data;

  if (ok && done->direct->outcome != NULL)
    ks_shell_show_outcome (done->shell, g_steal_pointer (&done->direct->outcome));
  if (ok && done->direct->plan != NULL)
    g_signal_connect_object (ks_work_window_present (done->shell, done->direct->plan,
                                                     get_action (done->direct->kind)),
                             "finished", G_CALLBACK (go_on), done->shell, G_CONNECT_SWAPPED);
  else
    go_on (done->shell);
  unref_direct (done->direct);
  g_object_unref (done->shell);
  g_free (done);
}

/* A file that waits for the name of who acts, which the log keeps beside it. */
typedef struct
{
  KsShell *shell;
  GFile *file;
  KsFileKind kind;
  gboolean begun;
} Waiting;

static void
free_waiting (gpointer data)
{
  Waiting *waiting = data;

  if (!waiting->begun)
    go_on (waiting->shell);
  g_object_unref (waiting->shell);
  g_object_unref (waiting->file);
  g_free (waiting);
}

static void
begin_direct (gpointer data)
{
  Waiting *waiting = data;
  KsShell *shell = waiting->shell;
  g_autofree char *name = g_file_get_basename (waiting->file);
  g_autofree char *title = g_strdup_printf (_ ("Importing %s"), name);
  g_autoptr (KsJob) job = ks_job_new (title);
  Direct *direct = g_atomic_rc_box_new0 (Direct);
  Done *done = g_new0 (Done, 1);

  direct->campaign = g_object_ref (ks_shell_get_campaign (shell));
  direct->kind = waiting->kind;
  direct->path = g_file_get_path (waiting->file);
  waiting->begun = TRUE;
  *done = (Done){ g_object_ref (shell), g_atomic_rc_box_acquire (direct) };
  ks_shell_run_job (shell, job, import_direct, direct, unref_direct, direct_done_cb, done);
}

static void
ask_for_officer (KsShell *shell, const Entry *entry)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  *waiting = (Waiting){ g_object_ref (shell), g_object_ref (entry->file), entry->kind, FALSE };
  ks_shell_with_officer (shell, begin_direct, waiting, free_waiting);
}

static void
begin_window (KsShell *shell, const Entry *entry)
{
  KsImportWindow *window = ks_import_window_new (shell, entry->together);

  g_signal_connect_object (window, "finished", G_CALLBACK (go_on), shell, G_CONNECT_SWAPPED);
  ks_import_window_begin (window);
}

static void
begin_units (KsShell *shell, const Entry *entry)
{
  KsUnitsImportTask *task = ks_units_import_task_new (ks_shell_get_campaign (shell));
  KsUnitsImportWindow *window;

  for (guint i = 0; i < entry->together->len; i++)
    ks_units_import_task_add_file (task, entry->together->pdata[i]);
  window = ks_units_import_window_new (shell, task);
  g_signal_connect_object (window, "finished", G_CALLBACK (go_on), shell, G_CONNECT_SWAPPED);
  ks_units_import_window_begin (window);
}

static void
refuse (KsShell *shell, const Entry *entry)
{
  g_autofree char *name = g_file_get_basename (entry->file);
  g_autoptr (GError) error
      = g_error_new (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                     _ ("%s is no file of answers, reports, posts, units or links; nothing was "
                        "imported."),
                     name);

  ks_shell_show_error (shell, error);
}

static gboolean
begin (KsShell *shell, const Entry *entry)
{
  switch (entry->kind)
    {
    case KS_FILE_RESPONSES:
      begin_window (shell, entry);
      return TRUE;
    case KS_FILE_UNITS:
      begin_units (shell, entry);
      return TRUE;
    case KS_FILE_REPORTS:
    case KS_FILE_POSTS:
    case KS_FILE_LINKS:
      ask_for_officer (shell, entry);
      return TRUE;
    case KS_FILE_CAMPAIGN:
    case KS_FILE_FORM:
    case KS_FILE_UNKNOWN:
    default:
      refuse (shell, entry);
      return FALSE;
    }
}

/* The import at work has ended: the next file, if there is one and the campaign is still open. */
static void
go_on (KsShell *shell)
{
  Queue *queue = get_queue (shell);
  gboolean begun = FALSE;

  if (ks_shell_get_campaign (shell) == NULL)
    g_queue_clear_full (&queue->entries, free_entry);
  while (!begun && !g_queue_is_empty (&queue->entries))
    {
      Entry *entry = g_queue_pop_head (&queue->entries);

      begun = begin (shell, entry);
      free_entry (entry);
    }
  queue->busy = begun;
}

static void
push (KsShell *shell, Entry *entry)
{
  Queue *queue = get_queue (shell);

  g_queue_push_tail (&queue->entries, entry);
  if (!queue->busy)
    go_on (shell);
}

/**
 * ks_import_dialog_present:
 * @shell: the window with the campaign
 * @file: a local file
 * @kind: what it is, by ks_recognise_file(); for lists of units and answers see
 *   ks_import_dialog_present_together()
 *
 * Takes a file in at once; the toast offers the way back. Several files are taken one after the
 * other.
 */
void
ks_import_dialog_present (KsShell *shell, GFile *file, KsFileKind kind)
{
  Entry *entry;

  g_return_if_fail (KS_IS_SHELL (shell));
  g_return_if_fail (G_IS_FILE (file) && kind != KS_FILE_UNITS && kind != KS_FILE_RESPONSES);

  entry = g_new0 (Entry, 1);
  *entry = (Entry){ .file = g_object_ref (file), .kind = kind };
  push (shell, entry);
}

/**
 * ks_import_dialog_present_together:
 * @shell: the window with the campaign
 * @files: (element-type GFile): local files with lists of units, or with answers
 * @kind: which of both
 *
 * Shows in a window what the files are and what they would change together, and takes them over in
 * one step.
 */
void
ks_import_dialog_present_together (KsShell *shell, GPtrArray *files, KsFileKind kind)
{
  Entry *entry;

  g_return_if_fail (KS_IS_SHELL (shell));
  g_return_if_fail (files != NULL && files->len > 0);
  g_return_if_fail (kind == KS_FILE_UNITS || kind == KS_FILE_RESPONSES);

  entry = g_new0 (Entry, 1);
  *entry = (Entry){ .together = g_ptr_array_ref (files), .kind = kind };
  push (shell, entry);
}

/**
 * ks_import_dialog_is_busy:
 * @shell: the window with the campaign
 *
 * Returns: whether files are being taken in, or looked at for that
 */
gboolean
ks_import_dialog_is_busy (KsShell *shell)
{
  return get_queue (shell)->busy;
}
