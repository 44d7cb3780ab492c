/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "ks-i18n.h"
#include "ks-shortlist-stability.h"

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

/**
 * ks_stability_dup_sentence:
 * @self: what was measured
 * @list: the list, in the order in which it was measured
 * @top: 3 to 5
 *
 * Returns: (transfer full): how often those who are the first @top now stay there while points
 *   change by up to 20 %: what the least stable of them shows
 */
char *
ks_stability_dup_sentence (const KsStability *self, const KsShortlist *list, guint top)
{
  double least = 1;
  guint n_first = 0;

  for (guint i = 0; i < list->candidates->len && i < self->n_candidates; i++)
    {
      const KsCandidate *candidate = list->candidates->pdata[i];

      if (candidate->rank == 0 || candidate->rank > top)
        continue;
      n_first++;
      least = MIN (least, ks_stability_get (self, i, KS_WEIGHTS_NEAR, top));
    }
  if (n_first == 0)
    return g_strdup (_ ("No unit is ranked yet"));
  return g_strdup_printf (
      g_dngettext (
          GETTEXT_PACKAGE,
          "Points changed by up to 20%%: at least %u times of 100, the %u unit stays among "
          "the first %u",
          "Points changed by up to 20%%: at least %u times of 100, each of the %u units "
          "stays among the first %u",
          n_first),
      ks_stability_count_of_hundred (least), n_first, top);
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
