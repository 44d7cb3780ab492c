/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-distribution.h"

#include <math.h>

#define BISECTIONS      200
#define LIMIT_BISECTIONS 60
#define FRACTION_STEPS  500
#define FRACTION_TINY   1e-300
#define FRACTION_END    1e-16

/**
 * ks_log_choose:
 * @n: a number
 * @k: another, 0…@n
 *
 * Returns: the logarithm of the number of ways to choose @k of @n
 */
double
ks_log_choose (gint64 n, gint64 k)
{
  return lgamma ((double) n + 1) - lgamma ((double) k + 1) - lgamma ((double) (n - k) + 1);
}

/**
 * ks_binomial_mass:
 * @x: a count, 0…@n
 * @n: number of trials
 * @p: probability of each, 0…1
 *
 * Returns: P(X = @x) for X ~ Bin(@n, @p)
 */
double
ks_binomial_mass (gint64 x, gint64 n, double p)
{
  if (p <= 0)
    return x == 0;
  if (p >= 1)
    return x == n;
  return exp (ks_log_choose (n, x) + (double) x * log (p) + (double) (n - x) * log1p (-p));
}

static double
keep_from_zero (double value)
{
  return fabs (value) < FRACTION_TINY ? FRACTION_TINY : value;
}

/* The continued fraction of the incomplete beta function (Abramowitz and Stegun 26.5.8), by the
 * method of Lentz. */
static double
evaluate_beta_fraction (double a, double b, double x)
{
  double c = 1;
  double d = 1 / keep_from_zero (1 - (a + b) * x / (a + 1));
  double fraction = d;

  for (int m = 1; m <= FRACTION_STEPS; m++)
    {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      double step;

      d = 1 / keep_from_zero (1 + even * d);
      c = keep_from_zero (1 + even / c);
      fraction *= d * c;
      d = 1 / keep_from_zero (1 + odd * d);
      c = keep_from_zero (1 + odd / c);
      step = d * c;
      fraction *= step;
      if (fabs (step - 1) < FRACTION_END)
        break;
    }
  return fraction;
}

static double
incomplete_beta (double a, double b, double x)
{
  double front;

  if (x <= 0 || x >= 1)
    return x <= 0 ? 0 : 1;
  front = exp (lgamma (a + b) - lgamma (a) - lgamma (b) + a * log (x) + b * log1p (-x));
  if (x < (a + 1) / (a + b + 2))
    return front * evaluate_beta_fraction (a, b, x) / a;
  return 1 - front * evaluate_beta_fraction (b, a, 1 - x) / b;
}

/**
 * ks_binomial_upper:
 * @x: a count
 * @n: number of trials
 * @p: probability of each, 0…1
 *
 * P(X ≥ x) = I_p(x, n − x + 1), which holds its digits where the tail is tiny.
 *
 * Returns: P(X ≥ @x) for X ~ Bin(@n, @p)
 */
double
ks_binomial_upper (gint64 x, gint64 n, double p)
{
  if (x <= 0)
    return 1;
  if (x > n)
    return 0;
  return incomplete_beta ((double) x, (double) (n - x + 1), p);
}

/**
 * ks_binomial_upper_limit:
 * @x: a count, 0…@n
 * @n: number of trials
 * @level: of confidence, 0…1
 *
 * The upper limit of Clopper and Pearson: the greatest p with P(X ≤ x) ≥ 1 − level.
 *
 * Returns: the limit, found by bisection; 1 if @x is @n
 */
double
ks_binomial_upper_limit (gint64 x, gint64 n, double level)
{
  double low = 0;
  double high = 1;

  if (x >= n)
    return 1;
  for (int i = 0; i < LIMIT_BISECTIONS; i++)
    {
      double middle = low + (high - low) / 2;

      if (ks_binomial_upper (x + 1, n, middle) < level)
        low = middle;
      else
        high = middle;
    }
  return high;
}

/**
 * ks_beta_binomial_upper:
 * @x: a count
 * @n: number of trials
 * @a: first parameter of the beta distribution
 * @b: second; both positive and finite
 *
 * Returns: P(X ≥ @x) for X ~ BetaBin(@n, @a, @b)
 */
double
ks_beta_binomial_upper (gint64 x, gint64 n, double a, double b)
{
  double whole = lgamma (a + b) - lgamma (a) - lgamma (b) - lgamma (a + b + (double) n);
  double sum = 0;

  if (x <= 0)
    return 1;
  for (gint64 k = x; k <= n; k++)
    sum += exp (ks_log_choose (n, k) + lgamma (a + (double) k) + lgamma (b + (double) (n - k))
                + whole);
  return MIN (sum, 1);
}

/* P(T ≤ t) for t ≥ 0. */
static double
student_lower (double t, double degrees)
{
  return 1 - 0.5 * incomplete_beta (degrees / 2, 0.5, degrees / (degrees + t * t));
}

/**
 * ks_student_quantile:
 * @p: a probability, 0.5 ≤ @p < 1
 * @degrees: degrees of freedom, at least 1
 *
 * Returns: t with P(T ≤ t) = @p, found by bisection
 */
double
ks_student_quantile (double p, gint64 degrees)
{
  double low = 0;
  double high = 1;

  g_return_val_if_fail (p >= 0.5 && p < 1 && degrees >= 1, 0);

  while (student_lower (high, (double) degrees) < p)
    high *= 2;
  for (int i = 0; i < BISECTIONS && low < high; i++)
    {
      double middle = low + (high - low) / 2;

      if (student_lower (middle, (double) degrees) < p)
        low = middle;
      else
        high = middle;
    }
  return high;
}
