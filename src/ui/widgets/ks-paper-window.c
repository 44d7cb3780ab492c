/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-paper-window.h"

#include "ks-file-dialog.h"
#include "ks-i18n.h"
#include "ks-preview.h"
#include "ks-sheet-print.h"
#include "ks-shell.h"

struct _KsPaperWindow
{
  AdwWindow parent_instance;
  KsPages *pages;
  KsMoment stamp;
  char *file_name; /* that is proposed */

  GtkWidget *preview;
};

G_DEFINE_FINAL_TYPE (KsPaperWindow, ks_paper_window, ADW_TYPE_WINDOW)

/* Messages and work stand in the window behind, which outlives this one. */
static KsShell *
get_shell (KsPaperWindow *self)
{
  GtkWindow *behind = gtk_window_get_transient_for (GTK_WINDOW (self));

  return behind != NULL ? ks_shell_from_widget (GTK_WIDGET (behind)) : NULL;
}

typedef struct
{
  KsPages *pages;
  KsMoment stamp;
  char *path;
} Writing;

static void
free_writing (gpointer data)
{
  Writing *writing = data;

  g_object_unref (writing->pages);
  g_free (writing->path);
  g_free (writing);
}

static gboolean
write_func (KsJob *job, gpointer data, GError **error)
{
  Writing *writing = data;

  return ks_pages_write_pdf (writing->pages, writing->path, writing->stamp, job, error);
}

typedef struct
{
  GtkWidget *shell;
  GFile *file;
} Written;

static void
written_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Written *written = user_data;
  g_autofree char *name = g_file_get_basename (written->file);
  g_autofree char *message = g_strdup_printf (_ ("%s was saved"), name);
  g_autoptr (GFile) folder = g_file_get_parent (written->file);

  if (ok)
    ks_shell_show_written (KS_SHELL (written->shell), message, folder);
  g_object_unref (written->shell);
  g_object_unref (written->file);
  g_free (written);
}

static void
save_to_cb (GFile *file, gpointer data)
{
  KsPaperWindow *self = data;
  KsShell *shell = get_shell (self);
  g_autoptr (KsJob) job = ks_job_new (_ ("Saving the paper"));
  char *path = g_file_get_path (file);
  Writing *writing;
  Written *written;

  if (path == NULL || shell == NULL)
    {
      g_free (path);
      return;
    }
  writing = g_new (Writing, 1);
  written = g_new (Written, 1);
  *writing = (Writing){ g_object_ref (self->pages), self->stamp, path };
  *written = (Written){ GTK_WIDGET (g_object_ref (shell)), g_object_ref (file) };
  ks_shell_run_job (shell, job, write_func, writing, free_writing, written_cb, written);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsPaperWindow *self = KS_PAPER_WINDOW (widget);

  ks_file_dialog_save (widget, _ ("Save as PDF"), self->file_name, _ ("PDF files"), ".pdf",
                       save_to_cb, self);
}

static void
print_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, KsPaperWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR && get_shell (self) != NULL)
    {
      gtk_print_operation_get_error (operation, &error);
      ks_shell_show_error (get_shell (self), error);
    }
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    gtk_window_close (GTK_WINDOW (self));
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsPaperWindow *self = KS_PAPER_WINDOW (widget);
  g_autoptr (KsSheetPrint) print = ks_sheet_print_new (self->pages);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_allow_async (GTK_PRINT_OPERATION (print), TRUE);
  g_signal_connect_object (print, "done", G_CALLBACK (print_done_cb), self, 0);
  gtk_print_operation_run (GTK_PRINT_OPERATION (print), GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (self), &error);
  if (error != NULL && get_shell (self) != NULL)
    ks_shell_show_error (get_shell (self), error);
}

static void
ks_paper_window_dispose (GObject *object)
{
  KsPaperWindow *self = KS_PAPER_WINDOW (object);

  g_clear_object (&self->pages);
  g_clear_pointer (&self->file_name, g_free);
  G_OBJECT_CLASS (ks_paper_window_parent_class)->dispose (object);
}

static void
ks_paper_window_class_init (KsPaperWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_paper_window_dispose;

  g_type_ensure (KS_TYPE_PREVIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/vn/danvan/KhaoSat/ui/widgets/ks-paper-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KsPaperWindow, preview);
  gtk_widget_class_install_action (widget_class, "paper.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "paper.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "paper.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "paper.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ks_paper_window_init (KsPaperWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ks_paper_window_present:
 * @widget: a widget of the window that it belongs to
 * @pages: the paper
 * @stamp: the moment that its PDF carries
 * @title: what it is
 * @file_name: proposed for its PDF
 *
 * Shows a paper, to be printed or saved.
 */
void
ks_paper_window_present (GtkWidget *widget, KsPages *pages, KsMoment stamp, const char *title,
                         const char *file_name)
{
  KsPaperWindow *self
      = g_object_new (KS_TYPE_PAPER_WINDOW, "transient-for", gtk_widget_get_root (widget),
                      "title", title, NULL);

  self->pages = g_object_ref (pages);
  self->stamp = stamp;
  self->file_name = g_strdup (file_name);
  ks_preview_set_pages (KS_PREVIEW (self->preview), pages);
  gtk_window_present (GTK_WINDOW (self));
}
