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

/**
 * ks_round_shares:
 * @counts: (array length=n_counts): parts of a row, none negative; their sum times @whole must
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
  gint64 total = 0;
  gint64 missing = whole;

  for (guint i = 0; i < n_counts; i++)
    {
      g_return_val_if_fail (counts[i] >= 0, FALSE);
      shares[i] = 0;
      total += counts[i];
    }
  if (total == 0)
    return FALSE;

  for (guint i = 0; i < n_counts; i++)
    {
      shares[i] = counts[i] * whole / total;
      remainders[i] = counts[i] * whole % total;
      missing -= shares[i];
    }
  for (; missing > 0; missing--)
    {
      guint i = find_largest_remainder (remainders, n_counts);

      shares[i]++;
      remainders[i] = -1;
    }
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
