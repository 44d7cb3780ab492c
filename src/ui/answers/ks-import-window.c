/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-import-window.h"

#include "ks-encoding-view.h"
#include "ks-i18n.h"
#include "ks-import-task.h"
#include "ks-import-view.h"
#include "ks-number.h"

struct _KsImportWindow
{
  KsAssistant parent_instance;

  KsImportTask *task; /* the assistant's own holds it */
  GtkWidget *view;
  GtkWidget *encoding;
};

G_DEFINE_FINAL_TYPE (KsImportWindow, ks_import_window, KS_TYPE_ASSISTANT)

static gpointer
ref_task (gpointer task)
{
  return ks_import_task_ref (task);
}

static void
unref_task (gpointer task)
{
  ks_import_task_unref (task);
}

static KsOutcome *
steal_outcome (gpointer task)
{
  return g_steal_pointer (&((KsImportTask *)task)->outcome);
}

static char *
dup_verb (const KsImportResult *result)
{
  g_autofree char *count = ks_format_count (result->added);

  if (result->added == 0)
    return result->recorded ? g_strdup (_ ("_Note It")) : NULL;
  return g_strdup_printf (ngettext ("_Import %s Sheet", "_Import %s Sheets", result->added), count);
}

static void
ks_import_window_show (KsAssistant *assistant)
{
  KsImportWindow *self = KS_IMPORT_WINDOW (assistant);
  const KsImportResult *result = self->task->result;
  g_autofree char *verb = dup_verb (result);

  ks_import_view_show (KS_IMPORT_VIEW (self->view), self->task);
  ks_assistant_offer (assistant, verb, TRUE);
}

/* What was said changes what would come in. */
static void
answered_cb (KsImportWindow *self)
{
  if (!ks_assistant_is_working (KS_ASSISTANT (self)))
    ks_assistant_work (KS_ASSISTANT (self), ks_import_task_look);
}

static gboolean
ks_import_window_ask (KsAssistant *assistant)
{
  KsImportWindow *self = KS_IMPORT_WINDOW (assistant);

  if (self->task->question != NULL)
    ks_encoding_view_ask (KS_ENCODING_VIEW (self->encoding), self->task->question);
  return self->task->question != NULL;
}

static void
encoding_chosen_cb (KsImportWindow *self, guint encoding)
{
  if (ks_assistant_is_working (KS_ASSISTANT (self)))
    return;
  ks_import_task_choose (self->task, (KsEncoding)encoding);
  ks_assistant_work (KS_ASSISTANT (self), ks_import_task_look);
}

static void
ks_import_window_class_init (KsImportWindowClass *klass)
{
  KsAssistantClass *assistant_class = KS_ASSISTANT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  assistant_class->ref_task = ref_task;
  assistant_class->unref_task = unref_task;
  assistant_class->steal_outcome = steal_outcome;
  assistant_class->commit = ks_import_task_import;
  assistant_class->page = "answers";
  assistant_class->show = ks_import_window_show;
  assistant_class->ask = ks_import_window_ask;
  g_type_ensure (KS_TYPE_IMPORT_VIEW);
  g_type_ensure (KS_TYPE_ENCODING_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/vn/danvan/KhaoSat/ui/answers/ks-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KsImportWindow, view);
  gtk_widget_class_bind_template_child (widget_class, KsImportWindow, encoding);
  gtk_widget_class_bind_template_callback (widget_class, encoding_chosen_cb);
}

static void
ks_import_window_init (KsImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->view, "answered", G_CALLBACK (answered_cb), self,
                           G_CONNECT_SWAPPED);
  ks_assistant_set_side_box (KS_ASSISTANT (self),
                             ks_import_view_get_side_box (KS_IMPORT_VIEW (self->view)));
}

static char *
dup_name (GPtrArray *files, guint n_files)
{
  if (n_files > 1)
    return g_strdup_printf (ngettext ("%u file", "%u files", n_files), n_files);
  return g_file_get_basename (files->pdata[0]);
}

/**
 * ks_import_window_new:
 * @shell: the window with the campaign
 * @files: (element-type GFile): files of answers
 *
 * Returns: (transfer none): a window that has not looked at the files yet; it is owned by GTK
 */
KsImportWindow *
ks_import_window_new (KsShell *shell, GPtrArray *files)
{
  KsImportWindow *self = g_object_new (KS_TYPE_IMPORT_WINDOW, NULL);
  g_autofree char *name = NULL;

  self->task = ks_import_task_new (ks_shell_get_campaign (shell), files);
  name = dup_name (files, ks_import_task_get_n_files (self->task));
  ks_assistant_set_task (KS_ASSISTANT (self), shell, self->task, name);
  return self;
}

/**
 * ks_import_window_begin:
 * @self: a window
 *
 * Shows the window and looks at its files, off the main thread.
 */
void
ks_import_window_begin (KsImportWindow *self)
{
  ks_assistant_begin (KS_ASSISTANT (self), ks_import_task_look);
}
