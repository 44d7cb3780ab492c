/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-export-papers.h"

#include "ks-confirm.h"
#include "ks-file-dialog.h"
#include "ks-i18n.h"
#include "ks-shell.h"

/* Papers being written; shared with the thread. */
typedef struct
{
  GtkWidget *widget;
  KsCampaign *campaign;
  KsPapersChoice choice;
  char *previous;
  char *folder;
  KsOutcome *outcome;
} Export;

static void
clear_export (gpointer data)
{
  Export *export = data;

  g_object_unref (export->widget);
  g_object_unref (export->campaign);
  g_free (export->previous);
  g_free (export->folder);
  g_clear_pointer (&export->outcome, ks_outcome_free);
}

static void
unref_export (gpointer export)
{
  g_atomic_rc_box_release_full (export, clear_export);
}

static gboolean
write_func (KsJob *job, gpointer data, GError **error)
{
  Export *export = data;

  return ks_write_papers (export->campaign, &export->choice, export->folder, job, &export->outcome,
                          error);
}

static void
written_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Export *export = user_data;
  KsShell *shell = ks_shell_from_widget (export->widget);
  g_autoptr (GFile) folder = g_file_new_for_path (export->folder);

  if (ok && shell != NULL)
    ks_shell_show_written (shell, ks_outcome_get_message (export->outcome), folder);
  unref_export (export);
}

static void
run (gpointer data)
{
  Export *export = data;
  g_autoptr (KsJob) job = ks_job_new (_ ("Writing the papers"));

  ks_shell_run_job (ks_shell_from_widget (export->widget), job, write_func,
                    g_atomic_rc_box_acquire (export), unref_export, written_cb,
                    g_atomic_rc_box_acquire (export));
}

/**
 * ks_export_papers_write:
 * @widget: a widget of the window
 * @campaign: its campaign
 * @choice: which files
 * @folder: where to
 *
 * Writes papers in a thread.
 */
void
ks_export_papers_write (GtkWidget *widget,
                        KsCampaign *campaign,
                        const KsPapersChoice *choice,
                        const char *folder)
{
  Export *export = g_atomic_rc_box_new0 (Export);

  export->widget = g_object_ref (widget);
  export->campaign = g_object_ref (campaign);
  export->choice = *choice;
  export->choice.previous = export->previous = g_strdup (choice->previous);
  export->folder = g_strdup (folder);
  ks_shell_with_officer (ks_shell_from_widget (widget), run, export, unref_export);
}

enum
{
  CHECK_DOCX,
  CHECK_PDF,
  CHECK_XLSX,
  CHECK_DISTRICTS,
  CHECK_UNITS,
  N_CHECKS,
};

/* What was asked before the folder was. It hangs on the widget, which outlives both dialogs. */
typedef struct
{
  GtkWidget *widget; /* borrowed */
  KsCampaign *campaign;
  KsPaperWish marks;
  char *previous;
  GtkCheckButton *checks[N_CHECKS];
} Asking;

static void
free_asking (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->campaign);
  for (guint i = 0; i < N_CHECKS; i++)
    g_object_unref (asking->checks[i]);
  g_free (asking->previous);
  g_free (asking);
}

static void
folder_cb (GFile *folder, gpointer data)
{
  Asking *asking = data;
  g_autofree char *path = g_file_get_path (folder);
  const KsPapersChoice choice = {
    .docx = gtk_check_button_get_active (asking->checks[CHECK_DOCX]),
    .pdf = gtk_check_button_get_active (asking->checks[CHECK_PDF]),
    .xlsx = gtk_check_button_get_active (asking->checks[CHECK_XLSX]),
    .districts = gtk_check_button_get_active (asking->checks[CHECK_DISTRICTS]),
    .units = gtk_check_button_get_active (asking->checks[CHECK_UNITS]),
    .draft = asking->marks.draft,
    .internal = asking->marks.internal,
    .previous = asking->previous,
  };

  if (path != NULL)
    ks_export_papers_write (asking->widget, asking->campaign, &choice, path);
}

static void
choose_cb (gpointer data)
{
  ks_file_dialog_choose_folder (((Asking *)data)->widget, _ ("Folder for the Papers"), folder_cb,
                                data);
}

static GtkWidget *
make_checks (Asking *asking)
{
  static const struct
  {
    const char *label;
    gboolean active;
  } checks[N_CHECKS] = {
    [CHECK_DOCX] = { N_ ("Word documents (DOCX)"), TRUE },
    [CHECK_PDF] = { N_ ("PDF files"), TRUE },
    [CHECK_XLSX] = { N_ ("Excel workbooks (XLSX)"), TRUE },
    [CHECK_DISTRICTS] = { N_ ("Also the units of each district"), FALSE },
    [CHECK_UNITS] = { N_ ("Also the account of each unit"), FALSE },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < N_CHECKS; i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (_ (checks[i].label));

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), checks[i].active);
      asking->checks[i] = g_object_ref_sink (GTK_CHECK_BUTTON (check));
      gtk_box_append (GTK_BOX (box), check);
    }
  return box;
}

/**
 * ks_export_papers_ask:
 * @widget: a widget of the window
 * @campaign: its campaign
 * @marks: whether papers are drafts or for internal circulation, and what the report compares with
 *
 * Asks which files and for a folder, and writes every paper that can be made.
 */
void
ks_export_papers_ask (GtkWidget *widget, KsCampaign *campaign, const KsPaperWish *marks)
{
  Asking *asking = g_new0 (Asking, 1);
  const KsConfirm question = {
    .heading = _ ("Export All Papers"),
    .body = _ ("Every paper that can be made now goes into one folder, as it stands with its "
               "settings. What waits for something is told afterwards."),
    .verb = _ ("_Choose the Folder…"),
    .extra = make_checks (asking),
  };

  asking->widget = widget;
  asking->campaign = g_object_ref (campaign);
  asking->marks = *marks;
  asking->previous = g_strdup (marks->previous);
  g_object_set_data_full (G_OBJECT (widget), "ks-papers-asking", asking, free_asking);
  ks_confirm_ask (widget, &question, choose_cb, asking, NULL);
}
