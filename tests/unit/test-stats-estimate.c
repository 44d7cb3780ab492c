/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-estimate.h"

#include <math.h>

#define NEAR 1e-6

static void
test_total (void)
{
  const KsStratum strata[] = {
    { 18, 20, 25 }, { 9, 10, 12 }, { 30, 30, 30 }, { 12, 20, 40 }, { 25, 28, 30 },
  };
  KsTotal total;

  g_assert_true (ks_stratified_total (strata, G_N_ELEMENTS (strata), &total));
  g_assert_cmpfloat_with_epsilon (total.estimate, 0.832742, NEAR);
  g_assert_cmpfloat_with_epsilon (total.error, 0.024373, NEAR);
  g_assert_cmpfloat_with_epsilon (total.pool, 0.870370, NEAR);
  g_assert_cmpfloat_with_epsilon (total.bound_low, 0.686131, NEAR);
  g_assert_cmpfloat_with_epsilon (total.bound_high, 0.897810, NEAR);
  g_assert_cmpfloat_with_epsilon (total.low, 0.832742 - 1.959964 * 0.024373, 2 * NEAR);
  g_assert_cmpfloat_with_epsilon (total.high, 0.832742 + 1.959964 * 0.024373, 2 * NEAR);
  g_assert_cmpuint (total.n_empty, ==, 0);
  g_assert_cmpuint (total.n_over, ==, 0);
}

/* A unit without answers, one with a single answer, one with more answers than staff. */
static void
test_odd_units (void)
{
  const KsStratum strata[] = {
    { 18, 20, 25, 0 }, { 1, 1, 10, 0 }, { 0, 0, 8, 0 }, { 30, 33, 30, 1 }, { 12, 20, 40, 1 },
  };
  KsTotal total;

  g_assert_true (ks_stratified_total (strata, G_N_ELEMENTS (strata), &total));
  g_assert_cmpfloat_with_epsilon (total.estimate, 0.807091, NEAR);
  g_assert_cmpfloat_with_epsilon (total.error, 0.047738, NEAR);
  g_assert_cmpfloat_with_epsilon (total.bound_low, 31.0 / 113, NEAR);
  g_assert_cmpfloat_with_epsilon (total.bound_high, 103.0 / 113, NEAR);
  g_assert_cmpfloat_with_epsilon (total.pool, 61.0 / 74, NEAR);
  g_assert_cmpuint (total.n_empty, ==, 1);
  g_assert_cmpuint (total.n_over, ==, 1);
}

/* A district where nobody answered takes the mean of the others. */
static void
test_empty_district (void)
{
  const KsStratum strata[] = { { 6, 10, 10, 0 }, { 0, 0, 30, 1 } };
  const KsStratum nobody[] = { { 0, 0, 10, 0 }, { 0, 0, 30, 1 } };
  KsTotal total;

  g_assert_true (ks_stratified_total (strata, 2, &total));
  g_assert_cmpfloat_with_epsilon (total.estimate, 0.6, NEAR);
  g_assert_cmpfloat_with_epsilon (total.bound_low, 6.0 / 40, NEAR);
  g_assert_cmpfloat_with_epsilon (total.bound_high, 36.0 / 40, NEAR);
  g_assert_false (ks_stratified_total (nobody, 2, &total));
  g_assert_false (ks_stratified_total (NULL, 0, &total));
}

/* The interval never says more than the bounds: two answers are missing of 42. */
static void
test_cut_to_bounds (void)
{
  const KsStratum strata[] = { { 1, 2, 3, 0 }, { 38, 38, 39, 0 } };
  KsTotal total;

  g_assert_true (ks_stratified_total (strata, 2, &total));
  g_assert_cmpfloat (total.low, >=, total.bound_low);
  g_assert_cmpfloat (total.high, <=, total.bound_high);
  g_assert_cmpfloat (total.low, ==, total.bound_low);
}

static const KsStratum shrunken[] = {
  { 18, 20 }, { 9, 10 }, { 30, 30 }, { 12, 20 }, { 25, 28 }, { 5, 8 }, { 40, 44 }, { 22, 24 },
};

static void
test_moments (void)
{
  KsBetaBinomial fit;

  g_assert_true (ks_beta_binomial_fit (shrunken, G_N_ELEMENTS (shrunken), &fit));
  g_assert_cmpfloat_with_epsilon (fit.mean, 0.875, NEAR);
  g_assert_cmpfloat_with_epsilon (fit.spread, 2.601732, NEAR);
  g_assert_cmpfloat_with_epsilon (fit.correlation, 0.112699, NEAR);
  g_assert_cmpfloat_with_epsilon (fit.a, 6.889040, 5 * NEAR);
  g_assert_cmpfloat_with_epsilon (fit.b, 0.984149, NEAR);
}

static void
test_shrink (void)
{
  KsBetaBinomial fit;

  g_assert_true (ks_beta_binomial_fit (shrunken, G_N_ELEMENTS (shrunken), &fit));
  g_assert_cmpfloat_with_epsilon (ks_beta_binomial_shrink (&fit, 18, 20, 25), 0.898588, NEAR);
  g_assert_cmpfloat_with_epsilon (ks_beta_binomial_shrink (&fit, 12, 20, 20), 0.600000, NEAR);
  g_assert_cmpfloat_with_epsilon (ks_beta_binomial_shrink (&fit, 5, 8, 22), 0.703910, NEAR);
  g_assert_cmpfloat_with_epsilon (ks_beta_binomial_shrink (&fit, 0, 0, 15), 0.875, NEAR);
  /* More answers than staff: the plain share. N unknown: m itself. */
  g_assert_cmpfloat (ks_beta_binomial_shrink (&fit, 20, 25, 22), ==, 0.8);
  g_assert_cmpfloat_with_epsilon (ks_beta_binomial_shrink (&fit, 18, 20, 0),
                                  (18 + 6.889040) / (20 + 6.889040 + 0.984149), NEAR);
}

/* Units that differ no more than chance would have it all take the common mean. */
static void
test_no_spread (void)
{
  const KsStratum even[] = { { 8, 10 }, { 8, 10 }, { 16, 20 }, { 0, 0 } };
  const KsStratum all_good[] = { { 10, 10 }, { 20, 20 } };
  const KsStratum extremes[] = { { 10, 10 }, { 0, 10 } };
  KsBetaBinomial fit;

  g_assert_true (ks_beta_binomial_fit (even, G_N_ELEMENTS (even), &fit));
  g_assert_cmpfloat (fit.correlation, ==, 0);
  g_assert_true (isinf (fit.a));
  g_assert_cmpfloat_with_epsilon (ks_beta_binomial_shrink (&fit, 10, 10, 20), 0.9, NEAR);
  g_assert_true (ks_beta_binomial_fit (all_good, 2, &fit));
  g_assert_cmpfloat (ks_beta_binomial_shrink (&fit, 5, 5, 10), ==, 1);
  g_assert_true (ks_beta_binomial_fit (extremes, 2, &fit));
  g_assert_cmpfloat (fit.correlation, ==, 1);
  g_assert_cmpfloat_with_epsilon (ks_beta_binomial_shrink (&fit, 0, 0, 10), 0.5, NEAR);
  g_assert_cmpfloat_with_epsilon (ks_beta_binomial_shrink (&fit, 3, 4, 8), 0.75, NEAR);
  g_assert_false (ks_beta_binomial_fit (NULL, 0, &fit));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats/total/vector", test_total);
  g_test_add_func ("/stats/total/odd-units", test_odd_units);
  g_test_add_func ("/stats/total/empty-district", test_empty_district);
  g_test_add_func ("/stats/total/cut-to-bounds", test_cut_to_bounds);
  g_test_add_func ("/stats/shrinkage/moments", test_moments);
  g_test_add_func ("/stats/shrinkage/vector", test_shrink);
  g_test_add_func ("/stats/shrinkage/no-spread", test_no_spread);
  return g_test_run ();
}
