/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "ks-campaign-error.h"
#include "ks-check.h"
#include "ks-compare-rounds.h"
#include "ks-create-campaign.h"
#include "ks-district-contacts.h"
#include "ks-edit-unit.h"
#include "ks-import-events.h"
#include "ks-model-error.h"
#include "ks-record-event.h"
#include "ks-results.h"
#include "ks-sheet-writer.h"
#include "ks-test-day.h"
#include "ks-units-as-of.h"

#define A "07201" /* Phường Thọ Xương */
#define B "07204" /* Phường Trần Nguyên Hãn */
#define C "07207" /* Phường Ngô Quyền */

static KsDay
read_day (const char *text)
{
  KsDay day;

  g_assert_true (ks_day_parse (text, &day));
  return day;
}

static KsEvent *
plan (KsTestDay *self, KsEventKind kind, const char *day, const char *from, const char *to)
{
  g_auto (GStrv) codes = g_strsplit (from, ",", -1);
  g_auto (GStrv) after = g_strsplit (to, ",", -1);
  g_autoptr (GError) error = NULL;
  KsEvent *event = ks_plan_event (self->campaign, kind, read_day (day), "NQ số 1",
                                  (const char *const *) codes, &error);

  g_assert_no_error (error);
  for (guint i = 0; after[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (after[i], "=", 2);

      g_assert_true (ks_event_add_after (event, pair[0], pair[1], NULL, NULL, NULL));
    }
  return event;
}

static KsOutcome *
record (KsTestDay *self, KsEventKind kind, const char *day, const char *from, const char *to)
{
  g_autoptr (KsEvent) event = plan (self, kind, day, from, to);
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;

  ks_record_event (self->campaign, event, &outcome, &error);
  g_assert_no_error (error);
  return outcome;
}

static void
undo (KsTestDay *self, KsOutcome *outcome)
{
  g_autoptr (KsOutcome) own = outcome;
  g_autoptr (GError) error = NULL;

  ks_outcome_undo (own, self->campaign, &error);
  g_assert_no_error (error);
}

static void
assert_name (KsTestDay *self, const char *day, const char *code, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsRegistry) registry = ks_units_as_of (self->campaign, read_day (day), &error);
  KsUnit *unit;

  g_assert_no_error (error);
  unit = ks_registry_lookup (registry, code);
  g_assert_cmpstr (unit != NULL ? ks_unit_get_name (unit) : NULL, ==, expected);
}

static int
get_staff (KsTestDay *self, const char *code)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);

  return ks_unit_get_staff_in_scope (ks_registry_lookup (registry, code));
}

/* Until the campaign's day a merge changes its list; the list of the day before is still there. */
static void
test_merge_before_the_day (KsTestDay *self, gconstpointer data)
{
  int together = get_staff (self, A) + get_staff (self, B);
  KsOutcome *outcome = record (self, KS_EVENT_MERGE, "2024-03-01", A "," B, A "=Phường Thọ Xương");

  assert_name (self, "2024-04-01", B, NULL);
  assert_name (self, "2024-02-29", B, "Phường Trần Nguyên Hãn");
  assert_name (self, "2024-03-01", B, NULL);
  g_assert_cmpint (get_staff (self, A), ==, together);
  undo (self, outcome);
  assert_name (self, "2024-04-01", B, "Phường Trần Nguyên Hãn");
  g_assert_cmpint (get_staff (self, A) + get_staff (self, B), ==, together);
}

/* After the campaign's day a merge leaves its list alone and tells the next survey's. */
static void
test_merge_after_the_day (KsTestDay *self, gconstpointer data)
{
  g_autoptr (GPtrArray) forward = NULL;
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (GPtrArray) nowhere = NULL;
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome
      = record (self, KS_EVENT_MERGE, "2025-07-01", A "," C, "07999=Phường Bắc Giang");

  assert_name (self, "2024-04-01", A, "Phường Thọ Xương");
  assert_name (self, "2025-07-01", A, NULL);
  assert_name (self, "2025-07-01", "07999", "Phường Bắc Giang");
  forward = ks_lineage (self->campaign, A, read_day ("2024-04-01"), read_day ("2025-07-01"), NULL);
  g_assert_cmpuint (forward->len, ==, 1);
  g_assert_cmpstr (ks_unit_get_code (forward->pdata[0]), ==, "07999");
  back = ks_lineage (self->campaign, "07999", read_day ("2025-07-01"), read_day ("2024-04-01"),
                     NULL);
  g_assert_cmpuint (back->len, ==, 2);
  nowhere = ks_lineage (self->campaign, "07999", read_day ("2024-04-01"), read_day ("2025-07-01"),
                        &error);
  g_assert_null (nowhere);
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND);
  undo (self, outcome);
  assert_name (self, "2025-07-01", A, "Phường Thọ Xương");
}

/* The code of a unit of 2024 may be another's in 2025: code alone joins nothing. */
static void
test_code_of_another (KsTestDay *self, gconstpointer data)
{
  g_autoptr (GPtrArray) forward = NULL;
  g_autoptr (GPtrArray) back = NULL;

  ks_outcome_free (
      record (self, KS_EVENT_MERGE, "2025-01-01", A "," B, B "=Phường Trần Nguyên Hãn"));
  ks_outcome_free (record (self, KS_EVENT_RENAME, "2025-07-01", C, A "=Phường Khác"));
  forward = ks_lineage (self->campaign, A, read_day ("2024-04-01"), read_day ("2025-07-01"), NULL);
  g_assert_cmpuint (forward->len, ==, 1);
  g_assert_cmpstr (ks_unit_get_code (forward->pdata[0]), ==, B);
  back = ks_lineage (self->campaign, A, read_day ("2025-07-01"), read_day ("2024-04-01"), NULL);
  g_assert_cmpuint (back->len, ==, 1);
  g_assert_cmpstr (ks_unit_get_code (back->pdata[0]), ==, C);
}

static void
test_rename_keeps_answers (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsResults) results = NULL;
  g_autoptr (KsResults) after = NULL;
  g_autoptr (KsRegistry) registry = NULL;
  KsUnit *unit;
  gint64 answers;

  ks_test_day_import_day (self);
  results = ks_results_load (self->campaign, NULL);
  answers = ks_results_get_unit_answers (results,
                                         ks_registry_lookup (ks_results_get_registry (results), A));
  ks_outcome_free (record (self, KS_EVENT_RENAME, "2024-04-01", A, A "=Phường Tên Mới"));
  after = ks_results_load (self->campaign, NULL);
  unit = ks_registry_lookup (ks_results_get_registry (after), A);
  g_assert_cmpstr (ks_unit_get_name (unit), ==, "Phường Tên Mới");
  g_assert_cmpint (ks_results_get_unit_answers (after, unit), ==, answers);
  g_assert_cmpstr (((KsFormerName *) ks_unit_get_former_names (unit)->pdata[0])->name, ==,
                   "Phường Thọ Xương");
}

static void
assert_refused (KsTestDay *self,
                KsEventKind kind,
                const char *day,
                const char *from,
                const char *to,
                const char *part)
{
  g_autoptr (KsEvent) event = plan (self, kind, day, from, to);
  g_autofree char *head = ks_test_day_hash (self);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (ks_record_event (self->campaign, event, NULL, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, part));
  after = ks_test_day_hash (self);
  g_assert_cmpstr (after, ==, head);
}

static void
test_refusals (KsTestDay *self, gconstpointer data)
{
  static const char *const missing[] = { "00001", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (KsEvent) event = NULL;

  assert_refused (self, KS_EVENT_MERGE, "2025-01-01", A, A "=Phường Thọ Xương", "two units");
  assert_refused (self, KS_EVENT_MERGE, "2025-01-01", A "," B, C "=Phường Mới", "Phường Ngô Quyền");
  assert_refused (self, KS_EVENT_RENAME, "2024-01-01", A, A "=Phường Thọ Xương", "new name");
  event = ks_plan_event (self->campaign, KS_EVENT_MERGE, read_day ("2025-01-01"), NULL, missing,
                         &error);
  g_assert_null (event);
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND);
}

/* A into B, B into C, and C back into what has long been part of it. */
static void
test_circle (KsTestDay *self, gconstpointer data)
{
  KsOutcome *first
      = record (self, KS_EVENT_MERGE, "2025-03-01", A "," B, B "=Phường Trần Nguyên Hãn");

  assert_refused (self, KS_EVENT_MERGE, "2025-02-01", B "," A, A "=Phường Thọ Xương", "circle");
  undo (self, first);
  ks_outcome_free (record (self, KS_EVENT_MERGE, "2025-02-01", B "," A, A "=Phường Thọ Xương"));
}

static void
test_answers_stay (KsTestDay *self, gconstpointer data)
{
  ks_test_day_import_day (self);
  assert_refused (self, KS_EVENT_MERGE, "2024-04-01", A "," B, A "=Phường Thọ Xương",
                  "Phường Trần Nguyên Hãn");
  assert_refused (self, KS_EVENT_RENAME, "2024-04-01", A, "07999=Phường Thọ Xương",
                  "Phường Thọ Xương");
  /* In the next survey they may. */
  ks_outcome_free (record (self, KS_EVENT_MERGE, "2025-01-01", A "," B, A "=Phường Thọ Xương"));
}

static void
test_take_back (KsTestDay *self, gconstpointer data)
{
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;

  ks_outcome_free (record (self, KS_EVENT_MERGE, "2024-02-01", A "," B, A "=Phường Thọ Xương"));
  ks_outcome_free (record (self, KS_EVENT_RENAME, "2024-03-01", A, A "=Phường Tên Mới"));
  events = ks_events_load (self->campaign, NULL);
  g_assert_cmpuint (events->len, ==, 2);
  g_assert_false (ks_undo_event (self->campaign, 77, NULL, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (ks_undo_event (self->campaign, 2, &outcome, NULL));
  assert_name (self, "2024-04-01", A, "Phường Thọ Xương");
  assert_name (self, "2024-04-01", B, NULL);
  undo (self, outcome);
  assert_name (self, "2024-04-01", A, "Phường Tên Mới");
  g_assert_true (ks_undo_event (self->campaign, 2, NULL, NULL));
  g_assert_true (ks_undo_event (self->campaign, 1, NULL, NULL));
  assert_name (self, "2024-04-01", B, "Phường Trần Nguyên Hãn");
  after = ks_events_load (self->campaign, NULL);
  g_assert_cmpuint (after->len, ==, 0);
}

static KsCampaign *
make_next (KsTestDay *self, const char *day, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, "next.khaosat", NULL);
  KsNewCampaign what = { .title = "PKS 02",
                         .day = read_day (day),
                         .from = KS_MOMENT_NONE,
                         .to = KS_MOMENT_NONE,
                         .previous_path = self->path };

  if (!ks_create_campaign (path, &what, self->clock, "Nguyễn Văn A", NULL, error))
    return NULL;
  return ks_campaign_open (path, self->clock, "Nguyễn Văn A", error);
}

/* The next survey has the list of its own day with all that is known of it, and nothing of the
 * answers, the key and the links. */
static void
test_next (KsTestDay *self, gconstpointer data)
{
  const KsUnitEdit edits[]
      = { { KS_UNIT_HEAD, "Đ/c A" }, { KS_UNIT_LINK, "https://example.org/a" } };
  g_autoptr (KsDistrictContact) contact = ks_district_contact_new ("213");
  g_autoptr (KsDistrictContact) kept = NULL;
  g_autoptr (KsCampaign) next = NULL;
  g_autoptr (KsRegistry) registry = NULL;
  g_autoptr (KsCampaignInfo) info = NULL;
  g_autoptr (KsCampaignInfo) earlier = NULL;
  g_autoptr (KsResults) results = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;

  ks_test_day_import_day (self);
  g_assert_true (ks_edit_unit (self->campaign, C, edits, 2, NULL, NULL, NULL));
  ks_district_contact_set (contact, KS_DISTRICT_BOARD, "Đ/c B", NULL);
  g_assert_true (ks_set_district_contact (self->campaign, contact, NULL, NULL));
  ks_outcome_free (record (self, KS_EVENT_MERGE, "2025-01-01", A "," B, A "=Phường Thọ Xương"));
  g_assert_true (ks_campaign_close (self->campaign, NULL));
  next = make_next (self, "2025-04-01", &error);
  g_assert_no_error (error);
  registry = ks_campaign_dup_registry (next);
  g_assert_cmpuint (ks_registry_get_n_units (registry), ==, 208);
  g_assert_null (ks_registry_lookup (registry, B));
  g_assert_cmpstr (ks_unit_get_text (ks_registry_lookup (registry, C), KS_UNIT_HEAD), ==, "Đ/c A");
  g_assert_null (ks_unit_get_link (ks_registry_lookup (registry, C)));
  kept = ks_district_contact_load (next, "213", NULL);
  g_assert_cmpstr (kept->texts[KS_DISTRICT_BOARD], ==, "Đ/c B");
  info = ks_campaign_dup_info (next);
  earlier = ks_campaign_dup_info (self->campaign);
  g_assert_cmpint (memcmp (info->key, earlier->key, KS_KEY_LENGTH), !=, 0);
  g_assert_null (info->template);
  g_assert_cmpstr (info->issuing_body, ==, earlier->issuing_body);
  results = ks_results_load (next, NULL);
  g_assert_cmpint (ks_results_get_counted (results), ==, 0);
  events = ks_events_load (next, NULL);
  g_assert_cmpuint (events->len, ==, 1);
  g_assert_true (ks_campaign_close (next, NULL));
  g_clear_object (&self->campaign);
}

static void
test_next_before (KsTestDay *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ks_campaign_close (self->campaign, NULL));
  g_clear_object (&self->campaign);
  g_assert_null (make_next (self, "2023-04-01", &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID);
}

/* Sums are kept: every unit of both surveys stands in one group. */
static void
test_compare (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsCampaign) next = NULL;
  g_autoptr (KsCampaign) earlier = NULL;
  g_autoptr (GPtrArray) rounds = NULL;
  g_autoptr (GPtrArray) wrong = NULL;
  g_autoptr (GError) error = NULL;
  gint64 staff = 0, answers = 0, staff_now = 0;
  guint n_merged = 0;

  ks_test_day_import_day (self);
  ks_outcome_free (record (self, KS_EVENT_MERGE, "2025-01-01", A "," B, A "=Phường Thọ Xương"));
  ks_outcome_free (record (self, KS_EVENT_RENAME, "2025-01-01", "07210", "07210=Phường Tên Mới"));
  ks_outcome_free (
      record (self, KS_EVENT_SPLIT, "2025-02-01", C, C "=Phường Ngô Quyền,07999=Phường Hai"));
  g_assert_true (ks_campaign_close (self->campaign, NULL));
  g_clear_object (&self->campaign);
  next = make_next (self, "2025-04-01", &error);
  g_assert_no_error (error);
  earlier = ks_campaign_open (self->path, self->clock, NULL, &error);
  g_assert_no_error (error);
  rounds = ks_compare_rounds (next, earlier, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rounds->len, ==, 208);
  for (guint i = 0; i < rounds->len; i++)
    {
      const KsRound *round = rounds->pdata[i];

      staff += round->staff_earlier;
      answers += round->answers_earlier;
      staff_now += round->staff_now;
      n_merged += round->earlier->len == 2 || round->now->len == 2;
      g_assert_cmpuint (round->now->len, >=, 1);
      g_assert_cmpuint (round->earlier->len, >=, 1);
    }
  g_assert_cmpint (staff, ==, 4990);
  g_assert_cmpint (staff_now, ==, 4990);
  g_assert_cmpint (answers, ==, 4466);
  g_assert_cmpuint (n_merged, ==, 2);
  wrong = ks_compare_rounds (earlier, next, &error);
  g_assert_null (wrong);
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID);
  g_assert_true (ks_campaign_close (next, NULL));
  g_assert_true (ks_campaign_close (earlier, NULL));
}

/* A workbook without a row fails as one without a row below its header: with a sentence. */
static void
test_empty_workbook (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsSheetWriter) writer = ks_sheet_writer_new (KS_SHEET_XLSX, 1711904400, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = NULL;
  const char *start;
  gsize length;

  ks_sheet_writer_begin_sheet (writer, "Thay đổi");
  bytes = ks_sheet_writer_finish (writer, &error);
  g_assert_no_error (error);
  start = g_bytes_get_data (bytes, &length);
  path = ks_test_day_write (self, "trống.xlsx", start, (gssize) length);
  g_assert_false (ks_import_events (self->campaign, path, NULL, NULL, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, "trống.xlsx, row 2: "));
}

static gboolean
import_events (KsTestDay *self, const char *rows, GError **error)
{
  g_autofree char *text
      = g_strconcat ("Ngày,Loại,Đơn vị trước,Đơn vị sau\n", rows, NULL);
  g_autofree char *path = ks_test_day_write (self, "events.csv", text, -1);

  return ks_import_events (self->campaign, path, NULL, NULL, error);
}

/* Resolutions name units. A name that two units bear, or one without a code, is refused. */
static void
test_names (KsTestDay *self, gconstpointer data)
{
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) two = NULL;
  g_autoptr (GError) new_unit = NULL;
  KsUnit *unit;

  g_assert_false (import_events (self, "1/1/2025,Đổi tên,Phúc Sơn,Xã Phúc Lâm\n", &two));
  g_assert_nonnull (strstr (two->message, "row 2: “Phúc Sơn” is not for certain one unit"));
  g_assert_false (import_events (self, "1/1/2025,Tách,Xã Song Mai,Xã Song Mai; Xã Mới\n", &new_unit));
  g_assert_nonnull (strstr (new_unit->message, "“Xã Mới”: write the code and the name"));
  g_assert_true (import_events (self, "1/1/2025,Sáp nhập,P. Mỹ Độ; Phường Lê Lợi,Phường Lê Lợi\n"
                                      "1/1/2025,Đổi tên,Phúc Sơn - Tân Yên,Xã Phúc Lâm\n", NULL));
  events = ks_events_load (self->campaign, NULL);
  g_assert_cmpuint (events->len, ==, 2);
  unit = ((KsEvent *)events->pdata[0])->after->pdata[0];
  g_assert_cmpstr (ks_unit_get_code (unit), ==, "07219");
  unit = ((KsEvent *)events->pdata[1])->after->pdata[0];
  g_assert_cmpstr (ks_unit_get_code (unit), ==, "07318");
  g_assert_cmpstr (ks_unit_get_name (unit), ==, "Xã Phúc Lâm");
}

#define ADD(path, func)                                                                            \
  g_test_add (path, KsTestDay, NULL, ks_test_day_set_up, func, ks_test_day_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/events/merge-before-the-day", test_merge_before_the_day);
  ADD ("/events/merge-after-the-day", test_merge_after_the_day);
  ADD ("/events/code-of-another", test_code_of_another);
  ADD ("/events/rename-keeps-answers", test_rename_keeps_answers);
  ADD ("/events/refusals", test_refusals);
  ADD ("/events/empty-workbook", test_empty_workbook);
  ADD ("/events/names", test_names);
  ADD ("/events/circle", test_circle);
  ADD ("/events/answers-stay", test_answers_stay);
  ADD ("/events/take-back", test_take_back);
  ADD ("/events/next", test_next);
  ADD ("/events/next-before", test_next_before);
  ADD ("/events/compare", test_compare);

  return g_test_run ();
}
