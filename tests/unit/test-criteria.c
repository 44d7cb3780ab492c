/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-criteria.h"

#include <math.h>
#include <string.h>

static char *
hash_of (const KsCriteria *criteria)
{
  g_autoptr (KsCriteria) copy = ks_criteria_copy (criteria);

  ks_criteria_seal (copy);
  return g_strdup (copy->hash);
}

static void
assert_other (const KsCriteria *changed, const KsCriteria *usual)
{
  g_autofree char *hash = hash_of (changed);

  g_assert_cmpstr (hash, !=, usual->hash);
  g_assert_false (ks_criteria_equal (changed, usual));
}

/* Whatever of the scale changes, its hash does; what does not belong to it changes nothing. */
static void
test_hash (void)
{
  g_autoptr (KsCriteria) usual = ks_criteria_new_default ();

  g_assert_cmpuint (strlen (usual->hash), ==, 64);
  for (guint i = 0; i < usual->criteria->len; i++)
    for (guint field = 0; field < 4; field++)
      {
        g_autoptr (KsCriteria) changed = ks_criteria_copy (usual);
        KsCriterion *criterion = changed->criteria->pdata[i];

        criterion->points += field == 0 ? 0.01 : 0;
        criterion->zero += field == 1 ? 0.01 : 0;
        criterion->full -= field == 2 ? 0.01 : 0;
        criterion->checked_only = field == 3;
        assert_other (changed, usual);
      }
  for (guint field = 0; field < 3; field++)
    {
      g_autoptr (KsCriteria) changed = ks_criteria_copy (usual);

      changed->n_draws += field == 0;
      changed->seed += field == 1;
      if (field == 2)
        ks_criteria_add_own (changed, "Sáng kiến");
      assert_other (changed, usual);
    }
}

/* Names of the program's own criteria follow the language of the window, the hash does not. */
static void
test_canonical (void)
{
  g_autoptr (KsCriteria) criteria = ks_criteria_new_default ();
  g_autofree char *json = ks_criteria_dup_json (criteria);
  g_autofree char *hash = NULL;
  KsCriterion *report = ks_criteria_lookup (criteria, "report");

  g_assert_true (g_str_has_prefix (
      json, "{\"criteria\":[{\"checked_only\":0,\"full_millionths\":1000000,\"id\":\"participation\","
            "\"kind\":\"participation\",\"name\":\"\",\"points_hundredths\":4000,"
            "\"zero_millionths\":500000},"));
  g_assert_nonnull (strstr (json, "\"draws\":10000,\"generator\":\"xoshiro256**\",\"seed\":\""));
  g_free (report->name);
  report->name = g_strdup ("Báo cáo đúng hạn");
  hash = hash_of (criteria);
  g_assert_cmpstr (hash, ==, criteria->hash);
}

static void
test_balance (void)
{
  g_autoptr (KsCriteria) criteria = ks_criteria_new_default ();

  for (double points = 0; points <= 100; points += 3.37)
    {
      ks_criteria_balance (criteria, "posts", points);
      g_assert_cmpfloat (ks_criteria_get_sum (criteria), ==, 100);
      g_assert_cmpfloat_with_epsilon (ks_criteria_lookup (criteria, "posts")->points, points, 0.0051);
      /* Without points before, without points now. */
      g_assert_cmpfloat (ks_criteria_lookup (criteria, "answers")->points, ==, 0);
    }
  /* Two to one still, but for what was rounded on the way. */
  ks_criteria_balance (criteria, "posts", 20);
  g_assert_cmpfloat_with_epsilon (ks_criteria_lookup (criteria, "participation")->points, 40, 0.5);
  ks_criteria_balance (criteria, "report", 100);
  g_assert_cmpfloat (ks_criteria_get_sum (criteria), ==, 100);
  /* Nobody else could take what it gives away. */
  ks_criteria_balance (criteria, "report", 30);
  g_assert_cmpfloat (ks_criteria_lookup (criteria, "report")->points, ==, 100);
}

static void
test_own (void)
{
  g_autoptr (KsCriteria) criteria = ks_criteria_new_default ();
  guint n = criteria->criteria->len;

  g_assert_cmpstr (ks_criteria_add_own (criteria, "Một")->id, ==, "own1");
  g_assert_cmpstr (ks_criteria_add_own (criteria, "Hai")->id, ==, "own2");
  g_assert_true (ks_criteria_remove_own (criteria, "own1"));
  g_assert_cmpstr (ks_criteria_add_own (criteria, "Ba")->id, ==, "own1");
  g_assert_false (ks_criteria_remove_own (criteria, "report"));
  g_assert_false (ks_criteria_remove_own (criteria, "own7"));
  g_assert_cmpuint (criteria->criteria->len, ==, n + 2);
  /* What the answers say stays last. */
  g_assert_cmpint (((KsCriterion *) criteria->criteria->pdata[n + 1])->kind, ==,
                   KS_CRITERION_ANSWERS);
}

static void
test_words (void)
{
  static const struct {
    KsCriterionKind kind;
    double          value;
    const char     *words;
  } cases[] = {
    { KS_CRITERION_PARTICIPATION, 0.5, "50%" },   { KS_CRITERION_PARTICIPATION, 0.955, "95,5%" },
    { KS_CRITERION_REPORT, 0, "24:00 of the day" }, { KS_CRITERION_REPORT, -2.5, "21:30 of the day" },
    { KS_CRITERION_REPORT, 12, "12:00 of the next day" },
    { KS_CRITERION_REPORT, 30, "6:00, 2 days later" },
    { KS_CRITERION_POSTS, 7, "7 days" },          { KS_CRITERION_OWN, 8.5, "8,5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KsCriterion) criterion = ks_criterion_new (cases[i].kind);
      g_autofree char *words = ks_criterion_dup_value_words (criterion, cases[i].value);

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_true ((ks_criterion_get_warning (criterion) != NULL)
                     == (cases[i].kind == KS_CRITERION_ANSWERS));
    }
}

static void
test_grade (void)
{
  g_autoptr (KsCriterion) report = ks_criterion_new (KS_CRITERION_REPORT);

  g_assert_cmpfloat (ks_criterion_grade (report, -7), ==, 1);
  g_assert_cmpfloat (ks_criterion_grade (report, 3), ==, 0.75);
  g_assert_cmpfloat (ks_criterion_grade (report, 40), ==, 0);
  g_assert_cmpfloat (ks_criterion_grade (report, NAN), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/criteria/hash", test_hash);
  g_test_add_func ("/criteria/canonical", test_canonical);
  g_test_add_func ("/criteria/balance", test_balance);
  g_test_add_func ("/criteria/own", test_own);
  g_test_add_func ("/criteria/words", test_words);
  g_test_add_func ("/criteria/grade", test_grade);

  return g_test_run ();
}
