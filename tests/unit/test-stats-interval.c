/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-distribution.h"
#include "ks-funnel.h"
#include "ks-interval.h"

#define LARGEST 40

static void
test_vectors (void)
{
  static const struct
  {
    gint64 x, n, population, low, high;
  } cases[] = {
    { 18, 20, 25, 20, 23 },
    { 20, 20, 25, 23, 25 },
    { 0, 12, 30, 0, 6 },
    { 5, 8, 22, 7, 19 },
    { 24, 24, 26, 25, 26 },
    { 22, 24, 26, 23, 24 },
    { 45, 100, 300, 111, 160 },
    { 450, 500, 600, 533, 546 },
    { 4000, 4466, 4990, 4454, 4483 },
    { 1000, 2500, 5000, 1932, 2069 }, /* tails too small for a double */
    { 10, 2500, 5000, 13, 31 },
    { 7, 9, 9, 7, 7 },                /* everybody answered */
    { 0, 0, 12, 0, 12 },              /* nobody did */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 low, high;

      g_assert_true (ks_hypergeometric_interval (cases[i].x, cases[i].n, cases[i].population,
                                                 &low, &high));
      g_assert_cmpint (low, ==, cases[i].low);
      g_assert_cmpint (high, ==, cases[i].high);
    }
}

static void
test_no_interval (void)
{
  gint64 least, most;
  double low, high, mean;
  const double values[] = { 1, 2 };
  const gint64 one[] = { 1, 0 };
  const gint64 many[] = { 6, 6 };

  g_assert_false (ks_hypergeometric_interval (20, 26, 25, &least, &most));
  g_assert_false (ks_hypergeometric_interval (5, 8, KS_POPULATION_UNKNOWN, &least, &most));
  g_assert_false (ks_hypergeometric_interval (5, 8, KS_MAX_EXACT_POPULATION + 1, &least, &most));
  g_assert_false (ks_share_bounds (20, 26, 25, &low, &high));
  g_assert_false (ks_share_bounds (5, 8, KS_POPULATION_UNKNOWN, &low, &high));
  g_assert_false (ks_share_interval (20, 26, 25, &low, &high));
  g_assert_false (ks_share_interval (0, 0, 25, &low, &high));
  g_assert_false (ks_wilson_interval (0, 0, &low, &high));
  g_assert_false (ks_mean_interval (values, one, 2, 30, &mean, &low, &high));
  g_assert_false (ks_mean_interval (values, many, 2, 11, &mean, &low, &high));
  g_assert_false (ks_mean_interval (values, many, 2, KS_POPULATION_UNKNOWN, &mean, &low, &high));
}

/* Binomial coefficients up to 40, exact in a double. */
static void
fill_coefficients (double choose[LARGEST + 1][LARGEST + 1])
{
  for (int n = 0; n <= LARGEST; n++)
    for (int k = 0; k <= LARGEST; k++)
      choose[n][k] = k == 0 ? 1 : n == 0 ? 0 : choose[n - 1][k - 1] + choose[n - 1][k];
}

static void
test_coverage (void)
{
  double choose[LARGEST + 1][LARGEST + 1];

  fill_coefficients (choose);
  for (int population = 5; population <= LARGEST; population++)
    for (int n = 1; n < population; n++)
      {
        gint64 low[LARGEST + 1], high[LARGEST + 1];

        for (int x = 0; x <= n; x++)
          g_assert_true (ks_hypergeometric_interval (x, n, population, &low[x], &high[x]));
        for (int marked = 0; marked <= population; marked++)
          {
            double covered = 0;

            for (int x = 0; x <= MIN (n, marked); x++)
              if (n - x <= population - marked && low[x] <= marked && marked <= high[x])
                covered += choose[marked][x] * choose[population - marked][n - x]
                           / choose[population][n];
            g_assert_cmpfloat (covered, >=, 0.95 - 1e-9);
          }
      }
}

static void
test_bounds (void)
{
  double low, high;

  g_assert_true (ks_share_bounds (22, 24, 26, &low, &high));
  g_assert_cmpfloat_with_epsilon (low, 0.846, 0.0005);
  g_assert_cmpfloat_with_epsilon (high, 0.923, 0.0005);
  g_assert_true (ks_share_bounds (9, 10, 10, &low, &high));
  g_assert_cmpfloat (low, ==, 0.9);
  g_assert_cmpfloat (high, ==, 0.9);
}

static void
test_wilson (void)
{
  double low, high;

  g_assert_true (ks_wilson_interval (18, 20, &low, &high));
  g_assert_cmpfloat_with_epsilon (low, 0.698966, 1e-6);
  g_assert_cmpfloat_with_epsilon (high, 0.972134, 1e-6);
  g_assert_true (ks_wilson_interval (0, 12, &low, &high));
  g_assert_cmpfloat (low, ==, 0);
  g_assert_cmpfloat_with_epsilon (high, 0.242494, 1e-6);
  g_assert_true (ks_wilson_interval (12, 12, &low, &high));
  g_assert_cmpfloat (high, ==, 1);
}

/* One function chooses what fits: exact, one point, or Wilson's. */
static void
test_share_interval (void)
{
  double low, high;

  g_assert_true (ks_share_interval (18, 20, 25, &low, &high));
  g_assert_cmpfloat (low, ==, 20.0 / 25);
  g_assert_cmpfloat (high, ==, 23.0 / 25);
  g_assert_true (ks_share_interval (18, 20, KS_POPULATION_UNKNOWN, &low, &high));
  g_assert_cmpfloat_with_epsilon (low, 0.698966, 1e-6);
  g_assert_true (ks_share_interval (18, 20, 12000, &low, &high));
  g_assert_cmpfloat_with_epsilon (high, 0.972134, 1e-6);
  g_assert_true (ks_share_interval (6000, 8000, 8000, &low, &high));
  g_assert_cmpfloat (low, ==, 0.75);
  g_assert_cmpfloat (high, ==, 0.75);
}

static void
test_student (void)
{
  g_assert_cmpfloat_with_epsilon (ks_student_quantile (0.975, 1), 12.7062047, 1e-6);
  g_assert_cmpfloat_with_epsilon (ks_student_quantile (0.975, 2), 4.30265273, 1e-7);
  g_assert_cmpfloat_with_epsilon (ks_student_quantile (0.975, 5), 2.57058184, 1e-7);
  g_assert_cmpfloat_with_epsilon (ks_student_quantile (0.975, 10), 2.22813885, 1e-7);
  g_assert_cmpfloat_with_epsilon (ks_student_quantile (0.975, 30), 2.04227246, 1e-7);
  g_assert_cmpfloat_with_epsilon (ks_student_quantile (0.975, 1000), 1.96233908, 1e-7);
  g_assert_cmpfloat_with_epsilon (ks_student_quantile (0.5, 7), 0, 1e-9);
}

static void
test_mean (void)
{
  const double values[] = { 5, 4, 3, 2, 1 };
  const gint64 counts[] = { 8, 6, 3, 2, 1 };
  const gint64 certain[] = { 9, 0, 0, 0, 1 };
  double mean, low, high;

  /* ȳ = 3.9, s² = 27.8/19; t₁₉ = 2.0930240, √((1 − 20/40)/20) = 0.158114 */
  g_assert_true (ks_mean_interval (values, counts, 5, 40, &mean, &low, &high));
  g_assert_cmpfloat_with_epsilon (mean, 3.9, 1e-12);
  g_assert_cmpfloat_with_epsilon (low, 3.9 - 0.400304, 1e-5);
  g_assert_cmpfloat_with_epsilon (high, 3.9 + 0.400304, 1e-5);

  /* One answer is missing: it can raise the mean of 4.6 to 51/11 and no further. */
  g_assert_true (ks_mean_interval (values, certain, 5, 11, &mean, &low, &high));
  g_assert_cmpfloat_with_epsilon (low, 4.327174, 1e-6);
  g_assert_cmpfloat_with_epsilon (high, 51.0 / 11, 1e-12);
}

static void
test_funnel (void)
{
  static const struct
  {
    gint64 staff;
    double share, level;
    gint64 low, high;
  } cases[] = {
    { 12, 0.895, KS_FUNNEL_INNER, 8, 12 },  { 12, 0.895, KS_FUNNEL_OUTER, 7, 12 },
    { 25, 0.895, KS_FUNNEL_INNER, 19, 25 }, { 25, 0.895, KS_FUNNEL_OUTER, 17, 25 },
    { 60, 0.895, KS_FUNNEL_INNER, 49, 58 }, { 60, 0.895, KS_FUNNEL_OUTER, 45, 60 },
    { 10, 0.5, KS_FUNNEL_INNER, 2, 8 },     { 10, 0.5, KS_FUNNEL_OUTER, 1, 9 },
    { 30, 1, KS_FUNNEL_INNER, 30, 30 },     { 30, 0, KS_FUNNEL_OUTER, 0, 0 },
    { 0, 0.5, KS_FUNNEL_INNER, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 low, high;

      ks_funnel_limits (cases[i].staff, cases[i].share, cases[i].level, &low, &high);
      g_assert_cmpint (low, ==, cases[i].low);
      g_assert_cmpint (high, ==, cases[i].high);
    }
}

/* Of many people only the counts near the mean are added up: that leaves nothing out. */
static void
test_funnel_of_many (void)
{
  static const gint64 staffs[] = { 400, 1500, 3750 };

  for (guint i = 0; i < G_N_ELEMENTS (staffs); i++)
    for (double share = 0.01; share < 1; share += 0.14)
      {
        double tail = (1 - KS_FUNNEL_OUTER) / 2;
        double below = 0;
        gint64 low, high;

        ks_funnel_limits (staffs[i], share, KS_FUNNEL_OUTER, &low, &high);
        for (gint64 count = 0; count < low; count++)
          below += ks_binomial_mass (count, staffs[i], share);
        g_assert_cmpfloat (below, <=, tail);
        g_assert_cmpfloat (below + ks_binomial_mass (low, staffs[i], share), >, tail);
        g_assert_cmpfloat (ks_binomial_upper (high + 1, staffs[i], share), <=, tail + 1e-9);
        g_assert_cmpfloat (ks_binomial_upper (high, staffs[i], share), >, tail - 1e-9);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats/interval/vectors", test_vectors);
  g_test_add_func ("/stats/interval/none", test_no_interval);
  g_test_add_func ("/stats/interval/coverage", test_coverage);
  g_test_add_func ("/stats/interval/bounds", test_bounds);
  g_test_add_func ("/stats/interval/wilson", test_wilson);
  g_test_add_func ("/stats/interval/share", test_share_interval);
  g_test_add_func ("/stats/interval/student", test_student);
  g_test_add_func ("/stats/interval/mean", test_mean);
  g_test_add_func ("/stats/funnel", test_funnel);
  g_test_add_func ("/stats/funnel/many", test_funnel_of_many);
  return g_test_run ();
}
