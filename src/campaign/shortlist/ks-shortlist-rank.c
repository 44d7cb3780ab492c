/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-score.h"
#include "ks-shortlist-private.h"

/* Points of every candidate by its measures: those of one never depend on the others. */
void
ks_shortlist_grade (KsShortlist *self)
{
  for (guint i = 0; i < self->candidates->len; i++)
    {
      KsCandidate *candidate = self->candidates->pdata[i];

      candidate->score = 0;
      for (guint c = 0; c < self->n_criteria; c++)
        {
          const KsCriterion *criterion = self->criteria->criteria->pdata[c];

          candidate->grades[c] = ks_criterion_grade (criterion, candidate->measures[c]);
          candidate->points[c] = criterion->points * candidate->grades[c];
          candidate->score += candidate->points[c];
        }
    }
}

static int
compare_numbers (guint a, guint b)
{
  return (a > b) - (a < b);
}

/* Ties stand in the office's order, which says nothing of them; that order would tell who is who
 * while names are hidden. */
static int
compare_candidates_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const KsCandidate *left = *(const KsCandidate *const *)a;
  const KsCandidate *right = *(const KsCandidate *const *)b;
  const KsShortlist *self = data;

  if (left->rank != right->rank)
    return left->rank == 0 ? 1 : right->rank == 0 ? -1 : compare_numbers (left->rank, right->rank);
  if ((left->standing == KS_STANDING_BARRED) != (right->standing == KS_STANDING_BARRED))
    return left->standing == KS_STANDING_BARRED ? -1 : 1;
  if (self->criteria->blind)
    return compare_numbers (left->blind_rank, right->blind_rank);
  return compare_numbers (ks_unit_get_index (left->unit), ks_unit_get_index (right->unit));
}

/* Ranks those who are eligible; barred ones come behind them, then the others. */
void
ks_shortlist_rank (KsShortlist *self)
{
  guint n = self->candidates->len;
  g_autofree double *scores = g_new0 (double, n + 1);
  g_autofree gboolean *eligible = g_new0 (gboolean, n + 1);
  g_autofree guint *ranks = g_new0 (guint, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KsCandidate *candidate = self->candidates->pdata[i];

      scores[i] = candidate->score;
      eligible[i] = candidate->eligible;
    }
  ks_rank_scores (scores, eligible, n, ranks);
  self->cut = ks_suggest_cut (scores, eligible, n, &self->gap);
  for (guint i = 0; i < n; i++)
    ((KsCandidate *)self->candidates->pdata[i])->rank = ranks[i];
  g_ptr_array_sort_with_data (self->candidates, compare_candidates_cb, self);
}

static gboolean
has_same_criteria (const KsShortlist *self, const KsCriteria *criteria)
{
  if (criteria->criteria->len != self->n_criteria)
    return FALSE;
  for (guint i = 0; i < self->n_criteria; i++)
    {
      const KsCriterion *mine = self->criteria->criteria->pdata[i];
      const KsCriterion *given = criteria->criteria->pdata[i];

      if (!g_str_equal (mine->id, given->id) || !mine->checked_only != !given->checked_only)
        return FALSE;
      /* Opinions are read once they have points. */
      if (mine->kind == KS_CRITERION_ANSWERS && mine->points <= 0 && given->points > 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * ks_shortlist_apply:
 * @self: a list
 * @criteria: a scale with the same criteria, other points or anchors; it is copied
 *
 * Grades and ranks anew in memory, for a window whose sliders move: nothing is read or written.
 * Candidates stay the same ones and are sorted anew.
 *
 * Returns: %FALSE if the criteria are others, other marks must be checked, or answers are given
 *   points; nothing was done then, ks_set_criteria() and load anew
 */
gboolean
ks_shortlist_apply (KsShortlist *self, const KsCriteria *criteria)
{
  KsCriteria *copy;

  if (!has_same_criteria (self, criteria))
    return FALSE;
  copy = ks_criteria_copy (criteria);
  ks_criteria_free (self->criteria);
  self->criteria = copy;
  ks_shortlist_grade (self);
  ks_shortlist_rank (self);
  return TRUE;
}

/**
 * ks_shortlist_is_suggested:
 * @self: a list
 * @candidate: one of its candidates
 *
 * Returns: whether it stands above the suggested cut; choosing another one needs a reason
 */
gboolean
ks_shortlist_is_suggested (const KsShortlist *self, const KsCandidate *candidate)
{
  return candidate->rank > 0 && candidate->rank <= self->cut;
}
