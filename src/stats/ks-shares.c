/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-shares.h"

/* What is left of counts[i] · whole / total after the whole part: the larger is rounded up first. */
static guint
find_largest_remainder (const gint64 *remainders, guint n)
{
  guint largest = 0;

  for (guint i = 1; i < n; i++)
    if (remainders[i] > remainders[largest])
      largest = i;
  return largest;
}

static gint64
sum_side (const gint64 *values, const KsShareSide *sides, guint n, KsShareSide side)
{
  gint64 sum = 0;

  for (guint i = 0; i < n; i++)
    sum += sides == NULL || sides[i] == side ? values[i] : 0;
  return sum;
}

/* Gives the parts of a side, which are rounded down, what they lack to add up to @goal. */
static void
fill_side (const KsShareSide *sides, guint n, KsShareSide side, gint64 goal, gint64 *remainders,
           gint64 *shares)
{
  g_autofree gint64 *own = g_new (gint64, n);
  gint64 missing = goal - sum_side (shares, sides, n, side);

  for (guint i = 0; i < n; i++)
    own[i] = sides == NULL || sides[i] == side ? remainders[i] : -1;
  for (; missing > 0; missing--)
    {
      guint i = find_largest_remainder (own, n);

      shares[i]++;
      own[i] = -1;
    }
}

static gboolean
round_down (const gint64 *counts, guint n, gint64 total, gint64 whole, gint64 *remainders,
            gint64 *shares)
{
  for (guint i = 0; i < n; i++)
    {
      g_return_val_if_fail (counts[i] >= 0, FALSE);
      shares[i] = total > 0 ? counts[i] * whole / total : 0;
      remainders[i] = total > 0 ? counts[i] * whole % total : 0;
    }
  return total > 0;
}

/**
 * ks_round_shares:
 * @counts: (array length=n_counts): parts of a row, none negative; their sum times twice @whole must
 *   fit 63 bits
 * @n_counts: number of parts
 * @whole: what the rounded shares add up to: %KS_SHARES_HUNDREDTHS for per cent with two decimals
 * @shares: (out caller-allocates) (array length=n_counts): the shares in units of 1/@whole
 *
 * Rounds by the largest remainder (Hamilton), so that the printed percentages of a row add up to
 * 100 by hand. Of equal remainders the earlier part is rounded up.
 *
 * Returns: %FALSE, with all shares 0, if the counts add up to nothing
 */
gboolean
ks_round_shares (const gint64 *counts, guint n_counts, gint64 whole, gint64 *shares)
{
  g_autofree gint64 *remainders = g_new0 (gint64, MAX (n_counts, 1));
  gint64 total = sum_side (counts, NULL, n_counts, KS_SIDE_NEITHER);

  if (!round_down (counts, n_counts, total, whole, remainders, shares))
    return FALSE;
  fill_side (NULL, n_counts, KS_SIDE_NEITHER, whole, remainders, shares);
  return TRUE;
}

/**
 * ks_round_sided_shares:
 * @counts: (array length=n_counts): parts of a row, as for ks_round_shares()
 * @sides: (array length=n_counts): the side of each part
 * @n_counts: number of parts
 * @whole: what the rounded shares add up to
 * @shares: (out caller-allocates) (array length=n_counts): the shares in units of 1/@whole
 *
 * As ks_round_shares(), but good parts add up to the share of all good ones rounded half up, and so
 * do poor ones: a sum that is printed alone elsewhere is the sum of the printed row. Where both end
 * in exactly one half and nothing else is there to give way, the poor ones are rounded down.
 *
 * Returns: %FALSE, with all shares 0, if the counts add up to nothing
 */
gboolean
ks_round_sided_shares (const gint64 *counts, const KsShareSide *sides, guint n_counts, gint64 whole,
                       gint64 *shares)
{
  g_autofree gint64 *remainders = g_new0 (gint64, MAX (n_counts, 1));
  gint64 total = sum_side (counts, NULL, n_counts, KS_SIDE_NEITHER);
  gint64 goals[KS_N_SIDES];

  if (!round_down (counts, n_counts, total, whole, remainders, shares))
    return FALSE;
  for (guint side = KS_SIDE_GOOD; side < KS_N_SIDES; side++)
    goals[side]
        = (2 * whole * sum_side (counts, sides, n_counts, (KsShareSide) side) + total) / (2 * total);
  goals[KS_SIDE_NEITHER] = whole - goals[KS_SIDE_GOOD] - goals[KS_SIDE_POOR];
  if (goals[KS_SIDE_NEITHER] < sum_side (shares, sides, n_counts, KS_SIDE_NEITHER))
    {
      goals[KS_SIDE_POOR]--;
      goals[KS_SIDE_NEITHER]++;
    }
  for (guint side = 0; side < KS_N_SIDES; side++)
    fill_side (sides, n_counts, (KsShareSide) side, goals[side], remainders, shares);
  return TRUE;
}

/**
 * ks_net_agreement:
 * @good: answers at the levels "đánh giá tốt"
 * @poor: answers at the levels of the lower half
 * @n: answers that chose an option
 *
 * Returns: (@good − @poor)/@n, −1…1; 0 without answers
 */
double
ks_net_agreement (gint64 good, gint64 poor, gint64 n)
{
  return n > 0 ? (double) (good - poor) / (double) n : 0;
}

/**
 * ks_compare_net_agreement:
 * @good_a: good answers of the first row
 * @poor_a: poor answers of the first row
 * @n_a: all answers of the first row
 * @good_b: good answers of the second row
 * @poor_b: poor answers of the second row
 * @n_b: all answers of the second row
 *
 * Compares on integers, so that equal fractions are ties and keep the form's order. A row without
 * answers counts as 0.
 *
 * Returns: negative if the first row has the higher net agreement, and so stands first
 */
int
ks_compare_net_agreement (gint64 good_a, gint64 poor_a, gint64 n_a,
                          gint64 good_b, gint64 poor_b, gint64 n_b)
{
  gint64 a = n_a > 0 ? (good_a - poor_a) * MAX (n_b, 1) : 0;
  gint64 b = n_b > 0 ? (good_b - poor_b) * MAX (n_a, 1) : 0;

  return (a < b) - (a > b);
}
