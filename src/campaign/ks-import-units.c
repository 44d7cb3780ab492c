/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-import-units.h"

#include "ks-columns.h"

static gboolean
add_list (KsUnitsPlan *plan, const KsListInput *input, GError **error)
{
  g_autoptr (KsSheetSource) source = NULL;

  if (input->block != NULL)
    return ks_units_plan_add_block (plan, input->block, input->units, input->n_selected, error);
  source = ks_open_list (input->path, input->encoding, error);
  return source != NULL && ks_units_plan_add (plan, source, input->encoding, error);
}

/**
 * ks_plan_lists:
 * @campaign: a campaign
 * @inputs: (array length=n_inputs): lists of units
 * @n_inputs: how many
 * @plan: (out) (transfer full): the plan; after a failure, with the question that it needs an answer
 *   to, if there is one: see ks_units_plan_get_question()
 * @failed: (out): number of the list that failed
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Reads lists, matches their rows to the units of the registry and finds what would change. Nothing
 * is written.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_plan_lists (KsCampaign *campaign, const KsListInput *inputs, guint n_inputs, KsUnitsPlan **plan,
               guint *failed, KsJob *job, GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);

  *plan = ks_units_plan_new (registry);
  ks_units_plan_set_last_day (*plan, ks_staff_get_last_day (campaign));
  for (guint i = 0; i < n_inputs; i++)
    if (!add_list (*plan, &inputs[i], error)
        || (job != NULL && !ks_job_report (job, i + 1, n_inputs + 1, error)))
      {
        *failed = i;
        return FALSE;
      }
  ks_units_plan_match (*plan);
  return TRUE;
}

/**
 * ks_plan_units:
 * @campaign: a campaign
 * @paths: (array zero-terminated=1): lists of units, CSV or XLSX
 * @encoding: what those are in of which it is not certain; %KS_ENCODING_AUTO: recognise it, or fail
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * As ks_plan_lists(), of files.
 *
 * Returns: (transfer full) (nullable): the plan
 */
KsUnitsPlan *
ks_plan_units (KsCampaign *campaign, const char *const *paths, KsEncoding encoding, KsJob *job,
               GError **error)
{
  guint n_paths = g_strv_length ((char **) paths), failed;
  g_autofree KsListInput *inputs = g_new0 (KsListInput, n_paths + 1);
  g_autoptr (KsUnitsPlan) plan = NULL;

  for (guint i = 0; i < n_paths; i++)
    inputs[i] = (KsListInput){ .path = paths[i], .encoding = encoding };
  if (!ks_plan_lists (campaign, inputs, n_paths, &plan, &failed, job, error))
    return NULL;
  return g_steal_pointer (&plan);
}
