/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-shortlist.h"

static double *
copy_numbers (const double *numbers, guint n)
{
  return g_memdup2 (numbers, (n + 1) * sizeof *numbers);
}

static KsCandidate *
copy_candidate (const KsCandidate *candidate, guint n_criteria)
{
  KsCandidate *copy = g_memdup2 (candidate, sizeof *candidate);

  copy->unit = g_object_ref (candidate->unit);
  copy->blind_name = g_strdup (candidate->blind_name);
  copy->measures = copy_numbers (candidate->measures, n_criteria);
  copy->grades = copy_numbers (candidate->grades, n_criteria);
  copy->points = copy_numbers (candidate->points, n_criteria);
  copy->reason = g_strdup (candidate->reason);
  copy->chosen_reason = g_strdup (candidate->chosen_reason);
  copy->chosen_merits = g_strdup (candidate->chosen_merits);
  return copy;
}

/**
 * ks_shortlist_copy:
 * @self: a ranking
 *
 * Returns: (transfer full): the same as it is now, for a thread that measures it while sliders move
 *   in the window
 */
KsShortlist *
ks_shortlist_copy (const KsShortlist *self)
{
  KsShortlist *copy = g_memdup2 (self, sizeof *self);

  copy->criteria = ks_criteria_copy (self->criteria);
  copy->nominees = ks_nominees_copy (self->nominees);
  copy->candidates
      = g_ptr_array_new_full (self->candidates->len, (GDestroyNotify)ks_candidate_free);
  for (guint i = 0; i < self->candidates->len; i++)
    g_ptr_array_add (copy->candidates,
                     copy_candidate (self->candidates->pdata[i], self->n_criteria));
  return copy;
}
