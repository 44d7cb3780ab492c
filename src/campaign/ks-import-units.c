/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-import-units.h"

#include "ks-columns.h"

/**
 * ks_plan_units:
 * @campaign: a campaign
 * @paths: (array zero-terminated=1): lists of units, CSV or XLSX
 * @encoding: what delimited text is in; %KS_ENCODING_AUTO: recognise it
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Reads lists, matches their rows to the units of the registry and finds what would change. Nothing
 * is written.
 *
 * Returns: (transfer full) (nullable): the plan
 */
KsUnitsPlan *
ks_plan_units (KsCampaign *campaign, const char *const *paths, KsEncoding encoding, KsJob *job,
               GError **error)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (KsUnitsPlan) plan = ks_units_plan_new (registry);
  guint n_paths = g_strv_length ((char **) paths);

  for (guint i = 0; i < n_paths; i++)
    {
      g_autoptr (KsSheetSource) source = ks_open_list (paths[i], encoding, error);

      if (source == NULL || !ks_units_plan_add (plan, source, error)
          || (job != NULL && !ks_job_report (job, i + 1, n_paths + 1, error)))
        return NULL;
    }
  ks_units_plan_match (plan);
  return g_steal_pointer (&plan);
}

/**
 * ks_import_units:
 * @campaign: a campaign
 * @path: a list of units
 * @job: (nullable): progress
 * @outcome: (out) (optional) (transfer full): what was done
 * @error: return location for an error
 *
 * Takes over what a list tells, if nobody needs to be asked: see ks_units_plan_apply().
 *
 * Returns: %FALSE with @error set; the registry is then as it was
 */
gboolean
ks_import_units (KsCampaign *campaign, const char *path, KsJob *job, KsOutcome **outcome,
                 GError **error)
{
  const char *const paths[] = { path, NULL };
  g_autoptr (KsUnitsPlan) plan = ks_plan_units (campaign, paths, KS_ENCODING_AUTO, job, error);

  return plan != NULL && ks_units_plan_apply (plan, campaign, NULL, job, outcome, error);
}
