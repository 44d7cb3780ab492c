/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-import-task.h"

/**
 * ks_import_task_new:
 * @campaign: a campaign
 * @path: a file of answers
 *
 * Returns: (transfer full): a task that knows nothing of the file yet
 */
KsImportTask *
ks_import_task_new (KsCampaign *campaign, const char *path)
{
  KsImportTask *self = g_atomic_rc_box_new0 (KsImportTask);

  self->campaign = g_object_ref (campaign);
  self->path = g_strdup (path);
  return self;
}

/**
 * ks_import_task_ref:
 * @self: a task
 *
 * Returns: (transfer full): the same task
 */
KsImportTask *
ks_import_task_ref (KsImportTask *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_task (gpointer data)
{
  KsImportTask *self = data;

  g_object_unref (self->campaign);
  g_free (self->path);
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  ks_import_result_free (self->result);
  g_clear_pointer (&self->outcome, ks_outcome_free);
}

/**
 * ks_import_task_unref:
 * @self: (transfer full): a task
 *
 * Gives a reference back.
 */
void
ks_import_task_unref (KsImportTask *self)
{
  g_atomic_rc_box_release_full (self, clear_task);
}

/**
 * ks_import_task_look:
 * @job: (nullable): progress
 * @task: a #KsImportTask
 * @error: return location for an error
 *
 * Fills the task's plans and what the import would do. Changes nothing.
 *
 * Returns: %FALSE with @error set when the file is not taken
 */
gboolean
ks_import_task_look (KsJob *job, gpointer task, GError **error)
{
  KsImportTask *self = task;

  self->plans = ks_plan_tables (self->campaign, self->path, NULL, job, error);
  if (self->plans == NULL)
    return FALSE;
  self->result = ks_import_responses (self->campaign, self->path, TRUE, job, NULL, error);
  return self->result != NULL;
}

/**
 * ks_import_task_import:
 * @job: (nullable): progress
 * @task: a #KsImportTask
 * @error: return location for an error
 *
 * Takes the file in and fills the task's outcome.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_import_task_import (KsJob *job, gpointer task, GError **error)
{
  KsImportTask *self = task;
  g_autoptr (KsImportResult) result
      = ks_import_responses (self->campaign, self->path, FALSE, job, &self->outcome, error);

  return result != NULL;
}
