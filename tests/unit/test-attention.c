/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-attention.h"

static KsDay
get_day (void)
{
  KsDay day;

  g_assert_true (ks_day_parse ("2024-04-01", &day));
  return day;
}

static KsMoment
get_moment (const char *text)
{
  KsMoment moment;

  g_assert_true (ks_moment_parse (text, &moment));
  return moment;
}

static KsAttention
judge (const KsAttentionRules *rules, gint64 staff, gint64 answers, gboolean reported, const char *at)
{
  KsAttentionCase unit = { staff, answers, reported };

  return ks_attention_rules_judge (rules, &unit, get_day (), get_moment (at));
}

static void
test_usual_rules (void)
{
  KsAttentionRules rules;

  ks_attention_rules_init (&rules);
  g_assert_cmpint (judge (&rules, 20, 0, FALSE, "2024-03-31T23:59:59"), ==, KS_ATTENTION_NONE);
  g_assert_cmpint (judge (&rules, 20, 0, FALSE, "2024-04-01T00:00"), ==, KS_ATTENTION_NO_ANSWER);
  g_assert_cmpint (judge (&rules, 20, 9, FALSE, "2024-04-01T11:59:59"), ==, KS_ATTENTION_NONE);
  g_assert_cmpint (judge (&rules, 20, 9, FALSE, "2024-04-01T12:00"), ==, KS_ATTENTION_BELOW);
  g_assert_cmpint (judge (&rules, 20, 10, FALSE, "2024-04-01T12:00"), ==, KS_ATTENTION_NONE);
  g_assert_cmpint (judge (&rules, 20, 15, FALSE, "2024-04-01T14:59:59"), ==, KS_ATTENTION_NONE);
  g_assert_cmpint (judge (&rules, 20, 15, FALSE, "2024-04-01T15:00"), ==, KS_ATTENTION_BELOW);
  g_assert_cmpint (judge (&rules, 20, 16, FALSE, "2024-04-01T15:00"), ==, KS_ATTENTION_NONE);
  g_assert_cmpint (judge (&rules, 20, 16, FALSE, "2024-04-01T23:59:59"), ==, KS_ATTENTION_NONE);
  g_assert_cmpint (judge (&rules, 20, 16, FALSE, "2024-04-02T00:00"), ==, KS_ATTENTION_NO_REPORT);
  g_assert_cmpint (judge (&rules, 20, 16, TRUE, "2024-04-02T00:00"), ==, KS_ATTENTION_NONE);
  g_assert_cmpint (judge (&rules, 20, 21, TRUE, "2024-04-02T00:00"), ==, KS_ATTENTION_OVER_STAFF);
  /* Nothing is under or over a number that nobody knows. */
  g_assert_cmpint (judge (&rules, 0, 3, TRUE, "2024-04-02T00:00"), ==, KS_ATTENTION_NONE);
}

static void
test_limit_of_the_hour (void)
{
  KsAttentionRules rules;

  ks_attention_rules_init (&rules);
  g_assert_true (ks_attention_rules_set (&rules, "first_limit=90%@16:30", NULL));
  g_assert_cmpint (ks_attention_rules_get_limit (&rules, get_day (), get_moment ("2024-04-01T16:29")),
                   ==, 80);
  g_assert_cmpint (ks_attention_rules_get_limit (&rules, get_day (), get_moment ("2024-04-01T16:30")),
                   ==, 90);
  g_assert_true (ks_attention_rules_set (&rules, "second_limit=off", NULL));
  g_assert_cmpint (ks_attention_rules_get_limit (&rules, get_day (), get_moment ("2024-04-01T16:29")),
                   ==, 0);
  g_assert_cmpint (ks_attention_rules_get_limit (&rules, KS_DAY_NONE, get_moment ("2024-04-01T18:00")),
                   ==, 0);
}

static void
test_text (void)
{
  KsAttentionRules rules, read, usual;
  g_autofree char *text = NULL;

  ks_attention_rules_init (&usual);
  rules = read = usual;
  g_assert_true (ks_attention_rules_parse (
      &rules, "no_answer=09:30, first_limit=60@11:00,no_report=36:00,over_staff=off", NULL));
  g_assert_true (ks_attention_rules_set (&rules, "second_limit=off", NULL));
  text = ks_attention_rules_to_text (&rules);
  g_assert_cmpstr (text, ==,
                   "no_answer=09:30,first_limit=60%@11:00,second_limit=off:80%@15:00,"
                   "no_report=36:00,over_staff=off");
  g_assert_true (ks_attention_rules_parse (&read, text, NULL));
  g_assert_true (ks_attention_rules_equal (&rules, &read));
  g_assert_false (ks_attention_rules_equal (&rules, &usual));
  /* What was off comes back as it was. */
  g_assert_true (ks_attention_rules_set (&read, "second_limit=on", NULL));
  g_assert_cmpint (read.rules[KS_ATTENTION_RULE_SECOND_LIMIT].percent, ==, 80);
  g_assert_true (ks_attention_rules_set (&read, "no_report=off", NULL));
  g_assert_cmpint (judge (&read, 20, 20, FALSE, "2024-04-05T00:00"), ==, KS_ATTENTION_NONE);
  g_assert_true (ks_attention_rules_set (&read, "no_report=on", NULL));
  g_assert_cmpint (judge (&read, 20, 20, FALSE, "2024-04-02T11:59"), ==, KS_ATTENTION_NONE);
  g_assert_cmpint (judge (&read, 20, 20, FALSE, "2024-04-02T12:00"), ==, KS_ATTENTION_NO_REPORT);
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "=", "no_answer", "no_answer=", "noanswer=08:00", "no_answer=8", "no_answer=08:60",
    "no_answer=08:00x", "no_answer=-1:00", "no_answer=337:00", "first_limit=12:00",
    "first_limit=0%@12:00", "first_limit=101%@12:00", "first_limit=50%", "first_limit=50%@",
    "first_limit=50%@12:00,x=1", "over_staff=12:00", "no_report=offx", "first_limit=%@12:00",
  };
  KsAttentionRules rules, usual;

  ks_attention_rules_init (&usual);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      rules = usual;
      g_assert_false (ks_attention_rules_parse (&rules, texts[i], &error));
      g_assert_nonnull (error);
      g_assert_true (ks_attention_rules_equal (&rules, &usual));
    }
}

static void
test_sentences (void)
{
  KsAttentionRules rules;
  g_autofree char *below = NULL;
  g_autofree char *report = NULL;

  ks_attention_rules_init (&rules);
  below = ks_attention_rule_dup_sentence (&rules, KS_ATTENTION_RULE_SECOND_LIMIT, get_day ());
  report = ks_attention_rule_dup_sentence (&rules, KS_ATTENTION_RULE_NO_REPORT, get_day ());
  g_assert_cmpstr (below, ==, "Under 80% from 15 giờ 00 ngày 01/4/2024 on");
  g_assert_cmpstr (report, ==, "No report of the working group by hết ngày 01/4/2024");
  g_assert_cmpstr (ks_attention_to_id (KS_ATTENTION_OVER_STAFF), ==, "over_staff");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attention/usual-rules", test_usual_rules);
  g_test_add_func ("/attention/limit-of-the-hour", test_limit_of_the_hour);
  g_test_add_func ("/attention/text", test_text);
  g_test_add_func ("/attention/refused", test_refused);
  g_test_add_func ("/attention/sentences", test_sentences);
  return g_test_run ();
}
