/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Exports of every service, as they come and as a spreadsheet saves them again. */

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#include "ks-answer-file.h"
#include "ks-batch-table.h"
#include "ks-campaign-error.h"
#include "ks-create-campaign.h"
#include "ks-csv-writer.h"
#include "ks-import-responses.h"
#include "ks-recognise-file.h"
#include "ks-results.h"
#include "ks-rows.h"
#include "ks-sheet-source.h"
#include "ks-sheet-writer.h"
#include "ks-tally-table.h"
#include "ks-test-day.h"
#include "ks-test-workbook.h"

#define N_ROWS 4487

static const KsScope province = { KS_SCOPE_PROVINCE, "", "" };

/* As interface.md states them for the sample day. */
typedef struct {
  const char *file;
  const char *source;
  guint       rows, counted, token_mismatch, unknown_unit, outside_window, incomplete;
} Shape;

static const Shape shapes[] = {
  { "google-native.csv", "google-native", 4487, 4466, 5, 4, 12, 0 },
  { "google-sheet-vi.csv", "google-sheet", 4487, 4466, 5, 4, 12, 0 },
  { "google-sheet-vi.xlsx", "google-sheet", 4487, 4466, 5, 4, 12, 0 },
  { "msforms.xlsx", "msforms", 4487, 4466, 5, 4, 12, 0 },
  { "limesurvey.csv.zip", "limesurvey", 4488, 4478, 5, 4, 0, 1 },
  { "kobo.csv.zip", "kobo", 4487, 4466, 5, 4, 12, 0 },
};

static KsImportResult *
import (KsTestDay *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  KsImportResult *result
      = ks_import_responses (self->campaign, path, FALSE, NULL, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static void
import_known (KsTestDay *self, const char *path, guint n_rows)
{
  g_autoptr (KsImportResult) result = import (self, path);

  g_assert_cmpuint (result->rows, ==, n_rows);
  g_assert_cmpuint (result->known, ==, n_rows);
  g_assert_cmpuint (result->added, ==, 0);
}

static void
assert_figures (const KsImportResult *result, const Shape *shape)
{
  g_assert_cmpstr (result->source, ==, shape->source);
  g_assert_cmpuint (result->rows, ==, shape->rows);
  g_assert_cmpuint (result->added, ==, shape->rows);
  g_assert_cmpuint (result->counted, ==, shape->counted);
  g_assert_cmpuint (result->reasons[KS_REASON_TOKEN_MISMATCH], ==, shape->token_mismatch);
  g_assert_cmpuint (result->reasons[KS_REASON_UNKNOWN_UNIT], ==, shape->unknown_unit);
  g_assert_cmpuint (result->reasons[KS_REASON_OUTSIDE_WINDOW], ==, shape->outside_window);
  g_assert_cmpuint (result->reasons[KS_REASON_INCOMPLETE], ==, shape->incomplete);
  g_assert_cmpuint (result->unread, ==, 0);
}

/* All counts of the province, question by question, as one text. */
static char *
dup_totals (KsTestDay *self)
{
  g_autoptr (KsResults) results = ks_results_load (self->campaign, NULL);
  KsForm *form = ks_results_get_form (results);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);
      g_autoptr (KsQuestionResult) result = ks_results_dup_question (results, &province, question);

      g_string_append_printf (text, "%s %" G_GINT64_FORMAT ":", question->id,
                              result->answered + result->left_out);
      for (guint k = 0; k < question->n_options; k++)
        g_string_append_printf (text, " %" G_GINT64_FORMAT, result->counts[k]);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/* The totals of the day's truth.json in the same words. */
static void
assert_truth (KsTestDay *self)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *path = ks_test_day_path ("truth.json");
  g_autofree char *totals = dup_totals (self);
  g_autoptr (KsForm) form = ks_campaign_dup_form (self->campaign);
  JsonObject *truth;

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  truth = json_object_get_object_member (
      json_node_get_object (json_parser_get_root (parser)), "totals");
  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);
      g_autoptr (GString) line = g_string_new (NULL);

      if (question->profile || question->type == KS_QUESTION_TEXT)
        continue;
      for (guint k = 0; k < question->n_options; k++)
        g_string_append_printf (
            line, " %" G_GINT64_FORMAT,
            json_object_get_int_member (json_object_get_object_member (truth, question->id),
                                        question->options[k].label));
      g_string_append_c (line, '\n');
      g_assert_nonnull (strstr (totals, line->str));
    }
}

/* LimeSurvey's file has no times: the sheets from before and after the day count in it. */
static char *
dup_wide_totals (void)
{
  KsTestDay wide;
  g_autofree char *path = ks_test_day_path ("google-native.csv");
  g_autoptr (KsImportResult) result = NULL;
  char *totals;

  ks_test_day_set_up_between (&wide, "2024-03-31T00:00", "2024-04-02T08:05");
  result = import (&wide, path);
  g_assert_cmpuint (result->counted, ==, 4478);
  totals = dup_totals (&wide);
  ks_test_day_tear_down (&wide, NULL);
  return totals;
}

static void
assert_totals (KsTestDay *self, const Shape *shape)
{

  ks_test_day_assert_sound (self);
  if (g_str_equal (shape->source, "limesurvey"))
    {
      g_autofree char *expected = dup_wide_totals ();
      g_autofree char *totals = dup_totals (self);

      g_assert_cmpstr (totals, ==, expected);
    }
  else
    assert_truth (self);
}

static void
test_shape (KsTestDay *self, gconstpointer data)
{
  const Shape *shape = data;
  g_autofree char *path = ks_test_day_path (shape->file);
  g_autoptr (KsImportResult) result = import (self, path);

  assert_figures (result, shape);
  assert_totals (self, shape);
  import_known (self, path, shape->rows);
}

/* What a spreadsheet shows, and saves, of a time: no seconds, day and month as it likes. */
static char *
show_cell (const char *text)
{
  int year, month, day, hour, minute;
  char sign;

  if (sscanf (text, "%4d-%2d-%2d%c%2d:%2d", &year, &month, &day, &sign, &hour, &minute) == 6
      && sign == ' ')
    return g_strdup_printf ("%d/%d/%d %d:%02d", day, month, year, hour, minute);
  return g_strdup (text[0] == '=' ? "xem" : text);
}

static char *
save_again (KsTestDay *self, const char *name, const Shape *shape, gboolean as_workbook)
{
  g_autofree char *path = ks_test_day_path (shape->file);
  g_autoptr (KsSheetSource) source = ks_sheet_source_new_for_path (path, NULL);
  g_autoptr (KsSheetWriter) workbook = ks_sheet_writer_new (KS_SHEET_XLSX, 0, NULL);
  g_autoptr (KsCsvWriter) writer = ks_csv_writer_new (NULL, KS_CSV_LOCAL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const KsRow *row;
  guint n_cells = 0;

  ks_sheet_writer_begin_sheet (workbook, "Sheet1");
  while ((row = ks_sheet_source_next (source, NULL)) != NULL)
    {
      n_cells = MAX (n_cells, row->n_cells);
      for (guint i = 0; i < n_cells; i++)
        {
          g_autofree char *cell = show_cell (i < row->n_cells ? row->cells[i].text : "");

          ks_csv_writer_add_text (writer, cell);
          ks_sheet_writer_add_text (workbook, cell);
        }
      ks_csv_writer_end_row (writer, NULL);
      ks_sheet_writer_end_row (workbook);
    }
  if (as_workbook)
    {
      bytes = ks_sheet_writer_finish (workbook, NULL);
      return ks_test_day_write (self, name, g_bytes_get_data (bytes, NULL),
                                (gssize) g_bytes_get_size (bytes));
    }
  text = ks_csv_writer_steal_text (writer);
  return ks_test_day_write (self, name, text, -1);
}

/* Saved again as delimited text and as a workbook: the same figures by itself, nothing new beside
 * the original, which adds nothing either when it comes second. */
static void
test_saved_again (KsTestDay *self, gconstpointer data)
{
  const Shape *shape = data;
  g_autofree char *path = ks_test_day_path (shape->file);
  g_autofree char *text = save_again (self, "lưu.csv", shape, FALSE);
  g_autofree char *workbook = save_again (self, "lưu.xlsx", shape, TRUE);
  g_autoptr (KsImportResult) result = import (self, text);

  g_assert_cmpuint (result->counted, ==, shape->counted);
  g_assert_cmpuint (result->reasons[KS_REASON_OUTSIDE_WINDOW], ==, shape->outside_window);
  g_assert_cmpuint (result->reasons[KS_REASON_INCOMPLETE], ==, shape->incomplete);
  assert_totals (self, shape);
  import_known (self, path, shape->rows);
  import_known (self, workbook, shape->rows);
}

/* ---- times */

typedef enum {
  FORMAT_DAY,
  FORMAT_MONTH,
  FORMAT_GOOGLE,
  FORMAT_ISO,
  FORMAT_SAVED,
  FORMAT_SERIAL,
  N_FORMATS,
} Format;

static char *
format_time (Format format, int month, int day, int hour, int minute, int second)
{
  KsMoment moment = ks_moment_from_civil (2024, month, day, hour, minute, second);

  switch (format)
    {
    case FORMAT_DAY:
      return g_strdup_printf ("%02d/%02d/2024 %d:%02d:%02d", day, month, hour, minute, second);
    case FORMAT_MONTH:
      return g_strdup_printf ("%d/%d/2024 %d:%02d:%02d", month, day, hour, minute, second);
    case FORMAT_GOOGLE:
      return g_strdup_printf ("2024/%02d/%02d %d:%02d:%02d %s GMT+7", month, day,
                              (hour + 11) % 12 + 1, minute, second, hour < 12 ? "SA" : "CH");
    case FORMAT_ISO:
      return g_strdup_printf ("2024-%02d-%02dT%02d:%02d:%02d.000+07:00", month, day, hour, minute,
                              second);
    case FORMAT_SAVED:
      return g_strdup_printf ("%02d/%02d/2024 %d:%02d", day, month, hour, minute);
    case FORMAT_SERIAL:
      return g_strdup_printf ("%.6f", (moment + 7 * 3600) / 86400.0 + 25569);
    case N_FORMATS:
    default:
      g_assert_not_reached ();
    }
}

/* The columns that a service adds before the unit; %s: when the sheet was sent. */
static const struct {
  const char *source;
  const char *header;
  const char *cells;
} services[] = {
  { "google", "Dấu thời gian", "%s" },
  { "msforms", "ID,Start time,Completion time,Email,Name", "%n,%s,%s,anonymous," },
  { "limesurvey", "Response ID,Date submitted,Last page,Seed", "%n,%s,5,123" },
  { "kobo", "_id,_uuid,end", "%n,u%n,%s" },
};

static void
add_row (GString *text, guint service, guint number, const char *time)
{
  g_autofree char *id = g_strdup_printf ("%u", number);
  g_autoptr (GString) cells = g_string_new (services[service].cells);

  g_string_replace (cells, "%s", time, 0);
  g_string_replace (cells, "%n", id, 0);
  g_string_append_printf (text, "%s,07210-5M5RYJ,Tốt\n", cells->str);
}

typedef struct {
  int month, day, hour, minute, second;
} Time;

/* On 01/04 every row reads both ways; the day before tells which way is meant. */
static const Time times[] = { { 4, 1, 8, 5, 12 }, { 4, 1, 14, 30, 40 }, { 3, 31, 15, 0, 7 } };

static void
check_times (KsTestDay *self, guint service, Format format, guint n_times)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (KsImportResult) result = NULL;
  g_autoptr (KsImportPlan) plan = NULL;
  g_autofree char *path = NULL;
  g_autofree char *said = NULL;

  g_string_append_printf (text, "%s,Mã đơn vị,A1\n", services[service].header);
  for (guint i = 0; i < n_times; i++)
    {
      g_autofree char *time = format_time (format, times[i].month, times[i].day, times[i].hour,
                                           times[i].minute, times[i].second);

      add_row (text, service, i + 1, time);
    }
  path = ks_test_day_write (self, "giờ.csv", text->str, -1);
  plan = ks_plan_import (self->campaign, path, NULL, NULL);
  said = ks_import_plan_dup_dates (plan);
  g_assert_true ((said != NULL)
                 == (format == FORMAT_DAY || format == FORMAT_MONTH || format == FORMAT_SAVED));
  g_assert_cmpint (plan->times.grounds, ==,
                   said == NULL   ? KS_DATE_BY_YEAR
                   : n_times == 3 ? KS_DATE_BY_NUMBER
                                  : KS_DATE_BY_WINDOW);
  result = import (self, path);
  g_assert_cmpuint (result->counted, ==, 2);
  rows = ks_rows_load (self->campaign, NULL, NULL);
  for (guint i = 0; i < n_times; i++)
    g_assert_cmpint (((KsResponseRow *) rows->pdata[i])->time, ==,
                     ks_moment_from_civil (2024, times[i].month, times[i].day, times[i].hour,
                                           times[i].minute,
                                           format == FORMAT_SAVED ? 0 : times[i].second));
}

/* Six formats from four services, with and without a date that tells. */
static void
test_times (void)
{
  for (guint service = 0; service < G_N_ELEMENTS (services); service++)
    for (Format format = 0; format < N_FORMATS; format++)
      for (guint n_times = 2; n_times <= 3; n_times++)
        {
          KsTestDay day;

          ks_test_day_set_up (&day, NULL);
          check_times (&day, service, format, n_times);
          ks_test_day_tear_down (&day, NULL);
        }
}

/* A spreadsheet of another country read 01/04 as the fourth of January. */
static void
test_swapped (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path
      = ks_test_day_write (self, "đảo.csv",
                           "Timestamp,Mã đơn vị,A1\n2024-01-04 08:05:12,07210-5M5RYJ,Tốt\n"
                           "2024-01-04 09:05:12,07210-5M5RYJ,Tốt\n",
                           -1);
  g_autoptr (KsImportPlan) plan = ks_plan_import (self->campaign, path, NULL, NULL);
  g_autofree char *said = ks_import_plan_dup_dates (plan);
  g_autoptr (KsImportResult) result = import (self, path);

  g_assert_true (plan->times.swapped);
  g_assert_nonnull (strstr (said, "đảo.csv"));
  g_assert_cmpuint (result->counted, ==, 2);
}

/* Outside the time of the survey nothing tells which way a date is meant, and that is said. */
static void
test_no_grounds (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path
      = ks_test_day_write (self, "ngoài.csv",
                           "Timestamp,Mã đơn vị,A1\n05/06/2024 8:05:12,07210-5M5RYJ,Tốt\n", -1);
  g_autoptr (KsImportPlan) plan = ks_plan_import (self->campaign, path, NULL, NULL);
  g_autofree char *said = ks_import_plan_dup_doubt (plan, "05/06/2024 8:05:12");

  g_assert_cmpstr (said, ==,
                   "“05/06/2024 8:05:12” reads both ways; it is read as day/month/year: nothing in "
                   "the file decides; please check");
}

static void
test_utc (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path
      = ks_test_day_write (self, "utc.csv",
                           "_id,_submission_time,Mã đơn vị,A1\n"
                           "1,2024-03-31T17:30:00,07210-5M5RYJ,Tốt\n"
                           "2,2024-04-01T17:30:00,07210-5M5RYJ,Tốt\n",
                           -1);
  g_autoptr (KsImportResult) result = import (self, path);

  g_assert_cmpuint (result->counted, ==, 1);
  g_assert_cmpuint (result->reasons[KS_REASON_OUTSIDE_WINDOW], ==, 1);
  g_assert_nonnull (strstr (result->notes[0], "utc.csv: times are told in UTC"));
}

static const struct {
  const char *time;
  const char *said; /* NULL: nothing */
} zones[] = {
  { "2024/04/01 8:05:12 AM GMT+7", NULL },
  { "2024-04-01T08:05:12+07", NULL },
  { "2024-04-01 08:05:12 +0700", NULL },
  { "2024/04/01 8:05:12 SA ICT", NULL },
  { "2024/04/01 1:05:12 AM GMT", "zone.csv: times are told in UTC and are" },
  { "2024-04-01T01:05:12Z", "told in UTC" },
  { "2024/04/01 6:35:12 am GMT+5:30", "told in GMT+5:30" },
  { "2024/03/31 6:05:12 PM PDT", "told in GMT-7" },
  { "2024-03-31T21:35:12-03:30", "told in GMT-3:30" },
};

/* Every zone comes to the same moment; another than Vietnam's is said. */
static void
test_zones (KsTestDay *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "Timestamp,Mã đơn vị,A1,E1\n%s,07210-5M5RYJ,Tốt,%u\n", zones[i].time, i);
      g_autofree char *path = ks_test_day_write (self, "zone.csv", text, -1);
      g_autoptr (KsImportPlan) plan = ks_plan_import (self->campaign, path, NULL, NULL);
      g_autofree char *said = ks_import_plan_dup_zone (plan);
      g_autoptr (KsImportResult) result = import (self, path);
      g_autoptr (GPtrArray) rows = ks_rows_load (self->campaign, NULL, NULL);

      g_assert_true ((said != NULL) == (zones[i].said != NULL));
      g_assert_true (said == NULL || strstr (said, zones[i].said) != NULL);
      g_assert_cmpuint (result->counted, ==, 1);
      g_assert_cmpint (((KsResponseRow *) rows->pdata[i])->time, ==,
                       ks_moment_from_civil (2024, 4, 1, 8, 5, 12));
    }
}

/* Letters that several zones are called by are asked for, not guessed. */
static void
test_unknown_zone (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = ks_test_day_write (
      self, "zone.csv",
      "Timestamp,Mã đơn vị,A1\n2024/04/01 8:05:12 AM GMT+7,07210-5M5RYJ,Tốt\n"
      "2024/04/01 8:05:12 AM CST,07210-5M5RYJ,Tốt\n",
      -1);
  g_autoptr (GError) error = NULL;

  g_assert_null (ks_plan_import (self->campaign, path, NULL, &error));
  g_assert_nonnull (strstr (error->message, "zone.csv: the times carry the letters “CST”"));
}

/* ---- other tables */

/* The counts of a question, whether or not they are enough to be shown. */
static void
append_counts (KsTestDay *self, const char *id, GString *text)
{
  g_autoptr (KsTransaction) tx
      = ks_store_begin_read (ks_campaign_get_store (self->campaign), NULL);
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);
  g_autoptr (KsForm) form = ks_campaign_dup_form (self->campaign);
  g_autoptr (KsTally) tally = ks_tally_table_load (tx, registry, form, NULL);
  const KsQuestion *question = ks_form_lookup (form, id);

  for (guint k = 1; k <= question->n_options; k++)
    {
      int sum = 0;

      for (guint i = 0; i < tally->n_units; i++)
        sum += ks_tally_get_row (tally, i)[1 + question->slot + k];
      g_string_append_printf (text, "%d", sum);
    }
}

static char *
dup_answers (KsTestDay *self)
{
  GString *text = g_string_new (NULL);

  append_counts (self, "A1", text);
  g_string_append_c (text, ' ');
  append_counts (self, "A6", text);
  return g_string_free (text, FALSE);
}

#define TIME "01/04/2024 8:05:12,07210-5M5RYJ,"

static const struct {
  const char *text;
  const char *answers; /* counts of A1, counts of A6 */
} tables[] = {
  /* Labels in any case and spacing, numbers with and without label, other words for not knowing. */
  { "Thời điểm,Mã đơn vị,A1\n" TIME "rất  TỐT\n" TIME "5\n" TIME "5 - Rất tốt\n" TIME
    "4. Tốt\n" TIME "Rất tốt (5)\n" TIME "không biết\n" TIME "Không có ý kiến\n" TIME "KB\n",
    "410003 00000000" },
  /* Several options: a comma within one of them, other letters and blanks, a trailing mark. */
  { "Thời điểm,Mã đơn vị,A1,A6\n" TIME "1,\"Niêm yết tại trụ sở, Hệ thống thông tin nội bộ, trang "
    "thông tin điện tử\"\n" TIME
    "1,\"niêm yết tại trụ sở;HỆ THỐNG THÔNG TIN NỘI BỘ,\u00a0trang thông tin điện tử;\"\n" TIME
    "1,\"Niêm yết tại trụ sở Thông báo tại hội nghị, cuộc họp\"\n",
    "000030 32100000" },
  /* A column for each option, by its label or its number, with other words for yes and no. */
  { "Thời điểm,Mã đơn vị,A1,A6[1],A6[SQ002],A6_3,A6/8\n" TIME "Tốt,Có,x,Không,0\n" TIME
    "Tốt,Y,N,1,\n",
    "020000 21100000" },
  /* Titles above the header, a star behind a question, the text in brackets behind a grid's. */
  { "BẢNG KẾT QUẢ,,,\nNgày 01/4/2024,,,\nThời điểm,Mã đơn vị,A1 *,Công khai [A6]\n" TIME
    "Tốt,Không được biết\n",
    "010000 00000001" },
};

static void
test_table (KsTestDay *self, gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autofree char *path = ks_test_day_write (self, "bảng.csv", tables[index].text, -1);
  g_autoptr (KsImportResult) result = import (self, path);
  g_autofree char *answers = dup_answers (self);

  g_assert_cmpstr (answers, ==, tables[index].answers);
}

/* Names, addresses and numbers of people are named, and are not kept. */
static void
test_personal (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path
      = ks_test_day_write (self, "người.csv",
                           "Dấu thời gian,Địa chỉ email,Người trả lời,Liên hệ,Máy,Mã đơn vị,A1\n"
                           "01/04/2024 8:05:12,lan@example.org,Nguyễn Thị Lan,0912 345 678,"
                           "10.0.0.7,07210-5M5RYJ,Tốt\n",
                           -1);
  g_autoptr (KsImportPlan) plan = ks_plan_import (self->campaign, path, NULL, NULL);
  g_autofree char *said = ks_import_plan_dup_personal (plan);
  g_autoptr (KsImportResult) result = import (self, path);
  g_autoptr (KsImportPlan) again = ks_plan_import (self->campaign, path, NULL, NULL);
  g_autoptr (KsTransaction) tx
      = ks_store_begin_read (ks_campaign_get_store (self->campaign), NULL);
  g_autoptr (GBytes) kept = ks_test_load_kept (tx, result->batch);
  static const KsPersonalKind kinds[]
      = { KS_PERSONAL_EMAIL, KS_PERSONAL_NAME, KS_PERSONAL_PHONE, KS_PERSONAL_ADDRESS };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const KsImportColumn *column = plan->columns->pdata[1 + i];

      g_assert_cmpint (column->personal, ==, kinds[i]);
      g_assert_null (column->sample);
      g_assert_nonnull (strstr (said, column->header));
      /* As the file before was read, it is said in the same words. */
      g_assert_cmpint (((const KsImportColumn *) again->columns->pdata[1 + i])->personal, ==, kinds[i]);
    }
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (kept, NULL),
                                  (gssize) g_bytes_get_size (kept), "07210-5M5RYJ"));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      static const char *const told[] = { "lan@", "Lan", "0912", "10.0.0.7" };

      g_assert_null (g_strstr_len (g_bytes_get_data (kept, NULL),
                                   (gssize) g_bytes_get_size (kept), told[i]));
    }
}

/* A form written as a table names questions as well, and is no file of answers. */
static void
test_form_table (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = ks_test_day_write (
      self, "phiếu.csv", "STT,Nội dung\n1,A1\n2,A2\n3,A3\n", -1);
  g_autoptr (GError) error = NULL;

  g_assert_null (ks_plan_import (self->campaign, path, NULL, &error));
  g_assert_nonnull (strstr (error->message, "phiếu.csv"));
}

static void
write_bytes (const char *path, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
}

/* The sheet with answers may be another than the first; hidden ones are not looked at. */
static void
test_sheets (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "trang.xlsx", NULL);
  g_autofree char *notes = ks_test_sheet_data ("Hướng dẫn|xem trang sau");
  g_autofree char *hidden = ks_test_sheet_data ("Thời điểm|Mã đơn vị|A1\nx|07210-5M5RYJ|1\n");
  g_autofree char *answers = ks_test_sheet_data (
      "Thời điểm|Mã đơn vị|A1\n01/04/2024 8:05:12|07210-5M5RYJ|5\n01/04/2024 8:06:12|07210-5M5RYJ|4");
  KsTestWorkbook *book = ks_test_workbook_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KsImportResult) result = NULL;

  ks_test_workbook_add_sheet (book, "Đọc trước", notes, NULL);
  ks_test_workbook_add_sheet (book, "Ẩn", hidden, NULL);
  ks_test_workbook_hide_last (book);
  ks_test_workbook_add_sheet (book, "Phiếu", answers, NULL);
  bytes = ks_test_workbook_finish (book);
  write_bytes (path, bytes);
  result = import (self, path);
  g_assert_cmpuint (result->counted, ==, 2);
  g_assert_cmpint (ks_recognise_file (self->campaign, path, NULL), ==, KS_FILE_RESPONSES);
}

/* A sheet that cannot be read must not be taken for one without answers. */
static void
test_broken_sheet (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "hong.xlsx", NULL);
  g_autofree char *first = ks_test_sheet_data (
      "Thời điểm|Mã đơn vị|A1|A2\n01/04/2024 8:05:12|07210-5M5RYJ|5|5");
  KsTestWorkbook *book = ks_test_workbook_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  ks_test_workbook_add_sheet (book, "Sáng", first, NULL);
  ks_test_workbook_add_sheet (book, "Chiều", "<sheetData><row r=\"1\"><c", NULL);
  bytes = ks_test_workbook_finish (book);
  write_bytes (path, bytes);
  g_assert_null (ks_import_responses (self->campaign, path, FALSE, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
}

/* A file that somebody saves between the two readings is refused, and not read by half. */
static void
test_changed (KsTestDay *self, gconstpointer data)
{
  static const char *const later[]
      = { "Ghi chú\n", "Thời điểm,Mã đơn vị\nx,y\n", "\n\n\nThời điểm,Mã đơn vị,A1,A2\nx,y,z,z\n" };
  g_autofree char *path = ks_test_day_write (
      self, "đổi.csv", "Kết quả\nThời điểm,Mã đơn vị,A1,A2\n01/04/2024 8:05:12,07210-5M5RYJ,5,5\n",
      -1);
  g_autoptr (KsResponseReader) reader = ks_response_reader_new (self->campaign, NULL, NULL);
  g_auto (KsAnswerFile) before = { 0 };

  g_assert_true (ks_answer_file_open (&before, path, KS_ENCODING_AUTO, NULL));
  g_assert_nonnull (ks_answer_file_find_header (&before, reader, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (later); i++)
    {
      g_autofree char *changed = ks_test_day_write (self, "đổi.csv", later[i], -1);
      g_auto (KsAnswerFile) after = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_true (ks_answer_file_open (&after, changed, KS_ENCODING_AUTO, NULL));
      g_assert_null (ks_answer_file_go_to_header (&after, &before.place, &error));
      g_assert_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, "đổi.csv: the file was changed"));
    }
}

/* Ten times slower under the sanitizers: two services saved again, of delimited text and of options
 * in columns of their own, show there what the others would. */
#ifdef __SANITIZE_ADDRESS__
#define is_saved_again(shape)                                                                      \
  (g_str_equal ((shape)->source, "google-native") || g_str_equal ((shape)->source, "kobo"))
#else
#define is_saved_again(shape) TRUE
#endif

#define ADD(path, data, func)                                                                      \
  g_test_add (path, KsTestDay, data, ks_test_day_set_up, func, ks_test_day_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autofree char *as_it_is = g_strconcat ("/shapes/", shapes[i].file, NULL);
      g_autofree char *saved = g_strconcat ("/shapes/saved-again/", shapes[i].file, NULL);

      ADD (as_it_is, &shapes[i], test_shape);
      if (is_saved_again (&shapes[i]))
        ADD (saved, &shapes[i], test_saved_again);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *name = g_strdup_printf ("/shapes/table/%u", i);

      ADD (name, GUINT_TO_POINTER (i), test_table);
    }
  g_test_add_func ("/shapes/times", test_times);
  ADD ("/shapes/swapped", NULL, test_swapped);
  ADD ("/shapes/no-grounds", NULL, test_no_grounds);
  ADD ("/shapes/utc", NULL, test_utc);
  ADD ("/shapes/zones", NULL, test_zones);
  ADD ("/shapes/unknown-zone", NULL, test_unknown_zone);
  ADD ("/shapes/personal", NULL, test_personal);
  ADD ("/shapes/form-table", NULL, test_form_table);
  ADD ("/shapes/sheets", NULL, test_sheets);
  ADD ("/shapes/broken-sheet", NULL, test_broken_sheet);
  ADD ("/shapes/changed", NULL, test_changed);

  return g_test_run ();
}
