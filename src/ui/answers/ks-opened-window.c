/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-opened-window.h"

#include "ks-entry-dialog.h"
#include "ks-escape.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-open-finding.h"
#include "ks-shell.h"

/* More sheets are added when somebody asks for them. */
#define STEP 50

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

/* What a window shows. */
typedef struct
{
  GPtrArray *sheets;
  GtkWidget *group;
  GtkWidget *more;
  guint n_shown;
} Shown;

static void
free_shown (gpointer data)
{
  Shown *shown = data;

  g_ptr_array_unref (shown->sheets);
  g_free (shown);
}

/* The answers of a sheet cost some thirty rows: they come once somebody looks at them. */
static void
expanded_cb (AdwExpanderRow *row, GParamSpec *pspec, gpointer data)
{
  const KsOpenedSheet *sheet = data;

  g_signal_handlers_disconnect_by_func (row, expanded_cb, data);
  for (guint i = 0; i + 1 < sheet->answers->len; i += 2)
    {
      GtkWidget *line = adw_action_row_new ();
      const char *answer = sheet->answers->pdata[i + 1];

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), sheet->answers->pdata[i]);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (line), *answer != '\0' ? answer : "–");
      adw_expander_row_add_row (row, line);
    }
}

static GtkWidget *
create_sheet (KsOpenedSheet *sheet)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *number = ks_format_count (sheet->row);
  g_autofree char *title = g_strdup_printf (_ ("%s, row %s"), sheet->file, number);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (expanded_cb), sheet);
  return row;
}

static void
show_more_cb (Shown *shown)
{
  guint end = MIN (shown->sheets->len, shown->n_shown + STEP);
  g_autofree char *left = ks_format_count (shown->sheets->len - end);
  g_autofree char *words = g_strdup_printf (_ ("Show More (%s)"), left);

  for (; shown->n_shown < end; shown->n_shown++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (shown->group),
                               create_sheet (shown->sheets->pdata[shown->n_shown]));
  gtk_button_set_label (GTK_BUTTON (shown->more), words);
  gtk_widget_set_visible (shown->more, end < shown->sheets->len);
}

static GtkWidget *
create_list (GPtrArray *sheets)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *last = adw_preferences_group_new ();
  Shown *shown = g_new0 (Shown, 1);

  shown->sheets = g_ptr_array_ref (sheets);
  shown->group = adw_preferences_group_new ();
  shown->more = gtk_button_new ();
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (shown->group),
      _ ("For looking at only: nothing here can be copied, exported or printed. Opening them is in "
         "the log."));
  gtk_widget_set_halign (shown->more, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (shown->more, "clicked", G_CALLBACK (show_more_cb), shown);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (last), shown->more);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (shown->group));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (last));
  g_object_set_data_full (G_OBJECT (page), "ks-opened-window-shown", shown, free_shown);
  show_more_cb (shown);
  gtk_widget_set_vexpand (page, TRUE);
  return page;
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
