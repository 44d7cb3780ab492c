/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-campaign-info.h"
#include "ks-response.h"

#define CLOSING " This is a sign to check, not a conclusion."

static void
test_state_ids (void)
{
  static const char *const ids[] = { "counted", "waiting", "excluded", "trial" };
  KsState state = KS_STATE_EXCLUDED;

  for (guint i = 0; i < KS_N_STATES; i++)
    {
      g_assert_cmpstr (ks_state_to_id (i), ==, ids[i]);
      g_assert_true (ks_state_from_id (ids[i], &state));
      g_assert_cmpint (state, ==, i);
    }
  g_assert_false (ks_state_from_id ("COUNTED", &state));
  g_assert_false (ks_state_from_id (NULL, &state));
  g_assert_cmpint (state, ==, KS_STATE_TRIAL);
}

static void
test_reason_ids (void)
{
  static const char *const ids[]
      = { "", "unknown_unit", "token_mismatch", "outside_window", "incomplete", "known_id" };
  KsReason reason = KS_REASON_INCOMPLETE;

  for (guint i = 0; i < KS_N_REASONS; i++)
    {
      g_assert_cmpstr (ks_reason_to_id (i), ==, ids[i]);
      g_assert_true (ks_reason_from_id (ids[i], &reason));
      g_assert_cmpint (reason, ==, i);
    }
  g_assert_false (ks_reason_from_id ("none", &reason));
  g_assert_false (ks_reason_from_id (NULL, &reason));
}

static void
check_sentence (char *sentence, const char *wanted)
{
  g_assert_cmpstr (sentence, ==, wanted);
  g_free (sentence);
}

static void
test_sentences (void)
{
  KsMoment moment = ks_moment_from_civil (2024, 3, 31, 23, 50, 0);

  check_sentence (ks_reason_dup_sentence (KS_REASON_NONE, "x", moment, 1, 2), "");
  check_sentence (ks_reason_dup_sentence (KS_REASON_UNKNOWN_UNIT, "99999", moment, 1, 2),
                  "The unit of this answer is not known: the code on it is “99999”." CLOSING);
  check_sentence (ks_reason_dup_sentence (KS_REASON_UNKNOWN_UNIT, NULL, moment, 1, 2),
                  "The unit of this answer is not known: the code on it is “”." CLOSING);
  check_sentence (ks_reason_dup_sentence (KS_REASON_TOKEN_MISMATCH, "07201-X", moment, 1, 2),
                  "The token does not match a unit (“07201-X”). It may be a typing error or an old "
                  "code; the answer is not counted yet." CLOSING);
  check_sentence (ks_reason_dup_sentence (KS_REASON_OUTSIDE_WINDOW, "x", moment, 1, 2),
                  "The answer was sent at 23 giờ 50 ngày 31/3/2024, outside the survey window; it "
                  "is not counted yet." CLOSING);
  check_sentence (ks_reason_dup_sentence (KS_REASON_INCOMPLETE, "x", moment, 7, 20),
                  "The answer is not complete (7 of 20 questions); it is not counted yet." CLOSING);
}

static void
test_trial_sentences (void)
{
  KsMoment moment = ks_moment_from_civil (2024, 3, 31, 23, 50, 0);

  check_sentence (ks_trial_dup_sentence (KS_REASON_NONE, "x", moment),
                  "Trial answer, sent at 23 giờ 50 ngày 31/3/2024, before the survey. Its unit was "
                  "recognised; it never counts.");
  check_sentence (ks_trial_dup_sentence (KS_REASON_TOKEN_MISMATCH, "x", KS_MOMENT_NONE),
                  "Trial answer, brought in before the survey. The code on it, “x”, is of no unit; "
                  "it never counts.");
}

static void
test_info_copy (void)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_info_new ();
  g_autoptr (KsCampaignInfo) copy = NULL;

  g_assert_cmpint (info->day, ==, KS_DAY_NONE);
  info->id = g_strdup ("PKS01-2024");
  info->template = g_strdup ("https://example.org/f?u={token}");
  memset (info->key, 7, sizeof info->key);
  info->simulated = TRUE;
  copy = ks_campaign_info_copy (info);
  g_assert_cmpstr (copy->id, ==, "PKS01-2024");
  g_assert_true (copy->id != info->id && copy->template != info->template);
  g_assert_null (copy->title);
  g_assert_cmpmem (copy->key, KS_KEY_LENGTH, info->key, KS_KEY_LENGTH);
  g_assert_true (copy->simulated && !copy->no_identity);
}

static void
test_info_window (void)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_info_new ();

  info->from = 1000;
  info->to = 2000;
  g_assert_false (ks_campaign_info_is_open (info, 999));
  g_assert_true (ks_campaign_info_is_open (info, 1000));
  g_assert_true (ks_campaign_info_is_open (info, 1999));
  g_assert_false (ks_campaign_info_is_open (info, 2000));
  info->to = KS_MOMENT_NONE;
  g_assert_true (ks_campaign_info_is_open (info, 2000));
  info->closed = 1500;
  g_assert_true (ks_campaign_info_is_open (info, 1499));
  g_assert_false (ks_campaign_info_is_open (info, 1500));
  info->to = 1200;
  g_assert_cmpint (ks_campaign_info_get_end (info), ==, 1200);
  info->to = info->closed = KS_MOMENT_NONE;
  info->from = KS_MOMENT_NONE;
  g_assert_true (ks_campaign_info_is_open (info, 0));
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/response/state-ids", test_state_ids);
  g_test_add_func ("/response/reason-ids", test_reason_ids);
  g_test_add_func ("/response/sentences", test_sentences);
  g_test_add_func ("/response/trial-sentences", test_trial_sentences);
  g_test_add_func ("/campaign-info/copy", test_info_copy);
  g_test_add_func ("/campaign-info/window", test_info_window);
  return g_test_run ();
}
