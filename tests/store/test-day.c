/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-test-day.h"

#include <json-glib/json-glib.h>
#include <sqlite3.h>
#include <string.h>

#include "ks-check.h"
#include "ks-day-figures.h"
#include "ks-decide.h"
#include "ks-disclosure.h"
#include "ks-findings.h"
#include "ks-import-responses.h"
#include "ks-response-table.h"
#include "ks-set-attention.h"
#include "ks-withdraw-batch.h"

#define UNIT_A "07201" /* Phường Thọ Xương, in district 213 */
#define UNIT_B "07204"
#define UNIT_STUFFED "07396" /* ten sheets that say the same */
#define DISTRICT "213"
#define NOON "2024-04-01T12:00"
#define THREE "2024-04-01T15:00"

static KsDayFigures *
load (KsTestDay *self, const char *at, const char *previous)
{
  g_autoptr (GError) error = NULL;
  KsDayFigures *figures = ks_day_figures_load (
      self->campaign, at != NULL ? ks_test_moment (at) : KS_MOMENT_NONE,
      previous != NULL ? ks_test_moment (previous) : KS_MOMENT_NONE, NULL, &error);

  g_assert_no_error (error);
  return figures;
}

static const KsDayUnit *
find_unit (KsDayFigures *figures, const char *code)
{
  return ks_day_figures_get_unit (
      figures,
      ks_unit_get_index (ks_registry_lookup (ks_day_figures_get_registry (figures), code)));
}

/* The answers of the day that were given before an hour, as a file of its own. */
static char *
write_until (KsTestDay *self, const char *name, guint64 hour)
{
  g_autofree char *source = ks_test_day_path ("google-sheet-vi.csv");
  g_autofree char *whole = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_true (g_file_get_contents (source, &whole, NULL, NULL));
  lines = g_strsplit (whole, "\r\n", -1);
  g_string_append_printf (text, "%s\r\n", lines[0]);
  for (guint i = 1; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "01/04/2024 ")
        && g_ascii_strtoull (lines[i] + strlen ("01/04/2024 "), NULL, 10) < hour)
      g_string_append_printf (text, "%s\r\n", lines[i]);
  return ks_test_day_write (self, name, text->str, -1);
}

static void
import (KsTestDay *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsImportResult) result
      = ks_import_responses (self->campaign, path, FALSE, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (result->counted, >, 0);
}

static void
import_until (KsTestDay *self, const char *name, guint64 hour)
{
  g_autofree char *path = write_until (self, name, hour);

  import (self, path);
}

/* The figures of noon, when the rest of the day came in after them. */
static KsDayFigures *
load_noon_and_go_on (KsTestDay *self)
{
  KsDayFigures *noon;

  import_until (self, "noon.csv", 12);
  noon = load (self, NULL, NULL);
  g_assert_cmpint (ks_day_figures_get_previous (noon), ==, KS_MOMENT_NONE);
  import_until (self, "evening.csv", 24);
  return noon;
}

/* How many answers of a unit (NULL: of all) the file counts until a moment, one by one. */
typedef struct {
  const char *unit;
  KsMoment    until;
  gint64      n;
  KsMoment    newest;
  gint64      id;
} Answers;

static gboolean
count_answer (const KsResponse *response, gpointer data, GError **error)
{
  Answers *answers = data;

  if (response->answered > answers->until)
    return TRUE;
  answers->n++;
  if (response->answered > answers->newest)
    {
      answers->newest = response->answered;
      answers->id = response->id;
    }
  return TRUE;
}

static Answers
count_answers (KsTestDay *self, const char *unit, KsMoment until)
{
  g_autoptr (KsTransaction) tx
      = ks_store_begin_read (ks_campaign_get_store (self->campaign), NULL);
  Answers answers = { unit, until, 0, KS_MOMENT_NONE, 0 };
  KsResponseFilter filter = KS_RESPONSE_FILTER_ALL;

  filter.state = KS_STATE_COUNTED;
  filter.unit = unit;
  g_assert_true (ks_response_table_foreach (tx, &filter, count_answer, &answers, NULL));
  return answers;
}

static gint64
sum_hours (KsDayFigures *figures, const char *code, gint64 *n_apart)
{
  guint n_hours;
  g_autofree gint64 *hours = ks_day_figures_dup_hours (figures, code, NULL, &n_hours, n_apart);
  gint64 sum = 0;

  for (guint i = 0; i < n_hours; i++)
    sum += hours[i];
  return sum;
}

static void
test_counts (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = ks_test_day_path ("truth.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (KsDayFigures) figures = NULL;
  g_autofree char *as_of = NULL;
  JsonObject *units;
  gint64 apart;

  ks_test_day_import_day (self);
  figures = load (self, NULL, NULL);
  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  units = json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)),
                                         "units");
  for (guint i = 0; i < ks_day_figures_get_n_units (figures); i++)
    {
      const KsDayUnit *unit = ks_day_figures_get_unit (figures, i);
      JsonObject *truth = json_object_get_object_member (units, ks_unit_get_code (unit->unit));

      g_assert_cmpint (unit->answers, ==, json_object_get_int_member (truth, "valid"));
      g_assert_cmpint (unit->staff, ==, json_object_get_int_member (truth, "staff"));
      g_assert_cmpint (unit->last, ==,
                       count_answers (self, ks_unit_get_code (unit->unit), G_MAXINT64).newest);
    }
  g_assert_cmpint (ks_day_figures_get_province (figures)->answers, ==, 4466);
  g_assert_cmpint (sum_hours (figures, "", &apart), ==, 4466);
  g_assert_cmpint (apart, ==, 0);
  g_assert_cmpint (ks_day_figures_get_as_of (figures), ==,
                   count_answers (self, NULL, G_MAXINT64).newest);
  as_of = ks_day_figures_dup_as_of (figures);
  g_assert_true (g_str_has_prefix (as_of, "Số liệu tính đến "));
  g_assert_true (g_str_has_suffix (as_of, " ngày 01/4/2024"));
}

static void
test_districts (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsDayFigures) figures = NULL;
  const KsDayDistrict *districts;
  guint n_districts, n_units = 0, n_below = 0, n_reported = 0;
  gint64 staff = 0, answers = 0, hours = 0;

  ks_test_day_import_day (self);
  ks_test_day_import_work (self);
  figures = load (self, NULL, NULL);
  districts = ks_day_figures_get_districts (figures, &n_districts);
  g_assert_cmpuint (n_districts, ==, 10);
  for (guint i = 0; i < n_districts; i++)
    {
      g_assert_cmpuint (districts[i].first, ==, n_units);
      n_units += districts[i].n_units;
      n_below += districts[i].n_below;
      n_reported += districts[i].n_reported;
      staff += districts[i].staff;
      answers += districts[i].answers;
      hours += sum_hours (figures, districts[i].code, NULL);
      g_assert_true (ks_day_figures_lookup_district (figures, districts[i].code) == &districts[i]);
    }
  g_assert_cmpuint (n_units, ==, 209);
  g_assert_cmpint (answers, ==, 4466);
  g_assert_cmpint (hours, ==, 4466);
  g_assert_cmpint (staff, ==, ks_day_figures_get_province (figures)->staff);
  g_assert_cmpuint (n_below, ==, ks_day_figures_get_province (figures)->n_below);
  g_assert_cmpuint (n_reported, ==, ks_day_figures_get_province (figures)->n_reported);
  g_assert_cmpuint (n_reported, >, 100);
  g_assert_null (ks_day_figures_lookup_district (figures, "999"));
}

static void
test_nothing_yet (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsDayFigures) figures = NULL;
  g_autofree char *as_of = NULL;

  ks_clock_set (self->clock, ks_test_moment ("2024-04-01T08:00"));
  figures = load (self, NULL, NULL);
  as_of = ks_day_figures_dup_as_of (figures);
  g_assert_cmpstr (as_of, ==, "Chưa có phiếu trả lời nào được nhập");
  g_assert_cmpint (ks_day_figures_get_as_of (figures), ==, KS_MOMENT_NONE);
  g_assert_cmpint (ks_day_figures_get_previous (figures), ==, KS_MOMENT_NONE);
  g_assert_cmpuint (ks_day_figures_get_province (figures)->n_no_answer, ==, 209);
  g_assert_cmpint (ks_day_figures_get_limit (figures), ==, 0);
  g_assert_cmpint (sum_hours (figures, "", NULL), ==, 0);
}

/* That second is included, the next is not; what is asked about is told as of it. */
static void
test_until_a_second (KsTestDay *self, gconstpointer data)
{
  Answers answers;
  g_autoptr (KsDayFigures) at = NULL;
  g_autoptr (KsDayFigures) before = NULL;
  g_autoptr (KsDayFigures) after = NULL;

  ks_test_day_import_day (self);
  answers = count_answers (self, UNIT_A, ks_test_moment (NOON));
  g_assert_cmpint (answers.n, >, 0);
  at = ks_day_figures_load (self->campaign, answers.newest, KS_MOMENT_NONE, NULL, NULL);
  before = ks_day_figures_load (self->campaign, answers.newest - 1, KS_MOMENT_NONE, NULL, NULL);
  g_assert_cmpint (find_unit (at, UNIT_A)->answers, ==, answers.n);
  g_assert_cmpint (find_unit (at, UNIT_A)->last, ==, answers.newest);
  g_assert_cmpint (find_unit (before, UNIT_A)->answers, <, answers.n);
  g_assert_cmpint (ks_day_figures_get_as_of (before), ==, answers.newest - 1);
  g_assert_cmpint (ks_day_figures_get_province (at)->answers, ==,
                   count_answers (self, NULL, answers.newest).n);
  after = load (self, "2024-04-03T00:00", NULL);
  g_assert_cmpint (ks_day_figures_get_as_of (after), ==,
                   count_answers (self, NULL, G_MAXINT64).newest);
}

/* Noon as it is told in the evening is noon as it was told at noon; and the evening is compared with
 * what was there before its import. */
static void
test_grown_exports (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsDayFigures) noon = load_noon_and_go_on (self);
  g_autoptr (KsDayFigures) evening = load (self, NULL, NULL);
  g_autoptr (KsDayFigures) later = ks_day_figures_load (
      self->campaign, ks_day_figures_get_as_of (noon), KS_MOMENT_NONE, NULL, NULL);
  g_autoptr (KsDayFigures) compared = load (self, NULL, "2024-04-01T09:00");

  g_assert_cmpint (ks_day_figures_get_previous (evening), ==, ks_day_figures_get_as_of (noon));
  for (guint i = 0; i < ks_day_figures_get_n_units (noon); i++)
    {
      const KsDayUnit *then = ks_day_figures_get_unit (noon, i);
      const KsDayUnit *told = ks_day_figures_get_unit (later, i);
      const KsDayUnit *now = ks_day_figures_get_unit (evening, i);

      g_assert_cmpint (then->answers_before, ==, then->answers);
      g_assert_cmpint (told->answers, ==, then->answers);
      g_assert_cmpint (told->last, ==, then->last);
      g_assert_cmpint (now->answers_before, ==, then->answers);
      g_assert_cmpint (ks_day_figures_get_unit (compared, i)->answers, ==, now->answers);
    }
  g_assert_cmpint (ks_day_figures_get_province (evening)->answers, >,
                   ks_day_figures_get_province (evening)->answers_before);
  g_assert_cmpint (ks_day_figures_get_province (compared)->answers_before, ==,
                   count_answers (self, NULL, ks_test_moment ("2024-04-01T09:00")).n);
  ks_test_day_assert_sound (self);
}

/* An import that brings nothing new, or was withdrawn, leaves what the day is compared with. */
static void
test_withdrawn (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsDayFigures) noon = load_noon_and_go_on (self);
  g_autoptr (KsDayFigures) back = NULL;
  g_autoptr (KsDayFigures) again = NULL;
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  ks_withdraw_batch (self->campaign, 2, &outcome, &error);
  g_assert_no_error (error);
  back = load (self, NULL, NULL);
  g_assert_cmpint (ks_day_figures_get_as_of (back), ==, ks_day_figures_get_as_of (noon));
  g_assert_cmpint (ks_day_figures_get_previous (back), ==, KS_MOMENT_NONE);
  for (guint i = 0; i < ks_day_figures_get_n_units (noon); i++)
    g_assert_cmpint (ks_day_figures_get_unit (back, i)->last, ==,
                     ks_day_figures_get_unit (noon, i)->last);
  ks_test_day_assert_sound (self);
  g_assert_true (ks_outcome_undo (outcome, self->campaign, NULL));
  again = load (self, NULL, NULL);
  g_assert_cmpint (ks_day_figures_get_previous (again), ==, ks_day_figures_get_as_of (noon));
  g_assert_cmpint (ks_day_figures_get_province (again)->answers, ==,
                   count_answers (self, NULL, G_MAXINT64).n);
  ks_test_day_assert_sound (self);
}

static void
decide (KsTestDay *self, gint64 finding, gint64 row, KsDecision decision)
{
  g_autoptr (GArray) findings = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  KsDecideRequest request = { .decision = decision, .reason = "Đã xác minh" };
  g_autoptr (GError) error = NULL;

  if (finding > 0)
    request.findings = g_array_append_val (findings, finding);
  if (row > 0)
    request.rows = g_array_append_val (rows, row);
  ks_decide_finding (self->campaign, &request, NULL, &error);
  g_assert_no_error (error);
}

/* A decision on the newest sheet of a unit moves its last answer back to the one before. */
static void
test_decided (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsDayFigures) figures = NULL;
  Answers newest, next;

  ks_test_day_import_day (self);
  newest = count_answers (self, UNIT_A, G_MAXINT64);
  decide (self, 0, newest.id, KS_DECISION_EXCLUDE);
  next = count_answers (self, UNIT_A, G_MAXINT64);
  figures = load (self, NULL, NULL);
  g_assert_cmpint (next.newest, <=, newest.newest);
  g_assert_cmpint (find_unit (figures, UNIT_A)->last, ==, next.newest);
  g_assert_cmpint (find_unit (figures, UNIT_A)->answers, ==, newest.n - 1);
  ks_test_day_assert_sound (self);
}

/* A unit is counted as below, never one that cannot be: with the limit of the hour. */
static void
assert_below (KsTestDay *self, const char *at, int percent)
{
  g_autoptr (KsDayFigures) figures = load (self, at, NULL);
  guint n_below = 0;

  g_assert_cmpint (ks_day_figures_get_limit (figures), ==, percent);
  for (guint i = 0; i < ks_day_figures_get_n_units (figures); i++)
    {
      const KsDayUnit *unit = ks_day_figures_get_unit (figures, i);
      gint64 n = count_answers (self, ks_unit_get_code (unit->unit), ks_test_moment (at)).n;
      gboolean below = 100 * n < percent * unit->staff;

      g_assert_cmpint (unit->answers, ==, n);
      g_assert_cmpint ((unit->attention & KS_ATTENTION_BELOW) != 0, ==, below);
      n_below += below;
    }
  g_assert_cmpuint (ks_day_figures_get_province (figures)->n_below, ==, n_below);
}

static void
test_below (KsTestDay *self, gconstpointer data)
{
  ks_test_day_import_day (self);
  assert_below (self, "2024-04-01T11:59:59", 0);
  assert_below (self, "2024-04-01T12:00:00", 50);
  assert_below (self, "2024-04-01T14:59:59", 50);
  assert_below (self, "2024-04-01T15:00:00", 80);
}

/* The newest figures are judged by the hour that it is: at noon the limit of noon holds, though the
 * newest answer came before. */
static void
test_judged_by_the_clock (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsDayFigures) morning = NULL;
  g_autoptr (KsDayFigures) noon = NULL;

  ks_clock_set (self->clock, ks_test_moment ("2024-04-01T11:55"));
  import_until (self, "noon.csv", 11);
  morning = load (self, NULL, NULL);
  ks_clock_set (self->clock, ks_test_moment ("2024-04-01T12:05"));
  noon = load (self, NULL, NULL);
  g_assert_cmpint (ks_day_figures_get_limit (morning), ==, 0);
  g_assert_cmpint (ks_day_figures_get_limit (noon), ==, 50);
  g_assert_cmpint (ks_day_figures_get_as_of (noon), ==, ks_day_figures_get_as_of (morning));
}

static void
test_reports (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsDayFigures) early = NULL;
  g_autoptr (KsDayFigures) late = NULL;

  ks_test_day_import_day (self);
  ks_test_day_import_work (self);
  /* 07204 reported at 18:48, 07201 at 23:13. */
  early = load (self, "2024-04-01T20:00", NULL);
  late = load (self, "2024-04-02T00:00", NULL);
  g_assert_true (find_unit (early, UNIT_B)->work.reported);
  g_assert_false (find_unit (early, UNIT_A)->work.reported);
  g_assert_cmpint (find_unit (early, UNIT_A)->attention & KS_ATTENTION_NO_REPORT, ==, 0);
  g_assert_true (find_unit (late, UNIT_A)->work.reported);
  g_assert_cmpuint (find_unit (late, UNIT_A)->work.n_publicity, ==, 3);
  for (guint i = 0; i < ks_day_figures_get_n_units (late); i++)
    {
      const KsDayUnit *unit = ks_day_figures_get_unit (late, i);

      g_assert_cmpint ((unit->attention & KS_ATTENTION_NO_REPORT) != 0, ==, !unit->work.reported);
      g_assert_cmpuint (unit->work.n_post_days, <=, 7);
    }
}

/* What is being checked is what the findings say, and more answers than staff even before them. */
static void
test_checking (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsDayFigures) before = NULL;
  g_autoptr (KsDayFigures) after = NULL;
  g_autoptr (KsDayFigures) settled = NULL;
  g_autoptr (GHashTable) open = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  ks_test_day_import_day (self);
  ks_test_day_import_work (self);
  before = load (self, NULL, NULL);
  g_assert_true (find_unit (before, "07228")->checking);
  g_assert_cmpint (find_unit (before, "07228")->attention & KS_ATTENTION_OVER_STAFF, !=, 0);
  /* The counts contradict each other before anybody looked for it. */
  for (guint i = 0; i < ks_day_figures_get_n_units (before); i++)
    {
      const KsDayUnit *unit = ks_day_figures_get_unit (before, i);

      g_assert_cmpint (unit->checking, ==, ks_counts_contradict (unit->counts));
    }
  g_assert_true (ks_findings_renew (self->campaign, NULL, NULL));
  after = load (self, NULL, NULL);
  open = ks_findings_load_open_units (self->campaign, NULL);
  g_assert_cmpuint (g_hash_table_size (open), >, ks_day_figures_get_province (before)->n_over);
  g_assert_cmpuint (ks_day_figures_get_province (after)->n_checking, ==, g_hash_table_size (open));
  for (guint i = 0; i < ks_day_figures_get_n_units (after); i++)
    {
      const KsDayUnit *unit = ks_day_figures_get_unit (after, i);

      g_assert_cmpint (unit->checking, ==,
                       g_hash_table_contains (open, ks_unit_get_code (unit->unit)));
    }

  findings = ks_findings_load (self->campaign, FALSE, NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      const KsFinding *finding = g_ptr_array_index (findings, i);

      if (g_str_equal (finding->unit, "07228"))
        decide (self, finding->id, 0, KS_DECISION_COUNT);
    }
  settled = load (self, NULL, NULL);
  g_assert_false (find_unit (settled, "07228")->checking);
}

/* A decision holds for the figures that it was made on. */
static void
test_settled_figures (KsTestDay *self, gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (KsDayFigures) settled = NULL;
  g_autoptr (KsDayFigures) moved = NULL;

  ks_test_day_import_day (self);
  ks_test_day_import_work (self);
  g_assert_true (ks_findings_renew (self->campaign, NULL, NULL));
  findings = ks_findings_load (self->campaign, FALSE, NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      const KsFinding *finding = g_ptr_array_index (findings, i);

      if (finding->kind == KS_FINDING_RECONCILE && g_str_equal (finding->unit, UNIT_B))
        decide (self, finding->id, 0, KS_DECISION_COUNT);
    }
  settled = load (self, NULL, NULL);
  g_assert_cmpint (find_unit (settled, UNIT_B)->counts, ==, KS_COUNTS_APART);
  g_assert_false (find_unit (settled, UNIT_B)->unsettled);
  g_assert_false (find_unit (settled, UNIT_B)->checking);
  decide (self, 0, count_answers (self, UNIT_B, G_MAXINT64).id, KS_DECISION_EXCLUDE);
  moved = load (self, NULL, NULL);
  g_assert_true (find_unit (moved, UNIT_B)->unsettled);
}

/* Counts that were decided leave another finding of the unit open. */
static void
test_other_finding (KsTestDay *self, gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (KsDayFigures) figures = NULL;

  ks_test_day_import_day (self);
  ks_test_day_import_work (self);
  g_assert_true (ks_findings_renew (self->campaign, NULL, NULL));
  findings = ks_findings_load (self->campaign, FALSE, NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      const KsFinding *finding = g_ptr_array_index (findings, i);

      if (g_str_equal (finding->unit, UNIT_STUFFED)
          && (finding->kind == KS_FINDING_OVER_STAFF || finding->kind == KS_FINDING_RECONCILE))
        decide (self, finding->id, 0, KS_DECISION_COUNT);
    }
  figures = load (self, NULL, NULL);
  g_assert_false (find_unit (figures, UNIT_STUFFED)->unsettled);
  g_assert_true (find_unit (figures, UNIT_STUFFED)->checking);
}

static void
test_set_attention (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (KsOutcome) nothing = NULL;
  g_autofree char *head = NULL;
  g_autofree char *same = NULL;
  KsAttentionRules usual, rules, read;

  ks_attention_rules_init (&usual);
  rules = usual;
  g_assert_true (ks_attention_rules_set (&rules, "first_limit=70%@10:00", NULL));
  g_assert_true (ks_set_attention (self->campaign, &rules, &outcome, NULL));
  g_assert_true (ks_attention_load (self->campaign, &read, NULL));
  g_assert_true (ks_attention_rules_equal (&read, &rules));
  head = ks_test_day_hash (self);
  g_assert_true (ks_set_attention (self->campaign, &rules, &nothing, NULL));
  g_assert_null (nothing);
  same = ks_test_day_hash (self);
  g_assert_cmpstr (head, ==, same);
  assert_below (self, "2024-04-01T10:00", 70);
  g_assert_true (ks_outcome_undo (outcome, self->campaign, NULL));
  g_assert_true (ks_attention_load (self->campaign, &read, NULL));
  g_assert_true (ks_attention_rules_equal (&read, &usual));
}

static void
add_lines (GString *text, char **lines, const char *code, guint n)
{
  g_autofree char *mark = g_strdup_printf (",%s-", code);

  for (guint i = 1; lines[i] != NULL && n > 0; i++)
    if (g_str_has_prefix (lines[i], "01/04/2024 ") && strstr (lines[i], mark) != NULL)
      {
        g_string_append_printf (text, "%s\r\n", lines[i]);
        n--;
      }
}

static void
import_few (KsTestDay *self, guint n_a, guint n_b)
{
  g_autofree char *source = ks_test_day_path ("google-sheet-vi.csv");
  g_autofree char *whole = NULL;
  g_autofree char *path = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_true (g_file_get_contents (source, &whole, NULL, NULL));
  lines = g_strsplit (whole, "\r\n", -1);
  g_string_append_printf (text, "%s\r\n", lines[0]);
  add_lines (text, lines, UNIT_A, n_a);
  add_lines (text, lines, UNIT_B, n_b);
  path = ks_test_day_write (self, "few.csv", text->str, -1);
  import (self, path);
}

/* Of a unit with 1 and with 4 answers no hour is told, of the district every one. */
static void
test_few_are_not_told (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsDayFigures) figures = NULL;
  g_autofree gint64 *one = NULL;
  g_autofree gint64 *four = NULL;
  guint n_hours;
  gint64 apart;

  import_few (self, 1, 4);
  figures = load (self, NULL, NULL);
  g_assert_cmpint (find_unit (figures, UNIT_A)->answers, ==, 1);
  g_assert_cmpint (find_unit (figures, UNIT_B)->answers, ==, 4);
  one = ks_day_figures_dup_hours (figures, UNIT_A, NULL, &n_hours, NULL);
  four = ks_day_figures_dup_hours (figures, UNIT_B, NULL, &n_hours, &apart);
  g_assert_cmpuint (n_hours, ==, 24);
  g_assert_cmpint (apart, ==, 0);
  for (guint i = 0; i < n_hours; i++)
    {
      g_assert_cmpint (one[i], <=, 0);
      g_assert_cmpint (four[i], <=, 0);
    }
  g_assert_cmpint (sum_hours (figures, UNIT_A, NULL), ==, KS_HOUR_NOT_TOLD);
  g_assert_cmpint (sum_hours (figures, DISTRICT, NULL), ==, 5);
  g_assert_cmpuint (ks_day_figures_lookup_district (figures, DISTRICT)->n_no_answer, ==,
                    ks_day_figures_lookup_district (figures, DISTRICT)->n_units - 2);
}

/* What is told of a unit leaves no group of one to four for subtraction. */
static void
test_no_hour_by_subtraction (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsDayFigures) figures = NULL;
  guint n_told = 0;

  ks_test_day_import_day (self);
  figures = load (self, NULL, NULL);
  for (guint i = 0; i < ks_day_figures_get_n_units (figures); i++)
    {
      const KsDayUnit *unit = ks_day_figures_get_unit (figures, i);
      guint n_hours;
      g_autofree gint64 *hours = ks_day_figures_dup_hours (figures, ks_unit_get_code (unit->unit),
                                                           NULL, &n_hours, NULL);
      gint64 rest = unit->answers;

      for (guint j = 0; j < n_hours; j++)
        {
          g_assert_true (hours[j] == KS_HOUR_NOT_TOLD || hours[j] == 0
                         || hours[j] >= KS_MIN_ANSWERS);
          n_told += hours[j] > 0;
          rest -= MAX (hours[j], 0);
        }
      g_assert_true (rest == 0 || rest >= KS_MIN_ANSWERS);
    }
  g_assert_cmpuint (n_told, >, 0);
}

static void
run_sql (KsTestDay *self, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
reopen (KsTestDay *self, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ks_campaign_close (self->campaign, NULL));
  g_clear_object (&self->campaign);
  run_sql (self, sql);
  self->campaign = ks_campaign_open (self->path, self->clock, "Nguyễn Văn A", &error);
  g_assert_no_error (error);
}

/* A file from before arrivals were kept tells them all the same. */
static void
test_older_file (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsDayFigures) before = NULL;
  g_autoptr (KsDayFigures) after = NULL;

  ks_test_day_import_day (self);
  before = load (self, NULL, NULL);
  reopen (self, KS_TEST_DROP_NEWER
                "ALTER TABLE tally DROP COLUMN newest; ALTER TABLE tally DROP COLUMN arrivals;"
                "ALTER TABLE tally DROP COLUMN counted_before;"
                "DELETE FROM setting WHERE name = 'previous_import'; PRAGMA user_version = 10;");
  after = load (self, NULL, NULL);
  g_assert_cmpint (sum_hours (after, "", NULL), ==, 4466);
  for (guint i = 0; i < ks_day_figures_get_n_units (before); i++)
    {
      const KsDayUnit *unit = ks_day_figures_get_unit (after, i);

      g_assert_cmpint (unit->last, ==, ks_day_figures_get_unit (before, i)->last);
      g_assert_cmpint (unit->answers, ==, ks_day_figures_get_unit (before, i)->answers);
      g_assert_cmpint (unit->answers_before, ==, unit->answers);
    }
  ks_test_day_assert_sound (self);
}

static void
test_check_compares (KsTestDay *self, gconstpointer data)
{
  g_autoptr (GPtrArray) faults = NULL;

  ks_test_day_import_day (self);
  reopen (self, "UPDATE tally SET arrivals = arrivals || ' 474030:1' WHERE unit = '" UNIT_A "';"
                "UPDATE tally SET newest = newest - 1 WHERE unit = '" UNIT_B "';"
                "UPDATE tally SET arrivals = 'x:9 ::1 -' WHERE unit = '07207';");
  faults = ks_check_campaign (self->campaign, NULL, NULL);
  g_assert_cmpuint (faults->len, ==, 3);
  g_assert_nonnull (strstr (faults->pdata[0], UNIT_A));
  g_assert_nonnull (strstr (faults->pdata[1], UNIT_B));
}

static void
stop (KsJob *job, gpointer data)
{
  ks_job_stop (job);
}

static void
test_can_be_stopped (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsJob) job = ks_job_new ("figures");
  g_autoptr (KsDayFigures) figures = NULL;
  g_autoptr (GError) error = NULL;

  ks_test_day_import_day (self);
  ks_job_set_report_func (job, stop, NULL);
  ks_job_stop (job);
  figures = ks_day_figures_load (self->campaign, ks_test_moment (NOON), KS_MOMENT_NONE, job, &error);
  g_assert_null (figures);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
add (const char *name, void (*test) (KsTestDay *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/day/%s", name);

  g_test_add (path, KsTestDay, NULL, ks_test_day_set_up, test, ks_test_day_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("counts", test_counts);
  add ("districts", test_districts);
  add ("nothing-yet", test_nothing_yet);
  add ("until-a-second", test_until_a_second);
  add ("grown-exports", test_grown_exports);
  add ("withdrawn", test_withdrawn);
  add ("decided", test_decided);
  add ("below", test_below);
  add ("judged-by-the-clock", test_judged_by_the_clock);
  add ("reports", test_reports);
  add ("checking", test_checking);
  add ("settled-figures", test_settled_figures);
  add ("other-finding", test_other_finding);
  add ("set-attention", test_set_attention);
  add ("few-are-not-told", test_few_are_not_told);
  add ("no-hour-by-subtraction", test_no_hour_by_subtraction);
  add ("older-file", test_older_file);
  add ("check-compares", test_check_compares);
  add ("can-be-stopped", test_can_be_stopped);
  return g_test_run ();
}
