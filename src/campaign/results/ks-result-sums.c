/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-result-sums.h"

#include "ks-results-private.h"

struct _KsResultSums {
  guint            n_columns;
  gint64          *slots;         /* row × column of the tally, of units that enter */
  gint64          *sheets;        /* the same; where a question begins */
  gint64          *left_out;
  guint           *n_units;
  KsParticipation *participation; /* per row */
};

static void
add_question (KsResultSums *self, KsResults *results, const KsScope *people,
              const KsQuestion *question, guint unit, gsize row)
{
  gsize place = row * self->n_columns + 1 + question->slot;
  KsUnitCell cell;

  ks_results_get_cell (results, people, question, unit, &cell);
  if (!cell.counts)
    {
      self->left_out[place] += cell.slots[0];
      return;
    }
  self->n_units[place]++;
  self->sheets[place] += cell.sheets;
  for (guint i = 0; i <= question->n_options; i++)
    self->slots[place + i] += cell.slots[i];
}

static void
add_unit (KsResultSums *self, KsResults *results, const KsScope *people, guint unit, guint row)
{
  guint n_questions;
  const KsQuestion *questions = ks_form_get_questions (results->form, &n_questions);
  gboolean nobody
      = people->group != NULL && ks_results_get_group_row (results, people, unit) == NULL;

  for (guint i = 0; !nobody && i < n_questions; i++)
    add_question (self, results, people, &questions[i], unit, row);
  ks_results_add_participation (results, people, unit, &self->participation[row]);
}

static void
add_participation (KsParticipation *sum, const KsParticipation *part)
{
  sum->staff += part->staff;
  sum->answers += part->answers;
  sum->outside += part->outside;
  sum->n_units += part->n_units;
  sum->n_units_with_answers += part->n_units_with_answers;
  sum->n_units_complete += part->n_units_complete;
  sum->n_units_over += part->n_units_over;
}

/* The last row is that of all. */
static void
add_up (KsResultSums *self, guint n_districts)
{
  gsize whole = (gsize) n_districts * self->n_columns;

  for (guint row = 0; row < n_districts; row++)
    {
      for (gsize i = 0, from = (gsize) row * self->n_columns; i < self->n_columns; i++, from++)
        {
          self->slots[whole + i] += self->slots[from];
          self->sheets[whole + i] += self->sheets[from];
          self->left_out[whole + i] += self->left_out[from];
          self->n_units[whole + i] += self->n_units[from];
        }
      add_participation (&self->participation[n_districts], &self->participation[row]);
    }
}

/**
 * ks_result_sums_new:
 * @results: results
 * @people: a scope of everybody, or of a group
 *
 * Adds up who took part and what these people answered: a row per district, in the order of the
 * registry, and one more of the province. Of a question those units enter that ks_results_get_cell()
 * says.
 *
 * Returns: (transfer full): the sums
 */
KsResultSums *
ks_result_sums_new (KsResults *results, const KsScope *people)
{
  KsResultSums *self = g_new0 (KsResultSums, 1);
  guint n_districts = ks_registry_get_n_districts (results->registry);
  gsize n_places;

  self->n_columns = results->tally->n_columns;
  n_places = (gsize) (n_districts + 1) * self->n_columns;
  self->slots = g_new0 (gint64, n_places);
  self->sheets = g_new0 (gint64, n_places);
  self->left_out = g_new0 (gint64, n_places);
  self->n_units = g_new0 (guint, n_places);
  self->participation = g_new0 (KsParticipation, n_districts + 1);
  for (guint row = 0; row < n_districts; row++)
    {
      const KsDistrict *district = ks_registry_get_district (results->registry, row);

      self->participation[row].n_units = district->n_units;
      for (guint i = 0; i < district->n_units; i++)
        add_unit (self, results, people, district->first + i, row);
    }
  add_up (self, n_districts);
  return self;
}

/**
 * ks_result_sums_free:
 * @self: (nullable): sums
 *
 * Frees them.
 */
void
ks_result_sums_free (KsResultSums *self)
{
  if (self == NULL)
    return;
  g_free (self->slots);
  g_free (self->sheets);
  g_free (self->left_out);
  g_free (self->n_units);
  g_free (self->participation);
  g_free (self);
}

/**
 * ks_result_sums_get:
 * @self: sums
 * @row: a district; their number: the province
 * @question: a question of the form
 * @sum: (out caller-allocates): its sums
 *
 * Tells what was answered.
 */
void
ks_result_sums_get (KsResultSums *self, guint row, const KsQuestion *question, KsQuestionSum *sum)
{
  gsize place = (gsize) row * self->n_columns + 1 + question->slot;

  *sum = (KsQuestionSum){
    .answered = self->slots[place],
    .sheets = self->sheets[place],
    .left_out = self->left_out[place],
    .n_units = self->n_units[place],
    .counts = self->slots + place + 1,
  };
}

/**
 * ks_result_sums_get_participation:
 * @self: sums
 * @row: a district; their number: the province
 *
 * Returns: (transfer none): who took part; it has no scope
 */
const KsParticipation *
ks_result_sums_get_participation (KsResultSums *self, guint row)
{
  return &self->participation[row];
}
