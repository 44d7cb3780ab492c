/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-import-task.h"

#include "ks-tables-error.h"

/**
 * ks_import_task_new:
 * @campaign: a campaign
 * @files: (element-type GFile): local files of answers; one that stands there twice counts once
 *
 * Returns: (transfer full): a task that knows nothing of the files yet
 */
KsImportTask *
ks_import_task_new (KsCampaign *campaign, GPtrArray *files)
{
  KsImportTask *self = g_atomic_rc_box_new0 (KsImportTask);

  self->campaign = g_object_ref (campaign);
  self->paths = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *path = g_file_get_path (files->pdata[i]);

      if (path != NULL && !g_ptr_array_find_with_equal_func (self->paths, path, g_str_equal, NULL))
        g_ptr_array_add (self->paths, g_steal_pointer (&path));
    }
  g_ptr_array_add (self->paths, NULL);
  self->encodings = g_array_new (FALSE, TRUE, sizeof (KsEncoding));
  g_array_set_size (self->encodings, self->paths->len);
  return self;
}

/**
 * ks_import_task_get_n_files:
 * @self: a task
 *
 * Returns: how many files it is about
 */
guint
ks_import_task_get_n_files (const KsImportTask *self)
{
  return self->paths->len - 1;
}

/**
 * ks_import_task_choose:
 * @self: a task with a question
 * @encoding: the answer
 *
 * Lets the file that was asked of be read so.
 */
void
ks_import_task_choose (KsImportTask *self, KsEncoding encoding)
{
  g_array_index (self->encodings, KsEncoding, self->asked) = encoding;
}

static const KsEncoding *
get_encodings (const KsImportTask *self)
{
  return (const KsEncoding *)(gpointer)self->encodings->data;
}

static const char *const *
get_paths (const KsImportTask *self)
{
  return (const char *const *)self->paths->pdata;
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
  g_ptr_array_unref (self->paths);
  g_array_unref (self->encodings);
  g_clear_pointer (&self->question, ks_encoding_question_free);
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  g_clear_pointer (&self->recipes, g_ptr_array_unref);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_free (self->refusal);
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

/* Tables with the same header are read alike. */
static GPtrArray *
collect_recipes (GPtrArray *plans)
{
  GPtrArray *recipes = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_recipe_free);

  for (guint i = 0; i < plans->len; i++)
    {
      const KsRecipe *recipe = ((const KsImportPlan *)plans->pdata[i])->recipe;

      if (ks_recipes_find (recipes, recipe) == NULL)
        g_ptr_array_add (recipes, ks_recipe_copy (recipe));
    }
  return recipes;
}

static gboolean
look (KsImportTask *self, KsJob *job, GError **error)
{
  g_autoptr (GPtrArray) plans
      = ks_plan_files (self->campaign, get_paths (self), get_encodings (self), self->recipes, job,
                       error);
  g_autoptr (GPtrArray) recipes = plans != NULL ? collect_recipes (plans) : NULL;
  GPtrArray *results = recipes != NULL
                           ? ks_import_files_answered (self->campaign, get_paths (self),
                                                       get_encodings (self), recipes, TRUE, job,
                                                       NULL, error)
                           : NULL;

  if (results == NULL)
    return FALSE;
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  g_clear_pointer (&self->recipes, g_ptr_array_unref);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->result, ks_import_result_free);
  self->plans = g_steal_pointer (&plans);
  self->recipes = g_steal_pointer (&recipes);
  self->results = results;
  self->result
      = ks_import_results_sum ((KsImportResult *const *)results->pdata, results->len);
  return TRUE;
}

/* Of several files the first whose letters leave a doubt that no recipe settles. */
static void
find_question (KsImportTask *self, KsJob *job)
{
  for (guint i = 0; i < ks_import_task_get_n_files (self) && self->question == NULL; i++)
    {
      const char *const paths[] = { get_paths (self)[i], NULL };
      g_autoptr (GError) local = NULL;
      g_autoptr (GPtrArray) plans
          = ks_plan_files (self->campaign, paths, get_encodings (self) + i, NULL, job, &local);

      if (!g_error_matches (local, KS_TABLES_ERROR, KS_TABLES_ERROR_ENCODING))
        continue;
      self->asked = i;
      self->question = ks_encoding_question_new_for_file (paths[0]);
    }
}

/**
 * ks_import_task_look:
 * @job: (nullable): progress
 * @task: a #KsImportTask
 * @error: return location for an error
 *
 * Fills the task's plans and recipes, and what the import would do, as the recipes say if they were
 * filled before. Changes nothing.
 *
 * Returns: %FALSE with @error set when a file is not taken; the task then has the question to answer,
 *   if there is one
 */
gboolean
ks_import_task_look (KsJob *job, gpointer task, GError **error)
{
  KsImportTask *self = task;
  g_autoptr (GError) local = NULL;

  g_clear_pointer (&self->refusal, g_free);
  g_clear_pointer (&self->question, ks_encoding_question_free);
  if (look (self, job, &local))
    return TRUE;
  if (self->plans == NULL || g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      if (g_error_matches (local, KS_TABLES_ERROR, KS_TABLES_ERROR_ENCODING))
        find_question (self, job);
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  /* What was said last is taken back, and why is told. */
  self->refusal = g_strdup (local->message);
  g_ptr_array_unref (self->recipes);
  self->recipes = collect_recipes (self->plans);
  return TRUE;
}

/**
 * ks_import_task_import:
 * @job: (nullable): progress
 * @task: a #KsImportTask
 * @error: return location for an error
 *
 * Takes the files in, all or none, and fills the task's outcome.
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_import_task_import (KsJob *job, gpointer task, GError **error)
{
  KsImportTask *self = task;
  g_autoptr (GPtrArray) results
      = ks_import_files_answered (self->campaign, get_paths (self), get_encodings (self),
                                  self->recipes, FALSE, job, &self->outcome, error);

  return results != NULL;
}
