/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-shortlist.h"

#include "ks-choice-table.h"
#include "ks-findings.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-score.h"
#include "ks-unit-work.h"

enum {
  CRITERION_PARTICIPATION,
  CRITERION_REPORT,
  CRITERION_PUBLICITY,
  CRITERION_POSTS,
};

/**
 * ks_candidate_free:
 * @self: (nullable): a candidate
 *
 * Frees the candidate.
 */
void
ks_candidate_free (KsCandidate *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->unit);
  g_free (self->reason);
  g_free (self->chosen_reason);
  g_free (self);
}

/**
 * ks_shortlist_free:
 * @self: (nullable): a ranking
 *
 * Frees the ranking.
 */
void
ks_shortlist_free (KsShortlist *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->candidates);
  g_free (self);
}

/* What people do to carry the survey out well; what respondents answered earns no point. */
static void
set_default_criteria (KsShortlist *list)
{
  list->criteria[CRITERION_PARTICIPATION]
      = (KsCriterion){ "participation", _ ("Participation"),
                       _ ("0 points at 50%, all points at 100%"), 40 };
  list->criteria[CRITERION_REPORT]
      = (KsCriterion){ "report", _ ("Report on time"),
                       _ ("all points until 24:00 of the day, 0 points from 12:00 of the next"),
                       20 };
  list->criteria[CRITERION_PUBLICITY]
      = (KsCriterion){ "publicity", _ ("Publicity"), _ ("by the 5 ways of the plan"), 20 };
  list->criteria[CRITERION_POSTS]
      = (KsCriterion){ "posts", _ ("Posts in the Zalo group"),
                       _ ("days with a post among the 7 days before the day"), 20 };
}

static GPtrArray *
make_candidates (KsResults *results)
{
  KsRegistry *registry = ks_results_get_registry (results);
  GPtrArray *candidates
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_candidate_free);

  for (guint i = 0; i < ks_registry_get_n_units (registry); i++)
    {
      KsCandidate *candidate = g_new0 (KsCandidate, 1);

      candidate->unit = g_object_ref (ks_registry_get_unit (registry, i));
      candidate->staff = ks_unit_get_staff_in_scope (candidate->unit);
      candidate->answers = ks_results_get_unit_answers (results, candidate->unit);
      candidate->reported = KS_MOMENT_NONE;
      g_ptr_array_add (candidates, candidate);
    }
  return candidates;
}

static KsCandidate *
find_candidate (GPtrArray *candidates, KsRegistry *registry, const char *code)
{
  KsUnit *unit = ks_registry_lookup (registry, code);

  return unit != NULL ? g_ptr_array_index (candidates, ks_unit_get_index (unit)) : NULL;
}

static void
add_work (GPtrArray *candidates, const KsUnitWork *works)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      KsCandidate *candidate = g_ptr_array_index (candidates, i);

      candidate->n_posts = (guint) works[i].n_posts;
      candidate->n_post_days = works[i].n_post_days;
      candidate->n_publicity = works[i].n_publicity;
      if (works[i].report == NULL)
        continue;
      candidate->reported = works[i].report->reported;
      candidate->n_meetings = (guint) MAX (0, works[i].report->meetings);
    }
}

static void
add_choices (GPtrArray *candidates, KsRegistry *registry, GPtrArray *choices)
{
  for (guint i = 0; i < choices->len; i++)
    {
      KsChoice *choice = g_ptr_array_index (choices, i);
      KsCandidate *candidate = find_candidate (candidates, registry, choice->unit);

      if (candidate == NULL)
        continue;
      candidate->chosen = TRUE;
      candidate->chosen_reason = g_strdup (choice->reason);
    }
}

/* Findings on single sheets never bar a unit: anybody could plant one. */
static void
add_findings (GPtrArray *candidates, KsRegistry *registry, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const KsFinding *finding = g_ptr_array_index (findings, i);
      KsCandidate *candidate = ks_finding_kind_is_of_unit (finding->kind)
                                   ? find_candidate (candidates, registry, finding->unit)
                                   : NULL;

      if (candidate == NULL)
        continue;
      candidate->open |= ks_finding_is_open (finding);
      candidate->settled
          |= ks_finding_settles_excess (finding, candidate->answers - candidate->staff);
    }
}

static void
judge (KsCandidate *candidate)
{
  gboolean over = candidate->answers > candidate->staff && !candidate->settled;

  candidate->eligible
      = candidate->staff > 0 && candidate->answers > 0 && !over && !candidate->open;
  if (candidate->staff > 0 && candidate->answers == 0)
    candidate->reason = g_strdup (_ ("No answer sheet counts yet"));
  else if (candidate->staff <= 0)
    candidate->reason = g_strdup (_ ("The number of officials is not in the registry yet"));
  else if (over)
    {
      g_autofree char *answers = ks_format_count (candidate->answers);
      g_autofree char *staff = ks_format_count (candidate->staff);

      candidate->reason = g_strdup_printf (
          _ ("%s answer sheets, more than %s officials in scope: the figures are being checked"),
          answers, staff);
    }
  else if (candidate->open)
    candidate->reason = g_strdup (_ ("Its figures are being checked: see the page of answers"));
  else
    candidate->reason = g_strdup ("");
}

static void
grade (KsCandidate *candidate, const KsCriterion *criteria, KsMoment deadline)
{
  gboolean reported = candidate->reported != KS_MOMENT_NONE;
  double points[KS_N_CRITERIA];
  double grades[KS_N_CRITERIA] = {
    ks_grade_participation (candidate->answers, candidate->staff),
    ks_grade_timeliness (reported, reported ? candidate->reported - deadline : 0),
    ks_grade_publicity (candidate->n_publicity),
    ks_grade_posts (candidate->n_post_days),
  };

  for (guint i = 0; i < KS_N_CRITERIA; i++)
    {
      points[i] = criteria[i].points;
      candidate->points[i] = criteria[i].points * grades[i];
    }
  candidate->score = ks_score (points, grades, KS_N_CRITERIA);
}

static void
rank_candidates (KsShortlist *list)
{
  guint n = list->candidates->len;
  g_autofree double *scores = g_new0 (double, n + 1);
  g_autofree gboolean *eligible = g_new0 (gboolean, n + 1);
  g_autofree guint *ranks = g_new0 (guint, n + 1);

  for (guint i = 0; i < n; i++)
    {
      KsCandidate *candidate = g_ptr_array_index (list->candidates, i);

      scores[i] = candidate->score;
      eligible[i] = candidate->eligible;
      list->n_eligible += candidate->eligible;
    }
  ks_rank_scores (scores, eligible, n, ranks);
  list->cut = ks_suggest_cut (scores, eligible, n, &list->gap);
  for (guint i = 0; i < n; i++)
    ((KsCandidate *) g_ptr_array_index (list->candidates, i))->rank = ranks[i];
}

/* Ties stand in the office's order, which says nothing of them; who is not ranked comes last. */
static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const KsCandidate *left = *(const KsCandidate *const *) a;
  const KsCandidate *right = *(const KsCandidate *const *) b;

  if (left->rank != right->rank)
    return left->rank == 0 ? 1 : right->rank == 0 ? -1 : left->rank < right->rank ? -1 : 1;
  return ks_unit_get_index (left->unit) < ks_unit_get_index (right->unit) ? -1 : 1;
}

/**
 * ks_shortlist_load:
 * @campaign: a campaign
 * @error: return location for an error
 *
 * Ranks the units by how they carried the survey out. The anchors of the criteria were fixed
 * before the data: the points of one unit never depend on the others.
 *
 * Returns: (transfer full): the ranking, or %NULL with @error set
 */
KsShortlist *
ks_shortlist_load (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsResults) results = ks_results_load (campaign, error);
  g_autoptr (GPtrArray) findings
      = results != NULL ? ks_findings_load (campaign, TRUE, error) : NULL;
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);
  g_autoptr (GPtrArray) reports = tx != NULL ? ks_work_table_load_reports (tx, error) : NULL;
  g_autoptr (GPtrArray) posts = reports != NULL ? ks_work_table_load_post_days (tx, NULL, error) : NULL;
  g_autoptr (GPtrArray) choices = posts != NULL ? ks_choice_table_load (tx, error) : NULL;
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autoptr (KsShortlist) list = NULL;
  g_autofree KsUnitWork *works = NULL;
  KsMoment deadline = ks_day_get_start (info->day + 1);

  if (findings == NULL || choices == NULL)
    return NULL;
  list = g_new0 (KsShortlist, 1);
  set_default_criteria (list);
  list->candidates = make_candidates (results);
  works = ks_unit_work_sum (ks_results_get_registry (results), reports, posts, info->day, G_MAXINT64);
  add_work (list->candidates, works);
  add_choices (list->candidates, ks_results_get_registry (results), choices);
  add_findings (list->candidates, ks_results_get_registry (results), findings);
  for (guint i = 0; i < list->candidates->len; i++)
    {
      judge (g_ptr_array_index (list->candidates, i));
      grade (g_ptr_array_index (list->candidates, i), list->criteria, deadline);
    }
  rank_candidates (list);
  g_ptr_array_sort (list->candidates, compare_candidates);
  return g_steal_pointer (&list);
}

/**
 * ks_candidate_dup_grounds:
 * @self: a candidate
 *
 * Returns: (transfer full): its merits in a sentence of figures
 */
char *
ks_candidate_dup_grounds (const KsCandidate *self)
{
  g_autofree char *rate = ks_format_percent (self->answers, self->staff);
  g_autofree char *reported
      = self->reported != KS_MOMENT_NONE ? ks_moment_format (self->reported) : NULL;
  g_autofree char *answers = ks_format_count (self->answers);
  g_autofree char *staff = ks_format_count (self->staff);
  GString *grounds = g_string_new (NULL);

  g_string_append_printf (grounds, _ ("%s/%s officials took part (%s)"), answers, staff, rate);
  if (reported != NULL)
    g_string_append_printf (grounds, _ ("; reported at %s"), reported);
  else
    g_string_append (grounds, _ ("; no report"));
  g_string_append_printf (grounds, _ ("; publicity in %u of 5 ways"), self->n_publicity);
  g_string_append_printf (grounds, _ ("; posts on %u of 7 days"), self->n_post_days);
  return g_string_free (grounds, FALSE);
}
