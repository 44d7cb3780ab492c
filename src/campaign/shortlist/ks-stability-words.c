/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "ks-i18n.h"
#include "ks-shortlist-stability.h"

#define MOST_NAMES 3

/**
 * ks_weight_family_get_label:
 * @family: a family of draws
 *
 * Returns: (transfer none): what it is called over a column
 */
const char *
ks_weight_family_get_label (KsWeightFamily family)
{
  static const char *const labels[KS_N_WEIGHT_FAMILIES] = {
    [KS_WEIGHTS_NEAR] = N_ ("±20%"),
    [KS_WEIGHTS_ORDERED] = N_ ("order kept"),
    [KS_WEIGHTS_ANY] = N_ ("any"),
  };

  return _ (labels[family]);
}

/**
 * ks_stability_count_of_hundred:
 * @share: of draws, 0…1
 *
 * Returns: times of a hundred, never rounded up to always
 */
guint
ks_stability_count_of_hundred (double share)
{
  return share >= 1 ? 100 : MIN (99, (guint)floor (share * 100 + 0.5));
}

/* Those who are the first @top. */
typedef struct
{
  guint n;      /* more than @top where the last of them are equal */
  guint last;   /* rank of the last */
  double least; /* share of draws in which the least stable of them stays */
} First;

static First
find_first (const KsStability *self, const KsShortlist *list, guint top)
{
  First first = { .least = 1 };

  for (guint i = 0; i < list->candidates->len && i < self->n_candidates; i++)
    {
      const KsCandidate *candidate = list->candidates->pdata[i];

      if (candidate->rank == 0 || candidate->rank > top)
        continue;
      first.n++;
      first.last = MAX (first.last, candidate->rank);
      first.least = MIN (first.least, ks_stability_get (self, i, KS_WEIGHTS_NEAR, top));
    }
  return first;
}

/* "Xã A, Xã B, Xã C and 4 others" */
static char *
list_equals (const KsShortlist *list, guint rank)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < list->candidates->len; i++)
    {
      const KsCandidate *candidate = list->candidates->pdata[i];

      if (candidate->rank != rank)
        continue;
      if (n < MOST_NAMES)
        g_string_append_printf (names, "%s%s", n > 0 ? ", " : "",
                                ks_shortlist_get_name (list, candidate));
      n++;
    }
  if (n <= MOST_NAMES)
    return g_string_free (g_steal_pointer (&names), FALSE);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s and %u other unit", "%s and %u other units", n - MOST_NAMES),
      names->str, n - MOST_NAMES);
}

/* The list cannot be cut there without choosing among equals. */
static char *
say_equals (const KsShortlist *list, const First *first, guint top)
{
  g_autofree char *names = list_equals (list, first->last);
  guint n_left = top - (first->last - 1);
  g_autofree char *places
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place is left", "%u places are left", n_left),
                         n_left);

  return g_strdup_printf (
      _ ("%s are equal at place %u, where %s among the first %u. Points changed by up to 20%%: each "
         "of the %u units stays within places 1 to %u at least %u times of 100"),
      names, first->last, places, top, first->n, top, ks_stability_count_of_hundred (first->least));
}

/**
 * ks_stability_dup_sentence:
 * @self: what was measured
 * @list: the list, in the order in which it was measured
 * @top: 3 to 5
 *
 * Returns: (transfer full): how often those who are the first @top now stay there while points
 *   change by up to 20 %: what the least stable of them shows; where the last of them are equal,
 *   who they are and how many places there are for them
 */
char *
ks_stability_dup_sentence (const KsStability *self, const KsShortlist *list, guint top)
{
  First first = find_first (self, list, top);

  if (first.n == 0)
    return g_strdup (_ ("No unit is ranked yet"));
  if (first.n > top)
    return say_equals (list, &first, top);
  if (first.n < top)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "Only %u unit is ranked for %u places: it stays whatever "
                                         "the points",
                                         "Only %u units are ranked for %u places: they stay "
                                         "whatever the points",
                                         first.n),
                            first.n, top);
  return g_strdup_printf (_ ("Points changed by up to 20%%: at least %u times of 100, each of the %u "
                             "units stays among the first %u"),
                          ks_stability_count_of_hundred (first.least), first.n, top);
}

/**
 * ks_stability_dup_unit_sentence:
 * @self: what was measured
 * @list: the list, in the order in which it was measured
 * @index: place of a candidate in it
 * @top: 3 to 5
 *
 * Returns: (transfer full): how often the candidate is among the first @top, in the three families
 */
char *
ks_stability_dup_unit_sentence (const KsStability *self,
                                const KsShortlist *list,
                                guint index,
                                guint top)
{
  const KsCandidate *candidate = list->candidates->pdata[index];

  return g_strdup_printf (
      _ ("%s is among the first %u: %u times of 100 with points changed by up to 20%%, %u with the "
         "order of the criteria kept, %u with any points"),
      ks_shortlist_get_name (list, candidate), top,
      ks_stability_count_of_hundred (ks_stability_get (self, index, KS_WEIGHTS_NEAR, top)),
      ks_stability_count_of_hundred (ks_stability_get (self, index, KS_WEIGHTS_ORDERED, top)),
      ks_stability_count_of_hundred (ks_stability_get (self, index, KS_WEIGHTS_ANY, top)));
}
