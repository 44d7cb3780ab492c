/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-finding-figures.h"

#include "ks-finding-table.h"
#include "ks-results-private.h"
#include "ks-work-table.h"

static gboolean
find_reported (KsTransaction *tx, const char *unit, gint64 *reported, GError **error)
{
  g_autoptr (GPtrArray) reports = ks_work_table_load_reports (tx, error);

  for (guint i = 0; reports != NULL && i < reports->len; i++)
    {
      const KsReport *report = g_ptr_array_index (reports, i);

      if (g_str_equal (report->unit, unit))
        *reported = MAX (report->answered, 0);
    }
  return reports != NULL;
}

static gboolean
count_others (KsTransaction *tx, const KsFinding *finding, guint *n_others, GError **error)
{
  g_autoptr (GPtrArray) findings = ks_finding_table_load (tx, error);

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const KsFinding *other = g_ptr_array_index (findings, i);

      *n_others += ks_finding_is_open (other) && other->id != finding->id
                   && g_str_equal (other->unit, finding->unit);
    }
  return findings != NULL;
}

/**
 * ks_finding_figures_load:
 * @campaign: a campaign
 * @finding: a finding of a unit
 * @figures: (out caller-allocates): what is known of the unit
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_finding_figures_load (KsCampaign *campaign, const KsFinding *finding,
                         KsFindingFigures *figures, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  g_autoptr (KsResults) results = tx != NULL ? ks_results_load_within (campaign, tx, error) : NULL;
  KsUnit *unit = results != NULL
                     ? ks_registry_lookup (ks_results_get_registry (results), finding->unit)
                     : NULL;

  *figures = (KsFindingFigures){ .reported = KS_FIGURE_NONE };
  if (unit != NULL)
    {
      figures->staff = ks_unit_get_staff_in_scope (unit);
      figures->answers = ks_results_get_unit_answers (results, unit);
    }
  return results != NULL && find_reported (tx, finding->unit, &figures->reported, error)
         && count_others (tx, finding, &figures->n_others, error);
}
