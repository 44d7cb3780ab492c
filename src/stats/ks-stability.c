/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-stability.h"

#include <math.h>
#include <string.h>

#include "ks-stability-private.h"

/* Scores closer than this are equal but for binary rounding. */
#define SAME_SCORE 1e-12
#define DRAWS_PER_TICK 256

static void
score_rows (const KsStabilityRows *rows, const double *weights, double *scores)
{
  for (guint i = 0; i < rows->n_rows; i++)
    scores[i] = weights[0] * rows->columns[i];
  for (guint c = 1; c < rows->n_columns; c++)
    {
      const double *column = rows->columns + (gsize)c * rows->n_rows;
      double weight = weights[c];

      for (guint i = 0; i < rows->n_rows; i++)
        scores[i] += weight * column[i];
    }
}

/* The fifth best score, so that nothing is sorted; the least where there are fewer. */
static double
find_threshold (const double *scores, guint n_scores)
{
  double best[KS_STABILITY_RANKS];

  for (guint k = 0; k < KS_STABILITY_RANKS; k++)
    best[k] = -G_MAXDOUBLE;
  for (guint i = 0; i < n_scores; i++)
    if (scores[i] > best[KS_STABILITY_RANKS - 1])
      {
        guint place = KS_STABILITY_RANKS - 1;

        for (; place > 0 && best[place - 1] < scores[i]; place--)
          best[place] = best[place - 1];
        best[place] = scores[i];
      }
  return best[KS_STABILITY_RANKS - 1];
}

/* Ties share a rank: a row is among the first k where fewer than k units stand above it. */
static void
count_rows (const KsStabilityRows *rows, const double *scores, guint *near, guint32 *counts)
{
  double threshold = find_threshold (scores, rows->n_rows) - SAME_SCORE;
  guint n_near = 0;

  for (guint i = 0; i < rows->n_rows; i++)
    if (scores[i] >= threshold)
      near[n_near++] = i;
  for (guint i = 0; i < n_near; i++)
    {
      guint above = 0;

      for (guint j = 0; j < n_near; j++)
        if (scores[near[j]] > scores[near[i]] + SAME_SCORE)
          above += rows->n_units[near[j]];
      for (guint k = above; k < KS_STABILITY_RANKS; k++)
        counts[(gsize)near[i] * KS_STABILITY_RANKS + k]++;
    }
}

static gboolean
count_draws (KsStabilityRows *rows,
             KsWeightDrawer *drawer,
             guint n_draws,
             KsStabilityTick tick,
             gpointer data,
             guint32 *counts)
{
  g_autofree double *scores = g_new (double, rows->n_rows + 1);
  g_autofree guint *near = g_new (guint, rows->n_rows + 1);

  for (guint draw = 0; draw < n_draws; draw++)
    {
      if (tick != NULL && draw % DRAWS_PER_TICK == 0 && !tick (draw, data))
        return FALSE;
      ks_weight_drawer_next (drawer);
      if (rows->uncertain != G_MAXUINT)
        ks_stability_rows_draw (rows, &drawer->generator);
      score_rows (rows, drawer->drawn, scores);
      count_rows (rows, scores, near, counts);
    }
  return TRUE;
}

static guint
take_weights (const KsStabilityInput *input, double *weights)
{
  guint n_weights = 0;

  for (guint c = 0; c < input->n_criteria; c++)
    if (input->weights[c] > 0)
      weights[n_weights++] = input->weights[c];
  return n_weights;
}

/**
 * ks_measure_stability:
 * @input: who is compared by what; criteria with weight 0 take no part in any family
 * @family: which weights are drawn
 * @n_draws: how many draws
 * @seed: of the generator; the same seed gives the same counts on every machine, in whatever order
 *   the units stand
 * @tick: (nullable): told every few hundred draws
 * @data: for @tick
 * @counts: (out caller-allocates): n_units rows of %KS_STABILITY_RANKS: in how many draws the unit
 *   is among the first 1, 2, … 5; equal scores share a rank
 *
 * Stochastic multicriteria acceptability analysis (SMAA; Lahdelma and Salminen 2001). Only units
 * that are not worse than five others by every criterion are scored, and of a draw only the fifth
 * best score is looked for.
 *
 * Returns: %FALSE if it was stopped; @counts then say nothing
 */
gboolean
ks_measure_stability (const KsStabilityInput *input,
                      KsWeightFamily family,
                      guint n_draws,
                      guint64 seed,
                      KsStabilityTick tick,
                      gpointer data,
                      guint32 *counts)
{
  g_autofree double *weights = g_new0 (double, input->n_criteria + 1);
  g_autofree guint32 *row_counts = NULL;
  guint n_weights = take_weights (input, weights);
  KsStabilityRows rows;
  KsWeightDrawer drawer;
  gboolean done;

  memset (counts, 0, (gsize)input->n_units * KS_STABILITY_RANKS * sizeof *counts);
  if (n_weights == 0 || input->n_units == 0)
    return TRUE;
  ks_stability_rows_init (&rows, input);
  ks_weight_drawer_init (&drawer, family, weights, n_weights, seed);
  row_counts = g_new0 (guint32, (gsize)rows.n_rows * KS_STABILITY_RANKS);
  done = count_draws (&rows, &drawer, n_draws, tick, data, row_counts);
  for (guint i = 0; i < input->n_units; i++)
    if (rows.row_of_unit[i] != G_MAXUINT)
      memcpy (counts + (gsize)i * KS_STABILITY_RANKS,
              row_counts + (gsize)rows.row_of_unit[i] * KS_STABILITY_RANKS,
              KS_STABILITY_RANKS * sizeof *counts);
  ks_weight_drawer_clear (&drawer);
  ks_stability_rows_clear (&rows);
  return done;
}

/* What a unit earns by the other criteria, as if theirs were all. */
static double
score_rest (const double *grades, const double *weights, guint n_criteria, guint but)
{
  double sum = 0;

  for (guint k = 0; k < n_criteria; k++)
    if (k != but)
      sum += weights[k] * grades[k];
  return sum / (1 - weights[but]);
}

/**
 * ks_find_flip:
 * @grades_a: (array length=n_criteria): of the unit that stands before
 * @grades_b: (array length=n_criteria): of the one behind it
 * @weights: (array length=n_criteria): chosen, adding up to 1
 * @n_criteria: how many
 * @criterion: the one whose weight is changed; the others keep their proportions
 * @weight: (out): the weight at which both are equal
 *
 * t* = (r_b − r_a) / [(g_aj − g_bj) − (r_a − r_b)], r_i = Σ_{k≠j} w_k·g_ik / (1 − w_j).
 *
 * Returns: %FALSE if no weight between 0 and 1 turns them round; where they are equal only at 0 or at
 *   1, nobody passes
 */
gboolean
ks_find_flip (const double *grades_a,
              const double *grades_b,
              const double *weights,
              guint n_criteria,
              guint criterion,
              double *weight)
{
  double rest;
  double slope;
  double found;

  if (1 - weights[criterion] < SAME_SCORE)
    return FALSE;
  rest = score_rest (grades_a, weights, n_criteria, criterion)
         - score_rest (grades_b, weights, n_criteria, criterion);
  slope = grades_a[criterion] - grades_b[criterion] - rest;
  if (fabs (slope) < SAME_SCORE)
    return FALSE;
  found = -rest / slope;
  if (found < SAME_SCORE || found > 1 - SAME_SCORE)
    return FALSE;
  *weight = found;
  return TRUE;
}
