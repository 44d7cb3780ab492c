/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-opened-window.h"

#include "ks-entry-dialog.h"
#include "ks-escape.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-open-finding.h"
#include "ks-shell.h"

/* What is opened; shared by the dialog and the thread. */
typedef struct
{
  KsShell *shell; /* for the main thread alone */
  KsCampaign *campaign;
  gint64 finding;
  char *reason;
  GPtrArray *sheets; /* of KsOpenedSheet */
} Task;

static void
clear_task (gpointer data)
{
  Task *task = data;

  g_object_unref (task->campaign);
  g_clear_pointer (&task->sheets, g_ptr_array_unref);
  g_free (task->reason);
}

static void
unref_task (gpointer task)
{
  g_atomic_rc_box_release_full (task, clear_task);
}

static GtkWidget *
create_sheet (const KsOpenedSheet *sheet)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *number = ks_format_count (sheet->row);
  g_autofree char *title = g_strdup_printf (_ ("%s, row %s"), sheet->file, number);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  for (guint i = 0; i + 1 < sheet->answers->len; i += 2)
    {
      GtkWidget *line = adw_action_row_new ();
      const char *answer = sheet->answers->pdata[i + 1];

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), sheet->answers->pdata[i]);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (line), *answer != '\0' ? answer : "–");
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), line);
    }
  return row;
}

static GtkWidget *
create_list (GPtrArray *sheets)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("For looking at only: nothing here can be copied, exported or printed. Opening them is in "
         "the log."));
  for (guint i = 0; i < sheets->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_sheet (sheets->pdata[i]));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), page);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static void
present (Task *task)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();

  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), create_list (task->sheets));
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Opened Sheets"));
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 640);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (task->shell));
  ks_escape_closes (window);
  gtk_window_present (GTK_WINDOW (window));
}

static gboolean
open_func (KsJob *job, gpointer data, GError **error)
{
  Task *task = data;

  task->sheets = ks_open_finding (task->campaign, task->finding, task->reason, error);
  return task->sheets != NULL;
}

static void
opened_cb (gpointer data, gboolean ok, const GError *error)
{
  Task *task = data;

  if (ok)
    present (task);
  unref_task (task);
}

static void
run (gpointer data)
{
  Task *task = data;
  g_autoptr (KsJob) job = ks_job_new (_ ("Opening sheets"));

  ks_shell_run_job (task->shell, job, open_func, g_atomic_rc_box_acquire (task), unref_task,
                    opened_cb, g_atomic_rc_box_acquire (task));
}

static char *
check (const char *const *texts, gpointer data)
{
  g_autofree char *reason = g_strstrip (g_strdup (texts[0]));

  return *reason == '\0' ? g_strdup (_ ("The reason is kept in the log.")) : NULL;
}

static void
given_cb (const char *const *texts, gpointer data)
{
  Task *task = data;

  task->reason = g_strdup (texts[0]);
  ks_shell_with_officer (task->shell, run, g_atomic_rc_box_acquire (task), unref_task);
}

/**
 * ks_opened_window_ask:
 * @widget: a widget of the window to ask in
 * @finding: a finding with sheets of its own
 *
 * Nothing is opened where somebody leaves the question.
 */
void
ks_opened_window_ask (GtkWidget *widget, const KsFinding *finding)
{
  KsShell *shell = ks_shell_from_widget (widget);
  KsEntryQuestion question = {
    .heading = _ ("Open the Sheets to Look at Their Answers?"),
    .body = _ ("Only the sheets of this finding are opened, on the screen alone. Who opened them and "
               "why is kept in the log."),
    .verb = _ ("_Open"),
    .n_entries = 1,
    .entries = { { _ ("Reason"), NULL } },
  };
  Task *task;

  if (shell == NULL || ks_shell_get_campaign (shell) == NULL)
    return;
  task = g_atomic_rc_box_new0 (Task);
  task->shell = shell;
  task->campaign = g_object_ref (ks_shell_get_campaign (shell));
  task->finding = finding->id;
  ks_entry_dialog_ask (widget, &question, check, given_cb, task, unref_task);
}
