/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-discovery.h"

#include <stdlib.h>

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

/**
 * ks_discovery_threshold:
 * @p: (array length=n): a p-value for each of the units
 * @n: number of units
 * @rate: the share of false discoveries to bear
 *
 * Benjamini and Hochberg (1995): the greatest p(k) that is no greater than k·rate/n, p(k) being
 * the k-th smallest.
 *
 * Returns: the p up to which units stand out; -1 if none does
 */
double
ks_discovery_threshold (const double *p, guint n, double rate)
{
  g_autofree double *sorted = g_memdup2 (p, n * sizeof *p);

  if (n == 0)
    return -1;
  qsort (sorted, n, sizeof *sorted, compare_doubles);
  for (guint k = n; k > 0; k--)
    if (sorted[k - 1] <= k * rate / n)
      return sorted[k - 1];
  return -1;
}
