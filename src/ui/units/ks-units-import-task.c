/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-units-import-task.h"

#include "ks-i18n.h"
#include "ks-number.h"

static void
clear_input (gpointer data)
{
  KsListInput *input = data;

  g_free ((char *)input->path);
  g_free ((char *)input->block);
  g_clear_pointer (&input->units, g_ptr_array_unref);
}

/**
 * ks_units_import_task_new:
 * @campaign: a campaign
 *
 * Returns: (transfer full): a task without lists
 */
KsUnitsImportTask *
ks_units_import_task_new (KsCampaign *campaign)
{
  KsUnitsImportTask *self = g_atomic_rc_box_new0 (KsUnitsImportTask);

  self->campaign = g_object_ref (campaign);
  self->inputs = g_array_new (FALSE, TRUE, sizeof (KsListInput));
  g_array_set_clear_func (self->inputs, clear_input);
  return self;
}

/**
 * ks_units_import_task_ref:
 * @self: a task
 *
 * Returns: (transfer full): the same task
 */
KsUnitsImportTask *
ks_units_import_task_ref (KsUnitsImportTask *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_task (gpointer data)
{
  KsUnitsImportTask *self = data;

  g_object_unref (self->campaign);
  g_array_unref (self->inputs);
  g_clear_pointer (&self->plan, ks_units_plan_unref);
  g_clear_pointer (&self->outcome, ks_outcome_free);
  g_free (self->reason);
}

/**
 * ks_units_import_task_unref:
 * @self: (transfer full): a task
 *
 * Gives a reference back.
 */
void
ks_units_import_task_unref (KsUnitsImportTask *self)
{
  g_atomic_rc_box_release_full (self, clear_task);
}

/**
 * ks_units_import_task_add_file:
 * @self: a task
 * @file: a local file
 *
 * Adds a list.
 */
void
ks_units_import_task_add_file (KsUnitsImportTask *self, GFile *file)
{
  const KsListInput input = { .path = g_file_get_path (file) };

  g_array_append_val (self->inputs, input);
}

/**
 * ks_units_import_task_set_block:
 * @self: a task without lists
 * @text: what was copied in a spreadsheet
 * @units: (element-type KsUnit): see ks_units_plan_add_block()
 * @n_selected: likewise
 *
 * Makes the block the task's only list.
 */
void
ks_units_import_task_set_block (KsUnitsImportTask *self, const char *text, GPtrArray *units,
                                guint n_selected)
{
  const KsListInput input
      = { .block = g_strdup (text), .units = g_ptr_array_ref (units), .n_selected = n_selected };

  g_array_append_val (self->inputs, input);
}

/**
 * ks_units_import_task_dup_name:
 * @self: a task with its lists
 *
 * Returns: (transfer full): what they are called, for people
 */
char *
ks_units_import_task_dup_name (KsUnitsImportTask *self)
{
  const KsListInput *input = &g_array_index (self->inputs, KsListInput, 0);
  g_autofree char *count = ks_format_count (self->inputs->len);

  if (self->inputs->len > 1)
    return g_strdup_printf (ngettext ("%s file", "%s files", self->inputs->len), count);
  return input->path != NULL ? g_filename_display_basename (input->path)
                             : g_strdup (_ ("Pasted block"));
}

/**
 * ks_units_import_task_look:
 * @job: (nullable): progress
 * @task: a #KsUnitsImportTask
 * @error: return location for an error
 *
 * Reads the lists and makes the plan anew. Changes nothing.
 *
 * Returns: %FALSE with @error set; the plan then has the question to answer, if there is one
 */
gboolean
ks_units_import_task_look (KsJob *job, gpointer task, GError **error)
{
  KsUnitsImportTask *self = task;

  g_clear_pointer (&self->plan, ks_units_plan_unref);
  return ks_plan_lists (self->campaign, (const KsListInput *)(gpointer)self->inputs->data,
                        self->inputs->len, &self->plan, &self->failed, job, error);
}

/**
 * ks_units_import_task_set_column:
 * @job: (nullable): progress
 * @task: a #KsUnitsImportTask whose column and meaning are set
 * @error: return location for an error
 *
 * Reads the lists anew as a person says what a column is.
 *
 * Returns: %TRUE
 */
gboolean
ks_units_import_task_set_column (KsJob *job, gpointer task, GError **error)
{
  KsUnitsImportTask *self = task;

  ks_units_plan_set_column (self->plan, self->sheet, self->column, self->meaning);
  return TRUE;
}

/**
 * ks_units_import_task_apply:
 * @job: (nullable): progress
 * @task: a #KsUnitsImportTask
 * @error: return location for an error
 *
 * Carries the plan out and fills the task's outcome.
 *
 * Returns: %FALSE with @error set; the registry is then as it was
 */
gboolean
ks_units_import_task_apply (KsJob *job, gpointer task, GError **error)
{
  KsUnitsImportTask *self = task;

  return ks_units_plan_apply (self->plan, self->campaign, self->reason, job, &self->outcome, error);
}
