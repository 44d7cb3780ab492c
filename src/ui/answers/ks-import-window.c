/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-import-window.h"

#include "ks-i18n.h"
#include "ks-import-task.h"
#include "ks-import-view.h"
#include "ks-number.h"

struct _KsImportWindow
{
  AdwWindow parent_instance;

  GtkWidget *shell; /* weak */
  char *name;       /* of the file, for people */
  KsImportTask *task;
  KsJob *job; /* looks at the file; NULL before and after */
  gboolean importing;

  GtkWidget *title;
  GtkWidget *leave_button;
  GtkWidget *import_button;
  GtkWidget *stack;
  GtkWidget *progress;
  GtkWidget *progress_label;
  GtkWidget *view;
  GtkWidget *error_page;
};

enum
{
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KsImportWindow, ks_import_window, ADW_TYPE_WINDOW)

/* An import that was begun outlives its window. */
typedef struct
{
  KsImportWindow *window;
  KsShell *shell;
  KsImportTask *task;
} Import;

static void
import_done_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Import *import = user_data;

  if (ok)
    {
      if (import->task->outcome != NULL)
        ks_shell_show_outcome (import->shell, g_steal_pointer (&import->task->outcome));
      ks_shell_show_page (import->shell, "answers", NULL);
    }
  g_signal_emit (import->window, signals[FINISHED], 0);
  g_object_unref (import->window);
  g_object_unref (import->shell);
  ks_import_task_unref (import->task);
  g_free (import);
}

static void
destroy_task (gpointer data)
{
  ks_import_task_unref (data);
}

static void
begin_import (gpointer data)
{
  KsImportWindow *self = data;
  g_autofree char *title = g_strdup_printf (_ ("Importing %s"), self->name);
  g_autoptr (KsJob) job = ks_job_new (title);
  KsImportTask *task = ks_import_task_ref (self->task);
  KsShell *shell = g_object_ref (KS_SHELL (self->shell));
  Import *import = g_new0 (Import, 1);

  *import = (Import){ g_object_ref (self), shell, ks_import_task_ref (task) };
  self->importing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
  ks_shell_run_job (shell, job, ks_import_task_import, task, destroy_task, import_done_cb, import);
}

/* What the log keeps has a name beside it. */
static void
import_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsImportWindow *self = KS_IMPORT_WINDOW (widget);

  ks_shell_with_officer (KS_SHELL (self->shell), begin_import, g_object_ref (self),
                         g_object_unref);
}

static void
show_plan (KsImportWindow *self)
{
  const KsImportResult *result = self->task->result;
  g_autofree char *count = ks_format_count (result->added);
  g_autofree char *label
      = g_strdup_printf (ngettext ("_Import %s Sheet", "_Import %s Sheets", result->added), count);

  ks_import_view_show (KS_IMPORT_VIEW (self->view), self->task->plan, result,
                       self->task->campaign);
  gtk_button_set_label (GTK_BUTTON (self->import_button), label);
  gtk_widget_set_visible (self->import_button, result->added > 0);
  if (result->added == 0)
    gtk_button_set_label (GTK_BUTTON (self->leave_button), _ ("_Close"));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "plan");
  gtk_widget_grab_focus (result->added > 0 ? self->import_button : self->leave_button);
}

static void
show_failure (KsImportWindow *self, const GError *error)
{
  g_autofree char *sentences
      = g_strdup_printf ("%s\n%s", error->message, _ ("Nothing was changed."));
  g_autofree char *markup = g_markup_escape_text (sentences, -1);

  adw_status_page_set_description (ADW_STATUS_PAGE (self->error_page), markup);
  gtk_button_set_label (GTK_BUTTON (self->leave_button), _ ("_Close"));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "error");
  gtk_widget_grab_focus (self->leave_button);
}

static void
look_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KsImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean ok = ks_job_run_finish (KS_JOB (source), result, &error);

  g_clear_object (&self->job);
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  if (ok)
    show_plan (self);
  else
    show_failure (self, error);
}

static void
show_progress_cb (KsImportWindow *self)
{
  double seconds = self->job != NULL ? ks_job_get_seconds_left (self->job) : -1;
  g_autofree char *text = NULL;

  if (self->job == NULL)
    return;
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                 ks_job_get_fraction (self->job));
  if (seconds >= 1)
    text = g_strdup_printf (_ ("%s · about %d s left"), ks_job_get_title (self->job),
                            (int)seconds);
  gtk_label_set_text (GTK_LABEL (self->progress_label),
                      text != NULL ? text : ks_job_get_title (self->job));
}

static gboolean
ks_import_window_close_request (GtkWindow *window)
{
  KsImportWindow *self = KS_IMPORT_WINDOW (window);

  if (self->job != NULL)
    ks_job_stop (self->job);
  if (!self->importing)
    g_signal_emit (self, signals[FINISHED], 0);
  return GTK_WINDOW_CLASS (ks_import_window_parent_class)->close_request (window);
}

static void
ks_import_window_dispose (GObject *object)
{
  KsImportWindow *self = KS_IMPORT_WINDOW (object);

  if (self->shell != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->shell), (gpointer *)&self->shell);
  self->shell = NULL;
  g_clear_pointer (&self->task, ks_import_task_unref);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (ks_import_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/vn/danvan/KhaoSat/ui/answers/ks-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KsImportWindow, title);
  gtk_widget_class_bind_template_child (widget_class, KsImportWindow, leave_button);
  gtk_widget_class_bind_template_child (widget_class, KsImportWindow, import_button);
  gtk_widget_class_bind_template_child (widget_class, KsImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KsImportWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, KsImportWindow, progress_label);
  gtk_widget_class_bind_template_child (widget_class, KsImportWindow, view);
  gtk_widget_class_bind_template_child (widget_class, KsImportWindow, error_page);
}

static void
ks_import_window_class_init (KsImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_import_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ks_import_window_close_request;
  signals[FINISHED] = g_signal_new ("finished", KS_TYPE_IMPORT_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (KS_TYPE_IMPORT_VIEW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "import.commit", NULL, import_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ks_import_window_init (KsImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ks_import_window_new:
 * @shell: the window with the campaign
 * @file: a file of answers
 *
 * Returns: (transfer none): a window that has not looked at the file yet; it is owned by GTK
 */
KsImportWindow *
ks_import_window_new (KsShell *shell, GFile *file)
{
  KsImportWindow *self = g_object_new (KS_TYPE_IMPORT_WINDOW, NULL);
  g_autofree char *path = g_file_get_path (file);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (shell));

  self->name = g_file_get_basename (file);
  self->task = ks_import_task_new (ks_shell_get_campaign (shell), path != NULL ? path : "");
  self->shell = GTK_WIDGET (shell);
  g_object_add_weak_pointer (G_OBJECT (shell), (gpointer *)&self->shell);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), self->name);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  return self;
}

/**
 * ks_import_window_begin:
 * @self: a window
 *
 * Shows the window and looks at its file, off the main thread.
 */
void
ks_import_window_begin (KsImportWindow *self)
{
  g_autofree char *title = g_strdup_printf (_ ("Reading %s"), self->name);

  self->job = ks_job_new (title);
  g_signal_connect_object (self->job, "notify::fraction", G_CALLBACK (show_progress_cb), self,
                           G_CONNECT_SWAPPED);
  show_progress_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  ks_job_run_async (self->job, ks_import_task_look, ks_import_task_ref (self->task), destroy_task,
                    look_done_cb, g_object_ref (self));
}
