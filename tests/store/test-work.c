/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-check.h"
#include "ks-import-reports.h"
#include "ks-recognise-file.h"
#include "ks-set-work.h"
#include "ks-test-day.h"
#include "ks-verify-work.h"
#include "ks-work-hour.h"
#include "ks-work-sheet.h"

#define UNIT "07201"
#define OTHER "07204"

static const KsWorkRow *
find_row (KsWorkSheet *sheet, const char *code)
{
  return &sheet->rows[ks_unit_get_index (ks_registry_lookup (sheet->registry, code))];
}

static gint64
get (KsTestDay *self, const char *code, KsWorkField field, guint day)
{
  g_autoptr (KsWorkSheet) sheet = ks_work_sheet_load (self->campaign, NULL);

  return ks_work_row_get_value (find_row (sheet, code), field, day);
}

static KsDay
get_day (KsTestDay *self, guint index)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (self->campaign);

  return info->day - KS_POST_DAYS + (KsDay) index;
}

static KsOutcome *
set (KsTestDay *self, const char *code, KsWorkField field, guint day, gint64 value)
{
  KsWorkEdit edit = { code, field, get_day (self, day), value };
  KsOutcome *outcome = NULL;
  g_autoptr (GError) error = NULL;

  ks_set_work (self->campaign, &edit, 1, &outcome, &error);
  g_assert_no_error (error);
  return outcome;
}

static void
undo (KsTestDay *self, KsOutcome *outcome)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ks_outcome_can_undo (outcome));
  ks_outcome_undo (outcome, self->campaign, &error);
  g_assert_no_error (error);
  ks_outcome_free (outcome);
}

/* Many cells of many units are one act, one row of the log, and one way back. */
static void
test_many (KsTestDay *self, gconstpointer data)
{
  KsMoment hour = ks_test_moment ("2024-04-01T22:33");
  KsWorkEdit edits[] = {
    { UNIT, KS_WORK_REPORTED, 0, hour },     { UNIT, KS_WORK_PRESENT, 0, 21 },
    { OTHER, KS_WORK_POSTED, 0, 1 },         { UNIT, KS_WORK_ANSWERED, 0, 17 },
    { OTHER, KS_WORK_POSTS, 0, 2 },          { UNIT, KS_WORK_ANSWERED, 0, 18 },
    { OTHER, KS_WORK_MEETINGS, 0, 3 },
  };
  g_autoptr (GPtrArray) before = ks_log_load (self->campaign, NULL);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (KsWorkSheet) sheet = NULL;
  KsOutcome *outcome = NULL;

  edits[4].day = get_day (self, 3);
  g_assert_true (ks_set_work (self->campaign, edits, G_N_ELEMENTS (edits), &outcome, NULL));
  after = ks_log_load (self->campaign, NULL);
  g_assert_cmpuint (after->len, ==, before->len + 1);
  g_assert_cmpstr (((KsLogEntry *) after->pdata[after->len - 1])->action, ==, "work");
  g_assert_cmpint (get (self, UNIT, KS_WORK_REPORTED, 0), ==, hour);
  g_assert_cmpint (get (self, UNIT, KS_WORK_PRESENT, 0), ==, 21);
  g_assert_cmpint (get (self, UNIT, KS_WORK_GUIDED, 0), ==, KS_WORK_NOTHING);
  g_assert_cmpint (get (self, UNIT, KS_WORK_ANSWERED, 0), ==, 18);
  g_assert_cmpint (get (self, OTHER, KS_WORK_POSTS, 3), ==, 2);
  g_assert_cmpint (get (self, OTHER, KS_WORK_MEETINGS, 0), ==, 3);
  sheet = ks_work_sheet_load (self->campaign, NULL);
  g_assert_cmpuint (sheet->n_reports, ==, 1);
  g_assert_cmpint (sheet->n_posts, ==, 2);
  g_assert_cmpuint (find_row (sheet, OTHER)->n_days, ==, 1);
  undo (self, outcome);
  g_assert_cmpint (get (self, UNIT, KS_WORK_ANSWERED, 0), ==, KS_WORK_NOTHING);
  g_assert_cmpint (get (self, OTHER, KS_WORK_POSTS, 3), ==, KS_WORK_NOTHING);
}

static void
test_refused (KsTestDay *self, gconstpointer data)
{
  KsWorkEdit edits[] = { { UNIT, KS_WORK_PRESENT, 0, 21 }, { "99999", KS_WORK_PRESENT, 0, 21 } };
  g_autofree char *before = ks_test_day_hash (self);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (ks_set_work (self->campaign, edits, 2, NULL, &error));
  g_assert_nonnull (strstr (error->message, "99999"));
  g_clear_error (&error);
  edits[1] = (KsWorkEdit){ UNIT, KS_WORK_ANSWERED, 0, 100001 };
  g_assert_false (ks_set_work (self->campaign, edits, 2, NULL, &error));
  after = ks_test_day_hash (self);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (get (self, UNIT, KS_WORK_PRESENT, 0), ==, KS_WORK_NOTHING);
}

/* A typed count stands beside the posts that came in, none of which is lost. */
static void
test_counts (KsTestDay *self, gconstpointer data)
{
  g_autofree char *posts = ks_test_day_write (
      self, "tin.csv",
      "code,posted_at,kind\n07201,2024-03-26 13:41,guide\n07201,2024-03-26 15:59,meeting\n", -1);
  g_autofree char *more = ks_test_day_write (
      self, "thêm.csv", "code,posted_at,kind\n07201,2024-03-26 18:00,guide\n", -1);
  KsOutcome *outcome;

  g_assert_true (ks_import_posts (self->campaign, posts, NULL, NULL, NULL));
  g_assert_cmpint (get (self, UNIT, KS_WORK_POSTS, 1), ==, 2);
  outcome = set (self, UNIT, KS_WORK_POSTS, 1, 5);
  g_assert_cmpint (get (self, UNIT, KS_WORK_POSTS, 1), ==, 5);
  g_assert_true (ks_import_posts (self->campaign, more, NULL, NULL, NULL));
  g_assert_cmpint (get (self, UNIT, KS_WORK_POSTS, 1), ==, 5);
  undo (self, outcome);
  g_assert_cmpint (get (self, UNIT, KS_WORK_POSTS, 1), ==, 3);
  ks_outcome_free (set (self, UNIT, KS_WORK_POSTS, 1, 0));
  g_assert_cmpint (get (self, UNIT, KS_WORK_POSTS, 1), ==, 0);
  ks_outcome_free (set (self, UNIT, KS_WORK_POSTS, 1, KS_WORK_NOTHING));
  g_assert_cmpint (get (self, UNIT, KS_WORK_POSTS, 1), ==, 3);
  /* What came in anyway is no figure of its own. */
  ks_outcome_free (set (self, UNIT, KS_WORK_POSTS, 1, 3));
  g_assert_true (ks_import_posts (self->campaign,
                                  ks_test_day_write (self, "nữa.csv",
                                                     "code,posted_at,kind\n07201,2024-03-26 "
                                                     "19:00,guide\n",
                                                     -1),
                                  NULL, NULL, NULL));
  g_assert_cmpint (get (self, UNIT, KS_WORK_POSTS, 1), ==, 4);
}

/* What somebody typed later is not lost when an earlier act is taken back. */
static void
test_undo_later (KsTestDay *self, gconstpointer data)
{
  KsOutcome *first = set (self, UNIT, KS_WORK_ANSWERED, 0, 17);
  KsOutcome *second = set (self, UNIT, KS_WORK_PRESENT, 0, 20);
  g_autoptr (GError) error = NULL;

  g_assert_false (ks_outcome_undo (first, self->campaign, &error));
  g_assert_nonnull (error);
  undo (self, second);
  undo (self, first);
  g_assert_cmpint (get (self, UNIT, KS_WORK_ANSWERED, 0), ==, KS_WORK_NOTHING);
}

static guint
get_verified (KsTestDay *self)
{
  g_autoptr (KsWorkSheet) sheet = ks_work_sheet_load (self->campaign, NULL);

  return find_row (sheet, UNIT)->verified;
}

static guint
get_claimed (KsTestDay *self)
{
  g_autoptr (KsWorkSheet) sheet = ks_work_sheet_load (self->campaign, NULL);

  return find_row (sheet, UNIT)->claimed;
}

/* What was checked is checked again once its figure changes; the evidence stays. */
static void
test_verify (KsTestDay *self, gconstpointer data)
{
  KsEvidenceEdit edit = { .link = "https://zalo.me/g/1", .note = "Ảnh  chụp bảng tin" };
  guint posted = 1u << ks_work_mark_index (KS_WORK_POSTED, 0);
  guint report = 1u << ks_work_mark_index (KS_WORK_ANSWERED, 0);
  guint day = 1u << ks_work_mark_index (KS_WORK_POSTS, 3);
  g_autoptr (KsEvidence) evidence = NULL;
  KsOutcome *outcome = NULL;

  ks_outcome_free (set (self, UNIT, KS_WORK_POSTED, 0, 1));
  ks_outcome_free (set (self, UNIT, KS_WORK_ANSWERED, 0, 17));
  ks_outcome_free (set (self, UNIT, KS_WORK_POSTS, 3, 2));
  g_assert_cmpuint (get_claimed (self), ==, posted | report | day);
  g_assert_true (ks_set_evidence (self->campaign, UNIT, "posted", &edit, NULL, NULL));
  g_assert_cmpuint (get_verified (self), ==, 0);
  g_assert_true (ks_verify_work (self->campaign, UNIT, NULL, TRUE, &outcome, NULL));
  g_assert_cmpuint (get_verified (self), ==, posted | report | day);
  ks_outcome_free (set (self, UNIT, KS_WORK_POSTS, 3, 1));
  g_assert_cmpuint (get_verified (self), ==, posted | report);
  g_assert_false (ks_outcome_undo (outcome, self->campaign, NULL));
  ks_outcome_free (outcome);
  outcome = set (self, UNIT, KS_WORK_POSTED, 0, 0);
  g_assert_cmpuint (get_verified (self), ==, report);
  evidence = ks_load_evidence (self->campaign, UNIT, "posted", NULL);
  g_assert_cmpstr (evidence->link, ==, "https://zalo.me/g/1");
  g_assert_cmpstr (evidence->note, ==, "Ảnh chụp bảng tin");
  undo (self, outcome);
  g_assert_cmpuint (get_verified (self), ==, posted | report);
  g_assert_true (ks_verify_work (self->campaign, UNIT, "posted", FALSE, NULL, NULL));
  g_assert_cmpuint (get_verified (self), ==, report);
}

static void
test_evidence (KsTestDay *self, gconstpointer data)
{
  static const char png[] = "\x89PNG\r\n\x1a\n and what follows";
  g_autofree char *good = ks_test_day_write (self, "ảnh.png", png, sizeof png);
  g_autofree char *text = ks_test_day_write (self, "không.png", "MZ", 2);
  g_autofree char *large = ks_test_day_write (self, "to.png", "", 0);
  g_autofree char *bytes = g_malloc0 (KS_EVIDENCE_MAX_BYTES + 2);
  KsEvidenceEdit edit = { .picture = good };
  g_autoptr (KsEvidence) kept = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  KsOutcome *outcome = NULL;

  memcpy (bytes, png, 8);
  g_assert_true (g_file_set_contents (large, bytes, KS_EVIDENCE_MAX_BYTES + 2, NULL));
  g_assert_true (ks_set_evidence (self->campaign, UNIT, "2024-03-28", &edit, &outcome, NULL));
  kept = ks_load_evidence (self->campaign, UNIT, "2024-03-28", NULL);
  g_assert_cmpstr (kept->picture_name, ==, "ảnh.png");
  g_assert_cmpuint (g_bytes_get_size (kept->picture), ==, sizeof png);
  g_assert_cmpstr (kept->actor, ==, "Nguyễn Văn A");
  before = ks_test_day_hash (self);
  edit.picture = text;
  g_assert_false (ks_set_evidence (self->campaign, UNIT, "posted", &edit, NULL, NULL));
  edit.picture = large;
  g_assert_false (ks_set_evidence (self->campaign, UNIT, "posted", &edit, NULL, NULL));
  edit = (KsEvidenceEdit){ .link = "javascript:alert(1)" };
  g_assert_false (ks_set_evidence (self->campaign, UNIT, "posted", &edit, NULL, NULL));
  edit = (KsEvidenceEdit){ .note = "x" };
  g_assert_false (ks_set_evidence (self->campaign, UNIT, "2024-13-28", &edit, NULL, NULL));
  g_assert_false (ks_set_evidence (self->campaign, "99999", "posted", &edit, NULL, NULL));
  after = ks_test_day_hash (self);
  g_assert_cmpstr (before, ==, after);
  undo (self, outcome);
  g_clear_pointer (&kept, ks_evidence_free);
  kept = ks_load_evidence (self->campaign, UNIT, "2024-03-28", NULL);
  g_assert_null (kept->picture);
  g_assert_true (ks_evidence_is_empty (kept));
}

static void
test_cells (KsTestDay *self, gconstpointer data)
{
  static const struct {
    const char *text;
    const char *moment;
    const char *shown;
  } hours[] = {
    { "2233", "2024-04-01T22:33", "22:33" },
    { "933", "2024-04-01T09:33", "9:33" },
    { "17", "2024-04-01T17:00", "17:00" },
    { "22:33", "2024-04-01T22:33", "22:33" },
    { "22h33", "2024-04-01T22:33", "22:33" },
    { "22 giờ 33", "2024-04-01T22:33", "22:33" },
    { "22.33", "2024-04-01T22:33", "22:33" },
    { "0026", "2024-04-02T00:26", "0:26 (02/4)" },
    { "0 giờ 26 (02/4)", "2024-04-02T00:26", "0:26 (02/4)" },
    { "0:26 1/4", "2024-04-01T00:26", "0:26" },
    { "1730 2", "2024-04-02T17:30", "17:30 (02/4)" },
    { "930+", "2024-04-02T09:30", "9:30 (02/4)" },
    { "01/04/2024 17:30:10", "2024-04-01T17:30", "17:30" },
    { "1/4/2024 7:05", "2024-04-01T07:05", "7:05" },
    { "2024-04-01 17:30", "2024-04-01T17:30", "17:30" },
    { "17 giờ 30 ngày 02/4/2024", "2024-04-02T17:30", "17:30 (02/4)" },
  };
  static const char *const wrong[] = { "25:00", "17:61", "9999", "abc", "17:30 31/2", "-5", "1:2:3:4" };
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (self->campaign);
  gint64 value;

  for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
    {
      g_autofree char *shown = NULL;

      g_test_message ("%s", hours[i].text);
      g_assert_true (ks_work_read_cell (KS_WORK_REPORTED, hours[i].text, info, &value, NULL));
      g_assert_cmpint (value, ==, ks_test_moment (hours[i].moment));
      shown = ks_work_dup_cell (KS_WORK_REPORTED, value, info);
      g_assert_cmpstr (shown, ==, hours[i].shown);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (ks_work_read_cell (KS_WORK_REPORTED, wrong[i], info, &value, NULL));
  g_assert_true (ks_work_read_cell (KS_WORK_ZALO, "Có", info, &value, NULL));
  g_assert_cmpint (value, ==, 1);
  g_assert_true (ks_work_read_cell (KS_WORK_ZALO, "chưa", info, &value, NULL));
  g_assert_cmpint (value, ==, 0);
  g_assert_false (ks_work_read_cell (KS_WORK_PRESENT, "Có", info, &value, NULL));
  g_assert_false (ks_work_read_cell (KS_WORK_PRESENT, "=A1", info, &value, NULL));
  g_assert_false (ks_work_read_cell (KS_WORK_POSTS, "1001", info, &value, NULL));
}

static void
test_doubts (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (self->campaign);
  g_autoptr (KsReport) report = ks_report_new (UNIT);

  g_assert_cmpuint (ks_report_find_doubts (report, 20, info), ==, 0);
  report->staff_present = 20;
  report->answered = 21;
  g_assert_cmpuint (ks_report_find_doubts (report, 0, info), ==,
                    KS_WORK_MORE_ANSWERED | KS_WORK_NO_HOUR);
  report->answered = report->guided = 20;
  report->reported = ks_test_moment ("2024-04-01T17:30");
  g_assert_cmpuint (ks_report_find_doubts (report, 20, info), ==, 0);
  g_assert_cmpuint (ks_report_find_doubts (report, 19, info), ==, KS_WORK_OVER_STAFF);
  report->guided = 21;
  report->reported = ks_test_moment ("2024-03-31T23:59");
  g_assert_cmpuint (ks_report_find_doubts (report, 20, info), ==,
                    KS_WORK_MORE_GUIDED | KS_WORK_EARLY);
}

/* What a table is shows by its columns, whatever they are called. */
static void
test_recognise (KsTestDay *self, gconstpointer data)
{
  static const struct {
    const char *text;
    KsFileKind  kind;
  } tables[] = {
    { "STT,Đơn vị,Giờ nhập,Có mặt,Niêm yết\n1,Xã Đồng Kỳ,17:30,21,x\n", KS_FILE_REPORTS },
    { "Tên đơn vị,25/3,26/3\nXã Đồng Kỳ,1,2\n", KS_FILE_POSTS },
    { "code,name,reported_at,zalo\n07201,x,2024-04-01 17:30,1\n", KS_FILE_REPORTS },
    { "code,name,staff_party,staff_government\n07201,x,7,20\n", KS_FILE_UNITS },
    { "Mã ĐVHC,Tên đơn vị,Loại,Zalo,Điện thoại\n07201,x,xã,1,2\n", KS_FILE_UNITS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = ks_test_day_write (self, "bảng.csv", tables[i].text, -1);

      g_test_message ("%s", tables[i].text);
      g_assert_cmpint (ks_recognise_file (self->campaign, path, NULL), ==, tables[i].kind);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                           \
  g_test_add ("/work/" name, KsTestDay, NULL, ks_test_day_set_up, func, ks_test_day_tear_down)
  ADD ("many", test_many);
  ADD ("refused", test_refused);
  ADD ("counts", test_counts);
  ADD ("undo-later", test_undo_later);
  ADD ("verify", test_verify);
  ADD ("evidence", test_evidence);
  ADD ("cells", test_cells);
  ADD ("doubts", test_doubts);
  ADD ("recognise", test_recognise);
  return g_test_run ();
}
