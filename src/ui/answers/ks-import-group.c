/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-import-group.h"

#include "ks-i18n.h"

static void
free_group (gpointer data)
{
  KsImportGroup *self = data;

  g_ptr_array_unref (self->plans);
  g_ptr_array_unref (self->recipes);
  ks_import_result_free (self->result);
  g_free (self->files);
  g_free (self);
}

static void
join (GArray *labels, guint one, guint other)
{
  guint from = g_array_index (labels, guint, other);
  guint to = g_array_index (labels, guint, one);

  for (guint i = 0; i < labels->len; i++)
    if (g_array_index (labels, guint, i) == from)
      g_array_index (labels, guint, i) = to;
}

static gboolean
belong_together (const KsImportTask *task, guint one, guint other)
{
  const KsImportPlan *a = task->plans->pdata[one];
  const KsImportPlan *b = task->plans->pdata[other];

  return a->file_index == b->file_index || ks_recipe_is_same_header (a->recipe, b->recipe);
}

/* Tables of one file belong together, and files with the same header: a label for each table. */
static GArray *
label_tables (const KsImportTask *task)
{
  GArray *labels = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < task->plans->len; i++)
    {
      g_array_append_val (labels, i);
      for (guint k = 0; k < i; k++)
        if (g_array_index (labels, guint, k) != g_array_index (labels, guint, i)
            && belong_together (task, k, i))
          join (labels, k, i);
    }
  return labels;
}

/* The first name and how many there are: enough to find them by. */
static char *
name_files (const KsImportTask *task, const KsImportGroup *group)
{
  const KsImportPlan *first = group->plans->pdata[0];
  g_autofree char *name = g_path_get_basename (task->paths->pdata[first->file_index]);
  g_autofree char *shown = g_filename_display_name (name);
  guint n_others = 0;

  for (guint i = 1; i < group->plans->len; i++)
    n_others += ((const KsImportPlan *)group->plans->pdata[i])->file_index
                != ((const KsImportPlan *)group->plans->pdata[i - 1])->file_index;
  if (n_others == 0)
    return g_steal_pointer (&shown);
  return g_strdup_printf (ngettext ("%s and %u other file", "%s and %u other files", n_others),
                          shown, n_others);
}

static KsImportGroup *
make_group (const KsImportTask *task, GArray *labels, guint label)
{
  KsImportGroup *self = g_new0 (KsImportGroup, 1);
  g_autoptr (GPtrArray) results = g_ptr_array_new ();

  self->plans = g_ptr_array_new ();
  self->recipes = g_ptr_array_new ();
  for (guint i = 0; i < labels->len; i++)
    {
      const KsImportPlan *plan = task->plans->pdata[i];
      KsRecipe *recipe = ks_recipes_find (task->recipes, plan->recipe);

      if (g_array_index (labels, guint, i) != label)
        continue;
      g_ptr_array_add (self->plans, (gpointer)plan);
      g_ptr_array_add (results, task->results->pdata[i]);
      if (!g_ptr_array_find (self->recipes, recipe, NULL))
        g_ptr_array_add (self->recipes, recipe);
    }
  self->result = ks_import_results_sum ((KsImportResult *const *)results->pdata, results->len);
  if (self->plans->len < task->plans->len)
    self->files = name_files (task, self);
  return self;
}

/**
 * ks_import_groups_new:
 * @task: files that were looked at; it must outlive the groups
 *
 * Returns: (transfer full) (element-type KsImportGroup): its files, in their order, those that are
 *   read alike together
 */
GPtrArray *
ks_import_groups_new (const KsImportTask *task)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (free_group);
  g_autoptr (GArray) labels = label_tables (task);

  for (guint i = 0; i < labels->len; i++)
    {
      gboolean seen = FALSE;

      for (guint k = 0; k < i; k++)
        seen |= g_array_index (labels, guint, k) == g_array_index (labels, guint, i);
      if (!seen)
        g_ptr_array_add (groups, make_group (task, labels, g_array_index (labels, guint, i)));
    }
  return groups;
}

/**
 * ks_import_group_get_doubtful:
 * @self: a group
 *
 * Returns: (transfer none): the table that there is most to ask about: of which nothing but an
 *   officer decides the dates, else the first
 */
const KsImportPlan *
ks_import_group_get_doubtful (const KsImportGroup *self)
{
  for (guint i = 0; i < self->plans->len; i++)
    if (ks_import_plan_reads_both_ways (self->plans->pdata[i]))
      return self->plans->pdata[i];
  return self->plans->pdata[0];
}
