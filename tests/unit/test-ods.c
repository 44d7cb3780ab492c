/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* OpenDocument spreadsheets, as LibreOffice writes them and as nobody would. */

#include <string.h>

#include "ks-sheet-source.h"
#include "ks-tables-error.h"
#include "ks-test-workbook.h"

#define TABLE(name, rows) "<table:table table:name=\"" name "\">" rows "</table:table>"
#define ROW(cells) "<table:table-row>" cells "</table:table-row>"
#define TEXT(text)                                                                                 \
  "<table:table-cell office:value-type=\"string\"><text:p>" text "</text:p></table:table-cell>"
#define VALUE(type, attribute, value, shown)                                                       \
  "<table:table-cell office:value-type=\"" type "\" office:" attribute "=\"" value                 \
  "\"><text:p>" shown "</text:p></table:table-cell>"

static KsSheetSource *
open_tables (const char *styles, const char *tables)
{
  g_autoptr (GBytes) bytes = ks_test_ods (styles, tables);
  g_autoptr (GError) error = NULL;
  KsSheetSource *source = ks_sheet_source_new_for_workbook (bytes, "a.ods", &error);

  g_assert_no_error (error);
  return source;
}

/* The rows of the selected sheet as "number:cell|cell", up to an error. */
static char *
dup_rows (KsSheetSource *source, GError **error)
{
  GString *text = g_string_new (NULL);
  const KsRow *row;

  while ((row = ks_sheet_source_next (source, error)) != NULL)
    {
      g_string_append_printf (text, "%s%" G_GUINT64_FORMAT ":", text->len > 0 ? "\n" : "",
                              row->number);
      for (guint i = 0; i < row->n_cells; i++)
        {
          g_assert_cmpuint (strlen (row->cells[i].text), ==, row->cells[i].length);
          g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", row->cells[i].text);
        }
    }
  g_assert_null (ks_sheet_source_next (source, NULL));
  return g_string_free (text, FALSE);
}

static void
assert_rows (const char *rows, const char *expected)
{
  g_autofree char *tables = g_strdup_printf (TABLE ("1", "%s"), rows);
  g_autoptr (KsSheetSource) source = open_tables ("", tables);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = dup_rows (source, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_values (void)
{
  assert_rows (ROW (TEXT ("Xã Tân Sỏi") VALUE ("float", "value", "19.0", "19")
                        VALUE ("float", "value", "2.5", "2,5")
                            VALUE ("percentage", "value", "0.5", "50 %")
                                VALUE ("boolean", "boolean-value", "true", "ĐÚNG")),
               "1:Xã Tân Sỏi|19|2.5|0.5|TRUE");
  assert_rows (ROW (VALUE ("date", "date-value", "2024-04-01T08:05:12", "01/04/2024 8:05")
                        VALUE ("date", "date-value", "2024-04-01T08:05:11.999999659", "x")
                            VALUE ("date", "date-value", "2024-03-31T23:59:59.7", "x")
                                VALUE ("date", "date-value", "2024-04-01", "01/04/2024")
                                    VALUE ("date", "date-value", "2024-04-01", "1/4/24 0:00")),
               "1:2024-04-01 08:05:12|2024-04-01 08:05:12|2024-04-01 00:00:00|2024-04-01|"
               "2024-04-01 00:00:00");
  assert_rows (ROW (VALUE ("time", "time-value", "PT08H05M12S", "8:05")
                        VALUE ("time", "time-value", "PT30H00M00.000000S", "x")
                            VALUE ("time", "time-value", "8:05", "tám giờ")
                                VALUE ("date", "date-value", "2024-02-30", "30/2")
                                    VALUE ("string", "string-value", "có", "không")),
               "1:08:05:12|30:00:00|tám giờ|30/2|có");
}

static void
test_texts (void)
{
  assert_rows (ROW ("<table:table-cell office:value-type=\"string\"><text:p>một\n  hai<text:s "
                    "text:c=\"3\"/>ba </text:p><text:p> bốn<text:tab/>năm<text:line-break/>"
                    "<text:span>sáu</text:span> &amp; <text:a>bảy</text:a></text:p>"
                    "</table:table-cell>"),
               "1:một hai   ba\nbốn\tnăm\nsáu & bảy");
  /* Remarks, pictures and tables within a cell are not what it says. */
  assert_rows (ROW ("<table:table-cell office:value-type=\"string\"><office:annotation><text:p>ghi"
                    "</text:p></office:annotation><text:p>chữ<text:note><text:p>chú</text:p>"
                    "</text:note></text:p><draw:frame xmlns:draw=\"d\"><text:p>ảnh</text:p>"
                    "</draw:frame><table:table><table:table-row>" TEXT ("trong")
                        "</table:table-row></table:table></table:table-cell>" TEXT ("sau")),
               "1:chữ|sau");
}

/* LibreOffice fills a sheet up with one cell and one row that are repeated. */
static void
test_repeated (void)
{
  assert_rows (
      "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell "
      "table:number-columns-repeated=\"16384\"/></table:table-row>"
      "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell/>"
      "<table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"string\"><text:p>x"
      "</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="
      "\"16381\"/></table:table-row>" ROW (TEXT ("y")) "<table:table-header-rows>" ROW (
          TEXT ("z")) "</table:table-header-rows><table:table-row table:number-rows-repeated="
                      "\"1048569\"><table:table-cell table:number-columns-repeated=\"16384\"/>"
                      "</table:table-row>",
      "4:|x|x\n5:|x|x\n6:y\n7:z");
}

/* Sheets are told and read in any order; hidden ones are known, those of links are none. */
static void
test_sheets (void)
{
  static const char tables[]
      = "<table:calculation-settings/>" TABLE ("Một", ROW (TEXT ("1")) ROW (TEXT ("2")))
          "<table:table table:name=\"Ẩn\" table:style-name=\"ta2\">" ROW (TEXT ("3"))
              "</table:table>" TABLE ("Ba", "<table:shapes><text:p>hình</text:p></table:shapes>"
                                            ROW (TEXT ("4"))) "<table:dde-links><table:dde-link>"
                                                              "<table:table>" ROW (TEXT ("5"))
                                                                  "</table:table></table:dde-link>"
                                                                  "</table:dde-links>";
  g_autoptr (KsSheetSource) source
      = open_tables ("<style:style style:name=\"ta1\" style:family=\"table\">"
                     "<style:table-properties table:display=\"true\"/></style:style>"
                     "<style:style style:name=\"ta2\" style:family=\"table\">"
                     "<style:table-properties table:display=\"false\"/></style:style>",
                     tables);
  static const guint order[] = { 2, 0, 1, 2, 2, 1, 0 };
  static const char *const rows[] = { "1:1\n2:2", "1:3", "1:4" };

  g_assert_cmpuint (ks_sheet_source_get_n_sheets (source), ==, 3);
  g_assert_cmpstr (ks_sheet_source_get_sheet_name (source, 1), ==, "Ẩn");
  g_assert_true (ks_sheet_source_is_hidden (source, 1));
  g_assert_false (ks_sheet_source_is_hidden (source, 2));
  g_assert_nonnull (ks_sheet_source_next (source, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *text = NULL;

      g_assert_true (ks_sheet_source_select (source, order[i], NULL));
      text = dup_rows (source, NULL);
      g_assert_cmpstr (text, ==, rows[order[i]]);
    }
}

static void
test_merges (void)
{
  g_autoptr (KsSheetSource) source = open_tables (
      "", TABLE ("1", ROW (TEXT ("a") "<table:table-cell table:number-columns-spanned=\"2\" "
                                      "table:number-rows-spanned=\"3\" office:value-type=\"string\">"
                                      "<text:p>b</text:p></table:table-cell>"
                                      "<table:covered-table-cell/>")));
  g_autofree char *text = dup_rows (source, NULL);
  GArray *merges = ks_sheet_source_get_merges (source);
  const KsMerge *merge = &g_array_index (merges, KsMerge, 0);

  g_assert_cmpstr (text, ==, "1:a|b");
  g_assert_cmpuint (merges->len, ==, 1);
  g_assert_cmpuint (merge->first_row, ==, 1);
  g_assert_cmpuint (merge->last_row, ==, 3);
  g_assert_cmpuint (merge->first_column, ==, 1);
  g_assert_cmpuint (merge->last_column, ==, 2);
}

static void
assert_refused (GBytes *bytes, KsTablesError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsSheetSource) source = ks_sheet_source_new_for_workbook (bytes, "a.ods", &error);

  if (source != NULL)
    g_free (dup_rows (source, &error));
  g_assert_error (error, KS_TABLES_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "a.ods"));
  g_assert_nonnull (strstr (error->message, words));
}

static void
assert_rows_refused (const char *rows, KsTablesError code, const char *words)
{
  g_autofree char *tables = g_strdup_printf (TABLE ("Phiếu", "%s"), rows);
  g_autoptr (GBytes) bytes = ks_test_ods ("", tables);

  assert_refused (bytes, code, words);
}

static void
test_hostile_rows (void)
{
  g_autofree char *letters = g_strnfill (70000, 'x');
  g_autofree char *text = g_strdup_printf (ROW (TEXT ("%s")), letters);
  g_autofree char *value = g_strdup_printf (
      ROW ("<table:table-cell office:value-type=\"string\" office:string-value=\"%s\"/>"), letters);

  assert_rows_refused (ROW ("<table:table-cell table:number-columns-repeated=\"16384\" "
                            "office:value-type=\"float\" office:value=\"1\"/>"),
                       KS_TABLES_ERROR_LIMIT, "sheet “Phiếu”, row 1: there are more than 500");
  assert_rows_refused (ROW ("<table:table-cell table:number-columns-repeated=\"4294967295\"/>" TEXT (
                           "x")),
                       KS_TABLES_ERROR_LIMIT, "more than 500 columns");
  assert_rows_refused (
      "<table:table-row table:number-rows-repeated=\"1048576\">" TEXT ("x") "</table:table-row>",
      KS_TABLES_ERROR_LIMIT, "more than ten thousand times");
  assert_rows_refused ("<table:table-row table:number-rows-repeated=\"1048576\"/>" ROW (TEXT ("x")),
                       KS_TABLES_ERROR_FORMAT, "beyond the end");
  assert_rows_refused (ROW (TEXT ("<text:s text:c=\"99999999\"/>")), KS_TABLES_ERROR_LIMIT,
                       "too long");
  assert_rows_refused (text, KS_TABLES_ERROR_LIMIT, "too long");
  assert_rows_refused (value, KS_TABLES_ERROR_LIMIT, "too long");
  assert_rows_refused ("<table:table-row><table:table-cell>", KS_TABLES_ERROR_FORMAT, "damaged");
}

static void
test_hostile_parts (void)
{
  static const struct {
    const char *type, *content, *manifest, *words;
  } files[] = {
    { "application/vnd.oasis.opendocument.spreadsheet",
      "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>", "<a/>",
      "document type" },
    { "application/vnd.oasis.opendocument.spreadsheet", "\x01\x02",
      "<m:manifest xmlns:m=\"m\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>",
      "password" },
    { "application/vnd.oasis.opendocument.text", "<a/>", "<a/>", "no workbook" },
    { "application/vnd.oasis.opendocument.spreadsheet", "<a/>", "<!DOCTYPE a><a/>", "no workbook" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      const char *const names[] = { "mimetype", "content.xml", "META-INF/manifest.xml" };
      const char *const texts[] = { files[i].type, files[i].content, files[i].manifest };
      g_autoptr (GBytes) bytes = ks_test_zip (names, texts, G_N_ELEMENTS (names));

      assert_refused (bytes, KS_TABLES_ERROR_FORMAT, files[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ods/values", test_values);
  g_test_add_func ("/ods/texts", test_texts);
  g_test_add_func ("/ods/repeated", test_repeated);
  g_test_add_func ("/ods/sheets", test_sheets);
  g_test_add_func ("/ods/merges", test_merges);
  g_test_add_func ("/ods/hostile-rows", test_hostile_rows);
  g_test_add_func ("/ods/hostile-parts", test_hostile_parts);

  return g_test_run ();
}
