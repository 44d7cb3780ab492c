/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "ks-estimate.h"
#include "ks-evidence-table.h"
#include "ks-own-value-table.h"
#include "ks-response-table.h"
#include "ks-score.h"
#include "ks-share.h"
#include "ks-shortlist-private.h"
#include "ks-unit-work.h"
#include "ks-work-cell.h"

#define SECONDS_PER_HOUR 3600.0
/* Stands for units that do not differ beyond chance: a beta distribution as narrow as makes no
 * difference. */
#define VERY_MANY 1e6

KsCandidate *
ks_shortlist_reading_find (KsShortlistReading *self, const char *code)
{
  KsUnit *unit = ks_registry_lookup (self->registry, code);

  return unit != NULL ? self->list->candidates->pdata[ks_unit_get_index (unit)] : NULL;
}

/* The column of a criterion of a kind that there is one of at most; -1: none. */
static int
find_column (const KsShortlist *list, KsCriterionKind kind)
{
  for (guint i = 0; i < list->n_criteria; i++)
    if (((const KsCriterion *)list->criteria->criteria->pdata[i])->kind == kind)
      return (int)i;
  return -1;
}

static void
set_measure (const KsShortlist *list, KsCandidate *candidate, KsCriterionKind kind, double value)
{
  int column = find_column (list, kind);

  if (column >= 0)
    candidate->measures[column] = value;
}

static gboolean
needs_check (const KsShortlist *list, KsCriterionKind kind)
{
  int column = find_column (list, kind);

  return column >= 0
         && ((const KsCriterion *)list->criteria->criteria->pdata[column])->checked_only;
}

static char *
make_mark_key (const char *unit, const char *mark)
{
  return g_strconcat (unit, " ", mark, NULL);
}

static GHashTable *
load_checked_marks (KsTransaction *tx, GError **error)
{
  g_autoptr (GHashTable) marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) rows = ks_evidence_table_load (tx, NULL, error);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      const KsEvidence *evidence = rows->pdata[i];

      if (evidence->verified != KS_MOMENT_NONE)
        g_hash_table_add (marks, make_mark_key (evidence->unit, evidence->mark));
    }
  return g_steal_pointer (&marks);
}

static gboolean
is_checked (GHashTable *marks, const char *unit, const char *mark)
{
  g_autofree char *key = make_mark_key (unit, mark);

  return g_hash_table_contains (marks, key);
}

static guint
count_checked_ways (GHashTable *marks, const KsReport *report)
{
  guint n_ways = 0;

  for (int field = KS_WORK_POSTED; field <= KS_WORK_MEETINGS; field++)
    n_ways += ks_report_get_value (report, (KsWorkField)field) > 0
              && is_checked (marks, report->unit, ks_work_field_get_id ((KsWorkField)field));
  return n_ways;
}

static void
add_report (KsShortlistReading *self,
            KsCandidate *candidate,
            const KsReport *report,
            GHashTable *marks)
{
  const KsShortlist *list = self->list;
  KsMoment deadline = ks_day_get_start (self->info->day + 1);
  gboolean told
      = report->reported != KS_MOMENT_NONE
        && (!needs_check (list, KS_CRITERION_REPORT) || is_checked (marks, report->unit, "report"));

  candidate->reported = report->reported;
  candidate->told = report->answered;
  candidate->n_meetings = (guint)MAX (0, report->meetings);
  if (told)
    set_measure (list, candidate, KS_CRITERION_REPORT,
                 (double)(report->reported - deadline) / SECONDS_PER_HOUR);
  set_measure (list, candidate, KS_CRITERION_PUBLICITY,
               needs_check (list, KS_CRITERION_PUBLICITY) ? count_checked_ways (marks, report)
                                                          : candidate->n_publicity);
}

/* Days with a post that an officer checked, in place of all. */
static void
count_checked_days (KsShortlistReading *self, GPtrArray *days, GHashTable *marks)
{
  int column = find_column (self->list, KS_CRITERION_POSTS);

  for (guint i = 0; i < self->list->candidates->len; i++)
    ((KsCandidate *)self->list->candidates->pdata[i])->measures[column] = 0;
  for (guint i = 0; i < days->len; i++)
    {
      const KsPostDay *posts = days->pdata[i];
      KsCandidate *candidate = ks_shortlist_reading_find (self, posts->unit);
      g_autofree char *mark = ks_day_to_iso (posts->day);

      if (candidate != NULL && posts->posts > 0 && posts->day < self->info->day
          && posts->day >= self->info->day - KS_POST_DAYS && is_checked (marks, posts->unit, mark))
        candidate->measures[column] += 1;
    }
}

/* Reports, publicity and posts of the working groups. */
gboolean
ks_shortlist_read_work (KsShortlistReading *self, KsTransaction *tx, GError **error)
{
  g_autoptr (GPtrArray) reports = ks_work_table_load_reports (tx, error);
  g_autoptr (GPtrArray) days
      = reports != NULL ? ks_work_table_load_post_days (tx, NULL, error) : NULL;
  g_autoptr (GHashTable) marks = days != NULL ? load_checked_marks (tx, error) : NULL;
  g_autofree KsUnitWork *works = NULL;

  if (marks == NULL)
    return FALSE;
  works = ks_unit_work_sum (self->registry, reports, days, self->info->day, G_MAXINT64);
  for (guint i = 0; i < self->list->candidates->len; i++)
    {
      KsCandidate *candidate = self->list->candidates->pdata[i];

      candidate->n_posts = (guint)works[i].n_posts;
      candidate->n_post_days = works[i].n_post_days;
      candidate->n_publicity = works[i].n_publicity;
      set_measure (self->list, candidate, KS_CRITERION_PUBLICITY, 0);
      set_measure (self->list, candidate, KS_CRITERION_POSTS, candidate->n_post_days);
      if (works[i].report != NULL)
        add_report (self, candidate, works[i].report, marks);
    }
  if (needs_check (self->list, KS_CRITERION_POSTS))
    count_checked_days (self, days, marks);
  return TRUE;
}

static gboolean
count_apart_cb (const KsResponse *response, gpointer data, GError **error)
{
  KsCandidate *candidate = ks_shortlist_reading_find (data, response->unit);

  if (candidate != NULL)
    candidate->n_apart++;
  return TRUE;
}

/* Sheets of a unit that do not count: few, and found by their state. */
gboolean
ks_shortlist_read_apart (KsShortlistReading *self, KsTransaction *tx, GError **error)
{
  static const KsState states[] = { KS_STATE_WAITING, KS_STATE_EXCLUDED };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      KsResponseFilter filter = KS_RESPONSE_FILTER_ALL;

      filter.state = states[i];
      if (!ks_response_table_foreach (tx, &filter, count_apart_cb, self, error))
        return FALSE;
    }
  return TRUE;
}

/* What the office gave by criteria of its own. */
gboolean
ks_shortlist_read_own (KsShortlistReading *self, KsTransaction *tx, GError **error)
{
  g_autoptr (GPtrArray) values = ks_own_value_table_load (tx, error);
  GPtrArray *criteria = self->list->criteria->criteria;

  if (values == NULL)
    return FALSE;
  for (guint i = 0; i < values->len; i++)
    {
      const KsOwnValue *value = values->pdata[i];
      KsCandidate *candidate = ks_shortlist_reading_find (self, value->unit);

      for (guint c = 0; candidate != NULL && c < criteria->len; c++)
        {
          const KsCriterion *criterion = criteria->pdata[c];

          if (criterion->kind == KS_CRITERION_OWN && g_str_equal (criterion->id, value->criterion))
            candidate->measures[c] = value->value;
        }
    }
  return TRUE;
}

/* How far staff, report and answers are apart, as a share of the staff; NaN: nobody told. */
static double
measure_difference (const KsCandidate *candidate)
{
  gint64 widest;

  if (candidate->told < 0 || candidate->staff <= 0)
    return NAN;
  widest = ABS (candidate->told - candidate->answers);
  widest = MAX (widest, candidate->told - candidate->staff);
  widest = MAX (widest, candidate->answers - candidate->staff);
  return (double)widest / (double)candidate->staff;
}

/* Measures that rest on counts. */
void
ks_shortlist_read_figures (KsShortlistReading *self)
{
  const KsShortlist *list = self->list;

  for (guint i = 0; i < list->candidates->len; i++)
    {
      KsCandidate *candidate = list->candidates->pdata[i];
      gint64 received = candidate->answers + candidate->n_apart;

      if (candidate->staff > 0)
        set_measure (list, candidate, KS_CRITERION_PARTICIPATION,
                     (double)candidate->answers / (double)candidate->staff);
      if (received > 0)
        set_measure (list, candidate, KS_CRITERION_ORDER,
                     (double)candidate->answers / (double)received);
      set_measure (list, candidate, KS_CRITERION_AGREEMENT, measure_difference (candidate));
    }
}

static void
fit_answers (KsShortlist *list, const KsStratum *strata, guint n_strata)
{
  KsBetaBinomial fit;

  list->beta_a = list->beta_b = 1;
  if (!ks_beta_binomial_fit (strata, n_strata, &fit))
    return;
  list->beta_a = isfinite (fit.a) ? fit.a : fit.mean * VERY_MANY;
  list->beta_b = isfinite (fit.b) ? fit.b : (1 - fit.mean) * VERY_MANY;
  if (list->beta_a <= 0 || list->beta_b <= 0)
    list->beta_a = list->beta_b = 1;
}

/* Opinions, only where somebody gives them points, and where they may be shown. */
void
ks_shortlist_read_answers (KsShortlistReading *self)
{
  const KsQuestion *key = ks_form_get_key_question (ks_results_get_form (self->results));
  int column = find_column (self->list, KS_CRITERION_ANSWERS);
  g_autoptr (GArray) strata = g_array_new (FALSE, TRUE, sizeof (KsStratum));

  if (key == NULL || column < 0
      || ((const KsCriterion *)self->list->criteria->criteria->pdata[column])->points <= 0)
    return;
  for (guint i = 0; i < self->list->candidates->len; i++)
    {
      KsCandidate *candidate = self->list->candidates->pdata[i];
      KsScope scope = { .kind = KS_SCOPE_UNIT, .code = ks_unit_get_code (candidate->unit) };
      KsShare share;

      if (!ks_results_find_scope (self->results, scope.code, &scope))
        continue;
      ks_results_get_share (self->results, &scope, key, &share);
      if (!share.shown || share.n == 0)
        continue;
      candidate->good = share.x;
      candidate->answered = share.n;
      candidate->measures[column] = (double)share.x / (double)share.n;
      g_array_append_val (strata, ((KsStratum){ share.x, share.n, candidate->staff, 0 }));
    }
  fit_answers (self->list, (const KsStratum *)(gpointer)strata->data, strata->len);
}
