/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-score.h"

#define HOUR ((gint64) 3600)
#define NEAR 1e-12

static void
test_grades (void)
{
  g_assert_cmpfloat (ks_grade (3, 0, 4), ==, 0.75);
  g_assert_cmpfloat (ks_grade (-1, 0, 4), ==, 0);
  g_assert_cmpfloat (ks_grade (5, 0, 4), ==, 1);
  g_assert_cmpfloat (ks_grade (3, 4, 0), ==, 0.25); /* less is better */
  g_assert_cmpfloat (ks_grade (5, 4, 0), ==, 0);
}

static void
test_participation (void)
{
  g_assert_cmpfloat (ks_grade_participation (10, 20), ==, 0);
  g_assert_cmpfloat (ks_grade_participation (5, 20), ==, 0);
  g_assert_cmpfloat (ks_grade_participation (15, 20), ==, 0.5);
  g_assert_cmpfloat (ks_grade_participation (20, 20), ==, 1);
  g_assert_cmpfloat (ks_grade_participation (29, 25), ==, 1);
  g_assert_cmpfloat (ks_grade_participation (29, 0), ==, 0);
}

static void
test_timeliness (void)
{
  g_assert_cmpfloat (ks_grade_timeliness (TRUE, -9 * HOUR), ==, 1);
  g_assert_cmpfloat (ks_grade_timeliness (TRUE, 0), ==, 1);
  g_assert_cmpfloat_with_epsilon (ks_grade_timeliness (TRUE, 3 * HOUR), 0.75, NEAR);
  g_assert_cmpfloat (ks_grade_timeliness (TRUE, 12 * HOUR), ==, 0);
  g_assert_cmpfloat (ks_grade_timeliness (TRUE, 30 * HOUR), ==, 0);
  g_assert_cmpfloat (ks_grade_timeliness (FALSE, -9 * HOUR), ==, 0);
}

static void
test_counts (void)
{
  g_assert_cmpfloat (ks_grade_publicity (0), ==, 0);
  g_assert_cmpfloat (ks_grade_publicity (4), ==, 0.8);
  g_assert_cmpfloat (ks_grade_publicity (5), ==, 1);
  g_assert_cmpfloat_with_epsilon (ks_grade_posts (3), 3.0 / 7, NEAR);
  g_assert_cmpfloat (ks_grade_posts (9), ==, 1);
}

static void
test_score (void)
{
  const double points[] = { 40, 20, 20, 20 };
  const double full[] = { 1, 1, 1, 1 };
  const double some[] = { 0.5, 0.75, 0.8, 0 };

  g_assert_cmpfloat (ks_score (points, full, 4), ==, 100);
  g_assert_cmpfloat_with_epsilon (ks_score (points, some, 4), 51, NEAR);
}

static void
test_ranks (void)
{
  const double scores[] = { 88, 100, 100, 91, 100 - 1e-11, 88, 95 };
  const gboolean eligible[] = { TRUE, TRUE, TRUE, TRUE, TRUE, TRUE, FALSE };
  const guint expected[] = { 5, 1, 1, 4, 1, 5, 0 };
  guint ranks[G_N_ELEMENTS (scores)];

  g_assert_cmpuint (ks_rank_scores (scores, eligible, G_N_ELEMENTS (scores), ranks), ==, 6);
  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    g_assert_cmpuint (ranks[i], ==, expected[i]);

  g_assert_cmpuint (ks_rank_scores (scores, NULL, G_N_ELEMENTS (scores), ranks), ==, 7);
  g_assert_cmpuint (ranks[6], ==, 4);
  g_assert_cmpuint (ranks[3], ==, 5);
  g_assert_cmpuint (ks_rank_scores (NULL, NULL, 0, NULL), ==, 0);
}

/* What differs by a hundred-millionth differs. */
static void
test_near_ranks (void)
{
  const double scores[] = { 90, 90 + 1e-8 };
  guint ranks[2];

  ks_rank_scores (scores, NULL, 2, ranks);
  g_assert_cmpuint (ranks[0], ==, 2);
  g_assert_cmpuint (ranks[1], ==, 1);
}

static void
test_cut (void)
{
  const double scores[] = { 70, 100, 99, 98, 97, 90, 89 };
  const gboolean eligible[] = { FALSE, TRUE, TRUE, TRUE, TRUE, TRUE, TRUE };
  const double equal_gaps[] = { 10, 9, 8, 7, 6, 5 };
  const double last_gap[] = { 10, 10, 10, 9, 9, 1, 0 };
  const double same[] = { 5, 5, 5, 5, 5, 5, 1 };
  double gap;

  g_assert_cmpuint (ks_suggest_cut (scores, eligible, 7, &gap), ==, 4);
  g_assert_cmpfloat_with_epsilon (gap, 7, NEAR);
  g_assert_cmpuint (ks_suggest_cut (equal_gaps, NULL, 6, &gap), ==, 3);
  g_assert_cmpuint (ks_suggest_cut (last_gap, NULL, 7, &gap), ==, 5);
  g_assert_cmpfloat_with_epsilon (gap, 8, NEAR);
  g_assert_cmpuint (ks_suggest_cut (same, NULL, 7, &gap), ==, 0);
  g_assert_cmpfloat (gap, ==, 0);
  g_assert_cmpuint (ks_suggest_cut (equal_gaps, NULL, 3, &gap), ==, 0);
  g_assert_cmpuint (ks_suggest_cut (equal_gaps, NULL, 4, &gap), ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats/score/grade", test_grades);
  g_test_add_func ("/stats/score/participation", test_participation);
  g_test_add_func ("/stats/score/timeliness", test_timeliness);
  g_test_add_func ("/stats/score/counts", test_counts);
  g_test_add_func ("/stats/score/sum", test_score);
  g_test_add_func ("/stats/score/ranks", test_ranks);
  g_test_add_func ("/stats/score/near-ranks", test_near_ranks);
  g_test_add_func ("/stats/score/cut", test_cut);
  return g_test_run ();
}
