/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "ks-bar-unit.h"
#include "ks-choose.h"
#include "ks-findings.h"
#include "ks-own-values.h"
#include "ks-set-criteria.h"
#include "ks-shortlist-stability.h"
#include "ks-shortlist-words.h"
#include "ks-test-day.h"

#define OVER_STAFF "07348" /* planted: more answers than officials */

static void
prepare (KsTestDay *self)
{
  ks_test_day_import_day (self);
  ks_test_day_import_work (self);
}

static KsCandidate *
find (KsShortlist *list, const char *code)
{
  for (guint i = 0; i < list->candidates->len; i++)
    {
      KsCandidate *candidate = g_ptr_array_index (list->candidates, i);

      if (g_str_equal (ks_unit_get_code (candidate->unit), code))
        return candidate;
    }
  g_assert_not_reached ();
}

static void
test_ranking (KsTestDay *self, gconstpointer data)
{
  static const struct {
    const char *code;
    guint       rank;
    double      score;
  } top[] = {
    { "07291", 1, 97.142857 }, { "07438", 1, 97.142857 }, { "07738", 1, 97.142857 },
    { "07855", 4, 96.0 },      { "07579", 5, 94.285714 },
  };
  g_autoptr (KsShortlist) list = NULL;

  prepare (self);
  list = ks_shortlist_load (self->campaign, NULL);
  g_assert_cmpuint (list->candidates->len, ==, 209);
  for (guint i = 0; i < G_N_ELEMENTS (top); i++)
    {
      KsCandidate *candidate = find (list, top[i].code);
      double sum = 0;

      g_assert_cmpuint (candidate->rank, ==, top[i].rank);
      g_assert_cmpfloat_with_epsilon (candidate->score, top[i].score, 1e-5);
      for (guint j = 0; j < list->n_criteria; j++)
        sum += candidate->points[j];
      g_assert_cmpfloat_with_epsilon (sum, candidate->score, 1e-9);
    }
  g_assert_cmpuint (list->cut, ==, 4);
  g_assert_cmpfloat_with_epsilon (list->gap, 96.0 - 94.285714, 1e-5);
  g_assert_cmpuint (list->n_eligible, ==, 198);
}

static void
test_over_staff (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsShortlist) list = NULL;
  KsCandidate *candidate;

  prepare (self);
  list = ks_shortlist_load (self->campaign, NULL);
  candidate = find (list, OVER_STAFF);
  g_assert_cmpint (candidate->answers, >, candidate->staff);
  g_assert_false (candidate->eligible);
  g_assert_cmpuint (candidate->rank, ==, 0);
  g_assert_cmpuint (strlen (candidate->reason), >, 10);
}

static gboolean
choose (KsTestDay *self, const char *codes, const char *reason, KsOutcome **outcome, GError **error)
{
  g_auto (GStrv) list = g_strsplit (codes, " ", -1);
  g_autoptr (GPtrArray) nominees = ks_nominees_new ();

  for (guint i = 0; list[i] != NULL; i++)
    g_ptr_array_add (nominees, ks_nominee_new_unit (list[i], reason));
  return ks_choose (self->campaign, nominees, outcome, error);
}

static guint
count_chosen (KsTestDay *self)
{
  g_autoptr (KsShortlist) list = ks_shortlist_load (self->campaign, NULL);
  guint n_chosen = 0;

  for (guint i = 0; i < list->candidates->len; i++)
    n_chosen += ((KsCandidate *) g_ptr_array_index (list->candidates, i))->chosen;
  return n_chosen;
}

static void
test_choose (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsOutcome) outcome = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  prepare (self);
  before = ks_test_day_hash (self);
  g_assert_true (choose (self, "07291 07438 07738", "làm tốt", &outcome, NULL));
  g_assert_cmpuint (count_chosen (self), ==, 3);
  after = ks_test_day_hash (self);
  g_assert_cmpstr (before, !=, after);
  g_assert_true (ks_outcome_undo (outcome, self->campaign, NULL));
  g_assert_cmpuint (count_chosen (self), ==, 0);
}

static void
test_refused (KsTestDay *self, gconstpointer data)
{
  static const char *const wrong[][2] = {
    { "07291 07438 07291", "làm tốt" },                      /* one twice */
    { "07291 07438 " OVER_STAFF, "làm tốt" },                /* not eligible */
    { "07291 07438 99999", "làm tốt" },                      /* no such unit */
    { "07291 07438 07738 07579", "" },                       /* outside the suggestion, no reason */
  };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  prepare (self);
  before = ks_test_day_hash (self);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (choose (self, wrong[i][0], wrong[i][1], NULL, &error));
      g_assert_nonnull (error);
    }
  after = ks_test_day_hash (self);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_chosen (self), ==, 0);
}

static void
set_points (KsTestDay *self, const char *id, double points, GError **error)
{
  g_autoptr (KsCriteria) criteria = ks_criteria_load (self->campaign, NULL);

  ks_criteria_balance (criteria, id, points);
  ks_set_criteria (self->campaign, criteria, NULL, error);
}

/* A lock keeps what it locked; every change after it shows, and is another hash. */
static void
test_lock (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsCriteria) before = ks_criteria_load (self->campaign, NULL);
  g_autoptr (KsCriteria) locked = NULL;
  g_autoptr (KsCriteria) changed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (before->blind);
  g_assert_true (ks_lock_criteria (self->campaign, NULL, NULL));
  locked = ks_criteria_load (self->campaign, NULL);
  g_assert_false (locked->blind);
  g_assert_false (locked->changed_after_lock);
  g_assert_cmpstr (locked->lock->hash, ==, before->hash);
  g_assert_false (ks_lock_criteria (self->campaign, NULL, &error));
  g_assert_nonnull (error);
  set_points (self, "report", 21, NULL);
  changed = ks_criteria_load (self->campaign, NULL);
  g_assert_true (changed->changed_after_lock);
  g_assert_false (changed->blind);
  g_assert_cmpstr (changed->hash, !=, locked->hash);
  g_assert_cmpfloat (ks_criteria_get_sum (changed), ==, 100);
  g_assert_true (ks_lock_criteria (self->campaign, NULL, NULL));
  g_clear_pointer (&changed, ks_criteria_free);
  changed = ks_criteria_load (self->campaign, NULL);
  g_assert_cmpuint (changed->locks->len, ==, 2);
  g_assert_false (changed->changed_after_lock);
}

static void
test_scale_refused (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsCriteria) criteria = ks_criteria_load (self->campaign, NULL);
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  KsCriterion *report = ks_criteria_lookup (criteria, "report");

  report->points = 30;
  g_assert_false (ks_set_criteria (self->campaign, criteria, NULL, &error));
  g_clear_error (&error);
  report->points = 20;
  report->zero = report->full;
  g_assert_false (ks_set_criteria (self->campaign, criteria, NULL, &error));
  report->zero = 6;
  ks_criteria_balance (criteria, "answers", 10);
  g_assert_true (ks_set_criteria (self->campaign, criteria, &outcome, NULL));
  /* Who gives opinions points is warned of it. */
  g_assert_nonnull (strstr (ks_outcome_get_message (outcome), "rewards the organising"));
  g_assert_true (ks_outcome_undo (outcome, self->campaign, NULL));
}

/* Numbers tell nothing of the units, and stay. */
static void
test_blind_names (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsShortlist) list = NULL;
  g_autoptr (KsShortlist) again = NULL;
  guint n_in_order = 0;

  prepare (self);
  list = ks_shortlist_load (self->campaign, NULL);
  again = ks_shortlist_load (self->campaign, NULL);
  for (guint i = 0; i < list->candidates->len; i++)
    {
      const KsCandidate *candidate = list->candidates->pdata[i];
      const KsCandidate *same = find (again, ks_unit_get_code (candidate->unit));

      g_assert_cmpstr (ks_shortlist_get_name (list, candidate), ==, candidate->blind_name);
      g_assert_cmpuint (candidate->blind_rank, ==, same->blind_rank);
      n_in_order += candidate->blind_rank == ks_unit_get_index (candidate->unit) + 1;
      n_in_order += candidate->blind_rank == candidate->rank;
    }
  g_assert_cmpuint (n_in_order, <, 12);
}

static void
test_bar (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (KsShortlist) list = NULL;
  g_autoptr (GError) error = NULL;

  prepare (self);
  g_assert_false (ks_bar_unit (self->campaign, "07291", " ", NULL, &error));
  g_assert_true (ks_bar_unit (self->campaign, "07291", "đã được khen", &outcome, NULL));
  list = ks_shortlist_load (self->campaign, NULL);
  g_assert_cmpint (find (list, "07291")->standing, ==, KS_STANDING_BARRED);
  g_assert_cmpstr (find (list, "07291")->reason, ==, "đã được khen");
  g_assert_cmpuint (find (list, "07438")->rank, ==, 1);
  g_assert_true (ks_outcome_undo (outcome, self->campaign, NULL));
  g_clear_pointer (&list, ks_shortlist_free);
  list = ks_shortlist_load (self->campaign, NULL);
  g_assert_cmpuint (find (list, "07291")->rank, ==, 1);
}

/* A unit with an open finding of its own stays off until an officer clears it with a reason. */
static void
test_findings (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsShortlist) list = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  guint n_rows = 0;

  prepare (self);
  g_assert_true (ks_findings_renew (self->campaign, NULL, NULL));
  findings = ks_findings_load (self->campaign, TRUE, NULL);
  list = ks_shortlist_load (self->campaign, NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      const KsFinding *finding = findings->pdata[i];

      if (ks_finding_kind_is_of_unit (finding->kind))
        g_assert_false (find (list, finding->unit)->eligible);
      else
        n_rows++;
    }
  g_assert_cmpuint (n_rows, >, 0);
  g_assert_cmpuint (list->n_findings, ==, 31);
  g_assert_cmpuint (list->n_eligible, ==, 178);
}

static void
test_own (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsCriteria) criteria = ks_criteria_load (self->campaign, NULL);
  g_autofree char *path = NULL;
  g_autoptr (KsShortlist) list = NULL;
  g_autoptr (GError) error = NULL;

  prepare (self);
  ks_criteria_add_own (criteria, "Sáng kiến");
  ks_criteria_balance (criteria, "own1", 10);
  g_assert_true (ks_set_criteria (self->campaign, criteria, NULL, &error));
  path = ks_test_day_write (self, "marks.csv", "mã,Sáng kiến,ghi chú\n07291,\"8,5\",có cách làm hay\n", -1);
  g_assert_true (ks_import_own_values (self->campaign, "own1", path, NULL, NULL, NULL, &error));
  list = ks_shortlist_load (self->campaign, NULL);
  g_assert_cmpfloat_with_epsilon (find (list, "07291")->score - find (list, "07438")->score, 8.5,
                                  1e-9);
}

/* The plan speaks of three to five: six are taken, and that is said. */
static void
test_many (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsOutcome) five = NULL;
  g_autoptr (KsOutcome) six = NULL;

  prepare (self);
  g_assert_true (choose (self, "07291 07438 07738 07855 07579", "làm tốt", &five, NULL));
  g_assert_null (strstr (ks_outcome_get_message (five), "the plan speaks of"));
  g_assert_true (choose (self, "07291 07438 07738 07855 07579 07627", "làm tốt", &six, NULL));
  g_assert_nonnull (strstr (ks_outcome_get_message (six), "6; the plan speaks of 3 to 5"));
  g_assert_cmpuint (count_chosen (self), ==, 6);
}

/* People stand beside units; outside the suggestion a reason is needed. */
static void
test_nominees (KsTestDay *self, gconstpointer data)
{
  g_autoptr (GPtrArray) nominees = ks_nominees_new ();
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (KsOutcome) outcome = NULL;
  KsNominee *person = ks_nominee_new (KS_NOMINEE_PERSON);

  prepare (self);
  g_ptr_array_add (nominees, ks_nominee_new_unit ("07291", NULL));
  g_ptr_array_add (nominees, person);
  g_assert_false (ks_choose (self->campaign, nominees, NULL, NULL));
  g_free (person->name);
  person->name = g_strdup ("Nguyễn Văn A");
  g_free (person->post);
  person->post = g_strdup ("Tổ trưởng");
  g_free (person->unit);
  person->unit = g_strdup ("07438");
  g_assert_true (ks_choose (self->campaign, nominees, &outcome, NULL));
  g_assert_nonnull (strstr (ks_outcome_get_message (outcome), "only 2"));
  g_assert_null (strstr (ks_outcome_get_message (outcome), "not eligible"));
  g_clear_pointer (&outcome, ks_outcome_free);
  g_free (person->unit);
  person->unit = g_strdup (OVER_STAFF);
  g_assert_true (ks_choose (self->campaign, nominees, &outcome, NULL));
  g_assert_nonnull (strstr (ks_outcome_get_message (outcome), "not eligible"));
  kept = ks_nominees_load (self->campaign, NULL);
  g_assert_cmpuint (kept->len, ==, 2);
  g_assert_true (ks_nominee_equal (kept->pdata[1], person));
  g_assert_cmpuint (count_chosen (self), ==, 1);
}

static void
test_stability (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsShortlist) list = NULL;
  g_autoptr (KsStability) one = NULL;
  g_autoptr (KsStability) two = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *flip = NULL;

  prepare (self);
  list = ks_shortlist_load (self->campaign, NULL);
  one = ks_shortlist_measure_stability (list, 0, 0, NULL, NULL);
  two = ks_shortlist_measure_stability (list, 10000, list->criteria->seed, NULL, NULL);
  g_assert_cmpmem (one->counts, KS_N_WEIGHT_FAMILIES * one->n_candidates * KS_STABILITY_RANKS * 4,
                   two->counts, KS_N_WEIGHT_FAMILIES * two->n_candidates * KS_STABILITY_RANKS * 4);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat (ks_stability_get (one, i, KS_WEIGHTS_NEAR, 4), ==, 1);
  g_assert_cmpfloat (ks_stability_get (one, 208, KS_WEIGHTS_ANY, 5), ==, 0);
  reason = ks_shortlist_dup_reason (list, list->candidates->pdata[0], list->candidates->pdata[5]);
  flip = ks_shortlist_dup_flip (list, 4);
  g_assert_nonnull (strstr (reason, "stands before"));
  g_assert_nonnull (strstr (flip, "smallest change"));
}

#define ADD(path, func)                                                                           \
  g_test_add (path, KsTestDay, NULL, ks_test_day_set_up, func, ks_test_day_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/shortlist/ranking", test_ranking);
  ADD ("/shortlist/over-staff", test_over_staff);
  ADD ("/shortlist/choose", test_choose);
  ADD ("/shortlist/refused", test_refused);
  ADD ("/shortlist/lock", test_lock);
  ADD ("/shortlist/scale-refused", test_scale_refused);
  ADD ("/shortlist/blind-names", test_blind_names);
  ADD ("/shortlist/bar", test_bar);
  ADD ("/shortlist/findings", test_findings);
  ADD ("/shortlist/own", test_own);
  ADD ("/shortlist/many", test_many);
  ADD ("/shortlist/nominees", test_nominees);
  ADD ("/shortlist/stability", test_stability);

  return g_test_run ();
}
