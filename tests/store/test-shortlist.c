/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "ks-choose.h"
#include "ks-shortlist.h"
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

  return g_test_run ();
}
