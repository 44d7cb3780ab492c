/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ks-discovery.h"
#include "ks-distribution.h"
#include "ks-pattern.h"
#include "ks-straight.h"

#define NEAR 2e-8

static void
assert_close (double value, double expected)
{
  g_assert_cmpfloat (fabs (value - expected), <=, NEAR * fabs (expected));
}

/* Computed apart, with exact fractions. */
static void
test_tails (void)
{
  assert_close (ks_binomial_upper_limit (0, 100, 0.95), 0.029513050);
  assert_close (ks_binomial_upper_limit (1, 100, 0.95), 0.046559811);
  assert_close (ks_binomial_upper_limit (7, 20, 0.95), 0.558034511);
  g_assert_cmpfloat (ks_binomial_upper_limit (20, 20, 0.95), ==, 1);
  assert_close (ks_binomial_upper (10, 27, 0.001), 8.306857764e-24);
  assert_close (ks_binomial_upper (5, 40, 0.01), 4.915438703e-05);
  assert_close (ks_binomial_upper (3, 10, 0.3), 0.6172172136);
  g_assert_cmpfloat (ks_binomial_upper (0, 10, 0.3), ==, 1);
  g_assert_cmpfloat (ks_binomial_upper (11, 10, 0.3), ==, 0);
  assert_close (ks_beta_binomial_upper (3, 20, 1, 1), 18.0 / 21);
  assert_close (ks_beta_binomial_upper (9, 25, 2, 38), 5.475871434e-04);
  assert_close (ks_beta_binomial_upper (4, 30, 0.5, 20), 4.623596818e-02);
  g_assert_cmpfloat (ks_beta_binomial_upper (0, 30, 0.5, 20), ==, 1);
}

/* The limit is where the lower tail is 5 %. */
static void
test_limit_by_sum (void)
{
  for (gint64 x = 0; x < 12; x++)
    {
      double limit = ks_binomial_upper_limit (x, 40, 0.95);
      double sum = 0;

      for (gint64 k = 0; k <= x; k++)
        sum += ks_binomial_mass (k, 40, limit);
      g_assert_cmpfloat_with_epsilon (sum, 0.05, 1e-9);
    }
}

static void
test_discovery (void)
{
  /* The example of Benjamini and Hochberg (1995): four of fifteen. */
  const double p[] = { 0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                       0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000 };
  const double none[] = { 0.9, 0.06, 1 };
  /* The third is within its own bound, so the first two come with it. */
  const double late[] = { 0.04, 0.045, 0.0499 };

  g_assert_cmpfloat (ks_discovery_threshold (p, G_N_ELEMENTS (p), 0.05), ==, 0.0095);
  g_assert_cmpfloat (ks_discovery_threshold (none, 3, 0.05), ==, -1);
  g_assert_cmpfloat (ks_discovery_threshold (late, 3, 0.05), ==, 0.0499);
  g_assert_cmpfloat (ks_discovery_threshold (none, 0, 0.05), ==, -1);
}

static void
add (GArray *sheets, guint unit, guint64 pattern, gint64 time)
{
  KsSheet sheet = { .pattern = pattern, .time = time, .unit = unit, .index = sheets->len };

  g_array_append_val (sheets, sheet);
}

/* One unit of many has ten equal sheets; one pattern is common everywhere. */
static GArray *
make_day (guint n_copies, gint64 gap)
{
  GArray *sheets = g_array_new (FALSE, FALSE, sizeof (KsSheet));

  for (guint unit = 0; unit < 50; unit++)
    {
      for (guint i = 0; i < 12; i++)
        add (sheets, unit, 1000 + unit * 100 + i, i * 600);
      for (guint i = 0; i < 7; i++)
        add (sheets, unit, 1, i * 5);
    }
  for (guint i = 0; i < n_copies; i++)
    add (sheets, 20, 7, 5000 + i * gap);
  ks_sheets_sort ((KsSheet *) (void *) sheets->data, sheets->len);
  return sheets;
}

static KsSheet *
get_sheets (GArray *sheets)
{
  return (KsSheet *) (void *) sheets->data;
}

static void
test_identical (void)
{
  g_autoptr (GArray) sheets = make_day (10, 90);
  g_autoptr (GArray) groups = ks_pattern_groups_find (get_sheets (sheets), sheets->len, 50);
  const KsPatternGroup *group = &g_array_index (groups, KsPatternGroup, 0);

  /* Seven of one pattern everywhere are people who agree. */
  g_assert_cmpuint (groups->len, ==, 1);
  g_assert_cmpuint (group->unit, ==, 20);
  g_assert_cmpuint (group->n, ==, 10);
  assert_close (group->share, ks_binomial_upper_limit (0, 49 * 19, 0.95));
  assert_close (group->p, ks_binomial_upper (10, 29, group->share) * 14);
  ks_pattern_groups_keep_identical (groups, 50);
  g_assert_cmpuint (groups->len, ==, 1);
}

static void
test_too_few (void)
{
  g_autoptr (GArray) four = make_day (4, 90);
  g_autoptr (GArray) five = make_day (5, 90);
  g_autoptr (GArray) none = ks_pattern_groups_find (get_sheets (four), four->len, 50);
  g_autoptr (GArray) one = ks_pattern_groups_find (get_sheets (five), five->len, 50);
  g_autoptr (GArray) empty = ks_pattern_groups_find (NULL, 0, 50);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (empty->len, ==, 0);
  ks_pattern_groups_keep_identical (empty, 50);
}

/* With only one unit nothing is known of the others. */
static void
test_one_unit (void)
{
  g_autoptr (GArray) sheets = g_array_new (FALSE, FALSE, sizeof (KsSheet));
  g_autoptr (GArray) groups = NULL;

  for (guint i = 0; i < 20; i++)
    add (sheets, 0, 3, i);
  groups = ks_pattern_groups_find (get_sheets (sheets), sheets->len, 1);
  g_assert_cmpuint (groups->len, ==, 0);
}

static void
test_burst (void)
{
  g_autoptr (GArray) slow = make_day (10, 16);
  g_autoptr (GArray) quick = make_day (10, 15);
  g_autoptr (GArray) of_slow = ks_pattern_groups_find (get_sheets (slow), slow->len, 50);
  g_autoptr (GArray) of_quick = ks_pattern_groups_find (get_sheets (quick), quick->len, 50);
  KsBurst burst;

  /* Five within a minute need gaps of 15 seconds. */
  g_assert_false (ks_pattern_group_find_burst (&g_array_index (of_slow, KsPatternGroup, 0),
                                               get_sheets (slow), &burst));
  g_assert_true (ks_pattern_group_find_burst (&g_array_index (of_quick, KsPatternGroup, 0),
                                              get_sheets (quick), &burst));
  g_assert_cmpuint (burst.n, ==, 5);
  g_assert_cmpint (burst.seconds, ==, 60);
}

static void
test_burst_without_times (void)
{
  g_autoptr (GArray) sheets = make_day (0, 0);
  g_autoptr (GArray) groups = NULL;
  KsBurst burst;

  for (guint i = 0; i < 9; i++)
    add (sheets, 20, 7, KS_PATTERN_NO_TIME);
  ks_sheets_sort (get_sheets (sheets), sheets->len);
  groups = ks_pattern_groups_find (get_sheets (sheets), sheets->len, 50);
  g_assert_cmpuint (groups->len, ==, 1);
  g_assert_false (ks_pattern_group_find_burst (&g_array_index (groups, KsPatternGroup, 0),
                                               get_sheets (sheets), &burst));
}

static void
count_pair (const KsSheet *first, const KsSheet *second, gpointer data)
{
  guint *n_pairs = data;

  g_assert_cmpint (second->time - first->time, >=, 0);
  g_assert_cmpint (second->time - first->time, <=, 60);
  (*n_pairs)++;
}

static void
test_pairs (void)
{
  g_autoptr (GArray) sheets = g_array_new (FALSE, FALSE, sizeof (KsSheet));
  guint n_pairs = 0;

  add (sheets, 0, 5, 100);
  add (sheets, 0, 5, 160);
  add (sheets, 0, 5, 221);
  add (sheets, 1, 5, 100);
  add (sheets, 0, 6, 100);
  add (sheets, 2, 5, KS_PATTERN_NO_TIME);
  add (sheets, 2, 5, KS_PATTERN_NO_TIME);
  ks_sheets_sort (get_sheets (sheets), sheets->len);
  ks_sheets_foreach_near_pair (get_sheets (sheets), sheets->len, count_pair, &n_pairs);
  g_assert_cmpuint (n_pairs, ==, 1);
}

/* The p of a unit as methods.md writes it, summed up term by term. */
static double
weigh_slowly (GArray *sheets, guint unit, guint64 pattern)
{
  guint c = 0, n = 0, outside = 0, n_outside = 0, n_patterns = 0;
  double share, sum = 0;

  for (guint i = 0; i < sheets->len; i++)
    {
      const KsSheet *sheet = &g_array_index (sheets, KsSheet, i);
      gboolean seen = FALSE;

      n += sheet->unit == unit;
      n_outside += sheet->unit != unit;
      c += sheet->unit == unit && sheet->pattern == pattern;
      outside += sheet->unit != unit && sheet->pattern == pattern;
      for (guint j = 0; j < i && !seen; j++)
        seen = g_array_index (sheets, KsSheet, j).unit == unit
               && g_array_index (sheets, KsSheet, j).pattern == sheet->pattern;
      n_patterns += sheet->unit == unit && !seen;
    }
  if (c < 5 || n_outside == 0)
    return 2;
  share = ks_binomial_upper_limit (outside, n_outside, 0.95);
  for (guint k = c; k <= n; k++)
    sum += ks_binomial_mass (k, n, share);
  return share <= 0.01 ? MIN (1, sum * n_patterns) : 2;
}

static void
assert_as_slowly (GRand *random)
{
  g_autoptr (GArray) sheets = g_array_new (FALSE, FALSE, sizeof (KsSheet));
  g_autoptr (GArray) groups = NULL;
  guint n_expected = 0, found = 0;

  for (guint i = 0; i < 900; i++)
    {
      guint unit = (guint) g_rand_int_range (random, 0, 12);

      add (sheets, unit,
           (guint64) (g_rand_int_range (random, 0, 5) == 0 ? unit * 7 : g_rand_int (random)),
           g_rand_int_range (random, 0, 3600));
    }
  ks_sheets_sort (get_sheets (sheets), sheets->len);
  groups = ks_pattern_groups_find (get_sheets (sheets), sheets->len, 12);
  for (guint unit = 0; unit < 12; unit++)
    {
      double p = weigh_slowly (sheets, unit, unit * 7);

      n_expected += p <= 1;
      for (guint i = 0; i < groups->len; i++)
        if (g_array_index (groups, KsPatternGroup, i).unit == unit)
          {
            assert_close (g_array_index (groups, KsPatternGroup, i).p, p);
            found++;
          }
    }
  g_assert_cmpuint (found, ==, n_expected);
  g_assert_cmpuint (n_expected, >, 0);
}

static void
test_brute_force (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint i = 0; i < 10; i++)
    assert_as_slowly (random);
}

static void
test_straight (void)
{
  KsStratum units[200] = { { 0 } };
  gboolean flagged[200];
  double share;
  guint n_flagged = 0;

  for (guint i = 0; i < 200; i++)
    units[i] = (KsStratum) { .x = i % 2, .n = 25 };
  units[7].x = 20;
  units[8] = (KsStratum) { 0 };
  g_assert_true (ks_straight_find (units, 200, flagged, &share));
  for (guint i = 0; i < 200; i++)
    n_flagged += flagged[i];
  g_assert_cmpuint (n_flagged, ==, 1);
  g_assert_true (flagged[7]);
  g_assert_cmpfloat_with_epsilon (share, 119.0 / 4975, 1e-12);
}

/* Honest units differ beyond chance: a plain binomial would flag the last, ours does not. */
static void
test_straight_spread (void)
{
  KsStratum units[40];
  gboolean flagged[40];
  double share;

  for (guint i = 0; i < 40; i++)
    units[i] = (KsStratum) { .x = i % 8 < 5 ? 0 : i % 8 - 1, .n = 25 };
  g_assert_true (ks_straight_find (units, 40, flagged, &share));
  for (guint i = 0; i < 40; i++)
    g_assert_false (flagged[i]);
  g_assert_cmpfloat (ks_binomial_upper (6, 25, share), <, 0.05);
}

static void
test_straight_without_power (void)
{
  KsStratum units[3] = { { .x = 25, .n = 25 }, { .x = 0, .n = 25 }, { .x = 1, .n = 25 } };
  KsStratum nobody[2] = { { .n = 0 }, { .n = 0 } };
  gboolean flagged[3] = { TRUE, TRUE, TRUE };
  double share;

  g_assert_false (ks_straight_find (units, 3, flagged, &share));
  g_assert_false (flagged[0]);
  g_assert_cmpfloat_with_epsilon (share, 26.0 / 75, 1e-12);
  g_assert_false (ks_straight_find (nobody, 2, flagged, &share));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stats/patterns/tails", test_tails);
  g_test_add_func ("/stats/patterns/limit-by-sum", test_limit_by_sum);
  g_test_add_func ("/stats/patterns/discovery", test_discovery);
  g_test_add_func ("/stats/patterns/identical", test_identical);
  g_test_add_func ("/stats/patterns/too-few", test_too_few);
  g_test_add_func ("/stats/patterns/one-unit", test_one_unit);
  g_test_add_func ("/stats/patterns/burst", test_burst);
  g_test_add_func ("/stats/patterns/burst-without-times", test_burst_without_times);
  g_test_add_func ("/stats/patterns/pairs", test_pairs);
  g_test_add_func ("/stats/patterns/brute-force", test_brute_force);
  g_test_add_func ("/stats/straight/one-unit", test_straight);
  g_test_add_func ("/stats/straight/spread", test_straight_spread);
  g_test_add_func ("/stats/straight/without-power", test_straight_without_power);

  return g_test_run ();
}
