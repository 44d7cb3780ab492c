/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <sqlite3.h>
#include <string.h>

#include "ks-archive.h"
#include "ks-campaign-error.h"
#include "ks-check.h"
#include "ks-csv-writer.h"
#include "ks-decide.h"
#include "ks-edit-unit.h"
#include "ks-finding-sheets.h"
#include "ks-findings.h"
#include "ks-import-reports.h"
#include "ks-import-responses.h"
#include "ks-open-finding.h"
#include "ks-results.h"
#include "ks-row-index.h"
#include "ks-rows.h"
#include "ks-test-day.h"
#include "ks-withdraw-batch.h"

/* Units of the day with ten equal sheets, as truth.json names them. */
static const char *const stuffed[]
    = { "07261", "07378", "07396", "07616", "07666", "07690", "07702", "07834" };

static void
renew (KsTestDay *self)
{
  g_autoptr (GError) error = NULL;

  ks_findings_renew (self->campaign, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ks_findings_are_fresh (self->campaign));
}

static GPtrArray *
load (KsTestDay *self, gboolean all)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = ks_findings_load (self->campaign, all, &error);

  g_assert_no_error (error);
  return findings;
}

static guint
count (KsTestDay *self, KsFindingKind kind)
{
  g_autoptr (GPtrArray) findings = load (self, FALSE);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += ((const KsFinding *) findings->pdata[i])->kind == kind;
  return n;
}

static KsFinding *
find (KsTestDay *self, KsFindingKind kind, const char *unit)
{
  g_autoptr (GPtrArray) findings = load (self, TRUE);

  for (guint i = 0; i < findings->len; i++)
    {
      const KsFinding *finding = g_ptr_array_index (findings, i);

      if (finding->kind == kind && (unit == NULL || g_str_equal (finding->unit, unit)))
        return ks_finding_copy (finding);
    }
  return NULL;
}

static gint64
count_answers (KsTestDay *self, const char *code)
{
  g_autoptr (KsResults) results = ks_results_load (self->campaign, NULL);

  return ks_results_get_unit_answers (
      results, ks_registry_lookup (ks_results_get_registry (results), code));
}

static gboolean
decide (KsTestDay *self, KsDecision decision, const char *unit, gint64 finding, gint64 row,
        KsOutcome **outcome, GError **error)
{
  g_autoptr (GArray) findings = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  const KsDecideRequest request = {
    .decision = decision,
    .unit = unit,
    .reason = "Đã đối chiếu với đơn vị",
    .findings = finding > 0 ? findings : NULL,
    .rows = row > 0 ? rows : NULL,
  };

  g_array_append_val (findings, finding);
  g_array_append_val (rows, row);
  return ks_decide_finding (self->campaign, &request, outcome, error);
}

static void
set_up (KsTestDay *self, gconstpointer data)
{
  ks_test_day_set_up (self, data);
  ks_test_day_import_day (self);
  ks_test_day_import_work (self);
  renew (self);
}

/* What was planted is found, and nothing else is on sheets. */
static void
test_day (KsTestDay *self, gconstpointer data)
{
  KsFindingCounts counts;

  for (guint i = 0; i < G_N_ELEMENTS (stuffed); i++)
    {
      g_autoptr (KsFinding) identical = find (self, KS_FINDING_IDENTICAL, stuffed[i]);
      g_autoptr (KsFinding) burst = find (self, KS_FINDING_BURST, stuffed[i]);

      g_assert_nonnull (identical);
      g_assert_cmpint (identical->numbers[0], ==, 10);
      g_assert_cmpfloat (identical->share, <, 0.001);
      g_assert_nonnull (burst);
      g_assert_cmpint (burst->numbers[0], ==, 6);
      g_assert_cmpint (burst->numbers[1], ==, 55);
    }
  g_assert_cmpuint (count (self, KS_FINDING_IDENTICAL), ==, 8);
  g_assert_cmpuint (count (self, KS_FINDING_BURST), ==, 8);
  g_assert_cmpuint (count (self, KS_FINDING_OVER_STAFF), ==, 11);
  g_assert_cmpuint (count (self, KS_FINDING_RECONCILE), ==, 30);
  g_assert_cmpuint (count (self, KS_FINDING_DOUBLE), ==, 4);
  g_assert_cmpuint (count (self, KS_FINDING_STRAIGHT), ==, 0);
  g_assert_cmpuint (count (self, KS_FINDING_NO_TIME), ==, 0);
  g_assert_cmpuint (count (self, KS_FINDING_OUT_OF_SCOPE), ==, 1);
  g_assert_true (ks_findings_count (self->campaign, &counts, NULL));
  g_assert_cmpuint (counts.n_open, ==, 61);
  g_assert_cmpuint (counts.n_informing, ==, 1);
  g_assert_cmpuint (counts.n_decided, ==, 0);
}

/* The day without its first column. (transfer full) */
static char *
write_without_times (KsTestDay *self)
{
  g_autofree char *path = ks_test_day_path ("google-native.csv");
  g_autofree char *text = NULL;
  g_autofree char *without = NULL;
  g_autoptr (GRegex) times
      = g_regex_new ("^\"(Timestamp|2024[^\"]*)\",", G_REGEX_MULTILINE, 0, NULL);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  without = g_regex_replace_literal (times, text, -1, 0, "", 0, NULL);
  return ks_test_day_write (self, "không giờ.csv", without, -1);
}

static void
test_no_time (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = write_without_times (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (KsFinding) finding = NULL;

  ks_import_result_free (
      ks_import_responses (self->campaign, path, FALSE, NULL, NULL, &error));
  g_assert_no_error (error);
  renew (self);
  g_assert_cmpuint (count (self, KS_FINDING_NO_TIME), ==, 1);
  g_assert_cmpuint (count (self, KS_FINDING_IDENTICAL), ==, 8);
  g_assert_cmpuint (count (self, KS_FINDING_BURST), ==, 0);
  finding = find (self, KS_FINDING_NO_TIME, NULL);
  g_assert_cmpint (finding->batch, ==, 1);
}

/* Sheets that are left out are no longer found; the decision stays on record. */
static void
test_exclude (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsFinding) finding = find (self, KS_FINDING_IDENTICAL, "07261");
  g_autoptr (KsFinding) after = NULL;
  g_autoptr (KsFinding) back = NULL;
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  gint64 before = count_answers (self, "07261");

  g_assert_true (
      decide (self, KS_DECISION_EXCLUDE, NULL, finding->id, 0, &outcome, &error));
  g_assert_cmpint (count_answers (self, "07261"), ==, before - 10);
  ks_test_day_assert_sound (self);
  renew (self);
  g_assert_cmpuint (count (self, KS_FINDING_IDENTICAL), ==, 7);
  g_assert_cmpuint (count (self, KS_FINDING_BURST), ==, 7);
  after = find (self, KS_FINDING_IDENTICAL, "07261");
  g_assert_cmpint (after->decision, ==, KS_DECISION_EXCLUDE);
  g_assert_cmpstr (after->reason, ==, "Đã đối chiếu với đơn vị");
  g_assert_cmpstr (after->actor, ==, "Nguyễn Văn A");

  g_assert_true (ks_outcome_undo (outcome, self->campaign, &error));
  g_assert_cmpint (count_answers (self, "07261"), ==, before);
  ks_test_day_assert_sound (self);
  renew (self);
  g_assert_cmpuint (count (self, KS_FINDING_IDENTICAL), ==, 8);
  g_assert_cmpuint (count (self, KS_FINDING_BURST), ==, 8);
  back = find (self, KS_FINDING_IDENTICAL, "07261");
  g_assert_cmpint (back->id, ==, finding->id);
  g_assert_true (ks_finding_is_open (back));
}

/* A decision holds until there is more to decide. */
static void
test_stays_decided (KsTestDay *self, gconstpointer data)
{
  g_autofree char *other = ks_test_day_path ("google-sheet-vi.csv");
  g_autoptr (KsFinding) finding = find (self, KS_FINDING_OVER_STAFF, "07348");
  g_autoptr (GError) error = NULL;
  g_autoptr (KsFinding) again = NULL;
  g_autoptr (KsFinding) identical = find (self, KS_FINDING_IDENTICAL, "07261");

  g_assert_false (decide (self, KS_DECISION_EXCLUDE, NULL, finding->id, 0, NULL, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (decide (self, KS_DECISION_COUNT, NULL, finding->id, 0, NULL, &error));
  g_assert_true (decide (self, KS_DECISION_COUNT, NULL, identical->id, 0, NULL, &error));
  renew (self);
  g_assert_cmpuint (count (self, KS_FINDING_OVER_STAFF), ==, 10);
  g_assert_cmpuint (count (self, KS_FINDING_IDENTICAL), ==, 7);
  ks_import_result_free (
      ks_import_responses (self->campaign, other, FALSE, NULL, NULL, &error));
  renew (self);
  g_assert_cmpuint (count (self, KS_FINDING_OVER_STAFF), ==, 10);
  g_assert_cmpuint (count (self, KS_FINDING_IDENTICAL), ==, 7);

  /* One more sheet of the unit is news. */
  g_assert_true (decide (self, KS_DECISION_MOVE, "07348", 0, 100, NULL, &error));
  renew (self);
  again = find (self, KS_FINDING_OVER_STAFF, "07348");
  g_assert_cmpint (again->id, ==, finding->id);
  g_assert_true (ks_finding_is_open (again));
  g_assert_cmpint (again->numbers[0], ==, finding->numbers[0] + 1);
}

static gint64
find_waiting (KsTestDay *self, const char *reason)
{
  const KsRowFilter filter = { .state = reason, .limit = 1 };
  g_autoptr (GPtrArray) rows = ks_rows_load (self->campaign, &filter, NULL);

  g_assert_cmpuint (rows->len, ==, 1);
  return ((const KsResponseRow *) rows->pdata[0])->id;
}

static void
test_waiting (KsTestDay *self, gconstpointer data)
{
  gint64 late = find_waiting (self, "outside_window");
  gint64 unknown = find_waiting (self, "unknown_unit");
  gint64 before = count_answers (self, "07210");
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (GPtrArray) settled = NULL;
  g_autoptr (GPtrArray) batches = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (decide (self, KS_DECISION_COUNT, NULL, 0, late, NULL, &error));
  g_assert_false (decide (self, KS_DECISION_COUNT, NULL, 0, unknown, NULL, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (decide (self, KS_DECISION_MOVE, "07210", 0, unknown, &outcome, &error));
  g_assert_cmpint (count_answers (self, "07210"), ==, before + 1);
  ks_test_day_assert_sound (self);
  batches = ks_batches_load (self->campaign, NULL);
  g_assert_cmpint (((const KsBatch *) batches->pdata[0])->counted, ==, 4468);
  g_assert_cmpint (((const KsBatch *) batches->pdata[0])->waiting, ==, 19);
  settled = ks_rows_load_settled (self->campaign, NULL);
  g_assert_cmpuint (settled->len, ==, 2);
  g_assert_true (ks_outcome_undo (outcome, self->campaign, &error));
  g_assert_cmpint (count_answers (self, "07210"), ==, before);
  g_assert_cmpint (find_waiting (self, "unknown_unit"), ==, unknown);
  ks_test_day_assert_sound (self);
}

static void
test_refused (KsTestDay *self, gconstpointer data)
{
  g_autofree char *before = ks_test_day_hash (self);
  g_autofree char *after = NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  KsDecideRequest request = { .decision = KS_DECISION_EXCLUDE, .reason = "  ", .rows = rows };
  gint64 one = 1;
  g_autoptr (GError) error = NULL;

  g_array_append_val (rows, one);
  g_assert_false (ks_decide_finding (self->campaign, &request, NULL, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (decide (self, KS_DECISION_MOVE, "99999", 0, 1, NULL, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (decide (self, KS_DECISION_EXCLUDE, NULL, 0, 999999, NULL, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (decide (self, KS_DECISION_EXCLUDE, NULL, 4000, 0, NULL, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_NOT_FOUND);
  after = ks_test_day_hash (self);
  g_assert_cmpstr (before, ==, after);
}

/* While its import is withdrawn, what a finding tells of cannot be decided, and why is said. */
static void
test_refused_withdrawn (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsFinding) finding = find (self, KS_FINDING_IDENTICAL, "07261");
  g_autoptr (GError) error = NULL;

  g_assert_true (ks_withdraw_batch (self->campaign, 1, NULL, NULL));
  g_assert_false (decide (self, KS_DECISION_EXCLUDE, NULL, finding->id, 0, NULL, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "google-native.csv"));
  g_assert_nonnull (strstr (error->message, "restore the import"));
  g_assert_true (ks_restore_batch (self->campaign, 1, NULL, NULL));
  g_assert_true (decide (self, KS_DECISION_EXCLUDE, NULL, finding->id, 0, NULL, NULL));
}

/* One part after the other, as a window reads them. */
static GPtrArray *
read_sheets (KsTestDay *self, gint64 finding)
{
  g_autoptr (KsFindingSheets) reader = ks_finding_sheets_new (self->campaign, finding);
  g_autoptr (GPtrArray) sheets = ks_finding_sheets_read (reader, 2, NULL);
  guint n_read;

  do
    {
      g_autoptr (GPtrArray) next = ks_finding_sheets_read (reader, 3, NULL);

      n_read = next->len;
      g_ptr_array_extend_and_steal (sheets, g_steal_pointer (&next));
    }
  while (n_read > 0);
  return g_steal_pointer (&sheets);
}

static void
test_masked (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsFinding) finding = find (self, KS_FINDING_IDENTICAL, "07261");
  g_autoptr (KsFinding) over = find (self, KS_FINDING_OVER_STAFF, "07348");
  g_autoptr (GPtrArray) rows = read_sheets (self, finding->id);
  g_autoptr (GPtrArray) none = read_sheets (self, over->id);

  g_assert_cmpuint (rows->len, ==, 10);
  g_assert_cmpuint (none->len, ==, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      const KsMaskedRow *row = g_ptr_array_index (rows, i);
      g_autofree char *letter = ks_masked_row_dup_letter (row);

      g_assert_cmpstr (letter, ==, "A");
      g_assert_cmpint (row->minute % 60, ==, 0);
      g_assert_cmpstr (row->file, ==, "google-native.csv");
      g_assert_cmpstr (row->unit, ==, "07261");
      g_assert_cmpint (row->state, ==, KS_STATE_COUNTED);
    }
}

/* Nothing is written where nothing changed, and a print is no change. */
static void
test_renewed_once (KsTestDay *self, gconstpointer data)
{
  g_autofree char *before = ks_test_day_hash (self);
  g_autofree char *after = NULL;

  renew (self);
  after = ks_test_day_hash (self);
  g_assert_cmpstr (before, ==, after);
}

typedef struct
{
  KsTestDay *day;
  guint n_reports;
} Meanwhile;

static void
exclude_meanwhile (KsJob *job, gpointer data)
{
  Meanwhile *meanwhile = data;
  g_autoptr (KsFinding) finding = find (meanwhile->day, KS_FINDING_IDENTICAL, "07261");

  if (meanwhile->n_reports++ > 0)
    return;
  g_assert_true (
      decide (meanwhile->day, KS_DECISION_EXCLUDE, NULL, finding->id, 0, NULL, NULL));
}

/* Nobody who writes waits for the search; it begins again and finds what is true at its end. */
static void
test_meanwhile (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsJob) job = ks_job_new ("");
  g_autoptr (GError) error = NULL;
  Meanwhile meanwhile = { self, 0 };

  g_assert_true (decide (self, KS_DECISION_MOVE, "07210", 0, 100, NULL, &error));
  ks_job_set_report_func (job, exclude_meanwhile, &meanwhile);
  ks_findings_renew (self->campaign, job, &error);
  g_assert_no_error (error);
  g_assert_true (ks_findings_are_fresh (self->campaign));
  g_assert_cmpuint (meanwhile.n_reports, ==, 2);
  g_assert_cmpuint (count (self, KS_FINDING_BURST), ==, 7);
}

static gint64
count_in (KsTestDay *self)
{
  g_autoptr (KsResults) results = ks_results_load (self->campaign, NULL);

  return ks_results_get_received (results);
}

/* What was decided comes back with the import, and its sheets have the ids they had. */
static void
test_withdraw (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = ks_test_day_path ("google-native.csv");
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  gint64 late = find_waiting (self, "outside_window");

  g_assert_true (decide (self, KS_DECISION_EXCLUDE, NULL, 0, late, NULL, &error));
  g_assert_true (ks_withdraw_batch (self->campaign, 1, &outcome, &error));
  g_assert_cmpint (count_in (self), ==, 0);
  ks_test_day_assert_sound (self);
  renew (self);
  g_assert_cmpuint (count (self, KS_FINDING_IDENTICAL), ==, 0);
  g_assert_false (ks_withdraw_batch (self->campaign, 1, NULL, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (ks_outcome_undo (outcome, self->campaign, &error));
  g_assert_cmpint (count_in (self), ==, 4487);
  g_assert_cmpint (count_answers (self, "07261"), ==, 30);
  ks_test_day_assert_sound (self);
  renew (self);
  g_assert_cmpuint (count (self, KS_FINDING_IDENTICAL), ==, 8);
  {
    const KsRowFilter excluded = { .state = "excluded" };
    g_autoptr (GPtrArray) rows = ks_rows_load (self->campaign, &excluded, NULL);

    g_assert_cmpuint (rows->len, ==, 1);
    g_assert_cmpint (((const KsResponseRow *) rows->pdata[0])->id, ==, late);
    g_assert_cmpstr (((const KsResponseRow *) rows->pdata[0])->sentence, ==,
                     "Đã đối chiếu với đơn vị");
  }

  /* Once they came in again they cannot come back a second time. */
  g_assert_true (ks_withdraw_batch (self->campaign, 1, NULL, &error));
  ks_import_result_free (
      ks_import_responses (self->campaign, path, FALSE, NULL, NULL, &error));
  g_assert_false (ks_restore_batch (self->campaign, 1, NULL, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
  g_assert_cmpint (count_in (self), ==, 4487);
  ks_test_day_assert_sound (self);
}

/* A unit that left the list while its sheets were away would come back without them. */
static void
test_restore_without_unit (KsTestDay *self, gconstpointer data)
{
  KsDay day;
  g_autoptr (GError) error = NULL;

  g_assert_true (ks_day_parse ("2024-04-01", &day));
  g_assert_true (ks_withdraw_batch (self->campaign, 1, NULL, NULL));
  g_assert_true (ks_retire_unit (self->campaign, "07261", day, "Sáp nhập", NULL, &error));
  g_assert_false (ks_restore_batch (self->campaign, 1, NULL, &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "07261"));
  g_clear_error (&error);
  g_assert_cmpint (count_in (self), ==, 0);
  ks_test_day_assert_sound (self);
  g_assert_true (ks_restore_unit (self->campaign, "07261", NULL, NULL, &error));
  g_assert_true (ks_restore_batch (self->campaign, 1, NULL, &error));
  g_assert_cmpint (count_answers (self, "07261"), ==, 30);
  ks_test_day_assert_sound (self);
}

static void
import (KsTestDay *self, const char *path, guint n_added)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsImportResult) result
      = ks_import_responses (self->campaign, path, FALSE, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (result->added, ==, n_added);
}

/* Half a minute before that time. (transfer full) */
static char *
begin_late (const char *end_text)
{
  g_autoptr (GDateTime) end = g_date_time_new_from_iso8601 (end_text, NULL);
  g_autoptr (GDateTime) start = g_date_time_add_seconds (end, -30);

  return g_date_time_format (start, "%Y-%m-%dT%H:%M:%S.000+07:00");
}

static void
write_row (KsCsvWriter *writer, const KsRow *row, const char *token)
{
  g_autofree char *start = g_str_has_prefix (row->cells[2].text, token)
                               ? begin_late (row->cells[1].text)
                               : g_strdup (row->cells[0].text);

  ks_csv_writer_add_text (writer, start);
  for (guint i = 1; i < row->n_cells; i++)
    ks_csv_writer_add_text (writer, row->cells[i].text);
  g_assert_true (ks_csv_writer_end_row (writer, NULL));
}

/* The day of KoBoToolbox, in which all sheets of a unit were answered in half a minute. */
static char *
write_hurried (KsTestDay *self, const char *token)
{
  g_autofree char *path = ks_test_day_path ("kobo.csv.zip");
  g_autoptr (KsCsvWriter) writer = ks_csv_writer_new (NULL, 0);
  g_autofree char *bytes = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) packed = NULL;
  g_autoptr (KsArchive) archive = NULL;
  g_autoptr (KsCsvReader) reader = NULL;
  KsBook *book = NULL;
  const KsRow *row;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  packed = g_bytes_new_take (g_steal_pointer (&bytes), length);
  archive = ks_archive_open (packed, "kobo.csv.zip", NULL);
  g_assert_true (ks_archive_open_table (archive, 0, &reader, &book, NULL));
  ks_csv_reader_set_delimiter (reader, ';');
  while ((row = ks_csv_reader_next (reader, NULL)) != NULL)
    write_row (writer, row, token);
  text = ks_csv_writer_steal_text (writer);
  return ks_test_day_write (self, "vội.csv", text, -1);
}

static void
assert_fast (KsTestDay *self)
{
  g_autoptr (KsFinding) fast = find (self, KS_FINDING_FAST, "07843");
  g_autofree char *sentence = NULL;

  g_assert_cmpuint (count (self, KS_FINDING_FAST), ==, 1);
  g_assert_nonnull (fast);
  g_assert_cmpint (fast->numbers[0], ==, count_answers (self, "07843"));
  g_assert_cmpint (fast->numbers[0], ==, fast->n_rows);
  g_assert_cmpint (fast->numbers[1], ==, (fast->numbers[2] + 1) / 2);
  g_assert_cmpint (fast->numbers[2], >, 420);
  g_assert_cmpint (fast->numbers[2], <, 540);
  sentence = ks_finding_dup_statement (fast, "X");
  g_assert_true (g_regex_match_simple ("^\\d+ sheets of X were answered in less than [34] minutes "
                                       "\\d+ seconds \\(usual: [78] minutes( \\d+ seconds)?\\)\\.$",
                                       sentence, 0, 0));
}

/* Only where a file tells when somebody began is it known how long a sheet took. In every unit some
 * are quick: what is told stands out among all units. */
static void
test_fast (KsTestDay *self, gconstpointer data)
{
  g_autofree char *usual = ks_test_day_path ("kobo.csv.zip");
  g_autofree char *hurried = write_hurried (self, "07843-");

  import (self, usual, 4487);
  renew (self);
  g_assert_cmpuint (count (self, KS_FINDING_FAST), ==, 0);
  g_assert_true (ks_withdraw_batch (self->campaign, 1, NULL, NULL));
  import (self, hurried, 4487);
  renew (self);
  assert_fast (self);
  g_assert_true (ks_withdraw_batch (self->campaign, 2, NULL, NULL));
  renew (self);
  g_assert_cmpuint (count (self, KS_FINDING_FAST), ==, 0);
  g_assert_true (ks_restore_batch (self->campaign, 2, NULL, NULL));
  renew (self);
  assert_fast (self);
}

static gint64
count_state (KsTestDay *self, const char *state)
{
  const KsRowFilter filter = { .state = state };

  return ks_rows_count (self->campaign, &filter, NULL);
}

static void
import_anew (KsTestDay *self, gint64 withdrawn, const char *held)
{
  g_autofree char *path = ks_test_day_path ("google-native.csv");
  g_autoptr (KsImportResult) result = NULL;
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ks_withdraw_batch (self->campaign, withdrawn, NULL, &error));
  result = ks_import_responses (self->campaign, path, FALSE, NULL, &outcome, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (ks_outcome_get_message (outcome), held));
  g_assert_cmpint (result->counted, ==, 4466);
  g_assert_cmpint (result->waiting, ==, 19);
  g_assert_cmpint (count_state (self, "excluded"), ==, 2);
  g_assert_cmpint (count_state (self, "waiting"), ==, 19);
  g_assert_cmpint (count_answers (self, "07261"), ==, 31);
  ks_test_day_assert_sound (self);
  renew (self);
}

/* What was decided of a sheet is about that sheet, also where its file comes in anew as a whole. */
static void
test_anew (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsFinding) identical = find (self, KS_FINDING_IDENTICAL, "07261");
  gint64 late = find_waiting (self, "outside_window");
  gint64 unknown = find_waiting (self, "unknown_unit");
  g_autoptr (GPtrArray) settled = NULL;

  g_assert_true (decide (self, KS_DECISION_EXCLUDE, NULL, 0, late, NULL, NULL));
  g_assert_true (decide (self, KS_DECISION_EXCLUDE, NULL, 0, 100, NULL, NULL));
  g_assert_true (decide (self, KS_DECISION_MOVE, "07261", 0, unknown, NULL, NULL));
  g_assert_true (decide (self, KS_DECISION_COUNT, NULL, identical->id, 0, NULL, NULL));
  renew (self);
  g_assert_cmpuint (count (self, KS_FINDING_IDENTICAL), ==, 7);
  import_anew (self, 1, "3 earlier decisions hold again");
  g_assert_cmpuint (count (self, KS_FINDING_IDENTICAL), ==, 7);
  settled = ks_rows_load_settled (self->campaign, NULL);
  g_assert_cmpuint (settled->len, ==, 2);
  for (guint i = 0; i < settled->len; i++)
    g_assert_cmpint (((const KsResponseRow *) settled->pdata[i])->id, >, 4487);
  /* And once more, though both imports before hold the decision. */
  import_anew (self, 2, "3 earlier decisions hold again");
  g_assert_cmpuint (count (self, KS_FINDING_IDENTICAL), ==, 7);
}

/* The day without so many of its last rows. (transfer full) */
static char *
write_shorter (KsTestDay *self, const char *name, guint n_lost)
{
  g_autofree char *path = ks_test_day_path ("google-native.csv");
  g_autofree char *text = NULL;
  char *end;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  end = text + strlen (text);
  for (guint i = 0; i < n_lost; i++)
    do
      *end = '\0';
    while ((end = strrchr (text, '\n')) != NULL && !g_str_has_prefix (end, "\n\"2024/"));
  end[1] = '\0';
  return ks_test_day_write (self, name, text, -1);
}

/* The day's row of a text, thrice within a minute and not in the order of time. (transfer full) */
static char *
write_thrice (KsTestDay *self, const char *text)
{
  static const char *const times[] = { "3:00:20", "3:00:10", "3:00:30" };
  g_autofree char *path = ks_test_day_path ("google-native.csv");
  g_autofree char *day = NULL;
  g_autofree char *row = NULL;
  g_autoptr (GString) rows = NULL;
  const char *found, *start;

  g_assert_true (g_file_get_contents (path, &day, NULL, NULL));
  found = strstr (day, text);
  start = g_strrstr_len (day, found - day, "\n\"2024/04/01 3:00:00 PM") + 1;
  row = g_strndup (start, strchr (found, '\n') + 1 - start);
  rows = g_string_new_len (day, strstr (day, "\n\"2024/") + 1 - day);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_string_append (rows, row);
      memcpy (rows->str + rows->len - strlen (row) + strlen ("\"2024/04/01 "), times[i],
              strlen (times[i]));
    }
  return ks_test_day_write (self, "ba lần.csv", rows->str, -1);
}

/* Each pair is told once, however often and in whatever order a sheet was sent. */
static void
test_thrice (KsTestDay *self, gconstpointer data)
{
  g_autofree char *thrice = write_thrice (self, "Góp ý riêng của 07333");

  import (self, thrice, 3);
  renew (self);
  g_assert_cmpuint (count (self, KS_FINDING_DOUBLE), ==, 2);
  ks_test_day_import_day (self);
  renew (self);
  g_assert_cmpuint (count (self, KS_FINDING_DOUBLE), ==, 4 + 3);
}

/* What is said of an import that brings nothing new. */
static void
import_saying (KsTestDay *self, const char *path, const char *said)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (KsImportResult) result
      = ks_import_responses (self->campaign, path, FALSE, NULL, &outcome, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (result->added, ==, 0);
  g_assert_cmpstr (ks_outcome_get_message (outcome), ==, said);
}

/* Rows that a later state of the export lacks are kept and told, until it has them again. */
static void
test_vanished (KsTestDay *self, gconstpointer data)
{
  g_autofree char *shorter = write_shorter (self, "ngắn hơn.csv", 3);
  g_autofree char *few = write_shorter (self, "ít.csv", 4000);
  g_autofree char *whole = ks_test_day_path ("google-native.csv");
  g_autofree char *hash = NULL;
  g_autofree char *same = NULL;
  g_autoptr (KsFinding) finding = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  /* A file that holds few of the sheets is another one. */
  import (self, few, 0);
  renew (self);
  g_assert_cmpuint (count (self, KS_FINDING_VANISHED), ==, 0);
  import_saying (self, shorter, "No sheet is new; 3 sheets of earlier imports are missing. They are "
                                "kept, and noted as a finding");
  renew (self);
  g_assert_cmpint (count_in (self), ==, 4487);
  finding = find (self, KS_FINDING_VANISHED, NULL);
  g_assert_nonnull (finding);
  g_assert_cmpint (finding->numbers[0], ==, 3);
  g_assert_cmpint (finding->batch, ==, 1);
  rows = read_sheets (self, finding->id);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpint (((const KsMaskedRow *) rows->pdata[2])->id, ==, 4487);
  hash = ks_test_day_hash (self);
  import_saying (self, shorter, "ngắn hơn.csv was imported before; nothing in it is new and nothing "
                                "was changed");
  same = ks_test_day_hash (self);
  g_assert_cmpstr (same, ==, hash);
  import_saying (self, whole, "No sheet is new; sheets that an earlier file lacked are there again, "
                              "and that is noted");
  renew (self);
  g_assert_cmpuint (count (self, KS_FINDING_VANISHED), ==, 0);
}

/* The answers of one finding, once the survey has ended, with a reason that the log keeps. */
static void
test_open (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsFinding) finding = find (self, KS_FINDING_DOUBLE, NULL);
  g_autoptr (KsFinding) over = find (self, KS_FINDING_OVER_STAFF, NULL);
  g_autoptr (GPtrArray) sheets = NULL;
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GError) error = NULL;
  const KsOpenedSheet *sheet;

  g_assert_null (ks_open_finding (self->campaign, finding->id, " ", &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (ks_open_finding (self->campaign, over->id, "xem", &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (ks_open_finding (self->campaign, 0, "xem", &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
  g_clear_error (&error);
  sheets = ks_open_finding (self->campaign, finding->id, "Tổ trưởng đề nghị", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sheets->len, ==, 2);
  sheet = g_ptr_array_index (sheets, 0);
  g_assert_true (g_str_has_prefix (sheet->answers->pdata[0], "A1. "));
  g_assert_cmpstr (sheet->answers->pdata[1], !=, "");
  log = ks_log_load (self->campaign, NULL);
  {
    const KsLogEntry *last = g_ptr_array_index (log, log->len - 1);

    g_assert_cmpstr (last->action, ==, "open-finding");
    g_assert_nonnull (strstr (last->payload, "Tổ trưởng đề nghị"));
    g_assert_null (strstr (last->payload, "Góp ý"));
  }
  ks_clock_set (self->clock, ks_test_moment ("2024-04-01T16:00"));
  g_assert_null (ks_open_finding (self->campaign, finding->id, "xem", &error));
  g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_REFUSED);
}

static void
assert_same_rows (KsTestDay *self, const KsRowFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsRowIndex) index = ks_row_index_new (self->campaign, filter, NULL, &error);
  g_autoptr (GPtrArray) all = ks_rows_load (self->campaign, filter, NULL);
  guint at = 0;

  g_assert_no_error (error);
  g_assert_cmpint (ks_row_index_get_n_rows (index), ==, all->len);
  while (at < all->len)
    {
      g_autoptr (GPtrArray) rows = ks_row_index_load (index, self->campaign, at, 100, NULL);

      g_assert_cmpuint (rows->len, ==, MIN (100, all->len - at));
      for (guint i = 0; i < rows->len; i++)
        g_assert_cmpint (((const KsResponseRow *) rows->pdata[i])->id, ==,
                         ((const KsResponseRow *) all->pdata[at + i])->id);
      at += rows->len;
    }
}

/* A table reads any part of the rows as if it had read them all, also over an import that is gone. */
static void
test_index (KsTestDay *self, gconstpointer data)
{
  g_autofree char *few = write_shorter (self, "ít.csv", 4000);
  g_autofree char *some = write_shorter (self, "một phần.csv", 2000);
  g_autofree char *whole = ks_test_day_path ("google-native.csv");
  const KsRowFilter waiting = { .state = "waiting" }, late = { .state = "outside_window" };
  const KsRowFilter counted = { .state = "counted" }, unit = { .unit = "07261" };

  import (self, few, 487);
  import (self, some, 2000);
  import (self, whole, 2000);
  assert_same_rows (self, NULL);
  assert_same_rows (self, &waiting);
  assert_same_rows (self, &late);
  assert_same_rows (self, &counted);
  assert_same_rows (self, &unit);
  g_assert_true (ks_withdraw_batch (self->campaign, 2, NULL, NULL));
  assert_same_rows (self, NULL);
  assert_same_rows (self, &counted);
  g_assert_true (ks_restore_batch (self->campaign, 2, NULL, NULL));
  assert_same_rows (self, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, set_up, func)                                                                   \
  g_test_add ("/findings/" name, KsTestDay, NULL, set_up, func, ks_test_day_tear_down)

  ADD ("day", set_up, test_day);
  ADD ("no-time", ks_test_day_set_up, test_no_time);
  ADD ("exclude", set_up, test_exclude);
  ADD ("stays-decided", set_up, test_stays_decided);
  ADD ("waiting", set_up, test_waiting);
  ADD ("refused", set_up, test_refused);
  ADD ("restore-without-unit", set_up, test_restore_without_unit);
  ADD ("refused-withdrawn", set_up, test_refused_withdrawn);
  ADD ("masked", set_up, test_masked);
  ADD ("renewed-once", set_up, test_renewed_once);
  ADD ("meanwhile", set_up, test_meanwhile);
  ADD ("withdraw", set_up, test_withdraw);
  ADD ("anew", set_up, test_anew);
  ADD ("fast", ks_test_day_set_up, test_fast);
  ADD ("thrice", ks_test_day_set_up, test_thrice);
  ADD ("vanished", set_up, test_vanished);
  ADD ("open", set_up, test_open);
  ADD ("index", ks_test_day_set_up, test_index);

  return g_test_run ();
}
