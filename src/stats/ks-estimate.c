/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-estimate.h"

#include <math.h>

#define Z_95 1.959964

/* Sums over the units of one district that have answers. */
typedef struct {
  double staff;     /* ΣN of all its units */
  double answered;  /* ΣN of those with answers */
  double weighted;  /* ΣN·p of those */
} Group;

static double
share_of (const KsStratum *stratum)
{
  return (double) stratum->x / (double) stratum->n;
}

static Group *
sum_groups (const KsStratum *strata, guint n_strata, guint *n_groups, Group *all)
{
  Group *groups;

  *n_groups = 0;
  for (guint i = 0; i < n_strata; i++)
    *n_groups = MAX (*n_groups, strata[i].group + 1);
  groups = g_new0 (Group, *n_groups);

  for (guint i = 0; i < n_strata; i++)
    {
      Group *each[] = { &groups[strata[i].group], all };

      for (guint j = 0; j < G_N_ELEMENTS (each); j++)
        {
          each[j]->staff += (double) strata[i].population;
          if (strata[i].n == 0)
            continue;
          each[j]->answered += (double) strata[i].population;
          each[j]->weighted += (double) strata[i].population * share_of (&strata[i]);
        }
    }
  return groups;
}

/* The variance within units with a single answer, which have none of their own: that of all units,
 * pooled by degrees of freedom. */
static double
pool_variance (const KsStratum *strata, guint n_strata)
{
  double sum = 0;
  double degrees = 0;

  for (guint i = 0; i < n_strata; i++)
    {
      if (strata[i].n < 2)
        continue;
      sum += (double) strata[i].n * share_of (&strata[i]) * (1 - share_of (&strata[i]));
      degrees += (double) (strata[i].n - 1);
    }
  return degrees > 0 ? sum / degrees : 0.25;
}

/* Variance of the share of one unit, after the finite population. */
static double
variance_of (const KsStratum *stratum, double pooled)
{
  double n = (double) stratum->n;
  double rest = 1 - n / (double) stratum->population;
  double share;

  if (stratum->n == 0 || stratum->n >= stratum->population)
    return 0;
  if (stratum->n == 1)
    return rest * pooled;
  share = share_of (stratum);
  return rest * share * (1 - share) / (n - 1);
}

static void
add_bounds (const KsStratum *strata, guint n_strata, double staff, KsTotal *total)
{
  gint64 x = 0, n = 0, low = 0, high = 0;

  for (guint i = 0; i < n_strata; i++)
    {
      x += strata[i].x;
      n += strata[i].n;
      if (strata[i].n > strata[i].population)
        {
          total->n_over++;
          high += strata[i].population;
          continue;
        }
      if (strata[i].n == 0)
        total->n_empty++;
      low += strata[i].x;
      high += strata[i].x + strata[i].population - strata[i].n;
    }
  total->pool = (double) x / (double) n;
  total->bound_low = (double) low / staff;
  total->bound_high = (double) high / staff;
}

/**
 * ks_stratified_total:
 * @strata: (array length=n_strata): the units
 * @n_strata: number of units
 * @total: (out caller-allocates): the total
 *
 * P̂ = ΣN_i p_i/ΣN_i, V = Σ(N_i/N)²(1 − f_i)p_i(1 − p_i)/(n_i − 1). A unit without answers takes
 * the mean of its district (of all, if the district has none), so the others of the district stand
 * for it in P̂ and in V. A unit with one answer takes the pooled variance. One with more answers
 * than staff enters with its staff, variance 0 and bounds [0, N_i]. The raw pool Σx/Σn is the
 * figure that papers print.
 *
 * Returns: %FALSE if nobody answered or there is no staff
 */
gboolean
ks_stratified_total (const KsStratum *strata, guint n_strata, KsTotal *total)
{
  Group all = { 0 };
  guint n_groups;
  g_autofree Group *groups = sum_groups (strata, n_strata, &n_groups, &all);
  double pooled = pool_variance (strata, n_strata);
  double empty_staff = 0;
  double variance = 0;
  double sum = 0;

  *total = (KsTotal) { 0 };
  if (all.answered <= 0)
    return FALSE;

  for (guint g = 0; g < n_groups; g++)
    if (groups[g].answered > 0)
      sum += groups[g].staff * groups[g].weighted / groups[g].answered;
    else
      empty_staff += groups[g].staff;
  /* Districts without any answer take the mean of the others. */
  total->estimate = sum / (all.staff - empty_staff);

  for (guint i = 0; i < n_strata; i++)
    {
      const Group *group = &groups[strata[i].group];
      double weight;

      if (group->answered <= 0)
        continue;
      weight = (double) strata[i].population * group->staff / group->answered
               / (all.staff - empty_staff);
      variance += weight * weight * variance_of (&strata[i], pooled);
    }
  total->error = sqrt (variance);
  add_bounds (strata, n_strata, all.staff, total);
  total->low = MAX (total->estimate - Z_95 * total->error, total->bound_low);
  total->high = MIN (total->estimate + Z_95 * total->error, total->bound_high);
  return TRUE;
}

/**
 * ks_beta_binomial_fit:
 * @strata: (array length=n_strata): the units; only x and n matter
 * @n_strata: number of units
 * @fit: (out caller-allocates): the moments
 *
 * μ = Σx/Σn; S = Σn_i(p_i − μ)²; ρ = [S/(μ(1 − μ)) − (k − 1)]/[Σn − Σn_i²/Σn − (k − 1)], floored
 * at 0; M = (1 − ρ)/ρ, a = μM, b = (1 − μ)M. Units without answers do not count.
 *
 * Returns: %FALSE if nobody answered
 */
gboolean
ks_beta_binomial_fit (const KsStratum *strata, guint n_strata, KsBetaBinomial *fit)
{
  double x = 0, n = 0, squares = 0, k = 0;
  double excess, room, size;

  for (guint i = 0; i < n_strata; i++)
    {
      x += (double) strata[i].x;
      n += (double) strata[i].n;
      squares += (double) strata[i].n * (double) strata[i].n;
      k += strata[i].n > 0;
    }
  *fit = (KsBetaBinomial) { .a = INFINITY, .b = INFINITY };
  if (n <= 0)
    return FALSE;

  fit->mean = x / n;
  for (guint i = 0; i < n_strata; i++)
    if (strata[i].n > 0)
      fit->spread += (double) strata[i].n * pow (share_of (&strata[i]) - fit->mean, 2);

  room = n - squares / n - (k - 1);
  if (fit->mean <= 0 || fit->mean >= 1 || room <= 0)
    return TRUE;
  excess = fit->spread / (fit->mean * (1 - fit->mean)) - (k - 1);
  fit->correlation = CLAMP (excess / room, 0, 1);
  if (fit->correlation > 0)
    {
      size = (1 - fit->correlation) / fit->correlation;
      fit->a = fit->mean * size;
      fit->b = (1 - fit->mean) * size;
    }
  return TRUE;
}

/**
 * ks_beta_binomial_shrink:
 * @fit: the moments of all units
 * @x: good answers of one unit
 * @n: its counted answers
 * @population: its officials in scope, or 0 if unknown
 *
 * m = (x + a)/(n + a + b); of a finite population θ̂ = [x + (N − n)m]/N. It orders small units and
 * never replaces the shown figure. A unit with more answers than staff is not shrunken.
 *
 * Returns: the share to order by, 0…1
 */
double
ks_beta_binomial_shrink (const KsBetaBinomial *fit, gint64 x, gint64 n, gint64 population)
{
  double mean = fit->mean;

  if (population > 0 && n > population)
    return (double) x / (double) n;
  if (isfinite (fit->a) && (double) n + fit->a + fit->b > 0)
    mean = ((double) x + fit->a) / ((double) n + fit->a + fit->b);
  if (population <= 0)
    return mean;
  return ((double) x + (double) (population - n) * mean) / (double) population;
}
