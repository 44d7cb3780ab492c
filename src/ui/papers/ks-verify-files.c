/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-verify-files.h"

#include "ks-choice-window.h"
#include "ks-confirm.h"
#include "ks-file-dialog.h"
#include "ks-i18n.h"
#include "ks-seal-files.h"
#include "ks-shell.h"
#include "ks-verify-seal.h"

/* A seal being checked; shared with the thread. */
typedef struct
{
  char *path;
  char *archive; /* NULL: there is none beside it */
  GPtrArray *faults;
  KsOutcome *outcome; /* NULL: something is not as it was sealed */
} Check;

static void
clear_check (gpointer data)
{
  Check *check = data;

  g_free (check->path);
  g_free (check->archive);
  g_clear_pointer (&check->faults, g_ptr_array_unref);
  g_clear_pointer (&check->outcome, ks_outcome_free);
}

static void
unref_check (gpointer check)
{
  g_atomic_rc_box_release_full (check, clear_check);
}

static gboolean
check_func (KsJob *job, gpointer data, GError **error)
{
  Check *check = data;

  return ks_verify_seal (check->path, check->archive, job, &check->faults, &check->outcome, error);
}

static void
show_faults (GtkWidget *widget, GPtrArray *faults)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_choice_row_free);
  const KsChoiceQuestion question = { .title = _ ("Not as It Was Sealed") };

  for (guint i = 0; i < faults->len; i++)
    {
      const KsSealFault *fault = faults->pdata[i];
      KsChoiceRow *row = g_new0 (KsChoiceRow, 1);

      row->title = g_strdup (fault->message);
      row->subtitle = g_strdup (*fault->part != '\0' ? fault->part : fault->file);
      g_ptr_array_add (rows, row);
    }
  ks_choice_window_present (widget, &question, rows, NULL, NULL, NULL);
}

/* The one that asked. */
typedef struct
{
  GtkWidget *widget;
  Check *check;
} Asked;

static void
checked_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Asked *asked = user_data;
  Check *check = asked->check;

  if (ok && gtk_widget_get_root (asked->widget) != NULL)
    {
      if (check->outcome != NULL)
        ks_confirm_tell (asked->widget, _ ("The Seal Is Whole"),
                         ks_outcome_get_message (check->outcome));
      else
        show_faults (asked->widget, check->faults);
    }
  g_object_unref (asked->widget);
  unref_check (check);
  g_free (asked);
}

/**
 * ks_verify_files_check:
 * @widget: a widget of the window
 * @path: a seal
 *
 * Checks a seal in a thread, with its archive if that lies beside it, and tells what was found.
 */
void
ks_verify_files_check (GtkWidget *widget, const char *path)
{
  g_autoptr (KsJob) job = ks_job_new (_ ("Checking the seal"));
  Check *check = g_atomic_rc_box_new0 (Check);
  Asked *asked = g_new (Asked, 1);

  check->path = g_strdup (path);
  check->archive = ks_seal_files_dup_archive (path);
  if (!g_file_test (check->archive, G_FILE_TEST_IS_REGULAR))
    g_clear_pointer (&check->archive, g_free);
  *asked = (Asked){ g_object_ref (widget), g_atomic_rc_box_acquire (check) };
  ks_shell_run_job (ks_shell_from_widget (widget), job, check_func, check, unref_check, checked_cb,
                    asked);
}

static void
open_cb (GFile *file, gpointer data)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    ks_verify_files_check (data, path);
}

/**
 * ks_verify_files_ask:
 * @widget: a widget of the window
 *
 * Asks for a seal, and checks it.
 */
void
ks_verify_files_ask (GtkWidget *widget)
{
  ks_file_dialog_open (widget, _ ("Open a Seal"), _ ("Seals (ZIP)"), ".zip", open_cb, widget);
}
