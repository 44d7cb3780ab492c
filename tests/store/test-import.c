/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <json-glib/json-glib.h>
#include <string.h>

#include "ks-import-reports.h"
#include "ks-import-responses.h"
#include "ks-create-campaign.h"
#include "ks-import-units.h"
#include "ks-recognise-file.h"
#include "ks-results.h"
#include "ks-rows.h"
#include "ks-shortlist.h"
#include "ks-test-day.h"

static const KsScope province = { KS_SCOPE_PROVINCE, "", "" };

static KsImportResult *
import (KsTestDay *self, const char *path, KsOutcome **outcome)
{
  g_autoptr (GError) error = NULL;
  KsImportResult *result
      = ks_import_responses (self->campaign, path, FALSE, NULL, outcome, &error);

  g_assert_no_error (error);
  return result;
}

static void
assert_counts (KsTestDay *self, gint64 counted, gint64 waiting)
{
  g_autoptr (KsResults) results = ks_results_load (self->campaign, NULL);

  g_assert_cmpint (ks_results_get_counted (results), ==, counted);
  g_assert_cmpint (ks_results_get_waiting (results, -1), ==, waiting);
  ks_test_day_assert_sound (self);
}

static void
test_day (KsTestDay *self, gconstpointer name)
{
  g_autofree char *path = ks_test_day_path (name);
  g_autoptr (KsImportResult) result = import (self, path, NULL);

  g_assert_cmpuint (result->rows, ==, 4487);
  g_assert_cmpuint (result->added, ==, 4487);
  g_assert_cmpuint (result->known, ==, 0);
  g_assert_cmpuint (result->counted, ==, 4466);
  g_assert_cmpuint (result->waiting, ==, 21);
  g_assert_cmpuint (result->reasons[KS_REASON_TOKEN_MISMATCH], ==, 5);
  g_assert_cmpuint (result->reasons[KS_REASON_UNKNOWN_UNIT], ==, 4);
  g_assert_cmpuint (result->reasons[KS_REASON_OUTSIDE_WINDOW], ==, 12);
  g_assert_cmpuint (result->unread, ==, 0);
  g_assert_cmpuint (result->units, ==, 209);
  assert_counts (self, 4466, 21);
}

static JsonObject *
load_truth (JsonParser *parser)
{
  g_autofree char *path = ks_test_day_path ("truth.json");

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  return json_node_get_object (json_parser_get_root (parser));
}

static void
assert_question (KsResults *results, const KsQuestion *question, JsonObject *totals)
{
  g_autoptr (KsQuestionResult) result = ks_results_dup_question (results, &province, question);
  JsonObject *options;

  if (question->type == KS_QUESTION_TEXT)
    {
      /* Units whose few texts could tell who wrote them are left out and counted as such. */
      g_assert_cmpint (result->answered + result->left_out, ==,
                       json_object_get_int_member (totals, question->id));
      return;
    }
  options = json_object_get_object_member (totals, question->id);
  g_assert_cmpint (result->left_out, ==, 0);
  for (guint i = 0; i < question->n_options; i++)
    g_assert_cmpint (result->counts[i], ==,
                     json_object_get_int_member (options, question->options[i].label));
}

static void
test_truth (KsTestDay *self, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *truth = load_truth (parser);
  JsonObject *units = json_object_get_object_member (truth, "units");
  g_autoptr (KsResults) results = NULL;
  KsForm *form;
  KsRegistry *registry;

  ks_test_day_import_day (self);
  results = ks_results_load (self->campaign, NULL);
  form = ks_results_get_form (results);
  registry = ks_results_get_registry (results);
  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    if (!ks_form_get_question (form, i)->profile)
      assert_question (results, ks_form_get_question (form, i),
                       json_object_get_object_member (truth, "totals"));
  for (guint i = 0; i < ks_registry_get_n_units (registry); i++)
    {
      KsUnit *unit = ks_registry_get_unit (registry, i);
      JsonObject *expected = json_object_get_object_member (units, ks_unit_get_code (unit));

      g_assert_cmpint (ks_results_get_unit_answers (results, unit), ==,
                       json_object_get_int_member (expected, "valid"));
      g_assert_cmpint (ks_unit_get_staff_in_scope (unit), ==,
                       json_object_get_int_member (expected, "staff"));
    }
}

static void
test_twice (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = ks_test_day_path ("google-native.csv");
  g_autofree char *other = ks_test_day_path ("google-sheet-vi.csv");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (KsImportResult) again = NULL;
  g_autoptr (KsImportResult) shape = NULL;

  ks_test_day_import_day (self);
  before = ks_test_day_hash (self);
  again = import (self, path, &outcome);
  g_assert_cmpuint (again->known, ==, 4487);
  g_assert_cmpuint (again->added, ==, 0);
  g_assert_false (ks_outcome_can_undo (outcome));
  g_assert_nonnull (strstr (ks_outcome_get_message (outcome), "google-native.csv"));
  shape = import (self, other, NULL);
  g_assert_cmpuint (shape->known, ==, 4487);
  after = ks_test_day_hash (self);
  g_assert_cmpstr (before, ==, after);
  assert_counts (self, 4466, 21);
}

/* The first @n_rows answers of the day, with @extra copies of the last one. */
static char *
write_part (KsTestDay *self, const char *name, guint n_rows, guint extra)
{
  g_autofree char *path = ks_test_day_path ("google-sheet-vi.csv");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) part = g_string_new (NULL);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\r\n", -1);
  for (guint i = 0; i <= n_rows; i++)
    g_string_append_printf (part, "%s\n", lines[i]);
  for (guint i = 0; i < extra; i++)
    g_string_append_printf (part, "%s\n", lines[n_rows]);
  return ks_test_day_write (self, name, part->str, -1);
}

/* A, A again, A and B, B: n, n, n + m, n + m; and equal rows stay as many as they are. */
static void
test_grown (KsTestDay *self, gconstpointer data)
{
  g_autofree char *first = write_part (self, "a.csv", 200, 0);
  g_autofree char *grown = write_part (self, "ab.csv", 300, 2);
  g_autoptr (KsImportResult) a = import (self, first, NULL);
  g_autoptr (KsImportResult) a_again = import (self, first, NULL);
  g_autoptr (KsImportResult) a_and_b = import (self, grown, NULL);
  g_autoptr (KsImportResult) b = import (self, grown, NULL);

  g_assert_cmpuint (a->added, ==, 200);
  g_assert_cmpuint (a_again->added, ==, 0);
  g_assert_cmpuint (a_and_b->known, ==, 200);
  g_assert_cmpuint (a_and_b->added, ==, 102);
  g_assert_cmpuint (b->added, ==, 0);
  ks_test_day_assert_sound (self);
}

static void
test_dry_run (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = ks_test_day_path ("google-native.csv");
  g_autofree char *before = ks_test_day_hash (self);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KsImportResult) result
      = ks_import_responses (self->campaign, path, TRUE, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (result->counted, ==, 4466);
  after = ks_test_day_hash (self);
  g_assert_cmpstr (before, ==, after);
  assert_counts (self, 0, 0);
}

static void
test_undo (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = ks_test_day_path ("google-native.csv");
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (KsImportResult) result = import (self, path, &outcome);
  g_autoptr (KsImportResult) again = NULL;

  assert_counts (self, 4466, 21);
  g_assert_true (ks_outcome_undo (outcome, self->campaign, NULL));
  assert_counts (self, 0, 0);
  again = import (self, path, NULL);
  g_assert_cmpuint (again->added, ==, 4487);
  assert_counts (self, 4466, 21);
}

static void
test_plan (KsTestDay *self, gconstpointer data)
{
  g_autofree char *native_path = ks_test_day_path ("google-native.csv");
  g_autofree char *sheet_path = ks_test_day_path ("google-sheet-vi.csv");
  g_autoptr (KsImportPlan) native = ks_plan_import (self->campaign, native_path, NULL, NULL);
  g_autoptr (KsImportPlan) sheet = ks_plan_import (self->campaign, sheet_path, NULL, NULL);
  KsImportColumn *column;

  g_assert_cmpstr (native->source, ==, "google-native");
  g_assert_cmpstr (native->multi_separator, ==, ";");
  g_assert_cmpint (native->times.grounds, ==, KS_DATE_BY_YEAR);
  g_assert_cmpstr (sheet->source, ==, "google-sheet");
  g_assert_cmpstr (sheet->multi_separator, ==, ", ");
  g_assert_cmpstr (ks_import_plan_name_date_order (sheet), ==, "day/month/year");
  g_assert_cmpuint (sheet->n_rows, ==, 4487);
  g_assert_cmpuint (sheet->columns->len, ==, 25);
  column = g_ptr_array_index (sheet->columns, 0);
  g_assert_cmpint (column->role, ==, KS_COLUMN_TIME);
  column = g_ptr_array_index (sheet->columns, 1);
  g_assert_cmpint (column->role, ==, KS_COLUMN_UNIT);
  for (guint i = 2; i < 25; i++)
    {
      column = g_ptr_array_index (sheet->columns, i);
      g_assert_cmpint (column->role, ==, KS_COLUMN_QUESTION);
    }
}

static void
assert_refused (KsTestDay *self, const char *path, const char *part)
{
  g_autofree char *before = ks_test_day_hash (self);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (ks_import_responses (self->campaign, path, FALSE, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, part));
  g_assert_null (strchr (error->message, '\n'));
  after = ks_test_day_hash (self);
  g_assert_cmpstr (before, ==, after);
  assert_counts (self, 0, 0);
}

/* Replaces every token of the day by one that another campaign's key would make. */
static char *
write_foreign (KsTestDay *self)
{
  g_autofree char *path = ks_test_day_path ("google-sheet-vi.csv");
  g_autofree char *text = NULL;
  g_autoptr (GRegex) token = g_regex_new (",(\\d{5})-[0-9A-Z]{6},", 0, 0, NULL);
  g_autofree char *foreign = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  foreign = g_regex_replace (token, text, -1, 0, ",\\1-ZZZZZZ,", 0, NULL);
  return ks_test_day_write (self, "khác.csv", foreign, -1);
}

static void
test_wrong_files (KsTestDay *self, gconstpointer data)
{
  static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
  g_autofree char *native = ks_test_day_path ("google-native.csv");
  g_autofree char *text = NULL;
  g_autofree char *picture = ks_test_day_write (self, "ảnh.csv", png, sizeof png);
  g_autofree char *empty = ks_test_day_write (self, "rỗng.csv", "", 0);
  g_autofree char *table = ks_test_day_write (self, "bảng.csv", "a,b\n1,2\n", -1);
  g_autofree char *foreign = write_foreign (self);
  g_autofree char *missing = g_build_filename (self->folder, "không có.csv", NULL);
  g_autofree char *cut = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (native, &text, &length, NULL));
  cut = ks_test_day_write (self, "cụt.csv", text, (gssize) length - 1000);
  assert_refused (self, picture, "ảnh.csv");
  assert_refused (self, empty, "rỗng.csv");
  assert_refused (self, table, "bảng.csv");
  assert_refused (self, foreign, "khác.csv");
  assert_refused (self, cut, "cụt.csv");
  assert_refused (self, missing, "không có.csv");
  assert_refused (self, self->path, "day.khaosat");
}

static void
test_stopped (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = ks_test_day_path ("google-native.csv");
  g_autoptr (KsJob) job = ks_job_new ("import");
  g_autoptr (GError) error = NULL;

  ks_job_stop (job);
  g_assert_null (ks_import_responses (self->campaign, path, FALSE, job, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_counts (self, 0, 0);
}

#define N_LARGE 100000

/* Sheets of one unit, a second apart. */
static char *
write_large (KsTestDay *self)
{
  g_autoptr (GString) text = g_string_new ("Dấu thời gian,Mã đơn vị,A1\n");

  for (guint i = 0; i < N_LARGE; i++)
    g_string_append_printf (text, "01/04/2024 %02u:%02u:%02u,07210-5M5RYJ,Tốt\n", i / 3600 % 24,
                            i / 60 % 60, i % 60);
  return ks_test_day_write (self, "lớn.csv", text->str, (gssize) text->len);
}

typedef struct {
  KsTestDay *day;
  char      *path;
  gboolean   ended;
  GError    *error;
} Halfway;

static gboolean
import_cb (KsJob *job, gpointer data, GError **error)
{
  Halfway *halfway = data;
  g_autoptr (KsImportResult) result
      = ks_import_responses (halfway->day->campaign, halfway->path, FALSE, job, NULL, error);

  return result != NULL;
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Halfway *halfway = data;

  ks_job_run_finish (KS_JOB (source), result, &halfway->error);
  halfway->ended = TRUE;
}

/* In the second half of the way rows are written already. */
static void
test_stopped_halfway (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsJob) job = ks_job_new ("import");
  g_autofree char *before = ks_test_day_hash (self);
  g_autofree char *after = NULL;
  Halfway halfway = { self, write_large (self), FALSE, NULL };
  double reached = 0;

  ks_job_run_async (job, import_cb, &halfway, NULL, ended_cb, &halfway);
  while (!halfway.ended)
    {
      g_main_context_iteration (NULL, TRUE);
      reached = ks_job_get_fraction (job);
      if (reached > 0.6)
        ks_job_stop (job);
    }
  g_assert_cmpfloat (reached, <, 1);
  g_assert_error (halfway.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&halfway.error);
  after = ks_test_day_hash (self);
  g_assert_cmpstr (after, ==, before);
  assert_counts (self, 0, 0);
  g_free (halfway.path);
}

static void
test_rows (KsTestDay *self, gconstpointer data)
{
  KsRowFilter filter = { .state = "waiting" };
  KsRowFilter page = { .offset = 4480, .limit = 100 };
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) last = NULL;

  ks_test_day_import_day (self);
  rows = ks_rows_load (self->campaign, &filter, NULL);
  g_assert_cmpuint (rows->len, ==, 21);
  for (guint i = 0; i < rows->len; i++)
    {
      KsResponseRow *row = g_ptr_array_index (rows, i);

      g_assert_cmpstr (row->file, ==, "google-native.csv");
      g_assert_cmpint (row->row, >, 1);
      g_assert_cmpuint (strlen (row->sentence), >, 20);
      g_assert_cmpint (row->unit[0] != '\0', ==, row->reason == KS_REASON_OUTSIDE_WINDOW);
    }
  last = ks_rows_load (self->campaign, &page, NULL);
  g_assert_cmpuint (last->len, ==, 7);
  filter.state = "token_mismatch";
  g_assert_cmpint (ks_rows_count (self->campaign, &filter, NULL), ==, 5);
}

static void
test_work (KsTestDay *self, gconstpointer data)
{
  g_autofree char *reports = ks_test_day_path ("reports.csv");
  g_autofree char *wrong = ks_test_day_write (
      self, "sai.csv", "code,reported_at\n07201,2024-04-01 17:30\n99999,2024-04-01 17:30\n", -1);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  ks_test_day_import_work (self);
  before = ks_test_day_hash (self);
  g_assert_true (ks_import_reports (self->campaign, reports, NULL, &outcome, NULL));
  g_assert_false (ks_outcome_can_undo (outcome));
  g_assert_false (ks_import_reports (self->campaign, wrong, NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, "sai.csv"));
  g_assert_nonnull (strstr (error->message, "3"));
  after = ks_test_day_hash (self);
  g_assert_cmpstr (before, ==, after);
}

/* The later report of a unit holds, wherever it stands in the file, however often it comes in. */
static void
test_two_reports (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path
      = ks_test_day_write (self, "hai.csv",
                           "code,reported_at,staff_present,guided,answered,posted,website,zalo,"
                           "facebook,meetings\n"
                           "07201,2024-04-01 19:00,9,9,9,1,1,1,1,2\n"
                           "07204,2024-04-01 18:00,8,8,8,1,0,0,0,0\n"
                           "07201,2024-04-01 17:00,9,9,1,0,0,0,0,0\n",
                           -1);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (KsShortlist) list = NULL;

  g_assert_true (ks_import_reports (self->campaign, path, NULL, NULL, NULL));
  before = ks_test_day_hash (self);
  g_assert_true (ks_import_reports (self->campaign, path, NULL, NULL, NULL));
  after = ks_test_day_hash (self);
  g_assert_cmpstr (before, ==, after);
  list = ks_shortlist_load (self->campaign, NULL);
  for (guint i = 0; i < list->candidates->len; i++)
    {
      KsCandidate *candidate = g_ptr_array_index (list->candidates, i);

      if (g_str_equal (ks_unit_get_code (candidate->unit), "07201"))
        g_assert_cmpint (candidate->reported, ==, ks_test_moment ("2024-04-01T19:00"));
    }
}

/* Taking a list back must not leave answers behind that belong to no unit. */
static void
test_undo_units (KsTestDay *self, gconstpointer data)
{
  g_autofree char *whole = g_build_filename (self->folder, "đủ.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GRegex) line = g_regex_new ("^07201,.*\\R", G_REGEX_MULTILINE, 0, NULL);
  g_autofree char *rest = NULL;
  g_autofree char *shorter = NULL;
  g_autoptr (KsRegistry) registry = NULL;
  KsNewCampaign what = { .title = "PKS 01", .id = "PKS01-2024", .key_hex = KS_TEST_KEY,
                         .template = KS_TEST_TEMPLATE, .from = KS_MOMENT_NONE, .to = KS_MOMENT_NONE };
  g_autofree char *path = g_build_filename (self->folder, "thiếu.khaosat", NULL);
  g_autofree char *answers = ks_test_day_path ("google-native.csv");
  const char *paths[] = { whole, NULL };
  g_autoptr (KsCampaign) campaign = NULL;
  g_autoptr (KsUnitsPlan) plan = NULL;
  g_autoptr (KsImportResult) result = NULL;
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ks_export_units (self->campaign, KS_DAY_NONE, whole, NULL));
  g_assert_true (g_file_get_contents (whole, &text, NULL, NULL));
  rest = g_regex_replace_literal (line, text, -1, 0, "", 0, NULL);
  shorter = ks_test_day_write (self, "thiếu.csv", rest, -1);
  what.units_path = shorter;
  ks_day_parse ("2024-04-01", &what.day);
  g_assert_true (ks_create_campaign (path, &what, self->clock, NULL, NULL, &error));
  campaign = ks_campaign_open (path, self->clock, NULL, NULL);
  plan = ks_plan_units (campaign, paths, KS_ENCODING_AUTO, NULL, &error);
  g_assert_no_error (error);
  ks_units_plan_choose (plan, 0, NULL);
  g_assert_true (ks_units_plan_apply (plan, campaign, NULL, NULL, &outcome, &error));
  g_assert_no_error (error);
  result = ks_import_responses (campaign, answers, FALSE, NULL, NULL, NULL);
  g_assert_nonnull (result);
  g_assert_false (ks_outcome_undo (outcome, campaign, &error));
  g_assert_nonnull (strstr (error->message, "Phường Thọ Xương"));
  /* A list that leaves units out takes none of them away. */
  g_clear_error (&error);
  ks_units_plan_unref (plan);
  paths[0] = shorter;
  plan = ks_plan_units (campaign, paths, KS_ENCODING_AUTO, NULL, &error);
  g_assert_true (ks_units_plan_apply (plan, campaign, NULL, NULL, NULL, &error));
  registry = ks_campaign_dup_registry (campaign);
  g_assert_nonnull (ks_registry_lookup (registry, "07201"));
  g_assert_true (ks_campaign_close (campaign, NULL));
}

static void
test_recognise (KsTestDay *self, gconstpointer data)
{
  static const struct {
    const char *name;
    KsFileKind  kind;
  } files[] = {
    { "google-native.csv", KS_FILE_RESPONSES }, { "google-sheet-vi.csv", KS_FILE_RESPONSES },
    { "reports.csv", KS_FILE_REPORTS },         { "posts.csv", KS_FILE_POSTS },
    { "units.csv", KS_FILE_UNITS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = ks_test_day_path (files[i].name);

      g_assert_cmpint (ks_recognise_file (self->campaign, path, NULL), ==, files[i].kind);
    }
  g_assert_cmpint (ks_recognise_file (self->campaign, self->path, NULL), ==, KS_FILE_CAMPAIGN);
  {
    /* Few words of TCVN3: a list all the same, about which somebody will be asked. */
    g_autofree char *old
        = ks_test_day_write (self, "cũ.csv", "code,name\n07318,Ph\xf3\x63 S\xac\x6e\n", -1);

    g_assert_cmpint (ks_recognise_file (self->campaign, old, NULL), ==, KS_FILE_UNITS);
  }
  {
    /* A list of units may tell their links beside other things; a table of links tells nothing else. */
    g_autofree char *links = ks_test_day_write (
        self, "link.csv", "Mã đơn vị\tĐơn vị\tHuyện\tMã khảo sát\tĐường link\n07318\tXã Phúc Sơn\t\t\thttps://e.vn\n",
        -1);
    g_autofree char *units = ks_test_day_write (
        self, "don-vi.csv", "code,name,url,staff_party\n07318,Xã Phúc Sơn,https://e.vn,5\n", -1);

    g_assert_cmpint (ks_recognise_file (self->campaign, links, NULL), ==, KS_FILE_LINKS);
    g_assert_cmpint (ks_recognise_file (self->campaign, units, NULL), ==, KS_FILE_UNITS);
  }
}

#define ADD(path, func)                                                                           \
  g_test_add (path, KsTestDay, NULL, ks_test_day_set_up, func,                          \
              ks_test_day_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/import/google-native", KsTestDay, "google-native.csv",
              ks_test_day_set_up, test_day, ks_test_day_tear_down);
  g_test_add ("/import/google-sheet", KsTestDay, "google-sheet-vi.csv",
              ks_test_day_set_up, test_day, ks_test_day_tear_down);
  ADD ("/import/truth", test_truth);
  ADD ("/import/twice", test_twice);
  ADD ("/import/grown", test_grown);
  ADD ("/import/dry-run", test_dry_run);
  ADD ("/import/undo", test_undo);
  ADD ("/import/plan", test_plan);
  ADD ("/import/wrong-files", test_wrong_files);
  ADD ("/import/stopped", test_stopped);
  ADD ("/import/stopped-halfway", test_stopped_halfway);
  ADD ("/import/rows", test_rows);
  ADD ("/import/work", test_work);
  ADD ("/import/two-reports", test_two_reports);
  ADD ("/import/undo-units", test_undo_units);
  ADD ("/import/recognise", test_recognise);

  return g_test_run ();
}
