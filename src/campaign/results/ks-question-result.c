/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-results-private.h"

#include <string.h>

#include "ks-disclosure.h"

/* What was answered to one question, as far as it may be told. */

/* Of a unit's question nothing is shown under five answers; and then nothing of it enters its
 * district and its province either, so that no difference gives it away. Of a question with texts
 * only the number of those who wrote is told, which says nothing of what they wrote: there the
 * sheets of the unit count. */
void
ks_results_get_cell (KsResults *self, const KsScope *scope, const KsQuestion *question, guint unit,
                     KsUnitCell *cell)
{
  static const gint32 nothing[1 + KS_FORM_MAX_OPTIONS];
  const gint32 *row = ks_tally_get_row (self->tally, unit);

  cell->sheets = row[0];
  cell->slots = row + 1 + question->slot;
  cell->counts
      = ks_is_shown (question->type == KS_QUESTION_TEXT ? cell->sheets : cell->slots[0]);
  if (scope->group == NULL)
    return;
  row = ks_results_get_group_row (self, scope, unit);
  cell->sheets = row != NULL ? row[0] : 0;
  cell->slots = row != NULL ? row + 1 + question->slot : nothing;
}

/* A unit by itself. */
static void
take_unit (KsResults *self, const KsScope *scope, KsQuestionResult *result, guint unit)
{
  KsUnitCell cell;

  ks_results_get_cell (self, scope, result->question, unit, &cell);
  result->staff = ks_results_get_unit_staff (self, scope, unit);
  result->answered = cell.slots[0];
  if (!cell.counts)
    {
      result->left_out = cell.slots[0];
      return;
    }
  result->blank = cell.sheets - cell.slots[0];
  for (guint i = 0; i < result->question->n_options; i++)
    result->counts[i] = cell.slots[1 + i];
}

/* A district or the province, where it is added up already. Returns how many units enter. */
static guint
take_sum (KsQuestionResult *result, KsResultSums *sums, guint row)
{
  KsQuestionSum sum;

  ks_result_sums_get (sums, row, result->question, &sum);
  result->staff = ks_result_sums_get_participation (sums, row)->staff;
  result->answered = sum.answered;
  result->blank = sum.sheets - sum.answered;
  result->left_out = sum.left_out;
  memcpy (result->counts, sum.counts, result->question->n_options * sizeof *sum.counts);
  return sum.n_units;
}

static gboolean
is_unanimous (const KsQuestionResult *result)
{
  if (result->question->type != KS_QUESTION_SINGLE)
    return FALSE;
  for (guint i = 0; i < result->question->n_options; i++)
    if (result->counts[i] == result->answered)
      return TRUE;
  return FALSE;
}

static void
sum_levels (KsQuestionResult *result)
{
  const KsQuestion *question = result->question;

  for (guint i = 0; i < question->n_options; i++)
    {
      result->good += question->options[i].good ? result->counts[i] : 0;
      result->poor += question->options[i].poor ? result->counts[i] : 0;
      if (question->ordinal && !question->options[i].has_value)
        result->dont_know += result->counts[i];
    }
}

static void
hide_levels (KsQuestionResult *result)
{
  memset (result->counts, 0, MAX (1, result->question->n_options) * sizeof *result->counts);
  result->poor = 0;
  result->dont_know = 0;
}

/* How many of a small group answered would tell whether a colleague did. */
static void
hide (KsQuestionResult *result, const KsScope *scope)
{
  if (scope->group != NULL)
    result->answered = result->left_out = 0;
  hide_levels (result);
  result->good = 0;
  result->blank = 0;
}

static gboolean
is_large_enough (KsResults *self, const KsScope *scope, const KsQuestionResult *result,
                 guint n_contributing)
{
  if (scope->group != NULL)
    return ks_results_shows_group (self, scope, result->question);
  return ks_is_shown (result->answered) && !(result->question->profile && n_contributing < 2);
}

/**
 * ks_results_dup_question:
 * @self: results
 * @scope: a scope of theirs
 * @question: a question of their form
 *
 * Sums up a question by the rules of anonymity: shown from five answers; who belongs to a smaller
 * unit is left out and counted as such; the profile questions of a single unit are never shown,
 * whatever its scope is called, since body and post together name a colleague. A group of people is
 * shown as far as it and all others can be shown together (ks_groups_shown_new()).
 *
 * Returns: (transfer full): the figures
 */
KsQuestionResult *
ks_results_dup_question (KsResults *self, const KsScope *scope, const KsQuestion *question)
{
  g_autoptr (KsQuestionResult) result = g_new0 (KsQuestionResult, 1);
  guint n_contributing = 1;
  guint place; /* the unit, or the row of the sums */
  guint n_units;

  result->question = question;
  result->counts = g_new0 (gint64, MAX (1, question->n_options));
  if (scope->kind == KS_SCOPE_UNIT)
    {
      ks_results_get_slice (self, scope, &place, &n_units);
      take_unit (self, scope, result, place);
    }
  else
    {
      KsResultSums *sums = ks_results_get_sums (self, scope, &place);

      n_contributing = take_sum (result, sums, place);
    }

  result->shown = self->closed && is_large_enough (self, scope, result, n_contributing)
                  && ks_results_may_tell (self, scope->kind, place, question);
  sum_levels (result);
  result->levels_shown = result->shown && !is_unanimous (result)
                         && !(scope->group == NULL
                                  ? ks_results_hides_levels (self, scope->kind, place, question)
                                  : ks_results_hides_group_levels (self, scope, question));
  if (!result->shown)
    hide (result, scope);
  else if (!result->levels_shown)
    hide_levels (result);
  return g_steal_pointer (&result);
}

/**
 * ks_question_result_free:
 * @self: (nullable): figures of a question
 *
 * Frees them.
 */
void
ks_question_result_free (KsQuestionResult *self)
{
  if (self == NULL)
    return;
  g_free (self->counts);
  g_free (self);
}
