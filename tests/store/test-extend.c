/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-close-survey.h"
#include "ks-decide.h"
#include "ks-extend.h"
#include "ks-import-responses.h"
#include "ks-printed-words.h"
#include "ks-results.h"
#include "ks-rows.h"
#include "ks-sheet.h"
#include "ks-test-day.h"
#include "ks-withdraw-batch.h"

/* The end of the survey is moved, and an officer ends it. Of the simulated day's rows twelve are
 * outside its time: six of the afternoon before, six of 8:00 the next morning. */

static gint64
count_rows (KsTestDay *self, const char *state)
{
  const KsRowFilter filter = { .state = state };

  return ks_rows_count (self->campaign, &filter, NULL);
}

static void
assert_counts (KsTestDay *self, gint64 counted, gint64 outside)
{
  g_autoptr (KsResults) results = ks_results_load (self->campaign, NULL);

  g_assert_cmpint (ks_results_get_counted (results), ==, counted);
  g_assert_cmpint (ks_results_get_waiting (results, KS_REASON_OUTSIDE_WINDOW), ==, outside);
  g_assert_cmpint (count_rows (self, "counted"), ==, counted);
  ks_test_day_assert_sound (self);
}

static void
extend (KsTestDay *self, const char *until, KsOutcome **outcome)
{
  const KsExtendRequest request = { ks_test_moment (until), "12-QĐ/BCĐ", "Mất điện diện rộng" };
  g_autoptr (GError) error = NULL;

  ks_extend (self->campaign, &request, outcome, &error);
  g_assert_no_error (error);
}

static void
test_counts_again (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (KsCampaignInfo) info = NULL;
  g_autoptr (GPtrArray) extensions = NULL;
  const KsExtension *extension;

  ks_test_day_import_day (self);
  assert_counts (self, 4466, 12);
  extend (self, "2024-04-02T12:00", &outcome);
  assert_counts (self, 4472, 6);
  info = ks_campaign_dup_info (self->campaign);
  g_assert_cmpint (info->to, ==, ks_test_moment ("2024-04-02T12:00"));
  g_assert_cmpint (info->first_to, ==, ks_test_moment ("2024-04-02T00:00"));
  extensions = ks_extensions_load (self->campaign, NULL);
  g_assert_cmpuint (extensions->len, ==, 1);
  extension = g_ptr_array_index (extensions, 0);
  g_assert_cmpstr (extension->decision, ==, "12-QĐ/BCĐ");
  g_assert_cmpstr (extension->reason, ==, "Mất điện diện rộng");
  g_assert_cmpstr (extension->actor, ==, "Nguyễn Văn A");
  g_assert_cmpint (extension->until_before, ==, info->first_to);
}

/* The second first it was outside it is still outside. */
static void
test_end_is_exact (KsTestDay *self, gconstpointer data)
{
  ks_test_day_import_day (self);
  extend (self, "2024-04-02T08:00", NULL);
  assert_counts (self, 4466, 12);
  extend (self, "2024-04-02T08:00:01", NULL);
  assert_counts (self, 4472, 6);
}

/* Also of sheets that came in meanwhile, and in the order in which they were made. */
static void
test_undo (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = ks_test_day_path ("google-native.csv");
  g_autoptr (KsImportResult) result = NULL;
  g_autoptr (KsOutcome) first = NULL;
  g_autoptr (KsOutcome) second = NULL;
  g_autoptr (KsCampaignInfo) info = NULL;
  g_autoptr (GPtrArray) extensions = NULL;
  g_autoptr (GError) error = NULL;

  extend (self, "2024-04-02T07:00", &first);
  extend (self, "2024-04-02T12:00", &second);
  result = ks_import_responses (self->campaign, path, FALSE, NULL, NULL, NULL);
  g_assert_cmpuint (result->counted, ==, 4472);
  g_assert_false (ks_outcome_undo (first, self->campaign, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_true (ks_outcome_undo (second, self->campaign, &error));
  assert_counts (self, 4466, 12);
  g_assert_true (ks_outcome_undo (first, self->campaign, &error));
  info = ks_campaign_dup_info (self->campaign);
  g_assert_cmpint (info->to, ==, ks_test_moment ("2024-04-02T00:00"));
  g_assert_cmpint (info->first_to, ==, KS_MOMENT_NONE);
  extensions = ks_extensions_load (self->campaign, NULL);
  g_assert_cmpuint (extensions->len, ==, 0);
}

static void
assert_refused (KsTestDay *self, const char *until, const char *reason)
{
  const KsExtendRequest request = { ks_test_moment (until), NULL, reason };
  g_autofree char *before = ks_test_day_hash (self);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (ks_extend (self->campaign, &request, NULL, &error));
  g_assert_nonnull (error);
  after = ks_test_day_hash (self);
  g_assert_cmpstr (before, ==, after);
}

static void
test_refuses (KsTestDay *self, gconstpointer data)
{
  assert_refused (self, "2024-04-02T00:00", "Mất điện");
  assert_refused (self, "2024-04-01T12:00", "Mất điện");
  assert_refused (self, "2034-04-02T12:00", "Mất điện");
  assert_refused (self, "2024-05-04T00:00", "Mất điện");
  assert_refused (self, "2024-04-03T00:00", " \n");
  assert_refused (self, "2024-04-03T00:00", NULL);
  g_assert_true (ks_close_survey (self->campaign, NULL, NULL));
  assert_refused (self, "2024-04-03T00:00", "Mất điện");
}

/* A sheet without an answer, of a token, at a time of the next day. */
static void
add_blank (GString *rows, const char *time, const char *token)
{
  guint n_columns = 0;

  for (const char *p = rows->str; *p != '\n'; p++)
    n_columns += g_str_has_prefix (p, "\",\"");
  g_string_append_printf (rows, "\"2024/04/02 %s AM GMT+7\",\"%s\"", time, token);
  for (guint i = 1; i < n_columns; i++)
    g_string_append (rows, ",\"\"");
  g_string_append_c (rows, '\n');
}

/* What waits for another reason too, waits for that from now on. */
static void
test_time_alone (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = ks_test_day_path ("google-native.csv");
  g_autofree char *text = NULL;
  g_autofree char *file = NULL;
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (KsImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_string_append_len (rows, text, strchr (text, '\n') + 1 - text);
  add_blank (rows, "8:00:00", "07210-5M5RYJ");
  add_blank (rows, "8:01:00", "07210-000000");
  file = ks_test_day_write (self, "late.csv", rows->str, -1);
  result = ks_import_responses (self->campaign, file, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->reasons[KS_REASON_OUTSIDE_WINDOW], ==, 1);
  extend (self, "2024-04-02T12:00", NULL);
  g_assert_cmpint (count_rows (self, "counted"), ==, 0);
  g_assert_cmpint (count_rows (self, "incomplete"), ==, 1);
  g_assert_cmpint (count_rows (self, "token_mismatch"), ==, 1);
  ks_test_day_assert_sound (self);
}

static void
decide_first (KsTestDay *self, const char *state, KsDecision decision)
{
  const KsRowFilter filter = { .state = state };
  g_autoptr (GPtrArray) rows = ks_rows_load (self->campaign, &filter, NULL);
  const KsResponseRow *row = g_ptr_array_index (rows, rows->len - 1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  KsDecideRequest request = { .decision = decision, .rows = ids, .reason = "Đã hỏi lại" };
  g_autoptr (GError) error = NULL;

  g_array_append_val (ids, row->id);
  ks_decide_finding (self->campaign, &request, NULL, &error);
  g_assert_no_error (error);
}

/* What an officer decided stays, forth and back. */
static void
test_decisions_stay (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsOutcome) outcome = NULL;

  ks_test_day_import_day (self);
  decide_first (self, "outside_window", KS_DECISION_EXCLUDE);
  decide_first (self, "outside_window", KS_DECISION_COUNT);
  assert_counts (self, 4467, 10);
  extend (self, "2024-04-02T12:00", &outcome);
  assert_counts (self, 4471, 6);
  g_assert_cmpint (count_rows (self, "excluded"), ==, 1);
  g_assert_true (ks_outcome_undo (outcome, self->campaign, NULL));
  assert_counts (self, 4467, 10);
}

/* An import that was away when the end moved is judged when it comes back. */
static void
test_restored (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsOutcome) outcome = NULL;

  ks_test_day_import_day (self);
  g_assert_true (ks_withdraw_batch (self->campaign, 1, NULL, NULL));
  extend (self, "2024-04-02T12:00", &outcome);
  g_assert_true (ks_restore_batch (self->campaign, 1, NULL, NULL));
  assert_counts (self, 4472, 6);
}

static void
test_close (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (KsOutcome) reopened = NULL;
  g_autoptr (GError) error = NULL;

  ks_clock_set (self->clock, ks_test_moment ("2024-03-31T17:00"));
  g_assert_false (ks_close_survey (self->campaign, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  ks_clock_set (self->clock, ks_test_moment ("2024-04-01T17:30"));
  g_assert_true (ks_campaign_is_window_open (self->campaign));
  g_assert_true (ks_close_survey (self->campaign, &outcome, &error));
  g_assert_no_error (error);
  g_assert_false (ks_campaign_is_window_open (self->campaign));
  g_assert_false (ks_close_survey (self->campaign, NULL, &error));
  g_clear_error (&error);
  g_assert_false (ks_reopen_survey (self->campaign, " ", NULL, &error));
  g_clear_error (&error);
  g_assert_true (ks_reopen_survey (self->campaign, "Bấm nhầm", &reopened, &error));
  g_assert_true (ks_campaign_is_window_open (self->campaign));
  g_assert_false (ks_reopen_survey (self->campaign, "Bấm nhầm", NULL, &error));
  g_clear_error (&error);
  g_assert_true (ks_outcome_undo (reopened, self->campaign, &error));
  g_assert_false (ks_campaign_is_window_open (self->campaign));
  g_assert_true (ks_outcome_undo (outcome, self->campaign, &error));
  g_assert_true (ks_campaign_is_window_open (self->campaign));
}

/* What comes after the officer ended the survey is late, and in time once it is open again. */
static void
test_close_ends_window (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = ks_test_day_path ("google-native.csv");
  g_autoptr (KsImportResult) result = NULL;
  guint late;

  ks_clock_set (self->clock, ks_test_moment ("2024-04-01T15:00"));
  g_assert_true (ks_close_survey (self->campaign, NULL, NULL));
  result = ks_import_responses (self->campaign, path, FALSE, NULL, NULL, NULL);
  g_assert_nonnull (result);
  late = result->reasons[KS_REASON_OUTSIDE_WINDOW];
  g_assert_cmpuint (late, >, 12);
  assert_counts (self, 4478 - late, late);
  g_assert_true (ks_reopen_survey (self->campaign, "Bấm nhầm", NULL, NULL));
  assert_counts (self, 4466, 12);
}

/* Answers show after the end alone: closed, and not while an extension runs. */
static void
test_answers_show (KsTestDay *self, gconstpointer data)
{
  ks_test_day_import_day (self);
  g_assert_false (ks_campaign_is_window_open (self->campaign));
  extend (self, "2024-04-02T12:00", NULL);
  g_assert_true (ks_campaign_is_window_open (self->campaign));
  ks_clock_set (self->clock, ks_test_moment ("2024-04-02T12:00"));
  g_assert_false (ks_campaign_is_window_open (self->campaign));
}

static void
assert_hours (KsTestDay *self, const char *hours, const char *deadline)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (self->campaign);
  g_autofree char *said_hours = ks_sheet_format_hours (info);
  g_autofree char *said_deadline = ks_sheet_format_deadline (info);

  g_assert_cmpstr (said_hours, ==, hours);
  g_assert_cmpstr (said_deadline, ==, deadline);
}

/* What names the hours says so and is to be printed again; the annex names none. */
static void
test_prints_say_so (KsTestDay *self, gconstpointer data)
{
  g_autofree char *poster = ks_printed_words_dup (self->campaign, KS_LAYOUT_POSTER, NULL);
  g_autofree char *annex = ks_printed_words_dup (self->campaign, KS_LAYOUT_ANNEX, NULL);
  g_autofree char *later_poster = NULL;
  g_autofree char *later_annex = NULL;

  assert_hours (self, "từ 0 giờ đến 24 giờ", "24 giờ 00 ngày 01/4/2024");
  extend (self, "2024-04-02T12:00", NULL);
  assert_hours (self, "từ 0 giờ đến 24 giờ, gia hạn đến 12 giờ ngày 02/4/2024",
                "24 giờ 00 ngày 01/4/2024, gia hạn đến 12 giờ ngày 02/4/2024");
  extend (self, "2024-04-03T24:00", NULL);
  assert_hours (self, "từ 0 giờ đến 24 giờ, gia hạn đến hết ngày 03/4/2024",
                "24 giờ 00 ngày 01/4/2024, gia hạn đến hết ngày 03/4/2024");
  later_poster = ks_printed_words_dup (self->campaign, KS_LAYOUT_POSTER, NULL);
  later_annex = ks_printed_words_dup (self->campaign, KS_LAYOUT_ANNEX, NULL);
  g_assert_cmpstr (poster, !=, later_poster);
  g_assert_cmpstr (annex, ==, later_annex);
}

#define ADD(name, func)                                                                           \
  g_test_add (name, KsTestDay, NULL, ks_test_day_set_up, func, ks_test_day_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/extend/counts-again", test_counts_again);
  ADD ("/extend/end-is-exact", test_end_is_exact);
  ADD ("/extend/undo", test_undo);
  ADD ("/extend/refuses", test_refuses);
  ADD ("/extend/time-alone", test_time_alone);
  ADD ("/extend/decisions-stay", test_decisions_stay);
  ADD ("/extend/restored", test_restored);
  ADD ("/extend/answers-show", test_answers_show);
  ADD ("/extend/prints-say-so", test_prints_say_so);
  ADD ("/close/close", test_close);
  ADD ("/close/ends-window", test_close_ends_window);

  return g_test_run ();
}
