/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "ks-sheet-source.h"
#include "ks-sheet-writer.h"
#include "ks-test-workbook.h"

#define CREATED 1711929600 /* 2024-04-01T00:00:00Z */
#define MAX_PART (64 * 1024)

static GBytes *
write_table (KsSheetFormat format, KsMoment created)
{
  g_autoptr (KsSheetWriter) writer = ks_sheet_writer_new (format, created, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes;
  KsDay day;

  g_assert_true (ks_day_parse ("2024-04-01", &day));
  ks_sheet_writer_begin_sheet (writer, "Danh sách đơn vị");
  ks_sheet_writer_add_header (writer, "Mã ĐVHC");
  ks_sheet_writer_add_header (writer, "Tên đơn vị");
  ks_sheet_writer_add_header (writer, "Số");
  ks_sheet_writer_add_header (writer, "Tỷ lệ");
  ks_sheet_writer_add_header (writer, "Ngày");
  ks_sheet_writer_end_row (writer);
  ks_sheet_writer_add_text (writer, "07201");
  ks_sheet_writer_add_text (writer, "=cmd|' /C calc'!A0 của phường Thọ Xương");
  ks_sheet_writer_add_count (writer, -12);
  ks_sheet_writer_add_number (writer, 0.5, 2);
  ks_sheet_writer_add_day (writer, day);
  ks_sheet_writer_end_row (writer);
  ks_sheet_writer_add_text (writer, "");
  ks_sheet_writer_add_text (writer, "a\nb_x0041_\x01");
  ks_sheet_writer_end_row (writer);
  bytes = ks_sheet_writer_finish (writer, &error);
  g_assert_no_error (error);
  return bytes;
}

/* What is written is read back, text as text and figures as figures. */
static void
test_round_trip (void)
{
  g_autoptr (GBytes) bytes = write_table (KS_SHEET_XLSX, CREATED);
  g_autoptr (KsSheetSource) source = ks_sheet_source_new_for_workbook (bytes, "a.xlsx", NULL);

  g_assert_nonnull (source);
  g_assert_cmpstr (ks_sheet_source_get_sheet_name (source, 0), ==, "Danh sách đơn vị");
  ks_test_assert_row (source, "Mã ĐVHC|Tên đơn vị|Số|Tỷ lệ|Ngày");
  ks_test_assert_row (source, "07201|'=cmd|' /C calc'!A0 của phường Thọ Xương|-12|0.5|2024-04-01");
  ks_test_assert_row (source, "|a\nb_x0041_\x01");
  g_assert_null (ks_sheet_source_next (source, NULL));
}

static void
test_csv (void)
{
  g_autoptr (GBytes) bytes = write_table (KS_SHEET_CSV, CREATED);
  static const char expected[] = "Mã ĐVHC,Tên đơn vị,Số,Tỷ lệ,Ngày\n"
                                 "07201,'=cmd|' /C calc'!A0 của phường Thọ Xương,-12,0.50,2024-04-01\n"
                                 ",\"a\nb_x0041_\x01\"\n";

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected,
                   sizeof expected - 1);
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) first = write_table (KS_SHEET_XLSX, CREATED);
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GBytes) later = write_table (KS_SHEET_XLSX, CREATED + 1);

  g_usleep (2100 * 1000); /* a ZIP counts in steps of two seconds */
  second = write_table (KS_SHEET_XLSX, CREATED);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_false (g_bytes_equal (first, later));
}

static char *
extract (GBytes *bytes, const char *part)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  char *text = g_malloc0 (MAX_PART);

  archive_read_support_format_zip (archive);
  archive_read_open_memory (archive, (void *) g_bytes_get_data (bytes, NULL),
                            g_bytes_get_size (bytes));
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    if (g_str_equal (archive_entry_pathname (entry), part))
      g_assert_cmpint (archive_read_data (archive, text, MAX_PART - 1), >, 0);
  archive_read_free (archive);
  return text;
}

static void
test_looks (void)
{
  g_autoptr (GBytes) bytes = write_table (KS_SHEET_XLSX, CREATED);
  g_autofree char *sheet = extract (bytes, "xl/worksheets/sheet1.xml");
  g_autofree char *core = extract (bytes, "docProps/core.xml");

  g_assert_nonnull (strstr (sheet, "<pane ySplit=\"1\""));
  g_assert_nonnull (strstr (sheet, "state=\"frozen\""));
  /* The long name gets room, the short figure does not shrink to nothing. */
  g_assert_nonnull (strstr (sheet, "<col min=\"2\" max=\"2\" width=\"42."));
  g_assert_nonnull (strstr (sheet, "<col min=\"3\" max=\"3\" width=\"6."));
  g_assert_nonnull (strstr (core, "2024-04-01T00:00:00Z"));
}

static void
test_sheet_names (void)
{
  static const char *const given[] = { "Huyện [Lục Nam]", "huyện [lục nam]", "",
                                       "Một tên rất dài của một huyện miền núi" };
  static const char *const names[] = { "Huyện -Lục Nam-", "huyện -lục nam- (2)", "1",
                                       "Một tên rất dài của một hu" };
  g_autoptr (KsSheetWriter) writer = ks_sheet_writer_new (KS_SHEET_XLSX, CREATED, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KsSheetSource) source = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    {
      ks_sheet_writer_begin_sheet (writer, given[i]);
      ks_sheet_writer_add_count (writer, i);
      ks_sheet_writer_end_row (writer);
    }
  bytes = ks_sheet_writer_finish (writer, NULL);
  source = ks_sheet_source_new_for_workbook (bytes, "a.xlsx", NULL);
  g_assert_cmpuint (ks_sheet_source_get_n_sheets (source), ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (ks_sheet_source_get_sheet_name (source, i), ==, names[i]);
  g_assert_true (ks_sheet_source_select (source, 3, NULL));
  ks_test_assert_row (source, "3");
}

static void
test_format (void)
{
  g_assert_cmpint (ks_sheet_format_from_path ("a.XLSX"), ==, KS_SHEET_XLSX);
  g_assert_cmpint (ks_sheet_format_from_path ("a.xlsx.csv"), ==, KS_SHEET_CSV);
  g_assert_cmpint (ks_sheet_format_from_path ("a"), ==, KS_SHEET_CSV);
}

static GBytes *
write_titled (KsSheetFormat format)
{
  g_autoptr (KsSheetWriter) writer = ks_sheet_writer_new (format, CREATED, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  ks_sheet_writer_begin_sheet (writer, "Huyện Mẫu A");
  ks_sheet_writer_add_title (writer, "=KẾT QUẢ THAM GIA KHẢO SÁT, CÁC ĐƠN VỊ CỦA HUYỆN MẪU A");
  ks_sheet_writer_add_title (writer, "Số liệu tính đến 15 giờ 00");
  ks_sheet_writer_add_header (writer, "STT");
  ks_sheet_writer_add_header (writer, "Tỷ lệ");
  ks_sheet_writer_end_row (writer);
  ks_sheet_writer_add_count (writer, 1);
  ks_sheet_writer_add_share (writer, 0.9735);
  ks_sheet_writer_end_row (writer);
  bytes = ks_sheet_writer_finish (writer, &error);
  g_assert_no_error (error);
  return bytes;
}

/* What a sheet says of itself stays in sight with the titles, computes nothing and widens no
 * column; a share is a number that is shown in percent. */
static void
test_titles (void)
{
  g_autoptr (GBytes) bytes = write_titled (KS_SHEET_XLSX);
  g_autoptr (GBytes) text = write_titled (KS_SHEET_CSV);
  g_autofree char *sheet = extract (bytes, "xl/worksheets/sheet1.xml");
  g_autofree char *styles = extract (bytes, "xl/styles.xml");
  g_autofree char *strings = extract (bytes, "xl/sharedStrings.xml");

  g_assert_nonnull (strstr (sheet, "<pane ySplit=\"3\""));
  g_assert_nonnull (strstr (sheet, "<col min=\"1\" max=\"1\" width=\"6."));
  g_assert_nonnull (strstr (sheet, "<v>0.9735</v>"));
  g_assert_nonnull (strstr (styles, "formatCode=\"0.00%\""));
  g_assert_nonnull (strstr (strings, "'=KẾT QUẢ"));
  g_assert_cmpstr (g_bytes_get_data (text, NULL), ==,
                   "\"'=KẾT QUẢ THAM GIA KHẢO SÁT, CÁC ĐƠN VỊ CỦA HUYỆN MẪU A\"\n"
                   "Số liệu tính đến 15 giờ 00\nSTT,Tỷ lệ\n1,0.9735\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-writer/round-trip", test_round_trip);
  g_test_add_func ("/sheet-writer/csv", test_csv);
  g_test_add_func ("/sheet-writer/same-bytes", test_same_bytes);
  g_test_add_func ("/sheet-writer/looks", test_looks);
  g_test_add_func ("/sheet-writer/sheet-names", test_sheet_names);
  g_test_add_func ("/sheet-writer/titles", test_titles);
  g_test_add_func ("/sheet-writer/format", test_format);
  return g_test_run ();
}
