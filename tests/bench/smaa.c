/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-generator.h"
#include "ks-stability.h"

/* smaa UNITS DRAWS: how firmly a list stands. Prints, in milliseconds, the three families over
 * units as they are (grades on a grid, many alike), and where nobody is worse than another by every
 * criterion, so that all of them are scored in every draw. */

#define N_CRITERIA 4

static const double weights[N_CRITERIA] = { 0.4, 0.2, 0.2, 0.2 };

static double *
make_grades (guint n_units, gboolean on_simplex)
{
  KsGenerator generator;
  double *grades = g_new (double, (gsize)n_units *N_CRITERIA);

  ks_generator_init (&generator, 1);
  for (guint i = 0; i < n_units; i++)
    {
      double *row = grades + (gsize)i * N_CRITERIA;
      double sum = 0;

      for (guint c = 0; c < N_CRITERIA; c++)
        {
          row[c] = on_simplex ? ks_generator_next_exponential (&generator)
                              : ks_generator_next_below (&generator, 8) / 7.0;
          sum += row[c];
        }
      for (guint c = 0; on_simplex && c < N_CRITERIA; c++)
        row[c] /= sum;
    }
  return grades;
}

static void
measure (guint n_units, guint n_draws, gboolean on_simplex)
{
  g_autofree double *grades = make_grades (n_units, on_simplex);
  g_autofree guint32 *counts = g_new (guint32, (gsize)n_units * KS_STABILITY_RANKS);
  KsStabilityInput input = { grades, n_units, N_CRITERIA, weights, NULL };

  for (int family = 0; family < KS_N_WEIGHT_FAMILIES; family++)
    {
      gint64 start = g_get_monotonic_time ();

      ks_measure_stability (&input, (KsWeightFamily)family, n_draws, 1, NULL, NULL, counts);
      g_print ("%.1f\n", (double)(g_get_monotonic_time () - start) / 1000.0);
    }
}

int
main (int argc, char **argv)
{
  if (argc != 3)
    return 2;
  measure ((guint)g_ascii_strtoull (argv[1], NULL, 10), (guint)g_ascii_strtoull (argv[2], NULL, 10),
           FALSE);
  measure ((guint)g_ascii_strtoull (argv[1], NULL, 10), (guint)g_ascii_strtoull (argv[2], NULL, 10),
           TRUE);
  return 0;
}
