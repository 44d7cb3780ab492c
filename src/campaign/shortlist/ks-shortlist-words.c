/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-shortlist-words.h"

#include <math.h>

#include "ks-i18n.h"
#include "ks-number.h"

/* Less than a hundredth of a point is not written. */
#define SAME_POINTS 0.005

/* What one has more of than the other, criterion by criterion. */
static char *
list_differences (const KsShortlist *list, const KsCandidate *more, const KsCandidate *less)
{
  GString *text = g_string_new (NULL);

  for (guint c = 0; c < list->n_criteria; c++)
    {
      const KsCriterion *criterion = list->criteria->criteria->pdata[c];
      double difference = more->points[c] - less->points[c];
      g_autofree char *points = NULL;

      if (difference < SAME_POINTS)
        continue;
      points = ks_format_decimal (difference, 2);
      /* Translators: a criterion, and by how many points more it was earned. */
      g_string_append_printf (text, _ ("%s%s (%s points more)"), text->len > 0 ? ", " : "",
                              criterion->name, points);
    }
  return g_string_free (text, FALSE);
}

/**
 * ks_shortlist_dup_reason:
 * @self: a ranking
 * @before: a candidate
 * @after: one behind it, or equal to it
 *
 * Returns: (transfer full): why one stands before the other: by which criteria it earned more, and
 *   by which the other did
 */
char *
ks_shortlist_dup_reason (const KsShortlist *self,
                         const KsCandidate *before,
                         const KsCandidate *after)
{
  const char *first = ks_shortlist_get_name (self, before);
  const char *second = ks_shortlist_get_name (self, after);
  double gap = before->score - after->score;
  g_autofree char *points = ks_format_decimal (fabs (gap), 2);
  g_autofree char *more = list_differences (self, before, after);
  g_autofree char *less = list_differences (self, after, before);

  if (gap < -SAME_POINTS)
    return ks_shortlist_dup_reason (self, after, before);
  if (fabs (gap) < SAME_POINTS && *more == '\0')
    return g_strdup_printf (_ ("%s and %s earned the same by every criterion: they are equal."),
                            first, second);
  if (fabs (gap) < SAME_POINTS)
    return g_strdup_printf (_ ("%s and %s have equal scores. %s: %s. %s: %s."), first, second,
                            first, more, second, less);
  if (*less == '\0')
    return g_strdup_printf (_ ("%s stands before %s by %s points: %s."), first, second, points,
                            more);
  return g_strdup_printf (_ ("%s stands before %s by %s points: %s. %s in turn has: %s."), first,
                          second, points, more, second, less);
}
