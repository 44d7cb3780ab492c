/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-shortlist-stability.h"

#include <string.h>

/* Who is ranked, as the statistics take it. */
typedef struct
{
  GArray *indices; /* guint: places in the list */
  double *grades;
  double *weights;
  gint64 *x;
  gint64 *n;
  gint64 *population;
  KsUncertainAnswers answers;
  KsStabilityInput input;
} Problem;

typedef struct
{
  KsJob *job;
  GError **error;
  gint64 done_before;
  gint64 total;
} Progress;

static void
problem_clear (Problem *self)
{
  g_clear_pointer (&self->indices, g_array_unref);
  g_free (self->grades);
  g_free (self->weights);
  g_free (self->x);
  g_free (self->n);
  g_free (self->population);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Problem, problem_clear)

static void
add_candidate (Problem *self, const KsShortlist *list, guint index)
{
  const KsCandidate *candidate = list->candidates->pdata[index];
  guint row = self->indices->len;

  memcpy (self->grades + (gsize)row * list->n_criteria, candidate->grades,
          list->n_criteria * sizeof (double));
  self->x[row] = candidate->good;
  self->n[row] = candidate->answered;
  self->population[row] = candidate->staff;
  g_array_append_val (self->indices, index);
}

/* Only where a criterion with points rests on answers are grades uncertain. */
static void
add_answers (Problem *self, const KsShortlist *list)
{
  for (guint c = 0; c < list->n_criteria; c++)
    {
      const KsCriterion *criterion = list->criteria->criteria->pdata[c];

      if (criterion->kind != KS_CRITERION_ANSWERS || criterion->points <= 0)
        continue;
      self->answers = (KsUncertainAnswers){ .criterion = c,
                                            .x = self->x,
                                            .n = self->n,
                                            .population = self->population,
                                            .a = list->beta_a,
                                            .b = list->beta_b,
                                            .zero = criterion->zero,
                                            .full = criterion->full };
      self->input.answers = &self->answers;
    }
}

static void
pose (Problem *self, const KsShortlist *list)
{
  gsize n = list->candidates->len + 1;
  double sum = ks_criteria_get_sum (list->criteria);

  self->indices = g_array_new (FALSE, FALSE, sizeof (guint));
  self->grades = g_new0 (double, n *(list->n_criteria + 1));
  self->weights = g_new0 (double, list->n_criteria + 1);
  self->x = g_new0 (gint64, n);
  self->n = g_new0 (gint64, n);
  self->population = g_new0 (gint64, n);
  for (guint c = 0; c < list->n_criteria && sum > 0; c++)
    self->weights[c] = ((const KsCriterion *)list->criteria->criteria->pdata[c])->points / sum;
  for (guint i = 0; i < list->candidates->len; i++)
    if (((const KsCandidate *)list->candidates->pdata[i])->eligible)
      add_candidate (self, list, i);
  self->input = (KsStabilityInput){ .grades = self->grades,
                                    .n_units = self->indices->len,
                                    .n_criteria = list->n_criteria,
                                    .weights = self->weights };
  add_answers (self, list);
}

static gboolean
tick (guint done, gpointer data)
{
  Progress *progress = data;

  return progress->job == NULL
         || ks_job_report (progress->job, progress->done_before + done, progress->total,
                           progress->error);
}

static guint32 *
find_counts (const KsStability *self, guint index, KsWeightFamily family)
{
  return self->counts + ((gsize)family * self->n_candidates + index) * KS_STABILITY_RANKS;
}

static gboolean
measure_family (KsStability *self, Problem *problem, KsWeightFamily family, Progress *progress)
{
  g_autofree guint32 *counts
      = g_new0 (guint32, ((gsize)problem->indices->len + 1) * KS_STABILITY_RANKS);

  progress->done_before = (gint64)family * self->n_draws;
  if (!ks_measure_stability (&problem->input, family, self->n_draws, self->seed, tick, progress,
                             counts))
    return FALSE;
  for (guint i = 0; i < problem->indices->len; i++)
    memcpy (find_counts (self, g_array_index (problem->indices, guint, i), family),
            counts + (gsize)i * KS_STABILITY_RANKS, KS_STABILITY_RANKS * sizeof *counts);
  return TRUE;
}

/**
 * ks_shortlist_measure_stability:
 * @list: a ranking
 * @n_draws: draws of each family; 0: as the scale says (10,000)
 * @seed: of the generator; 0: as the scale says
 * @job: (nullable): what is told of the progress
 * @error: return location for an error
 *
 * Measures how often each eligible candidate stays among the first ones while points change: see
 * ks_measure_stability(). May run off the main thread while nobody changes @list.
 *
 * Returns: (transfer full): shares by the place of candidates in @list as it is now, or %NULL with
 *   @error set if it was stopped
 */
KsStability *
ks_shortlist_measure_stability (
    KsShortlist *list, guint n_draws, guint64 seed, KsJob *job, GError **error)
{
  g_autoptr (KsStability) self = g_new0 (KsStability, 1);
  g_auto (Problem) problem = { NULL };
  Progress progress = { job, error, 0, 0 };

  self->n_draws = n_draws > 0 ? n_draws : list->criteria->n_draws;
  self->seed = seed > 0 ? seed : list->criteria->seed;
  self->n_candidates = list->candidates->len;
  self->counts = g_new0 (guint32, (gsize)KS_N_WEIGHT_FAMILIES * (self->n_candidates + 1)
                                      * KS_STABILITY_RANKS);
  progress.total = (gint64)self->n_draws * KS_N_WEIGHT_FAMILIES;
  pose (&problem, list);
  for (int family = 0; family < KS_N_WEIGHT_FAMILIES; family++)
    if (!measure_family (self, &problem, (KsWeightFamily)family, &progress))
      return NULL;
  return g_steal_pointer (&self);
}

/**
 * ks_stability_free:
 * @self: (nullable): what was measured
 *
 * Frees it.
 */
void
ks_stability_free (KsStability *self)
{
  if (self == NULL)
    return;
  g_free (self->counts);
  g_free (self);
}

/**
 * ks_stability_get:
 * @self: what was measured
 * @index: place of a candidate in the list when it was measured
 * @family: which weights were drawn
 * @top: 1 to 5
 *
 * Returns: the share of draws, 0…1, in which the candidate is among the first @top; 0 for one that
 *   is not eligible
 */
double
ks_stability_get (const KsStability *self, guint index, KsWeightFamily family, guint top)
{
  g_return_val_if_fail (index < self->n_candidates && top >= 1 && top <= KS_STABILITY_RANKS, 0);

  return (double)find_counts (self, index, family)[top - 1] / (double)self->n_draws;
}
