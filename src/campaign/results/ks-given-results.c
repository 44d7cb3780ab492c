/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-given-ledger.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-findings.h"
#include "ks-i18n.h"

/* Results as they stand in tables that left the program, or leave it now: the same figures as on the
 * desk's screen, made from what each unit put into the tables. */

static KsMoment
find_moment (GPtrArray *outs, gint64 seq)
{
  for (guint i = 0; i < outs->len; i++)
    {
      const KsGivenOut *out = g_ptr_array_index (outs, i);

      if (out->seq == seq)
        return out->given_at;
    }
  return KS_MOMENT_NONE;
}

static KsMoment
find_settled (GPtrArray *outs, gint64 until)
{
  KsMoment settled = KS_MOMENT_NONE;

  for (guint i = 0; i < outs->len; i++)
    {
      const KsGivenOut *out = g_ptr_array_index (outs, i);

      if ((out->kind == KS_GIVEN_PUBLISHED || out->kind == KS_GIVEN_CORRECTED)
          && out->seq <= until)
        settled = out->given_at;
    }
  return settled;
}

static KsResults *
copy_frame (KsResults *live)
{
  KsResults *self = g_object_new (KS_TYPE_RESULTS, NULL);
  guint n_units = ks_registry_get_n_units (live->registry);

  self->registry = g_object_ref (live->registry);
  self->form = g_object_ref (live->form);
  self->staff = g_memdup2 (live->staff, MAX (n_units, 1) * sizeof *live->staff);
  self->apart = g_memdup2 (live->apart, (n_units + 1) * sizeof *live->apart);
  self->files = g_ptr_array_ref (live->files);
  self->newest_answer = live->newest_answer;
  self->n_excluded = live->n_excluded;
  self->n_trials = live->n_trials;
  memcpy (self->n_waiting, live->n_waiting, sizeof self->n_waiting);
  self->kind_question = live->kind_question;
  self->outside = live->outside;
  self->closed = live->closed;
  return self;
}

/**
 * ks_given_ledger_create_results:
 * @self: a ledger
 *
 * Returns: (transfer full): the results of all units by what they last put into tables; a unit that
 *   is in none has no answers
 */
KsResults *
ks_given_ledger_create_results (KsGivenLedger *self)
{
  return ks_given_ledger_create_results_until (self, G_MAXINT64);
}

/**
 * ks_given_ledger_create_results_until:
 * @self: a ledger
 * @until: what was given out behind this seq does not count
 *
 * Returns: (transfer full): the results of all units by what they had last put into tables by then
 */
KsResults *
ks_given_ledger_create_results_until (KsGivenLedger *self, gint64 until)
{
  KsResults *results = copy_frame (self->live);
  gsize row_size = self->units->n_columns * sizeof (gint32);

  results->tally = ks_tally_new (self->units->n_units, self->units->n_columns);
  results->given = g_new0 (KsUnitGiven, MAX (self->units->n_units, 1));
  results->settled = find_settled (self->outs, until);
  if (self->silent != NULL)
    results->silent = g_memdup2 (self->silent, self->units->n_units * sizeof *self->silent);
  for (guint i = 0; i < self->units->n_units; i++)
    {
      gint64 seq;
      const gint32 *counts = ks_given_units_get_last_until (self->units, i, until, &seq);
      const gint32 *now = ks_tally_get_row (self->live->tally, i);

      results->given[i].at = find_moment (self->outs, seq);
      results->given[i].earlier = counts != NULL && memcmp (counts, now, row_size) != 0;
      if (counts != NULL)
        memcpy (ks_tally_get_row (results->tally, i), counts, row_size);
      results->n_counted += ks_tally_get_row (results->tally, i)[0];
    }
  return results;
}

/**
 * ks_results_get_given:
 * @self: results
 * @scope: a scope of theirs
 * @given: (out caller-allocates): how they may leave the program
 *
 * Tells whether these are figures that may leave, and of when they are.
 */
void
ks_results_get_given (KsResults *self, const KsScope *scope, KsGivenState *given)
{
  guint first;
  guint n_units;

  *given = (KsGivenState){ .leaving = self->given != NULL, .settled_at = self->settled,
                           .given_at = KS_MOMENT_NONE };
  ks_results_get_slice (self, scope, &first, &n_units);
  for (guint i = first; self->given != NULL && i < first + n_units; i++)
    if (self->given[i].earlier)
      {
        KsMoment at = self->given[i].at;

        given->n_earlier_units++;
        given->given_at = given->given_at == KS_MOMENT_NONE ? at : MIN (given->given_at, at);
      }
}

/**
 * ks_results_tells:
 * @self: results
 * @question: a question of their form
 *
 * Returns: whether its answers may stand in tables of these results at all: what is sensitive stays
 *   on the desk's screen, and who somebody is enters no paper
 */
gboolean
ks_results_tells (KsResults *self, const KsQuestion *question)
{
  return self->given == NULL || (!question->sensitive && !question->profile);
}

/* Tables of single units leave the program once figures are settled, but for those that would tell
 * somebody's answers beside earlier ones of their district. */
gboolean
ks_results_may_tell (KsResults *self, KsScopeKind kind, guint unit, const KsQuestion *question)
{
  return ks_results_tells (self, question)
         && (self->given == NULL || kind != KS_SCOPE_UNIT
             || (self->settled != KS_MOMENT_NONE
                 && (self->silent == NULL || !self->silent[unit])));
}

/* No finding of a unit stands in what leaves: the parts of a scope leave such units out, and its sum
 * holds them. */
gboolean
ks_results_leave_unnamed (KsResults *self, KsTransaction *tx, GError **error)
{
  g_autoptr (GHashTable) open = ks_findings_load_open_units_within (tx, error);
  guint n_units = ks_registry_get_n_units (self->registry);

  if (open == NULL)
    return FALSE;
  g_free (self->checking);
  self->checking = g_new0 (gboolean, MAX (n_units, 1));
  for (guint i = 0; i < n_units; i++)
    self->checking[i] = g_hash_table_contains (
        open, ks_unit_get_code (ks_registry_get_unit (self->registry, i)));
  return TRUE;
}

/**
 * ks_results_count_unnamed:
 * @self: results
 * @scope: a scope of theirs
 *
 * Returns: how many units of the scope are no parts of it in what leaves, since their figures are
 *   being reconciled; 0 on the desk
 */
guint
ks_results_count_unnamed (KsResults *self, const KsScope *scope)
{
  guint n_unnamed = 0;
  guint first;
  guint n_units;

  ks_results_get_slice (self, scope, &first, &n_units);
  for (guint i = first; self->checking != NULL && i < first + n_units; i++)
    n_unnamed += self->checking[i];
  return n_unnamed;
}

/**
 * ks_results_load_sendable:
 * @campaign: a campaign
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Reads who took part, for what leaves the program: no answer is shown by these results, at no time
 * (answers leave by ks_give_out() alone), and units that are being reconciled are not named.
 *
 * Returns: (transfer full): the results, or %NULL with @error set
 */
KsResults *
ks_results_load_sendable (KsCampaign *campaign, KsJob *job, GError **error)
{
  g_autoptr (KsTransaction) tx = NULL;
  g_autoptr (KsResults) self = NULL;

  if (!ks_findings_renew (campaign, job, error))
    return NULL;
  tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  self = tx != NULL ? ks_results_load_within (campaign, tx, error) : NULL;
  if (self == NULL || !ks_results_leave_unnamed (self, tx, error))
    return NULL;
  self->closed = FALSE;
  /* Groups of people stay on the desk's screen. */
  g_clear_object (&self->campaign);
  return g_steal_pointer (&self);
}

/**
 * ks_results_load_settled:
 * @campaign: a campaign whose figures were settled
 * @error: return location for an error
 *
 * Reads the figures that were settled or corrected last. Nothing is written into the file: they have
 * left the program already, or may at any time.
 *
 * Returns: (transfer full): the results, or %NULL with @error set, also where none were settled
 */
KsResults *
ks_results_load_settled (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  g_autoptr (KsGivenLedger) ledger
      = tx != NULL ? ks_given_ledger_load (campaign, tx, FALSE, error) : NULL;
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autoptr (KsResults) results = NULL;

  if (ledger == NULL)
    return NULL;
  if (ledger->published == KS_TABLE_NEVER)
    {
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED,
                   _ ("The figures of the earlier survey “%s” are not settled yet: open it and settle "
                      "them first. Until then they stay on the screen."),
                   info->title);
      return NULL;
    }
  results = ks_given_ledger_create_results (ledger);
  return ks_results_leave_unnamed (results, tx, error) ? g_steal_pointer (&results) : NULL;
}
