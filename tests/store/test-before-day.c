/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-confirm-form.h"
#include "ks-decide.h"
#include "ks-extend.h"
#include "ks-import-responses.h"
#include "ks-links.h"
#include "ks-results.h"
#include "ks-rows.h"
#include "ks-steps.h"
#include "ks-test-day.h"
#include "ks-trials.h"

/* Before the day: trial answers, what was sent and received, how the form is set. */

static gint64
count_rows (KsTestDay *self, const char *state)
{
  const KsRowFilter filter = { .state = state };

  return ks_rows_count (self->campaign, &filter, NULL);
}

/* The header of the simulated day and its first rows: six of the afternoon before it. */
static char *
write_head (KsTestDay *self, guint n_rows)
{
  g_autofree char *path = ks_test_day_path ("google-native.csv");
  g_autofree char *text = NULL;
  const char *end;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  end = text;
  for (guint i = 0; i <= n_rows; i++)
    end = strchr (end, '\n') + 1;
  return ks_test_day_write (self, "trial.csv", text, end - text);
}

static KsImportResult *
import (KsTestDay *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  KsImportResult *result = ks_import_responses (self->campaign, path, FALSE, NULL, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static KsTrials
count_trials (KsTestDay *self)
{
  g_autoptr (KsTransaction) tx
      = ks_store_begin_read (ks_campaign_get_store (self->campaign), NULL);
  KsTrials trials;

  g_assert_true (ks_trials_count (self->campaign, tx, &trials, NULL));
  return trials;
}

/* They stay so when the export of the day holds them again, whatever the clock says then. */
static void
test_trials (KsTestDay *self, gconstpointer data)
{
  g_autofree char *head = write_head (self, 6);
  g_autofree char *path = ks_test_day_path ("google-native.csv");
  g_autoptr (KsImportResult) early = NULL;
  g_autoptr (KsImportResult) late = NULL;
  g_autoptr (KsResults) results = NULL;

  ks_clock_set (self->clock, ks_test_moment ("2024-03-31T17:00"));
  early = import (self, head);
  g_assert_cmpuint (early->added, ==, 6);
  g_assert_cmpuint (early->n_trials, ==, 6);
  g_assert_cmpuint (early->counted + early->waiting + early->n_trials_unknown, ==, 0);
  g_assert_cmpint (count_rows (self, "trial"), ==, 6);
  ks_clock_set (self->clock, ks_test_moment ("2024-04-02T08:05"));
  late = import (self, path);
  g_assert_cmpuint (late->known, ==, 6);
  g_assert_cmpuint (late->counted, ==, 4466);
  g_assert_cmpuint (late->n_trials, ==, 0);
  g_assert_cmpuint (late->reasons[KS_REASON_OUTSIDE_WINDOW], ==, 6);
  g_assert_cmpint (count_rows (self, "trial"), ==, 6);
  results = ks_results_load (self->campaign, NULL);
  g_assert_cmpint (ks_results_get_trials (results), ==, 6);
  g_assert_cmpint (ks_results_get_received (results), ==, 4487 - 6);
  ks_test_day_assert_sound (self);
}

/* Imported after the survey began the same rows are late, not trials. */
static void
test_not_after (KsTestDay *self, gconstpointer data)
{
  g_autofree char *head = write_head (self, 6);
  g_autoptr (KsImportResult) result = NULL;

  ks_clock_set (self->clock, ks_test_moment ("2024-04-01T00:00"));
  result = import (self, head);
  g_assert_cmpuint (result->n_trials, ==, 0);
  g_assert_cmpuint (result->reasons[KS_REASON_OUTSIDE_WINDOW], ==, 6);
}

/* Nothing makes them count: neither a decision nor an extension. */
static void
test_never_count (KsTestDay *self, gconstpointer data)
{
  g_autofree char *head = write_head (self, 6);
  const KsRowFilter filter = { .state = "trial" };
  const KsExtendRequest extension = { ks_test_moment ("2024-04-05T00:00"), NULL, "Mất điện" };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  KsDecideRequest request = { .decision = KS_DECISION_COUNT, .rows = ids, .reason = "Đã hỏi" };
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  ks_clock_set (self->clock, ks_test_moment ("2024-03-31T17:00"));
  ks_import_result_free (import (self, head));
  rows = ks_rows_load (self->campaign, &filter, NULL);
  g_array_append_val (ids, ((KsResponseRow *) rows->pdata[0])->id);
  g_assert_nonnull (strstr (((KsResponseRow *) rows->pdata[0])->sentence, "31/3/2024"));
  g_assert_false (ks_decide_finding (self->campaign, &request, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (ks_extend (self->campaign, &extension, NULL, NULL));
  g_assert_cmpint (count_rows (self, "trial"), ==, 6);
  g_assert_cmpint (count_rows (self, "counted"), ==, 0);
}

/* What was tried: a template is one link; a code that is of no unit is told. */
static void
test_links_tried (KsTestDay *self, gconstpointer data)
{
  g_autofree char *head = write_head (self, 6);
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (KsImportResult) result = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  KsTrials trials = count_trials (self);

  g_assert_cmpuint (trials.n_answers + trials.n_links_tried, ==, 0);
  g_assert_cmpuint (trials.n_links, ==, 1);
  g_assert_cmpint (trials.imported, ==, KS_MOMENT_NONE);
  ks_clock_set (self->clock, ks_test_moment ("2024-03-31T17:00"));
  ks_import_result_free (import (self, head));
  trials = count_trials (self);
  g_assert_cmpuint (trials.n_answers, ==, 6);
  g_assert_cmpuint (trials.n_units, ==, 6);
  g_assert_cmpuint (trials.n_links_tried, ==, 1);
  g_assert_cmpint (trials.imported, ==, ks_test_moment ("2024-03-31T17:00"));
  g_assert_true (g_file_get_contents (head, &text, NULL, NULL));
  changed = g_string_new (text);
  g_string_replace (changed, "\"07720-", "\"99999-", 0);
  other = ks_test_day_write (self, "other.csv", changed->str, -1);
  result = import (self, other);
  g_assert_cmpuint (result->n_trials, ==, 1);
  g_assert_cmpuint (result->n_trials_unknown, ==, 1);
  trials = count_trials (self);
  g_assert_cmpuint (trials.n_answers, ==, 7);
  g_assert_cmpuint (trials.n_unknown, ==, 1);
  g_assert_cmpint (count_rows (self, "waiting"), ==, 0);
}

/* Deleting them at the service before the day is right, and no finding. */
static void
test_deleted_are_missed_by_nobody (KsTestDay *self, gconstpointer data)
{
  g_autofree char *head = write_head (self, 6);
  g_autofree char *less = NULL;
  g_autoptr (KsImportResult) result = NULL;

  ks_clock_set (self->clock, ks_test_moment ("2024-03-31T17:00"));
  ks_import_result_free (import (self, head));
  less = write_head (self, 5);
  result = import (self, less);
  g_assert_cmpuint (result->known, ==, 5);
  g_assert_cmpuint (result->vanished, ==, 0);
  g_assert_false (result->recorded);
}

static void
set (KsTestDay *self, KsStepKind kind, const char *codes, gboolean done, KsOutcome **outcome)
{
  g_auto (GStrv) list = g_strsplit (codes, " ", -1);
  g_autoptr (GError) error = NULL;

  ks_set_steps (self->campaign, kind, (const char *const *) list, done, outcome, &error);
  g_assert_no_error (error);
}

static void
assert_steps (KsTestDay *self, KsStepKind kind, const char *codes)
{
  g_autoptr (GPtrArray) steps = ks_steps_load (self->campaign, NULL);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const KsStepDone *step = g_ptr_array_index (steps, i);

      if (step->kind == kind)
        g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "", step->code);
    }
  g_assert_cmpstr (found->str, ==, codes);
}

static void
test_steps (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsOutcome) first = NULL;
  g_autoptr (KsOutcome) second = NULL;
  g_autoptr (KsOutcome) cleared = NULL;
  g_autoptr (KsOutcome) nothing = NULL;
  g_autoptr (GPtrArray) steps = NULL;

  ks_clock_set (self->clock, ks_test_moment ("2024-03-29T08:00"));
  set (self, KS_STEP_DONE_RECEIVED, "07210 07213", TRUE, &first);
  ks_clock_set (self->clock, ks_test_moment ("2024-03-30T08:00"));
  set (self, KS_STEP_DONE_RECEIVED, "07213 07216", TRUE, &second);
  set (self, KS_STEP_DONE_SENT, "213", TRUE, NULL);
  assert_steps (self, KS_STEP_DONE_RECEIVED, "07210 07213 07216");
  assert_steps (self, KS_STEP_DONE_SENT, "213");
  steps = ks_steps_load (self->campaign, NULL);
  g_assert_cmpint (((KsStepDone *) steps->pdata[1])->done, ==, ks_test_moment ("2024-03-29T08:00"));
  set (self, KS_STEP_DONE_RECEIVED, "07210", TRUE, &nothing);
  g_assert_false (ks_outcome_can_undo (nothing));
  set (self, KS_STEP_DONE_RECEIVED, "07213", FALSE, &cleared);
  assert_steps (self, KS_STEP_DONE_RECEIVED, "07210 07216");
  g_assert_true (ks_outcome_undo (cleared, self->campaign, NULL));
  assert_steps (self, KS_STEP_DONE_RECEIVED, "07210 07213 07216");
  g_assert_true (ks_outcome_undo (second, self->campaign, NULL));
  assert_steps (self, KS_STEP_DONE_RECEIVED, "07210 07213");
  g_assert_true (ks_outcome_undo (first, self->campaign, NULL));
  assert_steps (self, KS_STEP_DONE_RECEIVED, "");
}

/* All or none. */
static void
test_steps_refuse (KsTestDay *self, gconstpointer data)
{
  const char *const units[] = { "07210", "99999", NULL };
  const char *const districts[] = { "07210", NULL };
  g_autofree char *before = ks_test_day_hash (self);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (
      ks_set_steps (self->campaign, KS_STEP_DONE_POSTED, units, TRUE, NULL, &error));
  g_clear_error (&error);
  g_assert_false (
      ks_set_steps (self->campaign, KS_STEP_DONE_SENT, districts, TRUE, NULL, &error));
  g_assert_nonnull (error);
  after = ks_test_day_hash (self);
  g_assert_cmpstr (before, ==, after);
  assert_steps (self, KS_STEP_DONE_POSTED, "");
}

static void
assert_lines (KsTestDay *self, KsStepKind kind, const char *text, const char *codes,
              const char *unknown)
{
  g_autoptr (KsStepLines) lines = ks_step_lines_read (self->campaign, kind, text);
  g_autofree char *found = g_strjoinv (" ", (char **) lines->codes->pdata);

  g_assert_cmpstr (found, ==, codes);
  g_assert_cmpuint (lines->unknown->len, ==, unknown != NULL);
  if (unknown != NULL)
    g_assert_cmpstr (g_ptr_array_index (lines->unknown, 0), ==, unknown);
}

/* As people write them; two units bear the name Xã Phúc Sơn. */
static void
test_lines (KsTestDay *self, gconstpointer data)
{
  assert_lines (self, KS_STEP_DONE_RECEIVED,
                "1. Phường Hoàng Văn Thụ\n- phuong tho xuong\r\n07210\n07210-5M5RYJ\n\n", "07210 07201",
                NULL);
  assert_lines (self, KS_STEP_DONE_RECEIVED, "Xã Phúc Sơn\nXã Phúc Sơn, huyện Sơn Động\n", "07630",
                "Xã Phúc Sơn");
  assert_lines (self, KS_STEP_DONE_RECEIVED, "07318\tXã Phúc Sơn\tHuyện Tân Yên\n", "07318", NULL);
  assert_lines (self, KS_STEP_DONE_RECEIVED, "Báo cáo: đã nhận mã\n", "", "Báo cáo: đã nhận mã");
  assert_lines (self, KS_STEP_DONE_SENT, "Huyện Sơn Động\n213\nTP Bắc Giang\nHuyện Nào\n",
                "220 213", "Huyện Nào");
}

/* What is missing can be pasted as it is given out. */
static void
test_missing (KsTestDay *self, gconstpointer data)
{
  g_autofree char *missing = NULL;
  g_autofree char *districts = ks_steps_dup_missing (self->campaign, KS_STEP_DONE_SENT, NULL);
  g_autoptr (KsStepLines) lines = NULL;
  g_autoptr (KsStepLines) all
      = ks_step_lines_read (self->campaign, KS_STEP_DONE_SENT, districts);

  g_assert_cmpuint (all->codes->len, ==, 10);
  g_assert_cmpuint (all->unknown->len, ==, 0);
  set (self, KS_STEP_DONE_TRIED, "07210 07630", TRUE, NULL);
  missing = ks_steps_dup_missing (self->campaign, KS_STEP_DONE_TRIED, NULL);
  lines = ks_step_lines_read (self->campaign, KS_STEP_DONE_TRIED, missing);
  g_assert_cmpuint (lines->codes->len, ==, 207);
  g_assert_cmpuint (lines->unknown->len, ==, 0);
}

/* That the unit is filled in holds for the links that were looked at. */
static void
test_form_settings (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (KsOutcome) again = NULL;
  g_autoptr (KsCampaignInfo) info = NULL;

  g_assert_cmpuint (ks_get_form_settings (self->campaign), ==, 0);
  g_assert_true (ks_confirm_form (self->campaign, KS_FORM_SETTINGS_ALL, &outcome, NULL));
  g_assert_cmpuint (ks_get_form_settings (self->campaign), ==, KS_FORM_SETTINGS_ALL);
  info = ks_campaign_dup_info (self->campaign);
  g_assert_true (info->no_identity);
  g_assert_true (ks_confirm_form (self->campaign, KS_FORM_SETTINGS_ALL, &again, NULL));
  g_assert_null (again);
  g_assert_true (ks_set_template (self->campaign, "https://example.org/g?u={token}", NULL, NULL,
                                  NULL));
  g_assert_cmpuint (ks_get_form_settings (self->campaign), ==, KS_FORM_SETTING_NO_IDENTITY);
  g_assert_true (ks_outcome_undo (outcome, self->campaign, NULL));
  g_assert_cmpuint (ks_get_form_settings (self->campaign), ==, 0);
}

#define ADD(name, func)                                                                           \
  g_test_add (name, KsTestDay, NULL, ks_test_day_set_up, func, ks_test_day_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/trials/trials", test_trials);
  ADD ("/trials/not-after", test_not_after);
  ADD ("/trials/never-count", test_never_count);
  ADD ("/trials/links-tried", test_links_tried);
  ADD ("/trials/deleted", test_deleted_are_missed_by_nobody);
  ADD ("/steps/steps", test_steps);
  ADD ("/steps/refuse", test_steps_refuse);
  ADD ("/steps/lines", test_lines);
  ADD ("/steps/missing", test_missing);
  ADD ("/steps/form-settings", test_form_settings);

  return g_test_run ();
}
