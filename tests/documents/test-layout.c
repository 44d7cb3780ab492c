/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <poppler.h>
#include <string.h>

#include "ks-document-layout.h"
#include "ks-documents-error.h"
#include "ks-lines.h"
#include "ks-test-papers.h"

/* Poppler has these only from 23.03 on. */
typedef PopplerDocument Pdf;
typedef PopplerPage Paper;
typedef PopplerFontInfo Fonts;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pdf, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paper, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fonts, g_object_unref)

static KsPages *
lay_out (KsDocument *document)
{
  g_autoptr (GError) error = NULL;
  KsPages *pages = ks_document_lay_out (document, NULL, &error);

  g_assert_no_error (error);
  return pages;
}

static PopplerDocument *
open_pdf (KsDocument *document, GBytes **bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsPages) pages = lay_out (document);
  PopplerDocument *pdf;

  *bytes = ks_pages_dup_pdf (pages, KS_TEST_STAMP, NULL, &error);
  g_assert_no_error (error);
  pdf = poppler_document_new_from_bytes (*bytes, NULL, &error);
  g_assert_no_error (error);
  return pdf;
}

static char *
read_page (PopplerDocument *pdf, int index)
{
  g_autoptr (Paper) page = poppler_document_get_page (pdf, index);

  return poppler_page_get_text (page);
}

static void
assert_says (PopplerDocument *pdf, int index, const char *words)
{
  g_autofree char *text = read_page (pdf, index);

  if (strstr (text, words) == NULL)
    g_error ("page %d does not say “%s”:\n%s", index + 1, words, text);
}

static void
assert_silent (PopplerDocument *pdf, int index, const char *words)
{
  g_autofree char *text = read_page (pdf, index);

  if (strstr (text, words) != NULL)
    g_error ("page %d says “%s”:\n%s", index + 1, words, text);
}

static void
test_report (void)
{
  g_autoptr (KsDocument) document = ks_test_report (1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (Pdf) pdf = open_pdf (document, &bytes);
  g_autofree char *title = poppler_document_get_title (pdf);
  int last = poppler_document_get_n_pages (pdf) - 1;

  g_assert_cmpint (last, ==, 2);
  g_assert_cmpstr (title, ==, "Báo cáo kết quả khảo sát – PKS01-2024");
  for (int i = 0; i <= last; i++)
    {
      assert_says (pdf, i, "SỐ LIỆU MÔ PHỎNG");
      assert_says (pdf, i, "SỐ LIỆU SƠ BỘ");
    }
  assert_says (pdf, 0, "DỰ THẢO LẦN 2");
  assert_says (pdf, 0, "LƯU HÀNH NỘI BỘ");
  assert_silent (pdf, 1, "DỰ THẢO");
  assert_says (pdf, 0, "ĐẢNG CỘNG SẢN VIỆT NAM");
  assert_says (pdf, 0, "bằng 89,50% so với");
  assert_says (pdf, 0, "/3/2024 của Ban Chỉ đạo");
  assert_says (pdf, 1, "Biểu 1. Mức độ hài lòng");
  assert_says (pdf, 1, "{không phải trường}");
  /* The signature takes the last paragraph with it. */
  assert_says (pdf, last, "Trên đây là báo cáo");
  assert_says (pdf, last, "cấp xã ./.");
  assert_says (pdf, last, "K/T TRƯỞNG BAN");
}

static void
test_fonts (void)
{
  g_autoptr (KsDocument) document = ks_test_report (0);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (Pdf) pdf = open_pdf (document, &bytes);
  g_autoptr (Fonts) fonts = poppler_font_info_new (pdf);
  PopplerFontsIter *iter;

  g_assert_true (poppler_font_info_scan (fonts, 10, &iter));
  do
    {
      g_assert_true (poppler_fonts_iter_is_embedded (iter));
      g_assert_nonnull (strstr (poppler_fonts_iter_get_name (iter), "Liberation"));
    }
  while (poppler_fonts_iter_next (iter));
  poppler_fonts_iter_free (iter);
}

static void
test_same_bytes (void)
{
  g_autoptr (KsDocument) one = ks_test_report (2);
  g_autoptr (KsDocument) two = ks_test_report (2);
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (Pdf) a = open_pdf (one, &first);
  g_autoptr (Pdf) b = open_pdf (two, &second);

  g_assert_true (g_bytes_equal (first, second));
}

/* A heading stands with two lines of its text; nothing is lost between pages. */
static void
test_headings (void)
{
  for (guint n = 0; n < 12; n++)
    {
      g_autoptr (KsDocument) document = ks_test_report (n);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (Pdf) pdf = open_pdf (document, &bytes);
      int n_pages = poppler_document_get_n_pages (pdf);
      guint found = 0;

      for (int i = 0; i < n_pages; i++)
        {
          g_autofree char *text = read_page (pdf, i);

          g_strchomp (text);
          g_assert_false (g_str_has_suffix (text, "II. KẾT QUẢ"));
          g_assert_false (g_str_has_suffix (text, "Kết quả từng nội dung"));
          g_assert_false (g_str_has_suffix (text, "ĐÁNH GIÁ CHUNG"));
          g_assert_false (g_str_has_suffix (text, "KIẾN NGHỊ"));
          for (const char *at = text; (at = strstr (at, "Đã nhận")) != NULL; at++)
            found++;
        }
      g_assert_cmpuint (found, ==, n + 1);
      assert_says (pdf, n_pages - 1, "Trên đây là báo cáo");
      assert_says (pdf, n_pages - 1, "Nơi nhận:");
    }
}

static void
test_units (void)
{
  g_autoptr (KsDocument) document = ks_test_units_table (209);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (Pdf) pdf = open_pdf (document, &bytes);
  g_autoptr (Paper) page = poppler_document_get_page (pdf, 0);
  double width;
  double height;

  poppler_page_get_size (page, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 297 * KS_POINTS_PER_MM, 0.1);
  g_assert_cmpint (poppler_document_get_n_pages (pdf), ==, 9);
  assert_says (pdf, 0, "Biểu số 02");
  for (int i = 0; i < 9; i++)
    {
      assert_says (pdf, i, "Thấp nhất –");
      assert_says (pdf, i, "(9)");
    }
  assert_says (pdf, 4, "(tiếp theo)");
  assert_silent (pdf, 0, "(tiếp theo)");
  assert_says (pdf, 8, "Toàn tỉnh");
  assert_says (pdf, 8, "Cột (3): số cán bộ");
}

/* Whatever the number of units, the total has three of them above it and what is signed below. */
static void
test_last_page (void)
{
  for (guint n = 1; n < 60; n++)
    {
      g_autoptr (KsDocument) document = ks_test_recognition (n);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (Pdf) pdf = open_pdf (document, &bytes);
      int last = poppler_document_get_n_pages (pdf) - 1;

      for (guint i = n - MIN (n, n < 21 || n % 21 >= 3 ? 3 : n % 21); i < n; i++)
        {
          g_autofree char *name = g_strdup_printf ("Xã Mẫu %02u", i);

          assert_says (pdf, last, name);
        }
      assert_says (pdf, last, "Toàn tỉnh");
      assert_says (pdf, last, "NGƯỜI LẬP BIỂU");
    }
}

/* What is printed where a figure is said to stand is the figure. */
static void
assert_printed (PopplerDocument *pdf, guint page, const KsFigureRect *one)
{
  PopplerRectangle area = { one->rect.x * KS_POINTS_PER_MM, one->rect.y * KS_POINTS_PER_MM,
                            (one->rect.x + one->rect.width) * KS_POINTS_PER_MM,
                            (one->rect.y + one->rect.height) * KS_POINTS_PER_MM };
  g_autoptr (Paper) paper = poppler_document_get_page (pdf, (int)page);
  g_autofree char *text = poppler_page_get_selected_text (paper, POPPLER_SELECTION_GLYPH, &area);

  if (strstr (text, one->figure->text) == NULL)
    g_error ("%s is at “%s”", one->figure->text, text);
}

static guint
count_figures (KsDocument *document, KsPages *pages)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (Pdf) pdf = open_pdf (document, &bytes);
  guint n_found = 0;

  for (guint page = 0; page < ks_pages_get_n_pages (pages); page++)
    {
      g_autoptr (GArray) rects = ks_document_dup_figure_rects (pages, page);

      for (guint i = 0; i < rects->len; i++)
        {
          const KsFigureRect *one = &g_array_index (rects, KsFigureRect, i);

          assert_printed (pdf, page, one);
          g_assert_true (ks_document_find_figure (pages, page, one->rect.x + one->rect.width / 2,
                                                  one->rect.y + one->rect.height / 2)
                         == one->figure);
          n_found++;
        }
    }
  return n_found;
}

static void
test_find_figure (void)
{
  g_autoptr (KsDocument) document = ks_test_report (0);
  g_autoptr (KsPages) pages = lay_out (document);

  g_assert_cmpuint (count_figures (document, pages), ==, 22);
  g_assert_null (ks_document_find_figure (pages, 0, 1, 1));
  g_assert_null (ks_document_find_figure (pages, 99, 100, 100));
}

static const double pair_widths[] = { 100, 60 };
static const KsAlign pair_aligns[] = { KS_ALIGN_LEFT, KS_ALIGN_CENTRE };

static void
add_pairs (KsDocument *document, guint n_pairs)
{
  static const char *const first[] = { "Số phiếu", "{counted}" };
  static const char *const second[] = { "Tỷ lệ", "tất cả" };
  const KsDocumentTable table = { .caption = "Biểu {=1}. Có {counted} phiếu của cán bộ, công chức về "
                                             "việc thực hiện quy chế dân chủ tại cơ quan, {counted} "
                                             "phiếu hợp lệ",
                                  .n_columns = 2,
                                  .row_height = 7.8, /* an odd number of rows on the first page */
                                  .widths = pair_widths,
                                  .aligns = pair_aligns };

  ks_document_begin_table (document, &table);
  for (guint i = 0; i < n_pairs; i++)
    {
      ks_document_add_row (document, KS_ROW_PLAIN, first, G_N_ELEMENTS (first));
      ks_document_add_row (document, KS_ROW_BOUND, second, G_N_ELEMENTS (second));
    }
  ks_document_end_table (document);
}

/* Figures of a caption stand there, also on its second line; and pairs of rows are not parted. */
static void
test_captions (void)
{
  const KsDocumentFacts facts = { .id = "x", .title = "x" };

  for (guint n_pairs = 14; n_pairs < 24; n_pairs++)
    {
      g_autoptr (KsFigureBook) book = ks_figure_book_new ();
      g_autoptr (KsDocument) document = ks_document_new (&facts, book);
      g_autoptr (KsPages) pages = NULL;
      g_autoptr (GArray) caption = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (Pdf) pdf = NULL;

      ks_figure_book_add_count (book, "counted", 4466, "Số phiếu hợp lệ.");
      add_pairs (document, n_pairs);
      pages = lay_out (document);
      pdf = open_pdf (document, &bytes);
      caption = ks_document_dup_figure_rects (pages, 0);
      for (guint i = 0; i < 2; i++)
        assert_printed (pdf, 0, &g_array_index (caption, KsFigureRect, i));
      for (guint page = 1; page < ks_pages_get_n_pages (pages); page++)
        {
          g_autoptr (GArray) rects = ks_document_dup_figure_rects (pages, page);

          /* The first row of the page is one with the figure. */
          g_assert_cmpfloat (g_array_index (rects, KsFigureRect, 0).rect.y, <, 21);
        }
    }
}

/* The title, what it is about and its reference may hold figures as well. */
static void
test_opening (void)
{
  static const char *const subjects[] = { "của {word}", "của {word}, có {counted} phiếu", NULL };
  const KsDocumentFacts facts = { .id = "x", .title = "x" };
  const KsPaperOpening opening = { .superior = "TỈNH ỦY MẪU",
                                   .organ = "BAN DÂN VẬN",
                                   .title = "BIỂU SỐ LIỆU",
                                   .subjects = subjects,
                                   .reference = "(Số liệu của {counted} phiếu)" };
  g_autoptr (KsFigureBook) book = ks_figure_book_new ();
  g_autoptr (KsDocument) document = ks_document_new (&facts, book);
  g_autoptr (KsPages) pages = NULL;

  ks_figure_book_add_words (book, "word", "Xã Mẫu", "Tên trong danh sách.");
  ks_figure_book_add_count (book, "counted", 4466, "Số phiếu hợp lệ.");
  ks_document_open (document, &opening);
  pages = lay_out (document);
  g_assert_cmpuint (count_figures (document, pages), ==, 4);
}

static void
test_margins (void)
{
  const KsDocumentFacts facts = { .id = "x", .title = "x", .margins = { 25, 15, 20, 35 } };
  g_autoptr (KsFigureBook) book = ks_figure_book_new ();
  g_autoptr (KsDocument) document = ks_document_new (&facts, book);
  g_autoptr (KsPages) pages = NULL;
  const KsFigureRect *first;
  g_autoptr (GArray) rects = NULL;

  ks_figure_book_add_words (book, "word", "Mẫu", "một");
  ks_document_add_point (document, "{word}");
  pages = lay_out (document);
  rects = ks_document_dup_figure_rects (pages, 0);
  first = &g_array_index (rects, KsFigureRect, 0);
  g_assert_cmpfloat_with_epsilon (first->rect.x, 35, 0.01);
  g_assert_cmpfloat (first->rect.y, >=, 25);
  g_assert_cmpfloat (first->rect.y, <, 27);
}

static double
paint_tower (cairo_t *cr, double width, double height, gpointer data)
{
  return 3000;
}

/* The highest chart leaves room for all lines of its caption. */
static void
test_tall_chart (void)
{
  const KsDocumentFacts facts = { .id = "x", .title = "x", .margins = { 20, 20, 20, 20 } };
  g_autoptr (KsFigureBook) book = ks_figure_book_new ();
  g_autoptr (KsDocument) document = ks_document_new (&facts, book);
  const guint n_letters = 2 * 80;
  g_autofree char *words = g_strnfill (n_letters, 'x');
  g_autofree char *caption = NULL;
  g_autoptr (KsPages) pages = NULL;
  g_autoptr (GArray) rects = NULL;
  const KsFigureRect *last;

  for (guint i = 7; i < n_letters; i += 8)
    words[i] = ' ';
  caption = g_strconcat (words, "{word}", NULL);
  ks_figure_book_add_words (book, "word", "Mẫu", "một");
  ks_document_add_chart (document, caption, paint_tower, NULL, NULL, 0, "Tháp");
  pages = lay_out (document);
  g_assert_cmpuint (ks_pages_get_n_pages (pages), ==, 1);
  rects = ks_document_dup_figure_rects (pages, 0);
  g_assert_cmpuint (rects->len, ==, 1);
  last = &g_array_index (rects, KsFigureRect, 0);
  g_assert_cmpfloat (last->rect.y + last->rect.height, <=, 297 - 20);
  g_assert_cmpfloat (last->rect.y, >, 297 - 20 - 15);
}

static void
test_hostile (void)
{
  g_autoptr (KsDocument) document = ks_test_hostile ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (Pdf) pdf = open_pdf (document, &bytes);
  guint n_letters = 0;

  g_assert_cmpint (poppler_document_get_n_pages (pdf), <, 20);
  assert_says (pdf, 0, "<w:p> & ]]>");
  assert_says (pdf, 0, "100%");
  for (int i = 0; i < poppler_document_get_n_pages (pdf); i++)
    {
      g_autofree char *text = read_page (pdf, i);

      for (const char *p = text; *p != '\0'; p++)
        n_letters += *p == 'x';
    }
  /* A word of 10,000 letters is there to the last one, and the 2,000 of the other cell. */
  g_assert_cmpuint (n_letters, ==, 10000 + 2000);
}

static void
test_refused (void)
{
  const KsDocumentFacts facts = { .id = "x", .title = "x" };
  g_autoptr (KsFigureBook) book = ks_figure_book_new ();
  g_autoptr (KsDocument) document = ks_document_new (&facts, book);
  g_autoptr (GError) error = NULL;

  ks_document_add_text (document, "Có 12 phiếu");
  g_assert_null (ks_document_lay_out (document, NULL, &error));
  g_assert_error (error, KS_DOCUMENTS_ERROR, KS_DOCUMENTS_ERROR_FIGURE);
}

static void
test_lines (void)
{
  static const char text[] = "một hai  ba\n\ncuối cùng ./.";
  KsStyle style = KS_SERIF (14);
  double width = ks_lines_measure (&style, text, 0, 9);
  g_autoptr (GArray) lines = ks_lines_break (&style, text, 0, width);
  static const char *const wanted[] = { "một hai", "ba", "", "cuối", "cùng ./." };

  g_assert_cmpuint (lines->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < lines->len; i++)
    {
      const KsLine *line = &g_array_index (lines, KsLine, i);
      g_autofree char *words = g_strndup (text + line->from, line->to - line->from);

      g_assert_cmpstr (words, ==, wanted[i]);
      g_assert_cmpint (line->last, ==, i != 0 && i != 3);
    }
}

static void
add_high_rows (KsDocument *document, guint n_rows)
{
  const KsDocumentTable table
      = { .n_columns = 2, .widths = pair_widths, .aligns = pair_aligns, .row_height = 24, .breaks = TRUE };

  ks_document_begin_table (document, &table);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *name = g_strdup_printf ("{=Hàng %u}", i + 1);
      const char *const cells[] = { name, "x" };

      ks_document_add_row (document, KS_ROW_PLAIN, cells, G_N_ELEMENTS (cells));
    }
  ks_document_end_table (document);
}

/* Wherever the end of a list falls, its last sentence does not stand alone with the signature, and
 * its high rows are parted rather than a page left empty. */
static void
test_short_end (void)
{
  static const char *const head[] = { "TRƯỞNG PHÒNG", NULL };
  const KsDocumentFacts facts = { .id = "x", .title = "x" };

  for (guint n = 4; n < 14; n++)
    {
      g_autoptr (KsFigureBook) book = ks_figure_book_new ();
      g_autoptr (KsDocument) document = ks_document_new (&facts, book);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (Pdf) pdf = NULL;
      g_autofree char *last = g_strdup_printf ("Hàng %u", n);

      add_high_rows (document, n);
      ks_document_add_note (document, "Thang điểm: chưa chốt.");
      ks_document_add_text (document, "Danh sách gồm bấy nhiêu tập thể.");
      ks_document_close (document, &(KsPaperClosing){ NULL, head });
      pdf = open_pdf (document, &bytes);
      assert_says (pdf, poppler_document_get_n_pages (pdf) - 1, last);
      assert_says (pdf, poppler_document_get_n_pages (pdf) - 1, "TRƯỞNG PHÒNG");
      assert_says (pdf, 0, "Hàng 4");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/report", test_report);
  g_test_add_func ("/layout/fonts", test_fonts);
  g_test_add_func ("/layout/same-bytes", test_same_bytes);
  g_test_add_func ("/layout/headings", test_headings);
  g_test_add_func ("/layout/units", test_units);
  g_test_add_func ("/layout/last-page", test_last_page);
  g_test_add_func ("/layout/short-end", test_short_end);
  g_test_add_func ("/layout/find-figure", test_find_figure);
  g_test_add_func ("/layout/captions", test_captions);
  g_test_add_func ("/layout/opening", test_opening);
  g_test_add_func ("/layout/margins", test_margins);
  g_test_add_func ("/layout/tall-chart", test_tall_chart);
  g_test_add_func ("/layout/hostile", test_hostile);
  g_test_add_func ("/layout/refused", test_refused);
  g_test_add_func ("/layout/lines", test_lines);
  return g_test_run ();
}
