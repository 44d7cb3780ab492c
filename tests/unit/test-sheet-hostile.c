/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-sheet-source.h"
#include "ks-tables-error.h"
#include "ks-test-workbook.h"

/* Reads everything; returns what stopped it. */
static GError *
read_bytes (GBytes *bytes)
{
  GError *error = NULL;
  g_autoptr (KsSheetSource) source = ks_sheet_source_new_for_workbook (bytes, "a.xlsx", &error);
  gboolean ok = source != NULL;

  for (guint i = 0; ok && i < ks_sheet_source_get_n_sheets (source); i++)
    {
      ok = ks_sheet_source_select (source, i, &error);
      while (ok && ks_sheet_source_next (source, &error) != NULL)
        ;
      ok = ok && error == NULL;
      if (!ok)
        g_assert_null (ks_sheet_source_next (source, NULL));
    }
  return error;
}

static void
assert_refused (KsTestWorkbook *workbook, KsTablesError code, const char *words)
{
  g_autoptr (GBytes) bytes = ks_test_workbook_finish (workbook);
  g_autoptr (GError) error = read_bytes (bytes);

  g_assert_error (error, KS_TABLES_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "a.xlsx"));
  g_assert_nonnull (strstr (error->message, words));
}

static void
assert_rows_refused (const char *sheet_data, KsTablesError code, const char *words)
{
  KsTestWorkbook *workbook = ks_test_workbook_new ();

  ks_test_workbook_add_sheet (workbook, "Danh sách", sheet_data, NULL);
  assert_refused (workbook, code, words);
}

static void
test_places (void)
{
  KsTestWorkbook *workbook = ks_test_workbook_new ();

  assert_rows_refused ("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>",
                       KS_TABLES_ERROR_LIMIT, "more than 500 columns");
  assert_rows_refused ("<row r=\"1048577\"><c r=\"A1048577\"><v>1</v></c></row>",
                       KS_TABLES_ERROR_FORMAT, "sheet “Danh sách”, row 0");
  assert_rows_refused ("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", KS_TABLES_ERROR_FORMAT,
                       "beyond the end");
  assert_rows_refused ("<row r=\"1\"><c r=\"AAAAAAAAAAAAAAA1\"><v>1</v></c></row>",
                       KS_TABLES_ERROR_FORMAT, "beyond the end");
  assert_rows_refused ("<row r=\"1\"><c r=\"11\"><v>1</v></c></row>", KS_TABLES_ERROR_FORMAT,
                       "beyond the end");
  assert_rows_refused ("<row r=\"2\"/><row r=\"2\"/>", KS_TABLES_ERROR_FORMAT, "out of order");
  assert_rows_refused ("<row r=\"-1\"/>", KS_TABLES_ERROR_FORMAT, "out of order");
  /* A cell without content does no harm, wherever it lies. */
  ks_test_workbook_add_sheet (workbook, "1",
                              "<row r=\"1048576\"><c r=\"XFD1048576\" s=\"1\"/></row>", NULL);
  {
    g_autoptr (GBytes) bytes = ks_test_workbook_finish (workbook);

    g_assert_null (read_bytes (bytes));
  }
}

static void
test_shared_index (void)
{
  static const char *const indices[] = { "1", "-1", "99999999999999999999", "x", "4294967295" };

  for (guint i = 0; i < G_N_ELEMENTS (indices); i++)
    {
      KsTestWorkbook *workbook = ks_test_workbook_new ();
      g_autofree char *data = g_strdup_printf (
          "<row r=\"7\"><c r=\"A7\" t=\"s\"><v>%s</v></c></row>", indices[i]);

      ks_test_workbook_set_part (workbook, "xl/sharedStrings.xml", "<sst><si><t>a</t></si></sst>");
      ks_test_workbook_add_sheet (workbook, "1", data, NULL);
      assert_refused (workbook, KS_TABLES_ERROR_FORMAT, "row 7: a cell names a text");
    }
}

static void
test_doctype (void)
{
  static const char *const parts[] = { "xl/workbook.xml", "xl/worksheets/sheet9.xml",
                                       "xl/sharedStrings.xml", "_rels/.rels" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      KsTestWorkbook *workbook = ks_test_workbook_new ();

      ks_test_workbook_add_sheet (workbook, "1", "", NULL);
      ks_test_workbook_set_part (workbook, parts[i],
                                 "<!DOCTYPE a [<!ENTITY b \"c\"><!ENTITY d SYSTEM "
                                 "\"file:///etc/passwd\">]><a>&b;&d;</a>");
      assert_refused (workbook, KS_TABLES_ERROR_FORMAT, "document type");
    }
}

static char *
repeat (const char *text, guint n)
{
  GString *all = g_string_sized_new (strlen (text) * n);

  for (guint i = 0; i < n; i++)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

static void
test_growth (void)
{
  /* 200 MB of nothing, in 204 KB. */
  g_autofree char *blanks = g_strnfill (200 << 20, ' ');
  KsTestWorkbook *workbook = ks_test_workbook_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start;

  ks_test_workbook_add_sheet (workbook, "1", blanks, NULL);
  bytes = ks_test_workbook_finish (workbook);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 220 * 1024);
  start = g_get_monotonic_time ();
  error = read_bytes (bytes);
  g_test_minimized_result ((double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC,
                           "seconds until it is refused");
  g_assert_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, "grows without measure"));
}

static void
test_long_cells (void)
{
  g_autofree char *text = repeat ("0123456789abcdef", 4097);
  g_autofree char *inline_cell = g_strdup_printf (
      "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>%s</t></is></c></row>", text);
  g_autofree char *number
      = g_strdup_printf ("<row r=\"1\"><c r=\"A1\"><v>%.500s</v></c></row>", text);
  g_autofree char *strings = g_strdup_printf ("<sst><si><t>%s</t></si></sst>", text);
  KsTestWorkbook *workbook = ks_test_workbook_new ();

  assert_rows_refused (inline_cell, KS_TABLES_ERROR_LIMIT, "row 3: a cell is too long");
  assert_rows_refused (number, KS_TABLES_ERROR_LIMIT, "row 1: a cell is too long");
  ks_test_workbook_set_part (workbook, "xl/sharedStrings.xml", strings);
  ks_test_workbook_add_sheet (workbook, "1", "<row><c t=\"s\"><v>0</v></c></row>", NULL);
  assert_refused (workbook, KS_TABLES_ERROR_LIMIT, "row 1: a cell is too long");
}

static void
test_names (void)
{
  static const char *const names[] = { "../../etc/passwd", "xl/../../a", "a\\..\\b" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      KsTestWorkbook *workbook = ks_test_workbook_new ();

      ks_test_workbook_add_sheet (workbook, "1", "", NULL);
      ks_test_workbook_set_part (workbook, names[i], "x");
      assert_refused (workbook, KS_TABLES_ERROR_FORMAT, "no workbook (XLSX or ODS)");
    }
}

static void
test_relations (void)
{
  static const char *const relations[] = {
    "<Relationships/>",
    "<Relationships><Relationship Id=\"rId41\" Type=\"x/worksheet\" Target=\"../../b.xml\"/>"
    "</Relationships>",
    "<Relationships><Relationship Id=\"rId41\" Type=\"x/worksheet\" Target=\"gone.xml\"/>"
    "</Relationships>",
    "<Relationships><Relationship Id=\"rId41\" Type=\"x/worksheet\" Target=\"http://a/b.xml\" "
    "TargetMode=\"External\"/></Relationships>",
    "<Relationships><Relationship Id=\"rId41\" Type=\"x/chartsheet\" Target=\"workbook.xml\"/>"
    "</Relationships>",
    "<Relationships>",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    {
      KsTestWorkbook *workbook = ks_test_workbook_new ();

      ks_test_workbook_add_sheet (workbook, "1", "", NULL);
      ks_test_workbook_set_part (workbook, "xl/_rels/workbook.xml.rels", relations[i]);
      assert_refused (workbook, KS_TABLES_ERROR_FORMAT, "no workbook (XLSX or ODS)");
    }
}

static void
test_broken_xml (void)
{
  g_autofree char *deep = repeat ("<c>", 200);

  assert_rows_refused ("<row r=\"1\"><c></row>", KS_TABLES_ERROR_FORMAT, "no workbook (XLSX or ODS)");
  assert_rows_refused ("<row>\xff</row>", KS_TABLES_ERROR_FORMAT, "no workbook (XLSX or ODS)");
  assert_rows_refused ("<row>&nbsp;</row>", KS_TABLES_ERROR_FORMAT, "no workbook (XLSX or ODS)");
  assert_rows_refused (deep, KS_TABLES_ERROR_FORMAT, "no workbook (XLSX or ODS)");
}

/* Whatever is cut off or flipped is refused or read, and nothing else happens. */
static void
test_damage (void)
{
  KsTestWorkbook *workbook = ks_test_workbook_new ();
  g_autofree char *data = ks_test_sheet_data ("Mã|Tên|Số\n07201|Xã Vôi|12\n07204|Xã Kép|9");
  g_autoptr (GBytes) bytes = NULL;
  gsize size;

  ks_test_workbook_add_sheet (workbook, "1", data, NULL);
  bytes = ks_test_workbook_finish (workbook);
  size = g_bytes_get_size (bytes);
  for (gsize i = 0; i < size; i += 3)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, i);
      g_autofree char *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
      g_autoptr (GBytes) flipped = NULL;
      g_autoptr (GError) error = read_bytes (cut);
      g_autoptr (GError) other = NULL;

      g_assert_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_FORMAT);
      copy[i] = (char) (copy[i] ^ 0x55);
      flipped = g_bytes_new (copy, size);
      other = read_bytes (flipped);
      g_assert_true (other == NULL || other->domain == KS_TABLES_ERROR);
    }
}

static KsSheetSource *
open_bytes (const char *data, gsize length, GError **error)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "a.zip", NULL);

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
  return ks_sheet_source_new_for_path (path, error);
}

/* More tables than anybody packs, each of which is searched for from the archive's beginning. */
static void
test_many_parts (void)
{
  const char *names[502] = { NULL };
  const char *texts[502] = { NULL };
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);

  for (guint n = 500; n <= 501; n++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (KsSheetSource) source = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < n; i++)
        {
          g_ptr_array_add (kept, g_strdup_printf ("%u.csv", i));
          names[i] = kept->pdata[kept->len - 1];
          texts[i] = "a,b\n";
        }
      bytes = ks_test_zip (names, texts, n);
      source = open_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
      g_assert_true ((source != NULL) == (n == 500));
      if (n == 501)
        g_assert_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_LIMIT);
    }
}

/* Windows writes names of parts in the letters of its country; messages show them all the same. */
static void
test_part_letters (void)
{
  const char *const names[] = { "phi??1.csv", "phi??2.csv" };
  const char *const texts[] = { "a,b\n1,2\n", "a,b\n3,4\n" };
  g_autoptr (GBytes) bytes = ks_test_zip (names, texts, 2);
  gsize length;
  g_autofree char *data = g_memdup2 (g_bytes_get_data (bytes, &length), g_bytes_get_size (bytes));
  g_autoptr (KsSheetSource) source = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i + 5 < length; i++)
    if (memcmp (data + i, "phi??", 5) == 0)
      memcpy (data + i + 3, "\xea\xec", 2);
  source = open_bytes (data, length, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpstr (ks_sheet_source_get_sheet_name (source, i), ==,
                       i == 0 ? "phi\uFFFD\uFFFD1" : "phi\uFFFD\uFFFD2");
      g_assert_true (ks_sheet_source_select (source, i, &error));
      g_assert_true (g_utf8_validate (
          ks_csv_reader_get_name (ks_sheet_source_get_csv (source)), -1, NULL));
      g_assert_nonnull (ks_sheet_source_next (source, &error));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/sheet-hostile/places", test_places);
  g_test_add_func ("/sheet-hostile/shared-index", test_shared_index);
  g_test_add_func ("/sheet-hostile/doctype", test_doctype);
  g_test_add_func ("/sheet-hostile/growth", test_growth);
  g_test_add_func ("/sheet-hostile/long-cells", test_long_cells);
  g_test_add_func ("/sheet-hostile/names", test_names);
  g_test_add_func ("/sheet-hostile/relations", test_relations);
  g_test_add_func ("/sheet-hostile/broken-xml", test_broken_xml);
  g_test_add_func ("/sheet-hostile/damage", test_damage);
  g_test_add_func ("/sheet-hostile/many-parts", test_many_parts);
  g_test_add_func ("/sheet-hostile/part-letters", test_part_letters);
  return g_test_run ();
}
