/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-find-private.h"

#include "ks-counts.h"
#include "ks-results-private.h"
#include "ks-vanished-table.h"
#include "ks-work-table.h"

/* Frees a finding that is not kept. */
void
ks_found_free (KsFound *self)
{
  if (self == NULL)
    return;
  ks_finding_free (self->finding);
  g_array_unref (self->rows);
  g_free (self);
}

/* A finding without numbers and rows yet. */
KsFound *
ks_found_new (KsFindingKind kind, const char *unit, gint64 batch, gint64 key)
{
  KsFound *self = g_new0 (KsFound, 1);

  self->finding = g_new0 (KsFinding, 1);
  self->finding->kind = kind;
  self->finding->unit = g_strdup (unit);
  self->finding->batch = batch;
  self->finding->key = key;
  self->finding->reason = g_strdup ("");
  self->finding->actor = g_strdup ("");
  self->finding->decided = KS_MOMENT_NONE;
  self->rows = g_array_new (FALSE, FALSE, sizeof (KsFindingRow));
  return self;
}

/* Adds a sheet that it is about. */
void
ks_found_add_row (KsFound *self, gint64 response, gint64 mark)
{
  KsFindingRow row = { response, mark };

  g_array_append_val (self->rows, row);
  self->finding->n_rows++;
}

static void
add_over_staff (KsResults *results, GPtrArray *found)
{
  for (guint i = 0; i < ks_registry_get_n_units (results->registry); i++)
    {
      KsUnit *unit = ks_registry_get_unit (results->registry, i);
      gint64 staff = ks_unit_get_staff_in_scope (unit);
      gint64 answers = ks_results_get_unit_answers (results, unit);
      KsFound *each;

      if (staff <= 0 || answers <= staff)
        continue;
      each = ks_found_new (KS_FINDING_OVER_STAFF, ks_unit_get_code (unit), 0, 0);
      each->finding->numbers[0] = answers;
      each->finding->numbers[1] = staff;
      each->finding->n_rows = answers;
      g_ptr_array_add (found, each);
    }
}

static gboolean
add_reconcile (KsResults *results, KsTransaction *tx, GPtrArray *found, GError **error)
{
  g_autoptr (GPtrArray) reports = ks_work_table_load_reports (tx, error);

  for (guint i = 0; reports != NULL && i < reports->len; i++)
    {
      const KsReport *report = g_ptr_array_index (reports, i);
      KsUnit *unit = ks_registry_lookup (results->registry, report->unit);
      gint64 staff = unit != NULL ? ks_unit_get_staff_in_scope (unit) : 0;
      gint64 answers = unit != NULL ? ks_results_get_unit_answers (results, unit) : 0;
      KsFound *each;

      if (staff <= 0 || report->answered < 0
          || !ks_counts_report_differs (staff, report->answered, answers))
        continue;
      each = ks_found_new (KS_FINDING_RECONCILE, report->unit, 0, 0);
      each->finding->numbers[0] = staff;
      each->finding->numbers[1] = report->answered;
      each->finding->numbers[2] = answers;
      each->finding->n_rows = answers;
      g_ptr_array_add (found, each);
    }
  return reports != NULL;
}

/* Within a unit such a count could point at somebody, so it is of all units together. */
static void
add_out_of_scope (KsResults *results, GPtrArray *found)
{
  const KsQuestion *question = results->kind_question;
  gint64 n_part_time = 0, n_other = 0;
  KsFound *each;

  for (guint i = 0; question != NULL && i < MIN (question->n_options, 64); i++)
    for (guint j = 0; (results->outside >> i & 1) != 0 && j < results->tally->n_units; j++)
      {
        gint64 n = ks_tally_get_row (results->tally, j)[1 + question->slot + 1 + i];

        if (ks_population_is_part_time (question->options[i].label))
          n_part_time += n;
        else
          n_other += n;
      }
  if (n_part_time + n_other == 0)
    return;
  each = ks_found_new (KS_FINDING_OUT_OF_SCOPE, "", 0, 0);
  each->finding->numbers[0] = n_part_time + n_other;
  each->finding->numbers[1] = n_part_time;
  each->finding->numbers[2] = n_other;
  each->finding->n_rows = n_part_time + n_other;
  g_ptr_array_add (found, each);
}

/* Adds what the counts of the units, the staff and the reports give reason to check. */
gboolean
ks_find_in_figures (KsCampaign *campaign, KsTransaction *tx, GPtrArray *found, GError **error)
{
  g_autoptr (KsResults) results = ks_results_load_within (campaign, tx, error);

  if (results == NULL || !add_reconcile (results, tx, found, error))
    return FALSE;
  add_over_staff (results, found);
  add_out_of_scope (results, found);
  return TRUE;
}

/* One finding for each import that a later file lacks sheets of. */
static gboolean
add_vanished (KsTransaction *tx, GPtrArray *found, GError **error)
{
  g_autoptr (GArray) rows = ks_vanished_table_load (tx, error);
  KsFound *each = NULL;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const KsVanishedRow *row = &g_array_index (rows, KsVanishedRow, i);

      if (each == NULL || each->finding->batch != row->batch)
        {
          each = ks_found_new (KS_FINDING_VANISHED, "", row->batch, 0);
          g_ptr_array_add (found, each);
        }
      ks_found_add_row (each, row->response, 0);
      each->finding->numbers[0]++;
    }
  return rows != NULL;
}

/* All that gives reason to check now. (transfer full) (element-type KsFound) */
GPtrArray *
ks_find (KsCampaign *campaign, KsTransaction *tx, KsJob *job, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_found_free);

  if (!ks_find_in_sheets (campaign, tx, job, found, error)
      || !ks_find_in_figures (campaign, tx, found, error) || !add_vanished (tx, found, error))
    return NULL;
  return g_steal_pointer (&found);
}
