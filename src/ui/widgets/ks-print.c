/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-print.h"

#include "ks-i18n.h"
#include "ks-settings.h"
#include "ks-shell.h"

/* The printer and what it was told stand in the next dialog too, today and tomorrow. */
static void
remember_settings (GtkPrintOperation *operation)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;

  if (settings == NULL)
    return;
  gtk_print_settings_to_key_file (settings, file, "Print Settings");
  for (const char *const *key = (const char *const[]){ GTK_PRINT_SETTINGS_N_COPIES,
                                                       GTK_PRINT_SETTINGS_PAGE_RANGES,
                                                       GTK_PRINT_SETTINGS_PRINT_PAGES, NULL };
       *key != NULL; key++)
    g_key_file_remove_key (file, "Print Settings", *key, NULL);
  text = g_key_file_to_data (file, NULL, NULL);
  ks_settings_set_text ("print-settings", text);
}

static GtkPrintSettings *
dup_settings (void)
{
  g_autofree char *text = ks_settings_dup_text ("print-settings");
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (text == NULL || !g_key_file_load_from_data (file, text, (gsize)-1, G_KEY_FILE_NONE, NULL))
    return NULL;
  return gtk_print_settings_new_from_key_file (file, "Print Settings", NULL);
}

typedef struct
{
  GtkWidget *widget;
  KsSheetPrint *print;
} Printing;

static const KsPrintWork *
get_work (KsSheetPrint *print)
{
  return g_object_get_data (G_OBJECT (print), "work");
}

static void
print_ended_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Printing *printing = user_data;
  const KsPrintWork *work = get_work (printing->print);

  if (ok && work->ended != NULL)
    work->ended (printing->widget, printing->print);
  g_object_unref (printing->print);
  g_object_unref (printing->widget);
  g_free (printing);
}

/**
 * ks_print_get_data:
 * @print: a print of ks_print_run()
 *
 * Returns: (transfer none) (nullable): what is printed, as it was given
 */
gpointer
ks_print_get_data (KsSheetPrint *print)
{
  return g_object_get_data (G_OBJECT (print), "data");
}

/* With its first page the print is under way: before, the person only looked at a dialog. */
static void
begun_cb (KsSheetPrint *print, GtkWidget *widget)
{
  const KsPrintWork *work = get_work (print);
  g_autoptr (KsJob) job = ks_job_new (_ (work->title));
  Printing *printing = g_new (Printing, 1);

  *printing = (Printing){ g_object_ref (widget), g_object_ref (print) };
  ks_sheet_print_set_job (print, job);
  g_object_set_data_full (G_OBJECT (print), "job", g_object_ref (job), g_object_unref);
  ks_shell_run_job (ks_shell_from_widget (widget), job, NULL, NULL, NULL, print_ended_cb, printing);
  if (work->begun != NULL)
    work->begun (widget, print);
}

static void
end_job (KsJob *job, GtkPrintOperationResult result)
{
  g_autoptr (GError) stopped = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                                    _ ("Printing was stopped"));

  ks_job_end (job, result == GTK_PRINT_OPERATION_RESULT_APPLY ? NULL : stopped);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWidget *widget)
{
  KsJob *job = g_object_get_data (G_OBJECT (operation), "job");
  KsShell *shell = ks_shell_from_widget (widget);
  g_autoptr (GError) error = NULL;

  /* The print may outlive the window. */
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR && shell != NULL)
    {
      gtk_print_operation_get_error (operation, &error);
      ks_shell_show_error (shell, error);
    }
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    remember_settings (operation);
  if (job != NULL)
    end_job (job, result);
}

/* Who has looked wants to print, or else leaves the dialog. */
static void
previewed_cb (KsSheetPrint *print, GtkWidget *widget)
{
  KsShell *shell = ks_shell_from_widget (widget);

  if (shell != NULL && ks_shell_get_campaign (shell) != NULL)
    ks_print_run (widget, ks_sheet_print_get_pages (print), get_work (print),
                  g_object_steal_data (G_OBJECT (print), "data"));
}

/**
 * ks_print_run:
 * @widget: a widget of the window, in whose name the work is called
 * @pages: what to print
 * @work: what is to be done about it
 * @data: (nullable) (transfer full): what is printed, for the functions of @work
 *
 * Prints pages.
 */
void
ks_print_run (GtkWidget *widget, KsPages *pages, const KsPrintWork *work, gpointer data)
{
  g_autoptr (KsSheetPrint) print = ks_sheet_print_new (pages);
  g_autoptr (GtkPrintSettings) settings = dup_settings ();
  g_autoptr (GError) error = NULL;

  g_object_set_data (G_OBJECT (print), "work", (gpointer)work);
  g_object_set_data_full (G_OBJECT (print), "data", data, work->destroy);
  if (settings != NULL)
    ks_sheet_print_use_settings (print, settings);
  gtk_print_operation_set_allow_async (GTK_PRINT_OPERATION (print), TRUE);
  g_signal_connect_object (print, "begun", G_CALLBACK (begun_cb), widget, 0);
  g_signal_connect_object (print, "previewed", G_CALLBACK (previewed_cb), widget, 0);
  g_signal_connect_object (print, "done", G_CALLBACK (done_cb), widget, 0);
  if (gtk_print_operation_run (GTK_PRINT_OPERATION (print), GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (gtk_widget_get_root (widget)), &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    ks_shell_show_error (ks_shell_from_widget (widget), error);
}
