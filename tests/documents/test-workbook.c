/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-document-workbook.h"
#include "ks-documents-error.h"
#include "ks-test-workbook.h"

#define STAMP 1711929600 /* 2024-04-01T00:00:00Z */

static const double widths[] = { 60, 30, 30, 40 };
static const KsAlign aligns[] = { KS_ALIGN_LEFT, KS_ALIGN_RIGHT, KS_ALIGN_RIGHT, KS_ALIGN_CENTRE };
static const char *const header[] = { "Đơn vị", "Số\nphiếu", "Tỷ lệ", "Ghi chú" };

static KsFigureBook *
make_book (void)
{
  KsFigureBook *book = ks_figure_book_new ();

  ks_figure_book_add_count (book, "counted", 4466, "Số phiếu hợp lệ.");
  ks_figure_book_add_share (book, "rate", 4466, 4990, "Số phiếu hợp lệ chia cho số người.");
  ks_figure_book_add_decimal (book, "score", 97.14, 2, "Cộng điểm của các tiêu chí.");
  ks_figure_book_add_words (book, "bounds", "62,96% – 88,89%", "Thấp nhất, cao nhất có thể.");
  return book;
}

static void
add_table (KsDocument *document, const char *sheet)
{
  static const char *const first[] = { "={=1}+{counted}", "{counted}", "{rate}", "{bounds}" };
  static const char *const total[] = { "Toàn tỉnh", "{score}", "–", "gồm {counted}\nphiếu" };
  const KsDocumentTable table = {
    .sheet = sheet,
    .caption = "Biểu {=1}. Số người tham gia",
    .n_columns = G_N_ELEMENTS (widths),
    .widths = widths,
    .aligns = aligns,
    .header = header,
  };
  const char *const group[] = { "+ huyện", "{counted}", "{rate}", "" };

  ks_document_begin_table (document, &table);
  ks_document_add_row (document, KS_ROW_GROUP, group, G_N_ELEMENTS (group));
  ks_document_add_row (document, KS_ROW_PLAIN, first, G_N_ELEMENTS (first));
  ks_document_add_row (document, KS_ROW_TOTAL, total, G_N_ELEMENTS (total));
  ks_document_end_table (document);
}

static KsDocument *
make_document (void)
{
  g_autoptr (KsFigureBook) book = make_book ();
  const KsDocumentFacts facts = {
    .id = "annex", .title = "Phụ lục", .simulated = TRUE, .internal = TRUE, .draft = "DỰ THẢO LẦN 2"
  };

  return ks_document_new (&facts, book);
}

static GBytes *
write_workbook (KsDocument *document)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = ks_document_write_workbook (document, STAMP, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

/* A cell that is a figure holds its value; what is written around one makes it a text, which no
 * spreadsheet takes for a formula. */
static void
test_cells (void)
{
  g_autoptr (KsDocument) document = make_document ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KsSheetSource) source = NULL;

  add_table (document, "Biểu 01");
  bytes = write_workbook (document);
  source = ks_sheet_source_new_for_workbook (bytes, "a.xlsx", NULL);
  g_assert_nonnull (source);
  g_assert_cmpstr (ks_sheet_source_get_sheet_name (source, 0), ==, "Biểu 01");
  ks_test_assert_row (source, "Biểu 1. Số người tham gia");
  ks_test_assert_row (source, "DỰ THẢO LẦN 2");
  ks_test_assert_row (source, "LƯU HÀNH NỘI BỘ");
  ks_test_assert_row (source, "SỐ LIỆU MÔ PHỎNG");
  ks_test_assert_row (source, "Đơn vị|Số phiếu|Tỷ lệ|Ghi chú");
  ks_test_assert_row (source, "'+ huyện|4466|0.89498997995992");
  ks_test_assert_row (source, "'=1+4.466|4466|0.89498997995992|62,96% – 88,89%");
  ks_test_assert_row (source, "Toàn tỉnh|97.14|–|gồm 4.466 phiếu");
  g_assert_null (ks_sheet_source_next (source, NULL));
}

static void
test_sheets (void)
{
  g_autoptr (KsDocument) document = make_document ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (KsSheetSource) source = NULL;

  ks_document_add_text (document, "Có {counted} phiếu.");
  add_table (document, "Biểu 01");
  add_table (document, NULL);
  bytes = write_workbook (document);
  again = write_workbook (document);
  g_assert_true (g_bytes_equal (bytes, again));
  source = ks_sheet_source_new_for_workbook (bytes, "a.xlsx", NULL);
  g_assert_cmpuint (ks_sheet_source_get_n_sheets (source), ==, 2);
  g_assert_cmpstr (ks_sheet_source_get_sheet_name (source, 1), ==, "2");
}

/* A sheet says which paper it is of, which part of it, and what must be known of the table. */
static void
test_names (void)
{
  static const char *const subjects[] = { "Xã {=Mẫu 02}", NULL };
  const KsPaperOpening opening = { .superior = "TỈNH ỦY MẪU",
                                   .organ = "BAN DÂN VẬN",
                                   .title = "BIỂU ĐỐI CHIẾU",
                                   .subjects = subjects };
  g_autoptr (KsFigureBook) book = make_book ();
  const KsDocumentFacts facts = { .id = "unit", .title = "Biểu" };
  g_autoptr (KsDocument) document = ks_document_new (&facts, book);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KsSheetSource) source = NULL;

  ks_document_open (document, &opening);
  ks_document_add_heading (document, 3, "{=1}. Kết quả");
  add_table (document, "Kết quả");
  ks_document_add_note (document, "Có {counted} phiếu.");
  ks_document_add_title (document, "Biểu số {=02}", "CÁC ĐƠN VỊ", NULL);
  add_table (document, "Đơn vị");
  bytes = write_workbook (document);
  source = ks_sheet_source_new_for_workbook (bytes, "a.xlsx", NULL);
  ks_test_assert_row (source, "BIỂU ĐỐI CHIẾU");
  ks_test_assert_row (source, "Xã Mẫu 02");
  ks_test_assert_row (source, "1. Kết quả");
  ks_test_assert_row (source, "Biểu 1. Số người tham gia");
  for (guint i = 0; i < 4; i++)
    g_assert_nonnull (ks_sheet_source_next (source, NULL));
  ks_test_assert_row (source, "Có 4.466 phiếu.");
  g_assert_true (ks_sheet_source_select (source, 1, NULL));
  ks_test_assert_row (source, "Biểu số 02");
  ks_test_assert_row (source, "CÁC ĐƠN VỊ");
}

static void
assert_refused (KsDocument *document, KsDocumentsError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ks_document_write_workbook (document, STAMP, NULL, &error));
  g_assert_error (error, KS_DOCUMENTS_ERROR, (int)code);
}

static void
test_refused (void)
{
  g_autoptr (KsDocument) without = make_document ();
  g_autoptr (KsDocument) unknown = make_document ();

  ks_document_add_text (without, "Có {counted} phiếu.");
  assert_refused (without, KS_DOCUMENTS_ERROR_TABLE);
  add_table (unknown, NULL);
  ks_document_add_text (unknown, "Có {received} phiếu.");
  assert_refused (unknown, KS_DOCUMENTS_ERROR_FIGURE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workbook/cells", test_cells);
  g_test_add_func ("/workbook/sheets", test_sheets);
  g_test_add_func ("/workbook/names", test_names);
  g_test_add_func ("/workbook/refused", test_refused);
  return g_test_run ();
}
