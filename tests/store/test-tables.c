/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Files with several tables: a sheet, or a file in an archive, for each unit, each part of the day,
 * each service. */

#include <locale.h>
#include <string.h>

#include "ks-batch-table.h"
#include "ks-import-responses.h"
#include "ks-links.h"
#include "ks-recognise-file.h"
#include "ks-response-reader.h"
#include "ks-rows.h"
#include "ks-test-day.h"
#include "ks-test-workbook.h"
#include "ks-zip-writer.h"

#define ROW_5 "01/04/2024 8:05:12|5|5"
#define ROW_4 "01/04/2024 8:06:12|4|4"

/* What is in the file, as pairs of name and rows up to a NULL; "!name" is hidden. */
static char *
write_workbook (KsTestDay *self, const char *file, const char *const *sheets)
{
  KsTestWorkbook *book = ks_test_workbook_new ();
  g_autoptr (GBytes) bytes = NULL;

  for (; sheets[0] != NULL; sheets += 2)
    {
      g_autofree char *data
          = sheets[1][0] == '<' ? g_strdup (sheets[1]) : ks_test_sheet_data (sheets[1]);

      ks_test_workbook_add_sheet (book, sheets[0] + (sheets[0][0] == '!'), data, NULL);
      if (sheets[0][0] == '!')
        ks_test_workbook_hide_last (book);
    }
  bytes = ks_test_workbook_finish (book);
  return ks_test_day_write (self, file, g_bytes_get_data (bytes, NULL),
                            (gssize) g_bytes_get_size (bytes));
}

static GPtrArray *
import_with_outcome (KsTestDay *self, const char *path, KsOutcome **outcome)
{
  const char *const paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  GPtrArray *results = ks_import_files (self->campaign, paths, KS_ENCODING_AUTO, FALSE, NULL, outcome,
                                        &error);

  g_assert_no_error (error);
  ks_test_day_assert_sound (self);
  return results;
}

static GPtrArray *
import (KsTestDay *self, const char *path)
{
  return import_with_outcome (self, path, NULL);
}

static void
assert_result (GPtrArray *results, guint index, const char *file, guint counted, guint waiting,
               guint known)
{
  const KsImportResult *result = results->pdata[index];

  g_assert_cmpstr (result->file, ==, file);
  g_assert_cmpuint (result->counted, ==, counted);
  g_assert_cmpuint (result->waiting, ==, waiting);
  g_assert_cmpuint (result->known, ==, known);
}

static gboolean
says (const KsImportResult *result, const char *words)
{
  for (guint i = 0; result->notes[i] != NULL; i++)
    if (strstr (result->notes[i], words) != NULL)
      return TRUE;
  return FALSE;
}

static GPtrArray *
load_batches (KsTestDay *self)
{
  g_autoptr (KsTransaction) tx
      = ks_store_begin_read (ks_campaign_get_store (self->campaign), NULL);

  return ks_batch_table_load (tx, NULL);
}

/* Sheets with different headers come in together; one step takes all of them back. */
static void
test_sheets (KsTestDay *self, gconstpointer data)
{
  static const char *const sheets[]
      = { "Đọc trước", "Hướng dẫn|xem trang sau",
          "Sáng", "Thời điểm|Mã đơn vị|A1|A2\n01/04/2024 8:05:12|07210-5M5RYJ|5|5\n"
                  "01/04/2024 8:07:12|07210-5M5RYJ|3|3",
          "Trống", "",
          "Chiều", "A2|Mã đơn vị|Thời điểm\n4|07210-5M5RYJ|01/04/2024 14:06:12", NULL };
  g_autofree char *path = write_workbook (self, "hai-trang.xlsx", sheets);
  g_autoptr (KsOutcome) outcome = NULL;
  g_autoptr (GPtrArray) results = import_with_outcome (self, path, &outcome);
  g_autoptr (GPtrArray) again = import (self, path);
  g_autoptr (GPtrArray) batches = load_batches (self);

  g_assert_cmpuint (results->len, ==, 2);
  assert_result (results, 0, "hai-trang.xlsx › Sáng", 2, 0, 0);
  assert_result (results, 1, "hai-trang.xlsx › Chiều", 1, 0, 0);
  g_assert_true (says (results->pdata[0], "hai-trang.xlsx: sheets that are not read: "
                                          "“Đọc trước” (no answers), “Trống” (no answers)"));
  g_assert_nonnull (strstr (ks_outcome_get_message (outcome), "Imported hai-trang.xlsx: 3 "));
  assert_result (again, 1, "hai-trang.xlsx › Chiều", 0, 0, 1);
  g_assert_cmpuint (batches->len, ==, 2);
  g_assert_cmpstr (((KsBatch *) batches->pdata[0])->sha256, ==,
                   ((KsBatch *) batches->pdata[1])->sha256);
  g_assert_true (ks_outcome_undo (outcome, self->campaign, NULL));
  g_ptr_array_unref (batches);
  batches = load_batches (self);
  for (guint i = 0; i < batches->len; i++)
    g_assert_cmpstr (((KsBatch *) batches->pdata[i])->state, ==, "withdrawn");
}

/* Of a file with one sheet of answers the name alone tells it. */
static void
test_one_of_sheets (KsTestDay *self, gconstpointer data)
{
  static const char *const sheets[]
      = { "Tổng hợp", "Đơn vị|A1|Số phiếu\n07210-5M5RYJ|Tốt|2", "Phiếu",
          "Thời điểm|Mã đơn vị|A1|A2\n01/04/2024 8:05:12|07210-5M5RYJ|5|5", "Chưa có",
          "Thời điểm|Mã đơn vị|A1|A2", "!Ẩn",
          "Thời điểm|Mã đơn vị|A1|A2\n01/04/2024 8:09:12|07210-5M5RYJ|5|5", "!_56F9DC", "x|y", NULL };
  g_autofree char *path = write_workbook (self, "phiếu.xlsx", sheets);
  g_autoptr (GPtrArray) results = import (self, path);

  g_assert_cmpuint (results->len, ==, 1);
  assert_result (results, 0, "phiếu.xlsx", 1, 0, 0);
  g_assert_true (says (results->pdata[0], "“Tổng hợp” (without the times"));
  g_assert_true (says (results->pdata[0], "“Chưa có”"));
  g_assert_true (says (results->pdata[0], "“Ẩn” (hidden"));
  g_assert_false (says (results->pdata[0], "_56F9DC"));
}

static const char *
find_code (KsTestDay *self, const char *name)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);

  for (guint i = 0; i < ks_registry_get_n_units (registry); i++)
    if (g_str_equal (ks_unit_get_name (ks_registry_get_unit (registry, i)), name))
      return ks_unit_get_code (ks_registry_get_unit (registry, i));
  return NULL;
}

/* A sheet for each unit: by name, code and survey code; what is doubtful waits, and an export of
 * all of them with its column of survey codes brings the same rows. */
static void
test_unit_sheets (KsTestDay *self, gconstpointer data)
{
  static const char head[] = "Thời điểm|A1|A2\n";
  g_autofree char *first = g_strconcat (head, ROW_5 "\n", ROW_4, NULL);
  g_autofree char *one = g_strconcat (head, ROW_5, NULL);
  const char *const sheets[] = { "Thị trấn Vôi", first, "07210", one, "07213-AAAAAA", one,
                                 "Xã Phúc Sơn", one, NULL };
  g_autofree char *path = write_workbook (self, "từng đơn vị.xlsx", sheets);
  g_autoptr (GPtrArray) results = import (self, path);
  g_autofree char *all = ks_test_day_write (
      self, "tất cả.csv", "Thời điểm,Mã khảo sát,A1,A2\n01/04/2024 8:05:12,07210-5M5RYJ,5,5\n", -1);
  g_autoptr (GPtrArray) later = NULL;

  g_assert_nonnull (find_code (self, "Thị trấn Vôi"));
  assert_result (results, 0, "từng đơn vị.xlsx › Thị trấn Vôi", 2, 0, 0);
  assert_result (results, 1, "từng đơn vị.xlsx › 07210", 1, 0, 0);
  assert_result (results, 2, "từng đơn vị.xlsx › 07213-AAAAAA", 0, 1, 0);
  assert_result (results, 3, "từng đơn vị.xlsx › Xã Phúc Sơn", 0, 1, 0);
  g_assert_cmpuint (((KsImportResult *) results->pdata[2])->reasons[KS_REASON_TOKEN_MISMATCH], ==, 1);
  g_assert_cmpuint (((KsImportResult *) results->pdata[3])->reasons[KS_REASON_UNKNOWN_UNIT], ==, 1);
  g_assert_true (says (results->pdata[0], "the names of 2 sheets"));
  g_assert_true (says (results->pdata[0], "từng đơn vị.xlsx: dates are read as day/month/year"));
  for (guint i = 1; i < results->len; i++)
    g_assert_false (says (results->pdata[i], "dates are read"));
  g_assert_true (says (results->pdata[3], "not certain"));
  later = import (self, all);
  assert_result (later, 0, "tất cả.csv", 0, 0, 1);
}

/* Files in an archive, and a file by itself, are named for their units as well. */
static void
test_unit_files (KsTestDay *self, gconstpointer data)
{
  static const char *const names[]
      = { "Bắc Giang/Phiếu khảo sát xã Tân Sỏi (Câu trả lời) - Câu trả lời biểu mẫu 1.csv",
          "__MACOSX/._x.csv", "07210.csv" };
  static const char *const texts[]
      = { "Thời điểm,A1,A2\n01/04/2024 8:05:12,5,5\n", "", "Thời điểm,A2\n01/04/2024 9:05:12,5\n" };
  g_autoptr (GBytes) zip = ks_test_zip (names, texts, G_N_ELEMENTS (names));
  g_autofree char *archive
      = ks_test_day_write (self, "tất cả.zip", g_bytes_get_data (zip, NULL),
                           (gssize) g_bytes_get_size (zip));
  g_autofree char *alone = ks_test_day_write (self, "Xã Tân Sỏi(1-25).csv", texts[0], -1);
  g_autofree char *nobody = ks_test_day_write (self, "kết quả.csv", texts[0], -1);
  g_autoptr (GPtrArray) results = import (self, archive);
  g_autoptr (GPtrArray) again = import (self, alone);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (results->len, ==, 2);
  assert_result (results, 0, "tất cả.zip › 07210", 1, 0, 0);
  g_assert_cmpuint (((KsImportResult *) results->pdata[1])->counted, ==, 1);
  assert_result (again, 0, "Xã Tân Sỏi(1-25).csv", 0, 0, 1);
  g_assert_null (ks_import_responses (self->campaign, nobody, FALSE, NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, "kết quả.csv: no column tells the unit"));
}

static char *
write_zip (KsTestDay *self, const char *file, const char *const *names, GBytes *const *parts,
           guint n_parts)
{
  g_autoptr (KsZipWriter) writer = ks_zip_writer_new (NULL);
  g_autoptr (GBytes) zip = NULL;

  for (guint i = 0; i < n_parts; i++)
    g_assert_true (ks_zip_writer_add (writer, names[i], parts[i], NULL));
  zip = ks_zip_writer_end (writer, NULL);
  return ks_test_day_write (self, file, g_bytes_get_data (zip, NULL),
                            (gssize) g_bytes_get_size (zip));
}

static GBytes *
read_bytes (const char *path)
{
  char *data;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return g_bytes_new_take (data, length);
}

/* An archive of workbooks and text: a workbook with one sheet is named as its file. */
static void
test_archive (KsTestDay *self, gconstpointer data)
{
  static const char *const one[] = { "Sheet1", "Thời điểm|A1|A2\n" ROW_5, "!x", "Thời điểm|A1\n", NULL };
  static const char *const two[]
      = { "Xã Phúc Sơn", "Thời điểm|A1|A2\n" ROW_5, "Ghi chú", "z", NULL };
  static const char text[] = "Thời điểm,A1,A2\n01/04/2024 8:05:12,5,5\n";
  static const char *const names[]
      = { "07210.csv", "Huyện Tân Yên.xlsx", "Xã Tân Sỏi.xlsx", "~$Xã Tân Sỏi.xlsx" };
  g_autofree char *one_path = write_workbook (self, "một.xlsx", one);
  g_autofree char *two_path = write_workbook (self, "hai.xlsx", two);
  g_autoptr (GBytes) one_bytes = read_bytes (one_path);
  g_autoptr (GBytes) two_bytes = read_bytes (two_path);
  g_autoptr (GBytes) text_bytes = g_bytes_new_static (text, sizeof text - 1);
  GBytes *const parts[] = { text_bytes, two_bytes, one_bytes, text_bytes };
  g_autofree char *path = write_zip (self, "gói.zip", names, parts, G_N_ELEMENTS (names));
  g_autoptr (GPtrArray) results = import (self, path);
  g_autoptr (GError) error = NULL;
  static const char *const inner[] = { "a.csv", "Xã Tân Sỏi.csv.zip" };
  static const char *const old[] = { "a.csv", "Xã Tân Sỏi.xls" };
  static const char *const timeless_names[] = { "07210.csv", "Xã Tân Sỏi.csv" };
  static const char timeless_text[] = "A1,A2\n4,3\n";
  g_autoptr (GBytes) no_times = g_bytes_new_static (timeless_text, sizeof timeless_text - 1);
  g_autofree char *timeless = NULL;
  g_autoptr (GPtrArray) more = NULL;
  g_autofree char *nested = write_zip (self, "lồng.zip", inner, parts, 2);
  g_autofree char *older = NULL;

  g_assert_cmpuint (results->len, ==, 3);
  assert_result (results, 0, "gói.zip › 07210", 1, 0, 0);
  assert_result (results, 1, "gói.zip › Huyện Tân Yên › Xã Phúc Sơn", 1, 0, 0);
  assert_result (results, 2, "gói.zip › Xã Tân Sỏi", 1, 0, 0);
  g_assert_true (says (results->pdata[0], "“Huyện Tân Yên › Ghi chú” (no answers)"));
  g_assert_true (says (results->pdata[0], "“Xã Tân Sỏi › x” (hidden"));
  /* A file that tells no times is no sheet that was made of others. */
  timeless = write_zip (self, "không giờ.zip", timeless_names,
                        (GBytes *const[]){ text_bytes, no_times }, 2);
  more = import (self, timeless);
  assert_result (more, 1, "không giờ.zip › Xã Tân Sỏi", 1, 0, 0);
  g_assert_null (ks_import_responses (self->campaign, nested, FALSE, NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, "another archive in it, “Xã Tân Sỏi.csv.zip”"));
  g_clear_error (&error);
  older = write_zip (self, "cũ.zip", old, (GBytes *const[]){ text_bytes, text_bytes }, 2);
  g_assert_null (ks_import_responses (self->campaign, older, FALSE, NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, "“Xã Tân Sỏi.xls”: it is no workbook"));
}

/* The order of day and month is that of the file: 4/2/2024 is the second of April beside others that
 * can be nothing but months first. */
static void
test_order (KsTestDay *self, gconstpointer data)
{
  static const char *const sheets[]
      = { "Ít", "Thời điểm|Mã đơn vị|A1|A2\n4/2/2024 8:05:12|07210-5M5RYJ|5|5", "Nhiều",
          "Thời điểm|Mã đơn vị|A1|A2\n4/1/2024 8:05:12|07210-5M5RYJ|5|5\n"
          "3/31/2024 8:05:12|07210-5M5RYJ|5|5", NULL };
  g_autofree char *path = write_workbook (self, "thứ tự.xlsx", sheets);
  g_autoptr (GPtrArray) plans = ks_plan_tables (self->campaign, path, NULL, NULL, NULL);
  g_autoptr (GPtrArray) results = import (self, path);
  g_autoptr (GPtrArray) rows = ks_rows_load (self->campaign, NULL, NULL);

  g_assert_cmpint (((KsImportPlan *) plans->pdata[0])->times.grounds, ==, KS_DATE_BY_SHEETS);
  g_assert_true (says (results->pdata[0], "the other sheets of the file decide"));
  g_assert_cmpint (((KsResponseRow *) rows->pdata[0])->time, ==,
                   ks_moment_from_civil (2024, 4, 2, 8, 5, 12));
}

/* In a campaign whose links carry codes: a column in which some cells happen to be units does not
 * tell whose answers they are, and an export of all units brings the same rows. */
static void
test_by_code (KsTestDay *self, gconstpointer data)
{
  g_autofree char *named = ks_test_day_write (
      self, "Xã Tân Sỏi.csv",
      "Thời điểm,Quê quán,A1,A2\n01/04/2024 8:05:12,Xã Phúc Hòa,5,5\n"
      "01/04/2024 8:06:12,Hà Nội,5,5\n01/04/2024 8:07:12,Xã Tân Sỏi cũ,5,5\n",
      -1);
  g_autofree char *all = ks_test_day_write (
      self, "tất cả.csv", "Thời điểm,Mã đơn vị,A1,A2\n01/04/2024 8:05:12,7291,5,5\n"
                          "01/04/2024 8:06:12,07291,5,5\n01/04/2024 8:08:12,07291,5,5\n",
      -1);
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GPtrArray) later = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_assert_true (ks_set_template (self->campaign, "https://example.org/f?u={code}", NULL, NULL, NULL));
  results = import (self, named);
  assert_result (results, 0, "Xã Tân Sỏi.csv", 3, 0, 0);
  later = import (self, all);
  assert_result (later, 0, "tất cả.csv", 1, 0, 2);
  rows = ks_rows_load (self->campaign, NULL, NULL);
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpstr (((KsResponseRow *) rows->pdata[i])->unit, ==, "07291");
}

/* What is kept of a table tells the unit of its rows by itself. */
static void
test_kept (KsTestDay *self, gconstpointer data)
{
  g_autofree char *path = ks_test_day_write (self, "Xã Tân Sỏi.csv",
                                             "Thời điểm,Email,A1\n01/04/2024 8:05:12,a@b.vn,5\n", -1);
  g_autoptr (GPtrArray) results = import (self, path);
  g_autoptr (KsTransaction) tx
      = ks_store_begin_read (ks_campaign_get_store (self->campaign), NULL);
  g_autoptr (GBytes) kept = ks_test_load_kept (tx, ((KsImportResult *) results->pdata[0])->batch);
  g_autofree char *text
      = g_strndup (g_bytes_get_data (kept, NULL), g_bytes_get_size (kept));
  g_autofree char *expected = g_strdup_printf (
      "Thời điểm,A1,Mã khảo sát\n01/04/2024 8:05:12,5,%s-", find_code (self, "Xã Tân Sỏi"));

  g_assert_true (g_str_has_prefix (text, expected));
}

/* An OpenDocument spreadsheet holds the same rows as delimited text; two equal ones are written as
 * one that comes twice. */
static void
test_ods (KsTestDay *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = ks_test_ods (
      "", "<table:table table:name=\"Phiếu\">"
          "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Thời điểm"
          "</text:p></table:table-cell><table:table-cell office:value-type=\"string\"><text:p>Mã "
          "khảo sát</text:p></table:table-cell><table:table-cell office:value-type=\"string\">"
          "<text:p>A1</text:p></table:table-cell></table:table-row>"
          "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell office:value-type="
          "\"date\" office:date-value=\"2024-04-01T08:05:12\"><text:p>01/04/2024 8:05</text:p>"
          "</table:table-cell><table:table-cell office:value-type=\"string\"><text:p>07210-5M5RYJ"
          "</text:p></table:table-cell><table:table-cell office:value-type=\"float\" "
          "office:value=\"5\"><text:p>5</text:p></table:table-cell></table:table-row>"
          "</table:table>");
  g_autofree char *path = ks_test_day_write (self, "phiếu.ods", g_bytes_get_data (bytes, NULL),
                                             (gssize) g_bytes_get_size (bytes));
  g_autofree char *text = ks_test_day_write (
      self, "phiếu.csv", "Thời điểm,Mã khảo sát,A1\n01/04/2024 8:05:12,07210-5M5RYJ,5\n"
                         "01/04/2024 8:05:12,07210-5M5RYJ,5\n01/04/2024 8:05:12,07210-5M5RYJ,5\n",
      -1);
  g_autoptr (GPtrArray) results = import (self, path);
  g_autoptr (GPtrArray) later = import (self, text);

  g_assert_cmpint (ks_recognise_file (self->campaign, path, NULL), ==, KS_FILE_RESPONSES);
  assert_result (results, 0, "phiếu.ods", 2, 0, 0);
  assert_result (later, 0, "phiếu.csv", 1, 0, 2);
}

/* All of a file or nothing: a broken sheet behind a good one, and one that nobody can place. */
static void
test_refused (KsTestDay *self, gconstpointer data)
{
  static const char good[] = "Thời điểm|Mã đơn vị|A1|A2\n01/04/2024 8:05:12|07210-5M5RYJ|5|5";
  static const struct {
    const char *sheets[5];
    const char *words;
  } books[] = {
    { { "Sáng", good, "Chiều", "<sheetData><row r=\"1\"><c", NULL }, "hỏng.xlsx" },
    { { "Sáng", good, "Chiều", "Thời điểm|A1|A2\n01/04/2024 8:05:12|5|5", NULL },
      "hỏng.xlsx › Chiều: no column tells the unit" },
    { { "Sáng", "a|b\n1|2", "Chiều", "c|d", NULL }, "hỏng.xlsx: no column of this file" },
    { { "Sáng", "Thời điểm|Mã đơn vị|A1|A2", "Chiều", "c|d", NULL },
      "hỏng.xlsx: the file has a header but no answers" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    {
      g_autofree char *path = write_workbook (self, "hỏng.xlsx", books[i].sheets);
      g_autoptr (GPtrArray) batches = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_null (ks_import_responses (self->campaign, path, FALSE, NULL, NULL, &error));
      g_assert_nonnull (strstr (error->message, books[i].words));
      batches = load_batches (self);
      g_assert_cmpuint (batches->len, ==, 0);
    }
}

static const struct {
  const char *name;
  KsNamed     named;
  const char *unit;
} names[] = {
  { "Xã Tân Sỏi", KS_NAMED_UNIT, "Xã Tân Sỏi" },
  { "tan soi.CSV", KS_NAMED_UNIT, "Xã Tân Sỏi" },
  { "Xa_Tan_Soi.csv.zip", KS_NAMED_UNIT, "Xã Tân Sỏi" },
  { "PKS01_Xã Tân Sỏi (2).xlsx", KS_NAMED_UNIT, "Xã Tân Sỏi" },
  { "Phiếu khảo sát xã Tân Sỏi 01-04-2024.ods", KS_NAMED_UNIT, "Xã Tân Sỏi" },
  { "07210", KS_NAMED_UNIT, NULL },
  { "7210.csv", KS_NAMED_UNIT, NULL },
  { "07210 - Thị trấn Vôi.csv", KS_NAMED_DOUBT, NULL },
  { "07210-5M5RYJ", KS_NAMED_UNIT, NULL },
  { "07210-5M5RYH", KS_NAMED_DOUBT, NULL },
  { "Xã Phúc Sơn", KS_NAMED_DOUBT, NULL },
  { "Xã Phúc Sơn, huyện Tân Yên", KS_NAMED_UNIT, "Xã Phúc Sơn" },
  { "Tân Yên - Phúc Sơn.csv", KS_NAMED_UNIT, "Xã Phúc Sơn" },
  { "07318 Phúc Sơn", KS_NAMED_UNIT, "Xã Phúc Sơn" },
  { "Xã Tân Sõi", KS_NAMED_DOUBT, NULL },
  { "Xã Thắng Lợi", KS_NAMED_DOUBT, NULL },
  { "Xã Tân Sỏi và xã Phúc Hòa", KS_NAMED_DOUBT, NULL },
  { "Sheet1", KS_NAMED_NOBODY, NULL },
  { "Câu trả lời biểu mẫu 1", KS_NAMED_NOBODY, NULL },
  { "Form Responses 1", KS_NAMED_NOBODY, NULL },
  { "Phiếu khảo sát PKS 01 (1-25).xlsx", KS_NAMED_NOBODY, NULL },
  { "Khảo sát 2024.csv", KS_NAMED_NOBODY, NULL },
  { "2024.csv", KS_NAMED_NOBODY, NULL },
  { "Sáng", KS_NAMED_NOBODY, NULL },
  { "Chiều", KS_NAMED_NOBODY, NULL },
  { "1", KS_NAMED_NOBODY, NULL },
  { "", KS_NAMED_NOBODY, NULL },
};

static void
test_names (KsTestDay *self, gconstpointer data)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);
  g_autoptr (KsUnitMatcher) matcher = ks_unit_matcher_new (registry);
  g_autoptr (KsResponseReader) reader = ks_response_reader_new (self->campaign, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      guint index;
      KsNamed named = ks_named_unit_find (matcher, reader->tokens, names[i].name, &index);

      g_test_message ("%s", names[i].name);
      g_assert_cmpint (named, ==, names[i].named);
      if (names[i].unit != NULL)
        g_assert_cmpstr (ks_unit_get_name (ks_registry_get_unit (registry, index)), ==,
                         names[i].unit);
    }
}

#define ADD(path, func)                                                                            \
  g_test_add (path, KsTestDay, NULL, ks_test_day_set_up, func, ks_test_day_tear_down)

int
main (int argc, char **argv)
{
  /* As the program does: names in archives are read by it. */
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  ADD ("/tables/sheets", test_sheets);
  ADD ("/tables/one-of-sheets", test_one_of_sheets);
  ADD ("/tables/unit-sheets", test_unit_sheets);
  ADD ("/tables/unit-files", test_unit_files);
  ADD ("/tables/archive", test_archive);
  ADD ("/tables/order", test_order);
  ADD ("/tables/by-code", test_by_code);
  ADD ("/tables/kept", test_kept);
  ADD ("/tables/ods", test_ods);
  ADD ("/tables/refused", test_refused);
  ADD ("/tables/names", test_names);

  return g_test_run ();
}
