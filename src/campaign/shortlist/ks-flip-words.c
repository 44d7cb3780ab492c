/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-shortlist-words.h"
#include "ks-stability.h"

/* A change that turns two candidates round. */
typedef struct
{
  const KsCandidate *inside;
  const KsCandidate *outside;
  guint criterion;
  double points; /* at which both are equal */
  double change; /* how far that is from what is set; infinite: none was found */
} Flip;

static void
try_flip (const KsShortlist *list,
          const double *weights,
          const KsCandidate *inside,
          const KsCandidate *outside,
          Flip *best)
{
  for (guint c = 0; c < list->n_criteria; c++)
    {
      double weight;
      double change;

      if (weights[c] <= 0
          || !ks_find_flip (inside->grades, outside->grades, weights, list->n_criteria, c, &weight))
        continue;
      change = fabs (weight - weights[c]) * KS_FULL_POINTS;
      if (change < best->change)
        *best = (Flip){ inside, outside, c, weight * KS_FULL_POINTS, change };
    }
}

/* Many may be first together with the same grades: one of them stands for all. */
static gboolean
is_like (const KsShortlist *list, const KsCandidate *candidate, const KsCandidate *other)
{
  return other != NULL
         && memcmp (candidate->grades, other->grades, list->n_criteria * sizeof (double)) == 0;
}

/* The smallest of all changes that bring somebody from behind among the first. */
static Flip
find_smallest (const KsShortlist *list, guint top)
{
  g_autofree double *weights = g_new0 (double, list->n_criteria + 1);
  Flip best = { .change = INFINITY };
  double sum = ks_criteria_get_sum (list->criteria);
  const KsCandidate *last = NULL;

  for (guint c = 0; c < list->n_criteria && sum > 0; c++)
    weights[c] = ((const KsCriterion *)list->criteria->criteria->pdata[c])->points / sum;
  for (guint i = 0; i < list->candidates->len; i++)
    {
      const KsCandidate *inside = list->candidates->pdata[i];

      if (inside->rank == 0 || inside->rank > top || is_like (list, inside, last))
        continue;
      last = inside;
      for (guint j = 0; j < list->candidates->len; j++)
        {
          const KsCandidate *outside = list->candidates->pdata[j];

          if (outside->rank > top)
            try_flip (list, weights, inside, outside, &best);
        }
    }
  return best;
}

/**
 * ks_shortlist_dup_flip:
 * @self: a ranking
 * @top: 3 to 5
 *
 * Looks for the criterion whose most points need to change least until somebody from behind equals
 * one of the first @top, while the other criteria keep their proportions: see ks_find_flip().
 *
 * Returns: (transfer full) (nullable): that change in words; %NULL if nobody stands behind, or no
 *   change of one criterion turns anybody round
 */
char *
ks_shortlist_dup_flip (const KsShortlist *self, guint top)
{
  Flip flip = find_smallest (self, top);
  const KsCriterion *criterion;
  g_autofree char *now = NULL;
  g_autofree char *then = NULL;

  if (!isfinite (flip.change))
    return NULL;
  criterion = self->criteria->criteria->pdata[flip.criterion];
  now = ks_format_short (criterion->points, 2);
  then = ks_format_decimal (flip.points, 2);
  return g_strdup_printf (
      flip.points > criterion->points
          ? _ (
              "The smallest change that turns the list round: “%s” from %s to more than %s points; "
              "then %s stands before %s.")
          : _ (
              "The smallest change that turns the list round: “%s” from %s to less than %s points; "
              "then %s stands before %s."),
      criterion->name, now, then, ks_shortlist_get_name (self, flip.outside),
      ks_shortlist_get_name (self, flip.inside));
}
