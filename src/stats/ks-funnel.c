/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-funnel.h"

#include "ks-distribution.h"

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
  double sum;

  g_return_if_fail (staff >= 0 && share >= 0 && share <= 1);

  *low = 0;
  *high = staff;
  for (sum = ks_binomial_mass (0, staff, share); sum <= tail && *low < staff;)
    sum += ks_binomial_mass (++*low, staff, share);
  for (sum = ks_binomial_mass (staff, staff, share); sum <= tail && *high > 0;)
    sum += ks_binomial_mass (--*high, staff, share);
}
