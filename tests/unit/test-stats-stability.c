/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-stability.h"

#include <math.h>
#include <string.h>

#include "ks-generator.h"

#define N_DRAWS 10000
#define SEED G_GUINT64_CONSTANT (20240401)
/* Five standard errors of a share of 10,000 draws at most. */
#define SLACK 0.025

static guint32 *
measure (const double *grades, guint n_units, guint n_criteria, const double *weights,
         KsWeightFamily family)
{
  KsStabilityInput input = { grades, n_units, n_criteria, weights, NULL };
  guint32 *counts = g_new (guint32, n_units * KS_STABILITY_RANKS);

  g_assert_true (ks_measure_stability (&input, family, N_DRAWS, SEED, NULL, NULL, counts));
  return counts;
}

/* Share of draws in which a unit has the rank: among the first k, but not among the first k − 1. */
static double
get_share (const guint32 *counts, guint unit, guint rank)
{
  const guint32 *row = counts + unit * KS_STABILITY_RANKS;

  return (double)(row[rank - 1] - (rank > 1 ? row[rank - 2] : 0)) / N_DRAWS;
}

/* xoshiro256** as its authors publish it, from a state that splitmix64 filled. */
static void
test_generator (void)
{
  KsGenerator generator;
  KsGenerator again;
  double sum = 0;
  guint counts[3] = { 0 };

  ks_generator_init (&generator, 0);
  /* splitmix64 of the seed 0 begins with these numbers. */
  g_assert_cmphex (generator.state[0], ==, G_GUINT64_CONSTANT (0xe220a8397b1dcdaf));
  g_assert_cmphex (generator.state[1], ==, G_GUINT64_CONSTANT (0x6e789e6aa1b965f4));
  g_assert_cmphex (ks_generator_next (&generator), ==, G_GUINT64_CONSTANT (0x99ec5f36cb75f2b4));
  ks_generator_init (&generator, SEED);
  ks_generator_init (&again, SEED);
  for (guint i = 0; i < N_DRAWS; i++)
    {
      double uniform = ks_generator_next_uniform (&generator);

      g_assert_true (uniform > 0 && uniform <= 1);
      g_assert_cmpfloat_with_epsilon (ks_generator_next_exponential (&again), -log (uniform),
                                      1e-14 * (1 - log (uniform)));
      sum += -log (uniform);
      counts[ks_generator_next_below (&generator, 3)]++;
      ks_generator_next (&again);
    }
  g_assert_cmpfloat_with_epsilon (sum / N_DRAWS, 1, 0.05);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat_with_epsilon ((double)counts[i] / N_DRAWS, 1.0 / 3, SLACK);
}

/* A is first from w₁ > 0.55 on, C between 0.45 and 0.55, and C is never third. */
static void
test_three (void)
{
  const double grades[] = { 1, 0, 0, 1, 0.55, 0.55 };
  const double weights[] = { 0.5, 0.5 };
  const double first[] = { 0.45, 0.45, 0.10 };
  const double third[] = { 0.50, 0.50, 0 };
  g_autofree guint32 *counts = measure (grades, 3, 2, weights, KS_WEIGHTS_ANY);

  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpfloat_with_epsilon (get_share (counts, i, 1), first[i], SLACK);
      g_assert_cmpfloat_with_epsilon (get_share (counts, i, 3), third[i], SLACK);
    }
  g_assert_cmpuint (counts[2 * KS_STABILITY_RANKS + 1], ==, N_DRAWS);
}

static void
test_corners (void)
{
  /* The last one is worse than the first by every criterion. */
  const double grades[] = { 1, 0, 0, 0, 1, 0, 0, 0, 1, 0.9, 0, 0 };
  const double weights[] = { 0.5, 0.3, 0.2 };
  g_autofree guint32 *any = measure (grades, 4, 3, weights, KS_WEIGHTS_ANY);
  g_autofree guint32 *ordered = measure (grades, 4, 3, weights, KS_WEIGHTS_ORDERED);

  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat_with_epsilon (get_share (any, i, 1), 1.0 / 3, SLACK);
  g_assert_cmpuint (any[3 * KS_STABILITY_RANKS], ==, 0);
  /* The order kept, the heaviest criterion's corner is always first. */
  g_assert_cmpuint (ordered[0], ==, N_DRAWS);
}

/* Uniform on the simplex: P(w₁ > ½) = ¼ of three. Uniforms over their sum give 0.165. */
static void
test_simplex (void)
{
  const double weights[] = { 1.0 / 3, 1.0 / 3, 1.0 / 3 };
  g_autofree double *drawn = g_new (double, 3 * N_DRAWS);
  guint n_above = 0;

  g_assert_true (ks_draw_weights (KS_WEIGHTS_ANY, weights, 3, SEED, N_DRAWS, drawn, NULL));
  for (guint i = 0; i < N_DRAWS; i++)
    {
      n_above += drawn[3 * i] > 0.5;
      g_assert_cmpfloat_with_epsilon (drawn[3 * i] + drawn[3 * i + 1] + drawn[3 * i + 2], 1, 1e-12);
    }
  g_assert_cmpfloat_with_epsilon ((double)n_above / N_DRAWS, 0.25, SLACK);
}

static void
test_box (void)
{
  static const struct
  {
    guint n_criteria;
    double weights[6];
  } scales[] = {
    { 4, { 0.4, 0.2, 0.2, 0.2 } },
    { 4, { 0.2, 0.4, 0.2, 0.2 } },
    { 2, { 0.5, 0.5 } },
    { 3, { 0.34, 0.33, 0.33 } },
    { 6, { 0.17, 0.17, 0.17, 0.17, 0.16, 0.16 } },
    { 1, { 1 } },
  };

  for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
    {
      guint n = scales[s].n_criteria;
      g_autofree double *drawn = g_new (double, n * N_DRAWS);
      guint n_rejected = 0;
      double accepted;

      g_assert_true (
          ks_draw_weights (KS_WEIGHTS_NEAR, scales[s].weights, n, SEED, N_DRAWS, drawn, &n_rejected));
      for (guint i = 0; i < n * N_DRAWS; i++)
        g_assert_cmpfloat_with_epsilon (drawn[i], scales[s].weights[i % n],
                                        0.2 * scales[s].weights[i % n] + 1e-9);
      accepted = (double)N_DRAWS / (N_DRAWS + n_rejected);
      g_test_message ("%u criteria: %.3f accepted", n, accepted);
      g_assert_cmpfloat (accepted, >, 0.53);
      if (n > 3)
        g_assert_cmpfloat (accepted, <, 0.98);
    }
}

/* Equal criteria take turns; the order of others never changes. */
static void
test_order (void)
{
  const double weights[] = { 0.2, 0.4, 0.2, 0.2 };
  g_autofree double *drawn = g_new (double, 4 * N_DRAWS);
  double means[4] = { 0 };

  ks_draw_weights (KS_WEIGHTS_ORDERED, weights, 4, SEED, N_DRAWS, drawn, NULL);
  for (guint i = 0; i < N_DRAWS; i++)
    for (guint c = 0; c < 4; c++)
      {
        g_assert_cmpfloat (drawn[4 * i + 1], >=, drawn[4 * i + c]);
        means[c] += drawn[4 * i + c] / N_DRAWS;
      }
  /* The largest of four has (1 + ½ + ⅓ + ¼)/4. */
  g_assert_cmpfloat_with_epsilon (means[1], 0.520833, 0.01);
  g_assert_cmpfloat_with_epsilon (means[0], means[2], 0.01);
  g_assert_cmpfloat_with_epsilon (means[0], means[3], 0.01);
}

/* Three equal ones share the first rank in every draw; the fourth is never among the first three. */
static void
test_ties (void)
{
  const double grades[] = { 1, 0.5, 1, 0.5, 1, 0.5, 0.9, 0.5 };
  const double weights[] = { 0.7, 0.3 };

  for (int family = 0; family < KS_N_WEIGHT_FAMILIES; family++)
    {
      g_autofree guint32 *counts = measure (grades, 4, 2, weights, (KsWeightFamily)family);

      for (guint i = 0; i < 3; i++)
        g_assert_cmpuint (counts[i * KS_STABILITY_RANKS], ==, N_DRAWS);
      g_assert_cmpuint (counts[3 * KS_STABILITY_RANKS + 2], ==, 0);
      g_assert_cmpuint (counts[3 * KS_STABILITY_RANKS + 3], ==, N_DRAWS);
    }
}

/* A criterion without points weighs nothing, in no family. */
static void
test_unused (void)
{
  const double grades[] = { 1, 0, 0.9, 1 };
  const double weights[] = { 1, 0 };

  for (int family = 0; family < KS_N_WEIGHT_FAMILIES; family++)
    {
      g_autofree guint32 *counts = measure (grades, 2, 2, weights, (KsWeightFamily)family);

      g_assert_cmpuint (counts[0], ==, N_DRAWS);
      g_assert_cmpuint (counts[KS_STABILITY_RANKS], ==, 0);
    }
}

#define MANY 300
#define COLUMNS 4

static double *
make_many (void)
{
  KsGenerator generator;
  double *grades = g_new (double, MANY * COLUMNS);

  ks_generator_init (&generator, 7);
  /* On a grid, so that there are ties. */
  for (guint i = 0; i < MANY * COLUMNS; i++)
    grades[i] = ks_generator_next_below (&generator, 6) / 5.0;
  return grades;
}

static guint
count_above (const double *grades, const double *weights, guint unit)
{
  guint n_above = 0;
  double own = 0;

  for (guint c = 0; c < COLUMNS; c++)
    own += weights[c] * grades[unit * COLUMNS + c];
  for (guint i = 0; i < MANY; i++)
    {
      double score = 0;

      for (guint c = 0; c < COLUMNS; c++)
        score += weights[c] * grades[i * COLUMNS + c];
      n_above += score > own + 1e-12;
    }
  return n_above;
}

/* What is left out as never first is never first: the same counts by looking at all of them. */
static void
test_against_all (void)
{
  const double weights[] = { 0.4, 0.2, 0.2, 0.2 };
  guint n_draws = 40;
  g_autofree double *grades = make_many ();
  g_autofree double *drawn = g_new (double, n_draws * COLUMNS);
  g_autofree guint32 *counts = g_new (guint32, MANY * KS_STABILITY_RANKS);
  KsStabilityInput input = { grades, MANY, COLUMNS, weights, NULL };

  for (int family = 0; family < KS_N_WEIGHT_FAMILIES; family++)
    {
      ks_draw_weights ((KsWeightFamily)family, weights, COLUMNS, SEED, n_draws, drawn, NULL);
      ks_measure_stability (&input, (KsWeightFamily)family, n_draws, SEED, NULL, NULL, counts);
      for (guint unit = 0; unit < MANY; unit++)
        {
          guint32 expected[KS_STABILITY_RANKS] = { 0 };

          for (guint d = 0; d < n_draws; d++)
            for (guint k = count_above (grades, drawn + d * COLUMNS, unit); k < KS_STABILITY_RANKS;
                 k++)
              expected[k]++;
          g_assert_cmpmem (expected, sizeof expected, counts + unit * KS_STABILITY_RANKS,
                           sizeof expected);
        }
    }
}

/* In whatever order the list is, and as often as it is measured: the same bytes. */
static void
test_permuted (void)
{
  const double weights[] = { 0.4, 0.2, 0.2, 0.2 };
  g_autofree double *grades = make_many ();
  g_autofree double *reversed = g_new (double, MANY * COLUMNS);

  for (guint i = 0; i < MANY; i++)
    memcpy (reversed + i * COLUMNS, grades + (MANY - 1 - i) * COLUMNS, COLUMNS * sizeof (double));
  for (int family = 0; family < KS_N_WEIGHT_FAMILIES; family++)
    {
      g_autofree guint32 *one = measure (grades, MANY, COLUMNS, weights, (KsWeightFamily)family);
      g_autofree guint32 *two = measure (grades, MANY, COLUMNS, weights, (KsWeightFamily)family);
      g_autofree guint32 *other = measure (reversed, MANY, COLUMNS, weights, (KsWeightFamily)family);

      g_assert_cmpmem (one, MANY * KS_STABILITY_RANKS * sizeof *one, two,
                       MANY * KS_STABILITY_RANKS * sizeof *two);
      for (guint i = 0; i < MANY; i++)
        g_assert_cmpmem (one + i * KS_STABILITY_RANKS, KS_STABILITY_RANKS * sizeof *one,
                         other + (MANY - 1 - i) * KS_STABILITY_RANKS,
                         KS_STABILITY_RANKS * sizeof *one);
    }
}

static gboolean
stop_cb (guint done, gpointer data)
{
  return done < *(guint *)data;
}

static void
test_stopped (void)
{
  const double grades[] = { 1, 0 };
  const double weights[] = { 1 };
  KsStabilityInput input = { grades, 2, 1, weights, NULL };
  guint32 counts[2 * KS_STABILITY_RANKS];
  guint limit = 1000;

  g_assert_false (
      ks_measure_stability (&input, KS_WEIGHTS_ANY, N_DRAWS, SEED, stop_cb, &limit, counts));
}

/* B is sure of 0.8; A has 8 of 10 in a unit of 20, so that the other ten may lift it or not. Where
 * everybody answered nothing is uncertain. */
static void
test_uncertain (void)
{
  const double grades[] = { 0.8, 0.8 };
  const double weights[] = { 1 };
  const gint64 x[] = { 8, 16 };
  const gint64 n[] = { 10, 20 };
  const gint64 population[] = { 20, 20 };
  /* a and b of the others: nearly all of them think as 80 of 100. */
  const KsUncertainAnswers answers = { 0, x, n, population, 8, 2, 0, 1 };
  KsStabilityInput input = { grades, 2, 1, weights, &answers };
  guint32 counts[2 * KS_STABILITY_RANKS];
  double first_a;
  double first_b;

  g_assert_true (
      ks_measure_stability (&input, KS_WEIGHTS_ANY, N_DRAWS, SEED, NULL, NULL, counts));
  first_a = (double)counts[0] / N_DRAWS;
  first_b = (double)counts[KS_STABILITY_RANKS] / N_DRAWS;
  /* Beta-binomial (10; 16, 4): P(8 or more) = 0.648, P(8) = 0.230. */
  g_assert_cmpfloat (first_a, >, 0.5);
  g_assert_cmpfloat (first_a, <, 0.9);
  g_assert_cmpfloat (first_b, <, 0.7);
  /* Both are first where they are equal. */
  g_assert_cmpfloat_with_epsilon (first_a + first_b - 1, 0.2, 0.08);
}

/* B overtakes A where w₁ falls below t*: there, and not before, their scores cross. */
static void
test_flip (void)
{
  const double a[] = { 1, 0.2, 0.5 };
  const double b[] = { 0.6, 0.9, 0.6 };
  const double weights[] = { 0.5, 0.3, 0.2 };
  const double equal[] = { 0.5, 0.5, 0.5 };
  const double better[] = { 0.9, 0.9, 0.9 };
  const double first[] = { 0.9, 0.5, 0.5 };
  double found;

  g_assert_true (ks_find_flip (b, a, weights, 3, 0, &found));
  /* r_a = 0.32, r_b = 0.78: t* = 0.46 / (0.4 + 0.46). */
  g_assert_cmpfloat_with_epsilon (found, 0.46 / 0.86, 1e-12);
  for (int side = -1; side <= 1; side += 2)
    {
      double t = found + side * 1e-6;
      double gap = t * (a[0] - b[0])
                   + (1 - t) * (0.3 * (a[1] - b[1]) + 0.2 * (a[2] - b[2])) / (1 - 0.5);

      g_assert_cmpint (gap > 0 ? 1 : -1, ==, side);
    }
  g_assert_false (ks_find_flip (better, equal, weights, 3, 1, &found));
  g_assert_false (ks_find_flip (equal, equal, weights, 3, 1, &found));
  /* Alike but for one criterion: without it they are equal, and nobody stands before. */
  g_assert_false (ks_find_flip (first, equal, weights, 3, 0, &found));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stability/generator", test_generator);
  g_test_add_func ("/stability/three", test_three);
  g_test_add_func ("/stability/corners", test_corners);
  g_test_add_func ("/stability/simplex", test_simplex);
  g_test_add_func ("/stability/box", test_box);
  g_test_add_func ("/stability/order", test_order);
  g_test_add_func ("/stability/ties", test_ties);
  g_test_add_func ("/stability/unused", test_unused);
  g_test_add_func ("/stability/against-all", test_against_all);
  g_test_add_func ("/stability/permuted", test_permuted);
  g_test_add_func ("/stability/stopped", test_stopped);
  g_test_add_func ("/stability/uncertain", test_uncertain);
  g_test_add_func ("/stability/flip", test_flip);

  return g_test_run ();
}
