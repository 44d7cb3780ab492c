/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-interval.h"

#include "ks-distribution.h"

#include <math.h>

#define Z_95      1.959964
#define TAIL_95   0.025
/* Tails that equal α/2 but for rounding are not larger than it. */
#define ROUNDING  1e-12
#define HUGE_TAIL 1e200

/**
 * ks_share_bounds:
 * @x: good answers, 0…@n
 * @n: counted answers
 * @population: officials in scope, N
 * @low: (out): x/N: nobody else agrees
 * @high: (out): (x + N − n)/N: everybody else agrees
 *
 * The bounds assume nothing of those who did not answer.
 *
 * Returns: %FALSE if there are none: N unknown, or more answers than officials
 */
gboolean
ks_share_bounds (gint64 x, gint64 n, gint64 population, double *low, double *high)
{
  g_return_val_if_fail (x >= 0 && x <= n, FALSE);

  if (population <= 0 || n > population)
    return FALSE;
  *low = (double) x / (double) population;
  *high = (double) (x + population - n) / (double) population;
  return TRUE;
}

/* The least K whose upper tail at x is above α/2. One more official who thinks so makes the tail greater
 * by (n/N)·P(Y = x − 1), Y ~ Hyp(N − 1, K, n − 1): that this one is asked and just x − 1 of the others
 * who are. So it grows from K = x on, step by step; it may begin too small for a double. */
static gint64
find_lowest_marked (gint64 x, gint64 n, gint64 population)
{
  gint64 most = x + population - n;
  double scale = ks_log_choose (population - x, n - x) - ks_log_choose (population, n);
  double limit = (TAIL_95 + ROUNDING) / exp (scale);
  double tail = 1;
  double step = (double) x * (double) (population - n) / (double) (population - x);
  gint64 marked = x;

  if (x == 0)
    return 0;
  while (marked < most && tail <= limit)
    {
      tail += step;
      marked++;
      step *= (double) marked / (double) (marked - x + 1);
      step *= (double) (most - marked) / (double) (population - marked);
      if (tail > HUGE_TAIL)
        {
          tail /= HUGE_TAIL;
          step /= HUGE_TAIL;
          scale += log (HUGE_TAIL);
          limit = (TAIL_95 + ROUNDING) / exp (scale);
        }
    }
  return marked;
}

/**
 * ks_hypergeometric_interval:
 * @x: good answers, 0…@n
 * @n: counted answers
 * @population: officials in scope, N, up to %KS_MAX_EXACT_POPULATION
 * @low: (out): the least number K of all officials who may think so
 * @high: (out): the greatest
 *
 * The exact interval of 95 % for the number of officials who think so, if those who answered are
 * like those who did not: K_lo = min{K: P(X ≥ x | K) > α/2}, K_hi = max{K: P(X ≤ x | K) > α/2},
 * X ~ Hyp(N, K, n). Shown as K/N. It covers at least 95 % for every K; if all answered it is one
 * point.
 *
 * Returns: %FALSE if there is none: N unknown or too large, or more answers than officials
 */
gboolean
ks_hypergeometric_interval (gint64 x, gint64 n, gint64 population, gint64 *low, gint64 *high)
{
  g_return_val_if_fail (x >= 0 && x <= n, FALSE);

  if (population <= 0 || population > KS_MAX_EXACT_POPULATION || n > population)
    return FALSE;
  *low = find_lowest_marked (x, n, population);
  /* Who thinks otherwise is the other way round. */
  *high = population - find_lowest_marked (n - x, n, population);
  return TRUE;
}

/**
 * ks_wilson_interval:
 * @x: good answers, 0…@n
 * @n: counted answers
 * @low: (out): lower limit, 0…1
 * @high: (out): upper limit, 0…1
 *
 * The score interval of Wilson at 95 %, for a population of unknown size.
 *
 * Returns: %FALSE without answers
 */
gboolean
ks_wilson_interval (gint64 x, gint64 n, double *low, double *high)
{
  double count = (double) n;
  double share, middle, half, scale;

  g_return_val_if_fail (x >= 0 && x <= n, FALSE);

  if (n == 0)
    return FALSE;
  share = (double) x / count;
  scale = 1 + Z_95 * Z_95 / count;
  middle = (share + Z_95 * Z_95 / (2 * count)) / scale;
  half = Z_95 * sqrt (share * (1 - share) / count + Z_95 * Z_95 / (4 * count * count)) / scale;
  *low = x == 0 ? 0 : MAX (middle - half, 0);
  *high = x == n ? 1 : MIN (middle + half, 1);
  return TRUE;
}

/**
 * ks_share_interval:
 * @x: good answers, 0…@n
 * @n: counted answers
 * @population: officials in scope, or %KS_POPULATION_UNKNOWN
 * @low: (out): lower limit, 0…1
 * @high: (out): upper limit, 0…1
 *
 * The interval of 95 % that fits what is known: exact up to %KS_MAX_EXACT_POPULATION officials,
 * Wilson's above and where their number is unknown; one point if all answered.
 *
 * Returns: %FALSE if there is none: no answers, or more answers than officials
 */
gboolean
ks_share_interval (gint64 x, gint64 n, gint64 population, double *low, double *high)
{
  gint64 least, most;

  if (n == 0 || (population > 0 && n > population))
    return FALSE;
  if (n == population)
    {
      *low = *high = (double) x / (double) n;
      return TRUE;
    }
  if (!ks_hypergeometric_interval (x, n, population, &least, &most))
    return ks_wilson_interval (x, n, low, high);
  *low = (double) least / (double) population;
  *high = (double) most / (double) population;
  return TRUE;
}

/* Mean and sum of squared deviations of a distribution of counts. */
static double
sum_deviations (const double *values, const gint64 *counts, guint n_values, double *mean,
                gint64 *n)
{
  double sum = 0;
  double deviations = 0;

  *n = 0;
  for (guint i = 0; i < n_values; i++)
    {
      *n += counts[i];
      sum += values[i] * (double) counts[i];
    }
  if (*n == 0)
    return 0;
  *mean = sum / (double) *n;
  for (guint i = 0; i < n_values; i++)
    deviations += (double) counts[i] * (values[i] - *mean) * (values[i] - *mean);
  return deviations;
}

/* What the mean of all N can be at most (or at least), if all missing answers take @extreme. */
static double
complete_mean (double mean, gint64 n, gint64 population, double extreme)
{
  return ((double) n * mean + (double) (population - n) * extreme) / (double) population;
}

/**
 * ks_mean_interval:
 * @values: (array length=n_values): values of the levels
 * @counts: (array length=n_values): answers at each
 * @n_values: number of levels, at least 1
 * @population: officials in scope
 * @mean: (out): mean of the answers
 * @low: (out): lower limit
 * @high: (out): upper limit
 *
 * ȳ ± t·s·√((1 − n/N)/n) with t of n − 1 degrees of freedom (Cochran, Sampling Techniques, 1977),
 * clamped to what the missing answers allow.
 *
 * Returns: %FALSE if there is none: fewer than two answers, N unknown, more answers than officials
 */
gboolean
ks_mean_interval (const double *values, const gint64 *counts, guint n_values, gint64 population,
                  double *mean, double *low, double *high)
{
  double least = values[0];
  double most = values[0];
  double half;
  gint64 n;
  double deviations = sum_deviations (values, counts, n_values, mean, &n);

  if (n < 2 || population <= 0 || n > population)
    return FALSE;
  for (guint i = 1; i < n_values; i++)
    {
      least = MIN (least, values[i]);
      most = MAX (most, values[i]);
    }
  half = ks_student_quantile (1 - TAIL_95, n - 1) * sqrt (deviations / (double) (n - 1))
         * sqrt ((1 - (double) n / (double) population) / (double) n);
  *low = MAX (*mean - half, complete_mean (*mean, n, population, least));
  *high = MIN (*mean + half, complete_mean (*mean, n, population, most));
  return TRUE;
}
