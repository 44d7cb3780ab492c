/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-straight.h"

#include "ks-discovery.h"
#include "ks-distribution.h"

static double
weigh (const KsStratum *unit, const KsBetaBinomial *fit)
{
  if (unit->x == 0)
    return 1;
  if (fit->correlation <= 0)
    return ks_binomial_upper (unit->x, unit->n, fit->mean);
  /* All alike within units and none between them: no tail to speak of. */
  if (fit->correlation >= 1)
    return 1;
  return ks_beta_binomial_upper (unit->x, unit->n, fit->a, fit->b);
}

/**
 * ks_stand_out_find:
 * @units: (array length=n_units): x of n counted sheets have something in common
 * @n_units: number of units
 * @max_share: where more than so many have it the test has no power
 * @flagged: (array length=n_units): which units stand out
 * @share: (out): μ, of all units together
 *
 * A unit's x against Beta-Bin(n, μM, (1 − μ)M) with μ and ρ by the moments over all units (ρ = 0:
 * binomial), told by Benjamini and Hochberg over the units that have sheets. A plain binomial
 * would flag honest units, whose people agree more than chance has it.
 *
 * Returns: %FALSE, with nothing flagged, where μ > @max_share or nobody answered
 */
gboolean
ks_stand_out_find (const KsStratum *units, guint n_units, double max_share, gboolean *flagged,
                   double *share)
{
  g_autofree double *p = g_new (double, (gsize) n_units + 1);
  KsBetaBinomial fit;
  double threshold;
  guint n = 0;

  for (guint i = 0; i < n_units; i++)
    flagged[i] = FALSE;
  *share = 0;
  if (!ks_beta_binomial_fit (units, n_units, &fit))
    return FALSE;
  *share = fit.mean;
  if (fit.mean > max_share)
    return FALSE;
  for (guint i = 0; i < n_units; i++)
    if (units[i].n > 0)
      p[n++] = weigh (&units[i], &fit);
  threshold = ks_discovery_threshold (p, n, KS_DISCOVERY_RATE);
  n = 0;
  for (guint i = 0; i < n_units; i++)
    flagged[i] = units[i].n > 0 && p[n++] <= threshold;
  return TRUE;
}

/**
 * ks_straight_find:
 * @units: (array length=n_units): x of n counted sheets choose one level for every question
 * @n_units: number of units
 * @flagged: (array length=n_units): which units stand out
 * @share: (out): μ, of all units together
 *
 * As ks_stand_out_find().
 *
 * Returns: %FALSE, with nothing flagged, where μ > 0.15 or nobody answered: the test has no power
 */
gboolean
ks_straight_find (const KsStratum *units, guint n_units, gboolean *flagged, double *share)
{
  return ks_stand_out_find (units, n_units, KS_STRAIGHT_MAX_SHARE, flagged, share);
}
