/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-units-import-window.h"

#include "ks-encoding-view.h"
#include "ks-entry-dialog.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-units-import-item.h"
#include "ks-units-import-view.h"

/* What takes no longer shows no progress. */
#define PATIENCE 150 /* milliseconds */

struct _KsUnitsImportWindow
{
  AdwWindow parent_instance;

  GtkWidget *shell; /* weak */
  char *name;       /* of the lists, for people */
  KsUnitsImportTask *task;
  KsJob *job; /* works on the task, which is the thread's meanwhile; NULL: none does */
  guint patience_source;
  gboolean importing;

  GtkWidget *title;
  GtkWidget *leave_button;
  GtkWidget *import_button;
  GtkWidget *pane_button;
  GtkWidget *stack;
  GtkWidget *progress;
  GtkWidget *progress_label;
  GtkWidget *view;
  GtkWidget *encoding;
  GtkWidget *error_page;
};

enum
{
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KsUnitsImportWindow, ks_units_import_window, ADW_TYPE_WINDOW)

/* An import that was begun outlives its window. */
typedef struct
{
  KsUnitsImportWindow *window;
  KsShell *shell;
  KsUnitsImportTask *task;
} Import;

static void
import_done_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Import *import = user_data;

  if (ok)
    {
      if (import->task->outcome != NULL)
        ks_shell_show_outcome (import->shell, g_steal_pointer (&import->task->outcome));
      ks_shell_show_page (import->shell, "units", NULL);
    }
  g_signal_emit (import->window, signals[FINISHED], 0);
  g_object_unref (import->window);
  g_object_unref (import->shell);
  ks_units_import_task_unref (import->task);
  g_free (import);
}

static void
destroy_task (gpointer data)
{
  ks_units_import_task_unref (data);
}

static void
begin_import (gpointer data)
{
  KsUnitsImportWindow *self = data;
  g_autofree char *title = g_strdup_printf (_ ("Importing %s"), self->name);
  g_autoptr (KsJob) job = ks_job_new (title);
  KsUnitsImportTask *task = ks_units_import_task_ref (self->task);
  KsShell *shell = g_object_ref (KS_SHELL (self->shell));
  Import *import = g_new0 (Import, 1);

  *import = (Import){ g_object_ref (self), shell, ks_units_import_task_ref (task) };
  self->importing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
  ks_shell_run_job (shell, job, ks_units_import_task_apply, task, destroy_task, import_done_cb,
                    import);
}

/* What the log keeps has a name beside it. */
static void
begin_with_officer (KsUnitsImportWindow *self)
{
  ks_shell_with_officer (KS_SHELL (self->shell), begin_import, g_object_ref (self),
                         g_object_unref);
}

static char *
check_reason (const char *const *texts, gpointer data)
{
  g_autofree char *reason = g_strstrip (g_strdup (texts[0]));

  return *reason == '\0' ? g_strdup (_ ("Write a reason.")) : NULL;
}

static void
reason_given (const char *const *texts, gpointer data)
{
  KsUnitsImportWindow *self = data;

  g_free (self->task->reason);
  self->task->reason = g_strstrip (g_strdup (texts[0]));
  begin_with_officer (self);
}

static void
import_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsUnitsImportWindow *self = KS_UNITS_IMPORT_WINDOW (widget);
  const KsEntryQuestion question = {
    .heading = _ ("Why Does the Staff Change?"),
    .body = _ ("Answers have come in already, and their number is held against the staff. The log "
               "and the papers tell the reason."),
    .verb = _ ("_Change"),
    .n_entries = 1,
    .entries = { { _ ("Reason"), NULL } },
  };

  if (self->job != NULL || self->task->plan == NULL)
    return;
  if (ks_units_plan_changes_staff (self->task->plan)
      && ks_staff_needs_reason (self->task->campaign))
    ks_entry_dialog_ask (widget, &question, check_reason, reason_given, g_object_ref (self),
                         g_object_unref);
  else
    begin_with_officer (self);
}

/* One button commits, as soon as nothing is open any more. */
static void
update_button (KsUnitsImportWindow *self)
{
  KsPlanCounts counts;
  guint n_units;
  g_autofree char *count = NULL;
  g_autofree char *label = NULL;

  ks_units_plan_count (self->task->plan, &counts);
  n_units = counts.changed + counts.added + counts.restored;
  count = ks_format_count (n_units);
  label = g_strdup_printf (ngettext ("_Take Over %s Unit", "_Take Over %s Units", n_units), count);
  gtk_button_set_label (GTK_BUTTON (self->import_button), label);
  gtk_widget_set_visible (self->import_button, n_units > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.commit",
                                 n_units > 0 && counts.asked + counts.faults == 0);
}

/* In a narrow window the pane at the side takes the place of the plan. */
static void
update_pane_button (KsUnitsImportWindow *self)
{
  const char *shown = gtk_stack_get_visible_child_name (GTK_STACK (self->stack));
  gboolean folded;

  g_object_get (self->view, "folded", &folded, NULL);
  gtk_widget_set_visible (self->pane_button, folded && g_strcmp0 (shown, "plan") == 0);
}

static void
show_part (KsUnitsImportWindow *self, const char *name)
{
  gboolean plan = g_str_equal (name, "plan");

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), name);
  if (!plan)
    gtk_widget_set_visible (self->import_button, FALSE);
  update_pane_button (self);
}

static void
show_plan (KsUnitsImportWindow *self)
{
  ks_units_import_view_show (KS_UNITS_IMPORT_VIEW (self->view), self->task->plan);
  gtk_widget_set_sensitive (self->view, TRUE);
  show_part (self, "plan");
  update_button (self);
  gtk_widget_grab_focus (gtk_widget_is_sensitive (self->import_button) ? self->import_button
                                                                       : self->leave_button);
}

static void
show_failure (KsUnitsImportWindow *self, const GError *error)
{
  KsEncodingQuestion *question = self->task->plan != NULL
                                     ? ks_units_plan_get_question (self->task->plan)
                                     : NULL;
  g_autofree char *sentences
      = g_strdup_printf ("%s\n%s", error->message, _ ("Nothing was changed."));
  g_autofree char *markup = g_markup_escape_text (sentences, -1);

  if (question != NULL)
    {
      show_part (self, "encoding");
      ks_encoding_view_ask (KS_ENCODING_VIEW (self->encoding), question);
      return;
    }
  adw_status_page_set_description (ADW_STATUS_PAGE (self->error_page), markup);
  gtk_button_set_label (GTK_BUTTON (self->leave_button), _ ("_Close"));
  show_part (self, "error");
  gtk_widget_grab_focus (self->leave_button);
}

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KsUnitsImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean ok = ks_job_run_finish (KS_JOB (source), result, &error);

  g_clear_handle_id (&self->patience_source, g_source_remove);
  g_clear_object (&self->job);
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  if (ok)
    show_plan (self);
  else
    show_failure (self, error);
}

static void
show_progress_cb (KsUnitsImportWindow *self)
{
  if (self->job == NULL)
    return;
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                 ks_job_get_fraction (self->job));
  gtk_label_set_text (GTK_LABEL (self->progress_label), ks_job_get_title (self->job));
}

static gboolean
lose_patience_cb (gpointer data)
{
  KsUnitsImportWindow *self = data;

  self->patience_source = 0;
  show_part (self, "reading");
  return G_SOURCE_REMOVE;
}

/* Lets a thread have the task. */
static void
work (KsUnitsImportWindow *self, KsJobFunc func)
{
  g_autofree char *title = g_strdup_printf (_ ("Reading %s"), self->name);

  self->job = ks_job_new (title);
  g_signal_connect_object (self->job, "notify::fraction", G_CALLBACK (show_progress_cb), self,
                           G_CONNECT_SWAPPED);
  show_progress_cb (self);
  gtk_widget_set_sensitive (self->view, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.commit", FALSE);
  self->patience_source = g_timeout_add (PATIENCE, lose_patience_cb, self);
  ks_job_run_async (self->job, func, ks_units_import_task_ref (self->task), destroy_task, worked_cb,
                    g_object_ref (self));
}

static void
encoding_chosen_cb (KsUnitsImportWindow *self, guint encoding)
{
  if (self->job != NULL)
    return;
  g_array_index (self->task->inputs, KsListInput, self->task->failed).encoding
      = (KsEncoding)encoding;
  work (self, ks_units_import_task_look);
}

static void
set_column_cb (KsUnitsImportWindow *self, guint sheet, guint column, guint meaning)
{
  if (self->job != NULL)
    return;
  self->task->sheet = sheet;
  self->task->column = column;
  self->task->meaning = ks_units_import_get_meaning (meaning);
  work (self, ks_units_import_task_set_column);
}

static gboolean
ks_units_import_window_close_request (GtkWindow *window)
{
  KsUnitsImportWindow *self = KS_UNITS_IMPORT_WINDOW (window);

  g_clear_handle_id (&self->patience_source, g_source_remove);
  if (self->job != NULL)
    ks_job_stop (self->job);
  if (!self->importing)
    g_signal_emit (self, signals[FINISHED], 0);
  return GTK_WINDOW_CLASS (ks_units_import_window_parent_class)->close_request (window);
}

static void
ks_units_import_window_dispose (GObject *object)
{
  KsUnitsImportWindow *self = KS_UNITS_IMPORT_WINDOW (object);

  g_clear_handle_id (&self->patience_source, g_source_remove);
  if (self->shell != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->shell), (gpointer *)&self->shell);
  self->shell = NULL;
  g_clear_pointer (&self->task, ks_units_import_task_unref);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (ks_units_import_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/vn/danvan/KhaoSat/ui/units/ks-units-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportWindow, title);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportWindow, leave_button);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportWindow, import_button);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportWindow, pane_button);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportWindow, progress_label);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportWindow, view);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportWindow, encoding);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportWindow, error_page);
  gtk_widget_class_bind_template_callback (widget_class, set_column_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_button);
  gtk_widget_class_bind_template_callback (widget_class, update_pane_button);
  gtk_widget_class_bind_template_callback (widget_class, encoding_chosen_cb);
}

static void
ks_units_import_window_class_init (KsUnitsImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_units_import_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ks_units_import_window_close_request;
  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (KS_TYPE_UNITS_IMPORT_VIEW);
  g_type_ensure (KS_TYPE_ENCODING_VIEW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "import.commit", NULL, import_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ks_units_import_window_init (KsUnitsImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ks_units_import_window_new:
 * @shell: the window with the campaign
 * @task: (transfer full): the lists
 *
 * Returns: (transfer none): a window that has not looked at the lists yet; it is owned by GTK
 */
KsUnitsImportWindow *
ks_units_import_window_new (KsShell *shell, KsUnitsImportTask *task)
{
  KsUnitsImportWindow *self = g_object_new (KS_TYPE_UNITS_IMPORT_WINDOW, NULL);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (shell));

  self->task = task;
  self->name = ks_units_import_task_dup_name (task);
  self->shell = GTK_WIDGET (shell);
  g_object_add_weak_pointer (G_OBJECT (shell), (gpointer *)&self->shell);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), self->name);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  return self;
}

/**
 * ks_units_import_window_begin:
 * @self: a window
 *
 * Shows the window and reads its lists, off the main thread.
 */
void
ks_units_import_window_begin (KsUnitsImportWindow *self)
{
  work (self, ks_units_import_task_look);
  show_part (self, "reading");
  gtk_window_present (GTK_WINDOW (self));
}
