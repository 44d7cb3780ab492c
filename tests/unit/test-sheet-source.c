/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-sheet-source.h"
#include "ks-tables-error.h"
#include "ks-test-workbook.h"
#include "ks-zip-writer.h"

static KsSheetSource *
open_workbook (KsTestWorkbook *workbook)
{
  g_autoptr (GBytes) bytes = ks_test_workbook_finish (workbook);
  g_autoptr (GError) error = NULL;
  KsSheetSource *source = ks_sheet_source_new_for_workbook (bytes, "a.xlsx", &error);

  g_assert_no_error (error);
  g_assert_nonnull (source);
  return source;
}

static void
assert_row (KsSheetSource *source, guint64 number, const char *expected)
{
  g_autoptr (GError) error = NULL;
  const KsRow *row = ks_sheet_source_next (source, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_nonnull (row);
  g_assert_cmpuint (row->number, ==, number);
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_assert_cmpuint (strlen (row->cells[i].text), ==, row->cells[i].length);
      g_string_append_printf (found, "%s%s", i > 0 ? "|" : "", row->cells[i].text);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
assert_end (KsSheetSource *source)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_assert_null (ks_sheet_source_next (source, &error));
      g_assert_no_error (error);
    }
}

static KsSheetSource *
open_rows (const char *sheet_data)
{
  KsTestWorkbook *workbook = ks_test_workbook_new ();

  ks_test_workbook_add_sheet (workbook, "Danh sách", sheet_data, NULL);
  return open_workbook (workbook);
}

static void
test_sheets (void)
{
  KsTestWorkbook *workbook = ks_test_workbook_new ();
  g_autoptr (KsSheetSource) source = NULL;

  ks_test_workbook_add_sheet (workbook, "Lục Nam", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
                              NULL);
  ks_test_workbook_add_sheet (workbook, "Ẩn &amp; hiện",
                              "<row r=\"1\"><c r=\"A1\"><v>2</v></c></row>", NULL);
  ks_test_workbook_hide_last (workbook);
  source = open_workbook (workbook);
  g_assert_true (ks_sheet_source_is_workbook (source));
  g_assert_cmpuint (ks_sheet_source_get_n_sheets (source), ==, 2);
  g_assert_cmpstr (ks_sheet_source_get_sheet_name (source, 0), ==, "Lục Nam");
  g_assert_cmpstr (ks_sheet_source_get_sheet_name (source, 1), ==, "Ẩn & hiện");
  g_assert_false (ks_sheet_source_is_hidden (source, 0));
  g_assert_true (ks_sheet_source_is_hidden (source, 1));
  assert_row (source, 1, "1");
  assert_end (source);
  g_assert_true (ks_sheet_source_select (source, 1, NULL));
  assert_row (source, 1, "2");
  /* Back, and in the middle of a sheet. */
  g_assert_true (ks_sheet_source_select (source, 0, NULL));
  assert_row (source, 1, "1");
}

static void
test_cells (void)
{
  g_autoptr (KsSheetSource) source = open_rows (
      "<row r=\"2\"><c r=\"B2\"><v>19.0</v></c><c r=\"D2\"><v>0.30000000000000004</v></c>"
      "<c r=\"E2\"><v>7.201E3</v></c><c r=\"F2\"><v>-3</v></c></row>"
      "<row r=\"4\"/><row r=\"5\"><c r=\"A5\" s=\"3\"/><c r=\"B5\" t=\"s\"/></row>"
      "<row r=\"6\"><c r=\"A6\" t=\"b\"><v>1</v></c><c r=\"B6\" t=\"e\"><v>#REF!</v></c>"
      "<c r=\"C6\" t=\"inlineStr\"><is><t>a&amp;</t><r><t xml:space=\"preserve\"> b</t></r>"
      "<rPh><t>no</t></rPh></is></c><c r=\"D6\" t=\"d\"><v>2024-04-01</v></c></row>"
      "<row><c><v>1</v></c><c><v>2</v></c></row>");

  assert_row (source, 2, "|19||0.3|7201|-3");
  assert_row (source, 6, "TRUE|#REF!|a& b|2024-04-01");
  assert_row (source, 7, "1|2");
  assert_end (source);
}

static void
test_formulas (void)
{
  g_autoptr (KsSheetSource) source = open_rows (
      "<row r=\"1\"><c r=\"A1\"><f>B1+1</f><v>4</v></c><c r=\"B1\"><f>SUM(C1:C9)</f></c>"
      "<c r=\"C1\" t=\"str\"><f>IF(1,\"\")</f><v></v></c><c r=\"D1\" t=\"str\"><f>A2</f>"
      "<v>Xã_x0020_Vôi_x000D_</v></c><c r=\"E1\" t=\"inlineStr\"><is><t>_x00_ _x005F_x0041_</t></is>"
      "</c></row>");

  assert_row (source, 1, "4|=SUM(C1:C9)||Xã Vôi\r|_x00_ _x0041_");
}

static void
test_shared (void)
{
  KsTestWorkbook *workbook = ks_test_workbook_new ();
  g_autoptr (KsSheetSource) source = NULL;

  ks_test_workbook_set_part (workbook, "xl/sharedStrings.xml",
                             "<x:sst xmlns:x=\"m\"><x:si><x:t>Xã Vôi</x:t></x:si><x:si/>"
                             "<x:si><x:r><x:t>Thị</x:t></x:r><x:r><x:t xml:space=\"preserve\"> trấn"
                             "</x:t></x:r><x:rPh><x:t>?</x:t></x:rPh></x:si></x:sst>");
  ks_test_workbook_add_sheet (workbook, "1",
                              "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2</v></c><c r=\"B1\" t=\"s\">"
                              "<v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row>",
                              NULL);
  source = open_workbook (workbook);
  assert_row (source, 1, "Thị trấn|Xã Vôi");
}

/* Microsoft Forms writes a prefix before every name. */
static void
test_prefix (void)
{
  KsTestWorkbook *workbook = ks_test_workbook_new ();
  g_autoptr (KsSheetSource) source = NULL;

  ks_test_workbook_add_sheet (workbook, "1", "", NULL);
  ks_test_workbook_set_part (workbook, "xl/worksheets/sheet9.xml",
                             "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row r=\"1\"><x:c r=\"C1\">"
                             "<x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>");
  source = open_workbook (workbook);
  assert_row (source, 1, "||5");
  assert_end (source);
}

static const char styles[]
    = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-42A]dd/mm/yyyy\\ h:mm:ss\"/>"
      "<numFmt numFmtId=\"165\" formatCode=\"#,##0 &quot;đ&quot;\"/></numFmts><cellStyleXfs>"
      "<xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/>"
      "<xf numFmtId=\"14\"/><xf numFmtId=\"165\"/><xf numFmtId=\"20\"/></cellXfs></styleSheet>";

static const char days[]
    = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>45383.337638888886</v></c><c r=\"B1\" s=\"2\"><v>45383</v>"
      "</c><c r=\"C1\" s=\"3\"><v>45383</v></c><c r=\"D1\" s=\"4\"><v>0.5</v></c><c r=\"E1\" s=\"2\">"
      "<v>59</v></c><c r=\"F1\" s=\"2\"><v>61</v></c><c r=\"G1\" s=\"99\"><v>1</v></c></row>";

static KsSheetSource *
open_days (const char *workbook_part)
{
  KsTestWorkbook *workbook = ks_test_workbook_new ();

  ks_test_workbook_set_part (workbook, "xl/styles.xml", styles);
  ks_test_workbook_add_sheet (workbook, "1", days, NULL);
  if (workbook_part != NULL)
    ks_test_workbook_set_part (workbook, "xl/workbook.xml", workbook_part);
  return open_workbook (workbook);
}

static void
test_days (void)
{
  g_autoptr (KsSheetSource) from_1900 = open_days (NULL);
  g_autoptr (KsSheetSource) from_1904
      = open_days ("<workbook><workbookPr date1904=\"1\"/><sheets><sheet name=\"1\" "
                   "r:id=\"rId41\" xmlns:r=\"r\"/></sheets></workbook>");

  assert_row (from_1900, 1,
              "2024-04-01 08:06:12|2024-04-01|45383|12:00:00|1900-02-28|1900-03-01|1");
  assert_row (from_1904, 1,
              "2028-04-02 08:06:12|2028-04-02|45383|12:00:00|1904-02-29|1904-03-02|1");
}

static void
test_merges (void)
{
  KsTestWorkbook *workbook = ks_test_workbook_new ();
  g_autoptr (KsSheetSource) source = NULL;
  KsMerge *merge;

  ks_test_workbook_add_sheet (workbook, "1", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
                              "<mergeCells><mergeCell ref=\"B2:AA3\"/><mergeCell ref=\"C3\"/>"
                              "<mergeCell ref=\"C3:A1\"/><mergeCell/></mergeCells>");
  source = open_workbook (workbook);
  assert_row (source, 1, "1");
  assert_end (source);
  g_assert_cmpuint (ks_sheet_source_get_merges (source)->len, ==, 1);
  merge = &g_array_index (ks_sheet_source_get_merges (source), KsMerge, 0);
  g_assert_cmpuint (merge->first_row, ==, 2);
  g_assert_cmpuint (merge->last_row, ==, 3);
  g_assert_cmpuint (merge->first_column, ==, 1);
  g_assert_cmpuint (merge->last_column, ==, 26);
}

static void
test_text (void)
{
  g_autoptr (KsSheetSource) block
      = ks_sheet_source_new_for_block ("Mã\tTên, loại\r\n\r\n07201\t\"Xã\nVôi\"\r\n", "bảng");
  g_autoptr (KsSheetSource) csv = NULL;
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "a.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (ks_sheet_source_is_workbook (block));
  g_assert_cmpuint (ks_sheet_source_get_n_sheets (block), ==, 1);
  g_assert_cmpstr (ks_sheet_source_get_sheet_name (block, 0), ==, "");
  assert_row (block, 1, "Mã|Tên, loại");
  assert_row (block, 3, "07201|Xã\nVôi");
  assert_end (block);
  g_assert_cmpuint (ks_sheet_source_get_merges (block)->len, ==, 0);

  /* Not the name tells what a file is. */
  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (g_file_set_contents (path, "a;b\n", -1, NULL));
  csv = ks_sheet_source_new_for_path (path, &error);
  g_assert_no_error (error);
  g_assert_false (ks_sheet_source_is_workbook (csv));
  g_assert_cmpstr (ks_sheet_source_get_name (csv), ==, "a.xlsx");
  assert_row (csv, 1, "a|b");
}

/* A workbook of that many sheets which no archive makes smaller. */
static GBytes *
make_noisy_workbook (guint n_sheets)
{
  KsTestWorkbook *book = ks_test_workbook_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GString) noise = g_string_new ("<noise>");

  for (guint i = 0; i < n_sheets; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);
      g_autofree char *data = ks_test_sheet_data (name);

      ks_test_workbook_add_sheet (book, name, data, NULL);
    }
  for (guint i = 0; i < 25000; i++)
    g_string_append_printf (noise, "%08x", g_rand_int (random));
  g_string_append (noise, "</noise>");
  ks_test_workbook_set_part (book, "noise.xml", noise->str);
  return ks_test_workbook_finish (book);
}

/* A sheet for each unit of a province is honest, also where the workbook lies in an archive. */
static void
test_many_sheets_in_archive (void)
{
  enum { N_SHEETS = 300 };
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "a.zip", NULL);
  g_autoptr (GBytes) workbook = make_noisy_workbook (N_SHEETS);
  g_autoptr (KsZipWriter) writer = ks_zip_writer_new (NULL);
  g_autoptr (GBytes) zip = NULL;
  g_autoptr (KsSheetSource) source = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ks_zip_writer_add (writer, "a.xlsx", workbook, NULL));
  zip = ks_zip_writer_end (writer, NULL);
  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (zip, NULL),
                                      (gssize) g_bytes_get_size (zip), NULL));
  source = ks_sheet_source_new_for_path (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ks_sheet_source_get_n_sheets (source), ==, N_SHEETS);
  for (guint i = 0; i < N_SHEETS; i++)
    {
      g_autofree char *expected = g_strdup_printf ("%u", i);

      ks_sheet_source_select (source, i, &error);
      g_assert_no_error (error);
      assert_row (source, 1, expected);
    }
}

static void
test_column_names (void)
{
  static const struct
  {
    guint column;
    const char *name;
  } cases[] = { { 0, "A" }, { 25, "Z" }, { 26, "AA" }, { 701, "ZZ" }, { 702, "AAA" }, { 16383, "XFD" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = ks_sheet_column_name (cases[i].column);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/sheet-source/sheets", test_sheets);
  g_test_add_func ("/sheet-source/cells", test_cells);
  g_test_add_func ("/sheet-source/formulas", test_formulas);
  g_test_add_func ("/sheet-source/shared", test_shared);
  g_test_add_func ("/sheet-source/prefix", test_prefix);
  g_test_add_func ("/sheet-source/days", test_days);
  g_test_add_func ("/sheet-source/merges", test_merges);
  g_test_add_func ("/sheet-source/text", test_text);
  g_test_add_func ("/sheet-source/many-sheets-in-archive", test_many_sheets_in_archive);
  g_test_add_func ("/sheet-source/column-names", test_column_names);
  return g_test_run ();
}
