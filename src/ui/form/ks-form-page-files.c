/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-form-page-private.h"

#include "ks-export-form.h"
#include "ks-file-dialog.h"
#include "ks-form-import.h"
#include "ks-i18n.h"
#include "ks-print-form.h"
#include "ks-sheet-print.h"
#include "ks-shell.h"

typedef gboolean (*WriteFunc) (KsCampaign *campaign, const char *path, KsJob *job, GError **error);

/* A file being written in a thread. */
typedef struct
{
  KsCampaign *campaign;
  char *path;
  WriteFunc write;
} Task;

static void
free_task (gpointer data)
{
  Task *task = data;

  g_object_unref (task->campaign);
  g_free (task->path);
  g_free (task);
}

static gboolean
write_func (KsJob *job, gpointer data, GError **error)
{
  Task *task = data;

  return task->write (task->campaign, task->path, job, error);
}

typedef struct
{
  KsFormPage *page;
  char *name;
} Done;

static void
written_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Done *done = user_data;
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (done->page));
  g_autofree char *message = g_strdup_printf (_ ("%s was saved"), done->name);

  if (ok && shell != NULL)
    ks_shell_show_message (shell, message);
  g_object_unref (done->page);
  g_free (done->name);
  g_free (done);
}

static void
write_file (KsFormPage *self, GFile *file, WriteFunc write)
{
  g_autoptr (KsJob) job = ks_job_new (_ ("Saving the form"));
  Task *task = g_new0 (Task, 1);
  Done *done = g_new0 (Done, 1);

  *task = (Task){ g_object_ref (self->campaign), g_file_get_path (file), write };
  *done = (Done){ g_object_ref (self), g_file_get_basename (file) };
  ks_shell_run_job (ks_shell_from_widget (GTK_WIDGET (self)), job, write_func, task, free_task,
                    written_cb, done);
}

static gboolean
write_export (KsCampaign *campaign, const char *path, KsJob *job, GError **error)
{
  return ks_export_form (campaign, path, error);
}

static gboolean
write_template (KsCampaign *campaign, const char *path, KsJob *job, GError **error)
{
  return ks_export_form_template (path, error);
}

static void
export_to_cb (GFile *file, gpointer data)
{
  write_file (data, file, write_export);
}

static void
template_to_cb (GFile *file, gpointer data)
{
  write_file (data, file, write_template);
}

static void
pdf_to_cb (GFile *file, gpointer data)
{
  write_file (data, file, ks_print_form);
}

static void
export_table_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_file_dialog_save (widget, _ ("Save Form"), "Phiếu khảo sát.xlsx", _ ("Excel workbooks"),
                       ".xlsx", export_to_cb, widget);
}

static void
export_json_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_file_dialog_save (widget, _ ("Save Form"), "Phiếu khảo sát.json", _ ("JSON files"), ".json",
                       export_to_cb, widget);
}

static void
template_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_file_dialog_save (widget, _ ("Save Form"), "Mẫu điền phiếu khảo sát.xlsx",
                       _ ("Excel workbooks"), ".xlsx", template_to_cb, widget);
}

static void
save_pdf_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_file_dialog_save (widget, _ ("Save Form"), "Phiếu khảo sát.pdf", _ ("PDF files"), ".pdf",
                       pdf_to_cb, widget);
}

static void
import_from_cb (GFile *file, gpointer data)
{
  ks_form_import_present (ks_shell_from_widget (data), file);
}

static void
import_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_file_dialog_open (widget, _ ("Import Form"), _ ("Excel workbooks"), ".xlsx", import_from_cb,
                       widget);
}

static void
print_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, KsFormPage *self)
{
  g_autoptr (GError) error = NULL;
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (self));

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR || shell == NULL)
    return;
  gtk_print_operation_get_error (operation, &error);
  ks_shell_show_error (shell, error);
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsFormPage *self = KS_FORM_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (KsPages) pages = ks_lay_out_form (self->campaign, &error);
  g_autoptr (KsSheetPrint) print = pages != NULL ? ks_sheet_print_new (pages) : NULL;
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (print);

  if (print != NULL)
    {
      gtk_print_operation_set_allow_async (operation, TRUE);
      g_signal_connect_object (print, "done", G_CALLBACK (print_done_cb), self, 0);
      gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (gtk_widget_get_root (widget)), &error);
    }
  if (error != NULL)
    ks_shell_show_error (ks_shell_from_widget (widget), error);
}

/*
 * ks_form_page_install_file_actions:
 * @widget_class: the page's class
 *
 * What brings the form in and out.
 */
void
ks_form_page_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "page.export-table", NULL, export_table_cb);
  gtk_widget_class_install_action (widget_class, "page.export-json", NULL, export_json_cb);
  gtk_widget_class_install_action (widget_class, "page.template", NULL, template_cb);
  gtk_widget_class_install_action (widget_class, "page.save-pdf", NULL, save_pdf_cb);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_cb);
}
