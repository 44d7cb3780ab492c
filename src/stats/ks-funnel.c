/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-funnel.h"

#include "ks-distribution.h"

#include <math.h>

/* So far from the mean nothing is left of a sum of probabilities that a double could hold. */
#define FAR_DEVIATIONS 12
#define FAR_COUNTS     30

/**
 * ks_funnel_limits:
 * @staff: officials of a unit, N
 * @share: participation of the whole, P₀ = Σn/ΣN, 0…1
 * @level: %KS_FUNNEL_INNER or %KS_FUNNEL_OUTER
 * @low: (out): the least number of answers that is not too few
 * @high: (out): the greatest that is not too many, up to @staff
 *
 * Exact binomial limits: a count k lies inside if both P(X ≤ k) and P(X ≥ k) are above
 * (1 − level)/2 for X ~ Bin(N, P₀). More answers than officials always lie outside.
 */
void
ks_funnel_limits (gint64 staff, double share, double level, gint64 *low, gint64 *high)
{
  double tail = (1 - level) / 2;
  double mean = (double) staff * share;
  double far = FAR_DEVIATIONS * sqrt (mean * (1 - share)) + FAR_COUNTS;
  double sum;

  g_return_if_fail (staff >= 0 && share >= 0 && share <= 1);

  *low = (gint64) MAX (floor (mean - far), 0);
  *high = (gint64) MIN (ceil (mean + far), (double) staff);
  for (sum = ks_binomial_mass (*low, staff, share); sum <= tail && *low < staff;)
    sum += ks_binomial_mass (++*low, staff, share);
  for (sum = ks_binomial_mass (*high, staff, share); sum <= tail && *high > 0;)
    sum += ks_binomial_mass (--*high, staff, share);
}
