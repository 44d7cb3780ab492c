/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-shortlist.h"

#include <math.h>

#include "ks-bar-table.h"
#include "ks-criteria-table.h"
#include "ks-disclosure.h"
#include "ks-findings.h"
#include "ks-i18n.h"
#include "ks-nominee-table.h"
#include "ks-number.h"
#include "ks-shortlist-private.h"
#include "ks-shortlist-words.h"

/**
 * ks_candidate_free:
 * @self: (nullable): a candidate
 *
 * Frees the candidate.
 */
void
ks_candidate_free (KsCandidate *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->unit);
  g_free (self->blind_name);
  g_free (self->measures);
  g_free (self->grades);
  g_free (self->points);
  g_free (self->reason);
  g_free (self->chosen_reason);
  g_free (self->chosen_merits);
  g_free (self);
}

/**
 * ks_shortlist_free:
 * @self: (nullable): a ranking
 *
 * Frees the ranking.
 */
void
ks_shortlist_free (KsShortlist *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->criteria, ks_criteria_free);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->nominees, g_ptr_array_unref);
  g_free (self);
}

static KsCandidate *
make_candidate (const KsShortlist *list, KsResults *results, KsUnit *unit)
{
  KsCandidate *candidate = g_new0 (KsCandidate, 1);

  candidate->unit = g_object_ref (unit);
  candidate->staff = ks_unit_get_staff_in_scope (unit);
  candidate->answers = ks_results_get_unit_answers (results, unit);
  candidate->reported = KS_MOMENT_NONE;
  candidate->told = -1;
  candidate->measures = g_new0 (double, list->n_criteria + 1);
  candidate->grades = g_new0 (double, list->n_criteria + 1);
  candidate->points = g_new0 (double, list->n_criteria + 1);
  for (guint i = 0; i < list->n_criteria; i++)
    candidate->measures[i] = NAN;
  return candidate;
}

static void
make_candidates (KsShortlistReading *reading)
{
  KsShortlist *list = reading->list;

  list->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_candidate_free);
  for (guint i = 0; i < ks_registry_get_n_units (reading->registry); i++)
    g_ptr_array_add (
        list->candidates,
        make_candidate (list, reading->results, ks_registry_get_unit (reading->registry, i)));
}

static void
add_choices (KsShortlistReading *reading)
{
  for (guint i = 0; i < reading->list->nominees->len; i++)
    {
      const KsNominee *nominee = reading->list->nominees->pdata[i];
      KsCandidate *candidate = nominee->kind == KS_NOMINEE_UNIT
                                   ? ks_shortlist_reading_find (reading, nominee->unit)
                                   : NULL;

      if (candidate == NULL)
        continue;
      candidate->chosen = TRUE;
      g_free (candidate->chosen_reason);
      candidate->chosen_reason = g_strdup (nominee->reason);
      g_free (candidate->chosen_merits);
      candidate->chosen_merits = ks_shortlist_dup_merits (reading->list, nominee, FALSE);
    }
}

/* Findings on single sheets never bar a unit: anybody could plant one. */
static void
add_findings (KsShortlistReading *reading, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const KsFinding *finding = findings->pdata[i];
      KsCandidate *candidate = ks_finding_kind_is_of_unit (finding->kind)
                                   ? ks_shortlist_reading_find (reading, finding->unit)
                                   : NULL;

      if (candidate == NULL)
        continue;
      candidate->open |= ks_finding_is_open (finding);
      candidate->settled
          |= ks_finding_settles_excess (finding, candidate->answers - candidate->staff);
    }
}

static gboolean
add_bars (KsShortlistReading *reading, KsTransaction *tx, GError **error)
{
  g_autoptr (GPtrArray) bars = ks_bar_table_load (tx, error);

  for (guint i = 0; bars != NULL && i < bars->len; i++)
    {
      const KsBar *bar = bars->pdata[i];
      KsCandidate *candidate = ks_shortlist_reading_find (reading, bar->unit);

      if (candidate == NULL)
        continue;
      candidate->standing = KS_STANDING_BARRED;
      candidate->reason = g_strdup (bar->reason);
    }
  return bars != NULL;
}

static char *
describe_excess (const KsCandidate *candidate)
{
  g_autofree char *answers = ks_format_count (candidate->answers);
  g_autofree char *staff = ks_format_count (candidate->staff);

  return g_strdup_printf (
      _ ("%s answer sheets, more than %s officials in scope: the figures are being checked"),
      answers, staff);
}

static char *
describe_few (const KsCandidate *candidate)
{
  if (candidate->staff <= 0)
    return g_strdup (_ ("The number of officials is not in the registry yet"));
  if (candidate->answers == 0)
    return g_strdup (_ ("No answer sheet counts yet"));
  return g_strdup_printf (_ ("Only %d answer sheets count: not enough to judge by"),
                          (int)candidate->answers);
}

static void
judge (KsCandidate *candidate)
{
  gboolean over = candidate->answers > candidate->staff && !candidate->settled;

  if (candidate->standing == KS_STANDING_BARRED)
    return;
  if (candidate->staff <= 0 || candidate->answers < KS_MIN_ANSWERS)
    {
      candidate->standing = KS_STANDING_FEW;
      candidate->reason = describe_few (candidate);
    }
  else if (over || candidate->open)
    {
      candidate->standing = KS_STANDING_FINDINGS;
      candidate->reason
          = over ? describe_excess (candidate)
                 : g_strdup (_ ("Its figures are being checked: see the page of answers"));
    }
  else
    candidate->reason = g_strdup ("");
  candidate->eligible = candidate->standing == KS_STANDING_RANKED;
}

static void
judge_all (KsShortlist *list)
{
  for (guint i = 0; i < list->candidates->len; i++)
    {
      KsCandidate *candidate = list->candidates->pdata[i];

      judge (candidate);
      list->n_eligible += candidate->eligible;
      list->n_findings += candidate->standing == KS_STANDING_FINDINGS;
      list->n_few += candidate->standing == KS_STANDING_FEW;
      list->n_barred += candidate->standing == KS_STANDING_BARRED;
    }
}

static gboolean
read_all (KsShortlistReading *reading, KsTransaction *tx, GError **error)
{
  KsShortlist *list = reading->list;

  list->criteria = ks_criteria_table_load (tx, error);
  list->nominees = list->criteria != NULL ? ks_nominee_table_load (tx, error) : NULL;
  if (list->nominees == NULL)
    return FALSE;
  list->n_criteria = list->criteria->criteria->len;
  make_candidates (reading);
  if (!ks_shortlist_read_work (reading, tx, error) || !ks_shortlist_read_apart (reading, tx, error)
      || !ks_shortlist_read_own (reading, tx, error) || !add_bars (reading, tx, error))
    return FALSE;
  add_choices (reading);
  ks_shortlist_read_figures (reading);
  ks_shortlist_read_answers (reading);
  ks_shortlist_name_blindly (reading);
  return TRUE;
}

/**
 * ks_shortlist_load:
 * @campaign: a campaign
 * @error: return location for an error
 *
 * Ranks the units by how they carried the survey out. The anchors of the criteria were fixed
 * before the data: the points of one unit never depend on the others.
 *
 * Returns: (transfer full): the ranking, or %NULL with @error set
 */
KsShortlist *
ks_shortlist_load (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsResults) results = ks_results_load (campaign, error);
  g_autoptr (GPtrArray) findings
      = results != NULL ? ks_findings_load (campaign, TRUE, error) : NULL;
  g_autoptr (KsTransaction) tx
      = findings != NULL ? ks_store_begin_read (ks_campaign_get_store (campaign), error) : NULL;
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autoptr (KsShortlist) list = g_new0 (KsShortlist, 1);
  KsShortlistReading reading = { list, results, NULL, info };

  if (tx == NULL)
    return NULL;
  reading.registry = ks_results_get_registry (results);
  if (!read_all (&reading, tx, error))
    return NULL;
  add_findings (&reading, findings);
  judge_all (list);
  ks_shortlist_grade (list);
  ks_shortlist_rank (list);
  return g_steal_pointer (&list);
}

/**
 * ks_shortlist_find:
 * @self: a ranking
 * @code: of a unit
 *
 * Returns: (transfer none) (nullable): the unit on the list
 */
KsCandidate *
ks_shortlist_find (const KsShortlist *self, const char *code)
{
  for (guint i = 0; i < self->candidates->len; i++)
    {
      KsCandidate *candidate = self->candidates->pdata[i];

      if (g_str_equal (ks_unit_get_code (candidate->unit), code))
        return candidate;
    }
  return NULL;
}

/**
 * ks_shortlist_get_name:
 * @self: a ranking
 * @candidate: one of its candidates
 *
 * Returns: (transfer none): the unit's name, or while the scale was never locked its blind name
 */
const char *
ks_shortlist_get_name (const KsShortlist *self, const KsCandidate *candidate)
{
  return self->criteria->blind ? candidate->blind_name : ks_unit_get_name (candidate->unit);
}
