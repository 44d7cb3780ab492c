/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-units-import-window.h"

#include "ks-encoding-view.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-staff-reason.h"
#include "ks-units-import-item.h"
#include "ks-units-import-view.h"

struct _KsUnitsImportWindow
{
  KsAssistant parent_instance;

  KsUnitsImportTask *task; /* the assistant's own holds it */
  GtkWidget *view;
  GtkWidget *encoding;
};

G_DEFINE_FINAL_TYPE (KsUnitsImportWindow, ks_units_import_window, KS_TYPE_ASSISTANT)

static gpointer
ref_task (gpointer task)
{
  return ks_units_import_task_ref (task);
}

static void
unref_task (gpointer task)
{
  ks_units_import_task_unref (task);
}

static KsOutcome *
steal_outcome (gpointer task)
{
  return g_steal_pointer (&((KsUnitsImportTask *)task)->outcome);
}

static void
reason_given (const char *reason, gpointer data)
{
  KsUnitsImportWindow *self = data;

  g_free (self->task->reason);
  self->task->reason = g_strdup (reason);
  ks_assistant_commit (KS_ASSISTANT (self));
}

static void
ks_units_import_window_confirm (KsAssistant *assistant)
{
  KsUnitsImportWindow *self = KS_UNITS_IMPORT_WINDOW (assistant);

  if (self->task->plan == NULL)
    return;
  if (ks_units_plan_changes_staff (self->task->plan)
      && ks_staff_needs_reason (self->task->campaign))
    ks_staff_reason_ask (GTK_WIDGET (self),
                         _ ("Answers have come in already, and their number is held against the "
                            "staff. The log and the papers tell the reason."),
                         reason_given, g_object_ref (self), g_object_unref);
  else
    ks_assistant_commit (assistant);
}

/* One button commits, as soon as nothing is open any more. */
static void
update_button (KsUnitsImportWindow *self)
{
  KsPlanCounts counts;
  guint n_units;
  g_autofree char *count = NULL;
  g_autofree char *verb = NULL;

  ks_units_plan_count (self->task->plan, &counts);
  n_units = counts.changed + counts.added + counts.restored;
  count = ks_format_count (n_units);
  verb = g_strdup_printf (ngettext ("_Take Over %s Unit", "_Take Over %s Units", n_units), count);
  ks_assistant_offer (KS_ASSISTANT (self), n_units > 0 ? verb : NULL,
                      counts.asked + counts.faults == 0);
}

static void
ks_units_import_window_show (KsAssistant *assistant)
{
  KsUnitsImportWindow *self = KS_UNITS_IMPORT_WINDOW (assistant);

  ks_units_import_view_show (KS_UNITS_IMPORT_VIEW (self->view), self->task->plan);
  update_button (self);
}

static gboolean
ks_units_import_window_ask (KsAssistant *assistant)
{
  KsUnitsImportWindow *self = KS_UNITS_IMPORT_WINDOW (assistant);
  KsEncodingQuestion *question = self->task->plan != NULL
                                     ? ks_units_plan_get_question (self->task->plan)
                                     : NULL;

  if (question != NULL)
    ks_encoding_view_ask (KS_ENCODING_VIEW (self->encoding), question);
  return question != NULL;
}

static void
encoding_chosen_cb (KsUnitsImportWindow *self, guint encoding)
{
  if (ks_assistant_is_working (KS_ASSISTANT (self)))
    return;
  g_array_index (self->task->inputs, KsListInput, self->task->failed).encoding
      = (KsEncoding)encoding;
  ks_assistant_work (KS_ASSISTANT (self), ks_units_import_task_look);
}

static void
set_column_cb (KsUnitsImportWindow *self, guint sheet, guint column, guint meaning)
{
  if (ks_assistant_is_working (KS_ASSISTANT (self)))
    return;
  self->task->sheet = sheet;
  self->task->column = column;
  self->task->meaning = ks_units_import_get_meaning (meaning);
  ks_assistant_work (KS_ASSISTANT (self), ks_units_import_task_set_column);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/vn/danvan/KhaoSat/ui/units/ks-units-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportWindow, view);
  gtk_widget_class_bind_template_child (widget_class, KsUnitsImportWindow, encoding);
  gtk_widget_class_bind_template_callback (widget_class, set_column_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_button);
  gtk_widget_class_bind_template_callback (widget_class, encoding_chosen_cb);
}

static void
ks_units_import_window_class_init (KsUnitsImportWindowClass *klass)
{
  KsAssistantClass *assistant_class = KS_ASSISTANT_CLASS (klass);

  assistant_class->ref_task = ref_task;
  assistant_class->unref_task = unref_task;
  assistant_class->steal_outcome = steal_outcome;
  assistant_class->commit = ks_units_import_task_apply;
  assistant_class->page = "units";
  assistant_class->show = ks_units_import_window_show;
  assistant_class->ask = ks_units_import_window_ask;
  assistant_class->confirm = ks_units_import_window_confirm;
  g_type_ensure (KS_TYPE_UNITS_IMPORT_VIEW);
  g_type_ensure (KS_TYPE_ENCODING_VIEW);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
ks_units_import_window_init (KsUnitsImportWindow *self)
{
  KsUnitsImportView *view;

  gtk_widget_init_template (GTK_WIDGET (self));
  view = KS_UNITS_IMPORT_VIEW (self->view);
  ks_assistant_set_side_box (KS_ASSISTANT (self), ks_units_import_view_get_side_box (view));
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
  g_autofree char *name = ks_units_import_task_dup_name (task);

  self->task = task;
  ks_assistant_set_task (KS_ASSISTANT (self), shell, task, name);
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
  ks_assistant_begin (KS_ASSISTANT (self), ks_units_import_task_look);
}
