/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-disclosure.h"
#include "ks-shares.h"

static void
assert_shares (const gint64 *counts, guint n, gint64 whole, const gint64 *expected)
{
  g_autofree gint64 *shares = g_new (gint64, n);
  gint64 sum = 0;

  g_assert_true (ks_round_shares (counts, n, whole, shares));
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (shares[i], ==, expected[i]);
      sum += shares[i];
    }
  g_assert_cmpint (sum, ==, whole);
}

static void
test_round (void)
{
  const gint64 thirds[] = { 1, 1, 1 };
  const gint64 thirds_rounded[] = { 3334, 3333, 3333 };
  const gint64 question[] = { 2804, 1194, 363, 34, 34, 37 };
  const gint64 hundredths[] = { 6279, 2673, 813, 76, 76, 83 };
  const gint64 tenths[] = { 628, 267, 81, 8, 8, 8 };
  const gint64 one[] = { 0, 5, 0 };
  const gint64 one_rounded[] = { 0, 10000, 0 };

  assert_shares (thirds, 3, KS_SHARES_HUNDREDTHS, thirds_rounded);
  assert_shares (question, 6, KS_SHARES_HUNDREDTHS, hundredths);
  assert_shares (question, 6, KS_SHARES_TENTHS, tenths);
  assert_shares (one, 3, KS_SHARES_HUNDREDTHS, one_rounded);
}

static void
test_round_nothing (void)
{
  const gint64 counts[] = { 0, 0 };
  gint64 shares[] = { 7, 7 };

  g_assert_false (ks_round_shares (counts, 2, KS_SHARES_HUNDREDTHS, shares));
  g_assert_cmpint (shares[0], ==, 0);
  g_assert_cmpint (shares[1], ==, 0);
  g_assert_false (ks_round_shares (NULL, 0, KS_SHARES_HUNDREDTHS, NULL));
}

/* No share is off by a whole hundredth, whatever the counts. */
static void
test_round_many (void)
{
  for (int i = 0; i < 2000; i++)
    {
      gint64 counts[6], shares[6];
      gint64 total = 0;
      gint64 sum = 0;

      for (int j = 0; j < 6; j++)
        total += counts[j] = g_test_rand_int_range (0, 3) ? g_test_rand_int_range (0, 5000) : 0;
      if (!ks_round_shares (counts, 6, KS_SHARES_HUNDREDTHS, shares))
        continue;
      for (int j = 0; j < 6; j++)
        {
          sum += shares[j];
          g_assert_cmpint (ABS (shares[j] * total - counts[j] * KS_SHARES_HUNDREDTHS), <, total);
        }
      g_assert_cmpint (sum, ==, KS_SHARES_HUNDREDTHS);
    }
}

/* 96,875 and 3,125 %: both cannot be rounded up. */
static void
test_round_sides (void)
{
  static const KsShareSide sides[]
      = { KS_SIDE_GOOD, KS_SIDE_GOOD, KS_SIDE_NEITHER, KS_SIDE_POOR, KS_SIDE_POOR, KS_SIDE_NEITHER };
  const gint64 halves[] = { 31, 0, 0, 1, 0, 0 };
  const gint64 halves_rounded[] = { 9688, 0, 0, 312, 0, 0 };
  gint64 shares[6];

  g_assert_true (ks_round_sided_shares (halves, sides, 6, KS_SHARES_HUNDREDTHS, shares));
  for (guint i = 0; i < 6; i++)
    g_assert_cmpint (shares[i], ==, halves_rounded[i]);
  memset (shares, 1, sizeof shares);
  g_assert_false (ks_round_sided_shares ((gint64[6]) { 0 }, sides, 6, KS_SHARES_HUNDREDTHS, shares));
  g_assert_cmpint (shares[3], ==, 0);
}

/* Whatever the counts: good levels add up to the share that stands alone, poor ones but for halves. */
static void
test_round_sides_many (void)
{
  for (int i = 0; i < 5000; i++)
    {
      gint64 counts[6], shares[6];
      KsShareSide sides[6];
      gint64 totals[KS_N_SIDES] = { 0 };
      gint64 sums[KS_N_SIDES] = { 0 };
      gint64 total = 0;

      for (int j = 0; j < 6; j++)
        {
          sides[j] = (KsShareSide) g_test_rand_int_range (0, KS_N_SIDES);
          counts[j] = g_test_rand_int_range (0, 3) ? g_test_rand_int_range (0, i % 2 ? 40 : 5000) : 0;
          total += counts[j];
          totals[sides[j]] += counts[j];
        }
      if (!ks_round_sided_shares (counts, sides, 6, KS_SHARES_HUNDREDTHS, shares))
        continue;
      for (int j = 0; j < 6; j++)
        {
          sums[sides[j]] += shares[j];
          g_assert_cmpint (ABS (shares[j] * total - counts[j] * KS_SHARES_HUNDREDTHS), <, total);
        }
      g_assert_cmpint (sums[0] + sums[1] + sums[2], ==, KS_SHARES_HUNDREDTHS);
      g_assert_cmpint (sums[KS_SIDE_GOOD], ==, 
                       (20000 * totals[KS_SIDE_GOOD] + total) / (2 * total));
      g_assert_cmpint (ABS (2 * (sums[KS_SIDE_POOR] * total
                                 - totals[KS_SIDE_POOR] * KS_SHARES_HUNDREDTHS)), <=, total);
    }
}

static void
test_net_agreement (void)
{
  g_assert_cmpfloat_with_epsilon (ks_net_agreement (3998, 68, 4466), 0.879982, 1e-6);
  g_assert_cmpfloat (ks_net_agreement (0, 0, 0), ==, 0);
  g_assert_cmpint (ks_compare_net_agreement (9, 1, 10, 7, 1, 10), <, 0);
  g_assert_cmpint (ks_compare_net_agreement (7, 1, 10, 9, 1, 10), >, 0);
  g_assert_cmpint (ks_compare_net_agreement (2, 1, 3, 4, 2, 6), ==, 0);
  g_assert_cmpint (ks_compare_net_agreement (0, 0, 0, 1, 2, 6), <, 0);
  g_assert_cmpint (ks_compare_net_agreement (2, 1, 6, 0, 0, 0), <, 0);
  g_assert_cmpint (ks_compare_net_agreement (0, 0, 0, 3, 3, 6), ==, 0);
}

static void
test_threshold (void)
{
  g_assert_false (ks_is_shown (0));
  g_assert_false (ks_is_shown (4));
  g_assert_true (ks_is_shown (5));
}

static void
test_subgroups (void)
{
  static const struct
  {
    gint64 n[4];
    gboolean shown[4];
  } cases[] = {
    { { 6, 6, 2, 0 }, { TRUE, FALSE, FALSE, FALSE } },   /* 6 + 6 + 2 would reveal the 2 */
    { { 9, 6, 2, 7 }, { TRUE, FALSE, FALSE, TRUE } },    /* the smallest goes too */
    { { 9, 6, 2, 3 }, { TRUE, TRUE, FALSE, FALSE } },    /* 2 + 3 hide each other */
    { { 9, 6, 5, 7 }, { TRUE, TRUE, TRUE, TRUE } },
    { { 9, 6, 0, 7 }, { TRUE, TRUE, FALSE, TRUE } },     /* nobody is there to be revealed */
    { { 1, 1, 1, 1 }, { FALSE, FALSE, FALSE, FALSE } },
    { { 5, 1, 0, 0 }, { FALSE, FALSE, FALSE, FALSE } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean shown[4];
      guint n_shown = 0;
      guint returned = ks_show_subgroups (cases[i].n, 4, shown);

      for (guint j = 0; j < 4; j++)
        {
          g_assert_cmpint (shown[j], ==, cases[i].shown[j]);
          n_shown += shown[j] ? 1 : 0;
        }
      g_assert_cmpuint (returned, ==, n_shown);
    }
}

/* Whatever the subgroups: those that are hidden hold 0 or at least five together. */
static void
test_subgroups_many (void)
{
  for (int i = 0; i < 5000; i++)
    {
      gint64 n[5];
      gboolean shown[5];
      gint64 hidden = 0;
      guint n_shown;

      for (int j = 0; j < 5; j++)
        n[j] = g_test_rand_int_range (0, 12);
      n_shown = ks_show_subgroups (n, 5, shown);
      for (int j = 0; j < 5; j++)
        {
          g_assert_false (shown[j] && n[j] < KS_MIN_ANSWERS);
          hidden += shown[j] ? 0 : n[j];
        }
      g_assert_true (hidden == 0 || hidden >= KS_MIN_ANSWERS || n_shown == 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats/shares/round", test_round);
  g_test_add_func ("/stats/shares/nothing", test_round_nothing);
  g_test_add_func ("/stats/shares/many", test_round_many);
  g_test_add_func ("/stats/shares/sides", test_round_sides);
  g_test_add_func ("/stats/shares/sides-many", test_round_sides_many);
  g_test_add_func ("/stats/shares/net-agreement", test_net_agreement);
  g_test_add_func ("/stats/disclosure/threshold", test_threshold);
  g_test_add_func ("/stats/disclosure/subgroups", test_subgroups);
  g_test_add_func ("/stats/disclosure/many", test_subgroups_many);
  return g_test_run ();
}
