/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "ks-document-docx.h"
#include "ks-document-layout.h"
#include "ks-document-workbook.h"
#include "ks-extend.h"
#include "ks-make-paper.h"
#include "ks-number.h"
#include "ks-paper.h"
#include "ks-paper-settings.h"
#include "ks-test-figures.h"
#include "ks-test-pages.h"

/* Papers of the day, of figures that are made up: as many districts and units as there may be. */

#define AFTERNOON "2024-04-01T15:00"
#define MOST_DISTRICTS 700

typedef struct
{
  KsTestFigures made;
  KsPaperWish wish;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  ks_test_figures_begin (&f->made, 10, 184);
  f->wish = KS_PAPER_WISH (KS_PAPER_BRIEF);
  f->wish.at = ks_test_moment (AFTERNOON);
}

static void
set_up_district (Fixture *f, gconstpointer data)
{
  ks_test_figures_begin (&f->made, 2, 58);
  f->wish = KS_PAPER_WISH (KS_PAPER_DISTRICT);
  f->wish.at = ks_test_moment (AFTERNOON);
  f->wish.district = "001";
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  ks_test_figures_end (&f->made);
}

static KsDocument *
make (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  KsDocument *document
      = ks_make_paper_of_day (f->made.day.campaign, f->made.figures, &f->wish, &error);

  g_assert_no_error (error);
  return document;
}

static GStrv
read_pages (Fixture *f)
{
  g_autoptr (KsDocument) document = make (f);
  g_autoptr (GError) error = NULL;
  g_autoptr (KsPages) pages = ks_document_lay_out (document, NULL, &error);
  g_autoptr (GBytes) pdf = NULL;

  g_assert_no_error (error);
  pdf = ks_test_pages_dup_pdf (pages);
  return ks_test_read_pages (pdf);
}

/* The text of a paper of one page. */
static char *
read_page (Fixture *f)
{
  g_auto (GStrv) pages = read_pages (f);

  g_assert_cmpuint (g_strv_length (pages), ==, 1);
  return g_strdup (pages[0]);
}

static char *
read_all (Fixture *f)
{
  g_auto (GStrv) pages = read_pages (f);

  return g_strjoinv (" ", pages);
}

static void
assert_keeps (const char *text, const char *unwanted)
{
  if (strstr (text, unwanted) != NULL)
    g_error ("“%s” is in: %s", unwanted, text);
}

static void
test_brief (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;

  for (guint i = 0; i < 7; i++)
    f->made.figures->units[i].checking = TRUE;
  ks_test_figures_sum (&f->made);
  text = read_page (f);
  ks_test_assert_says (text, "BAN DÂN VẬN");
  ks_test_assert_says (text, "-BC/BDVTU");
  ks_test_assert_says (text, "ngày 01 tháng 4 năm 2024");
  ks_test_assert_says (text, "(Số liệu sơ bộ, tính đến 15 giờ 00 ngày 01/4/2024)");
  ks_test_assert_says (text, "toàn tỉnh có 2.943/4.046 cán bộ, công chức thuộc diện khảo sát");
  ks_test_assert_says (text, "đạt 72,74%");
  ks_test_assert_says (text, "184/184 đơn vị đã có phiếu; 148 đơn vị có tỷ lệ tham gia dưới 80%.");
  ks_test_assert_says (text, "Còn 7 đơn vị đang đối chiếu số liệu.");
  ks_test_assert_says (text, "thời gian khảo sát đến hết ngày 01/4/2024./.");
  ks_test_assert_says (text, "Nơi nhận:");
  ks_test_assert_says (text, "PHÓ TRƯỞNG BAN");
  for (guint i = 0; i < 9; i++)
    ks_test_assert_says (text, ks_test_longest[i]);
  assert_keeps (text, "MÔ PHỎNG");
  assert_keeps (text, "gia hạn");
  assert_keeps (text, "chưa có phiếu");
  assert_keeps (text, "không có đơn vị nào");
}

/* Everything that can make it long at once. */
static void
assert_one_page (guint n_districts)
{
  Fixture f = { .wish = KS_PAPER_WISH (KS_PAPER_BRIEF) };
  g_autofree char *text = NULL;
  g_autofree char *staff = NULL;

  ks_test_figures_begin (&f.made, n_districts, MAX (24, n_districts));
  f.wish.at = ks_test_moment (AFTERNOON);
  for (guint i = 0; i < 12; i++)
    f.made.figures->units[i].answers = 0;
  f.made.figures->units[13].answers = 90;
  ks_test_figures_sum (&f.made);
  text = read_page (&f);
  staff = ks_format_count (f.made.figures->province.staff);
  ks_test_assert_says (text, staff);
  ks_test_assert_says (text, "Toàn tỉnh");
  ks_test_assert_says (text, "PHÓ TRƯỞNG BAN");
  if (n_districts > 0 && n_districts <= 15)
    ks_test_assert_says (text, "Phan Rang-Tháp Chàm");
  if (n_districts == MOST_DISTRICTS)
    ks_test_assert_says (text, "nêu tổng số của 700 huyện, thị xã, thành phố.");
  ks_test_figures_end (&f.made);
}

/* More districts than a page holds leave their total. */
static void
test_one_page (void)
{
  static const guint numbers[] = { 0, 10, 15, MOST_DISTRICTS };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    assert_one_page (numbers[i]);
}

/* The DOCX is set as the page is. */
static void
test_fitted_docx (Fixture *f, gconstpointer data)
{
  g_autoptr (KsDocument) usual = make (f);
  g_autoptr (KsDocument) fitted = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  for (guint i = 0; i < 12; i++)
    f->made.figures->units[i].answers = 0;
  ks_test_figures_sum (&f->made);
  fitted = make (f);
  first = ks_document_write_docx (usual, ks_test_moment (AFTERNOON), NULL, NULL);
  second = ks_document_write_docx (fitted, ks_test_moment (AFTERNOON), NULL, NULL);
  g_assert_false (g_bytes_equal (first, second));
}

static void
set_silent (Fixture *f, guint n)
{
  for (guint i = 0; i < n; i++)
    f->made.figures->units[4 + 9 * i].answers = 0;
  ks_test_figures_sum (&f->made);
}

static void
test_silent (Fixture *f, gconstpointer data)
{
  g_autofree char *named = NULL;
  g_autofree char *some = NULL;
  g_autofree char *number = NULL;

  set_silent (f, 2);
  named = read_page (f);
  ks_test_assert_says (named, "182/184 đơn vị đã có phiếu");
  ks_test_assert_says (named, "Đơn vị chưa có phiếu: thị trấn Nông trường Việt Lâm (thành phố Phan "
                              "Rang-Tháp Chàm), thị trấn Nông trường");
  set_silent (f, 3);
  f->made.figures->units[4].checking = TRUE;
  some = read_page (f);
  ks_test_assert_says (some, "Còn 3 đơn vị chưa có phiếu, trong đó có thị trấn Nông trường");
  set_silent (f, 13);
  number = read_page (f);
  ks_test_assert_says (number, "Còn 13 đơn vị chưa có phiếu.");
}

/* At eight o'clock nothing is in and no limit holds. */
static void
test_nothing_yet (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *later = NULL;

  f->made.figures->as_of = KS_MOMENT_NONE;
  f->made.figures->limit = 0;
  for (guint i = 0; i < 184; i++)
    f->made.figures->units[i].answers = 0;
  ks_test_figures_sum (&f->made);
  f->made.figures->province.n_below = 0;
  text = read_page (f);
  ks_test_assert_says (text, "Chưa nhận được phiếu nào; toàn tỉnh có 4.046 cán bộ, công chức");
  ks_test_assert_says (text, "0/184 đơn vị đã có phiếu. Còn 184 đơn vị chưa có phiếu.");
  ks_test_assert_says (text, "ngày 01 tháng 4 năm 2024");
  assert_keeps (text, "dưới 0%");
  assert_keeps (text, "đối chiếu");
  assert_keeps (text, "tính đến");
  f->made.figures->as_of = ks_test_moment (AFTERNOON);
  later = read_page (f);
  ks_test_assert_says (later, "Đến 15 giờ 00 ngày 01/4/2024, chưa nhận được phiếu nào; toàn tỉnh có");
}

static void
test_all_above (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;

  for (guint i = 0; i < 184; i++)
    f->made.figures->units[i].answers = f->made.figures->units[i].staff;
  ks_test_figures_sum (&f->made);
  text = read_page (f);
  ks_test_assert_says (text, "không có đơn vị nào có tỷ lệ tham gia dưới 80%.");
}

static void
test_end (Fixture *f, gconstpointer data)
{
  const KsExtendRequest request
      = { ks_test_moment ("2024-04-02T12:00"), "12-QĐ/BCĐ", "Mất điện diện rộng" };
  g_autofree char *extended = NULL;
  g_autofree char *ended = NULL;
  g_autoptr (GError) error = NULL;

  ks_extend (f->made.day.campaign, &request, NULL, &error);
  g_assert_no_error (error);
  extended = read_page (f);
  ks_test_assert_says (extended, "thời gian khảo sát được gia hạn đến 12 giờ 00 ngày 02/4/2024./.");
  f->wish.at = ks_test_moment ("2024-04-02T13:00");
  ended = read_page (f);
  ks_test_assert_says (ended, "được gia hạn đến 12 giờ 00 ngày 02/4/2024, nay đã kết thúc./.");
  assert_keeps (ended, "đôn đốc");
}

/* A province with more answers than staff shows no rate. */
static void
test_reconciling (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;

  f->made.figures->units[0].answers = 5000;
  ks_test_figures_sum (&f->made);
  text = read_page (f);
  ks_test_assert_says (text, "số cán bộ, công chức thuộc diện khảo sát (4.046) đang được đối chiếu");
  assert_keeps (text, "100,0");
}

/* Without a list of officials there is no rate either. */
static void
test_no_staff (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;

  for (guint i = 0; i < 184; i++)
    f->made.figures->units[i].staff = 0;
  ks_test_figures_sum (&f->made);
  text = read_page (f);
  ks_test_assert_says (text, "phiếu hợp lệ; chưa có số cán bộ, công chức thuộc diện khảo sát");
}

static void
set (Fixture *f, const char *slot, const char *body)
{
  const KsPaperEdit edit = { "brief", slot, body };
  g_autoptr (GError) error = NULL;

  ks_set_paper_texts (f->made.day.campaign, &edit, 1, NULL, &error);
  g_assert_no_error (error);
}

/* What an office sets, and its own template; a paper of one page that leaves districts out can still
 * be asked for one. */
static void
test_office (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;

  set (f, "organ", "VĂN PHÒNG");
  set (f, "date", "ngày 02 tháng 4 năm 2024");
  set (f, "signature", "CHÁNH VĂN PHÒNG");
  set (f, "template", "@title TIN NHANH\n\nNơi thứ nhất đạt {district/000/rate}.\n\n@table districts\n");
  text = read_page (f);
  ks_test_assert_says (text, "VĂN PHÒNG");
  ks_test_assert_says (text, "ngày 02 tháng 4 năm 2024");
  ks_test_assert_says (text, "CHÁNH VĂN PHÒNG");
  ks_test_assert_says (text, "TIN NHANH");
  ks_test_assert_says (text, "Nơi thứ nhất đạt 72,84%.");
  assert_keeps (text, "đôn đốc");
  set (f, "margins", "60 60 60 60");
  g_free (text);
  text = read_page (f);
  ks_test_assert_says (text, "Nơi thứ nhất đạt 72,84%.");
  ks_test_assert_says (text, "Toàn tỉnh");
}

static void
test_district (Fixture *f, gconstpointer data)
{
  g_auto (GStrv) pages = read_pages (f);

  ks_test_assert_says (pages[0], "KẾT QUẢ THAM GIA KHẢO SÁT");
  ks_test_assert_says (pages[0], "SỐ LIỆU SƠ BỘ");
  ks_test_assert_says (pages[0], "các đơn vị thuộc thành phố Buôn Ma Thuột");
  ks_test_assert_says (pages[0], "tính đến 15 giờ 00 ngày 01/4/2024");
  ks_test_assert_says (pages[0], "thành phố Buôn Ma Thuột có 464/637 cán bộ, công chức");
  ks_test_assert_says (pages[1], "Cộng");
  ks_test_assert_says (pages[1], "72,84%");
  ks_test_assert_says (pages[1], "Liên đoàn Lao động thành phố Buôn Ma Thuột quan tâm chỉ đạo");
  ks_test_assert_says (pages[1], "thời gian khảo sát đến hết ngày 01/4/2024./.");
  assert_keeps (pages[0], "đối chiếu");
  assert_keeps (pages[0], "Phan Rang");
}

/* The header of the table stands on every page, the total never alone. */
static void
assert_pages (guint n_units)
{
  Fixture f = { .wish = KS_PAPER_WISH (KS_PAPER_DISTRICT) };
  g_auto (GStrv) pages = NULL;
  guint n_found = 0;

  ks_test_figures_begin (&f.made, 1, n_units);
  f.wish.district = "000";
  pages = read_pages (&f);
  for (guint i = 0; pages[i] != NULL; i++)
    {
      guint n_here = ks_test_count_words (pages[i], "Xã Mẫu 07")
                     + ks_test_count_words (pages[i], "Thị trấn Nông");

      if (n_here > 0 || strstr (pages[i], "Cộng") != NULL)
        ks_test_assert_says (pages[i], "STT");
      if (strstr (pages[i], "Cộng") != NULL)
        g_assert_cmpuint (n_here, >=, MIN (3, n_units));
      n_found += n_here;
    }
  g_assert_cmpuint (n_found, ==, n_units);
  ks_test_figures_end (&f.made);
}

static void
test_pages (void)
{
  static const guint numbers[] = { 1, 3, 20, 22, 24, 54, 200 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    assert_pages (numbers[i]);
}

/* Who adds up the rows must know that some are missing. */
static void
test_checking (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;

  f->made.figures->units[31].checking = TRUE; /* nobody else of the district has a long name */
  f->made.figures->units[40].checking = TRUE;
  f->made.figures->units[49].checking = TRUE;
  ks_test_figures_sum (&f->made);
  text = read_all (f);
  ks_test_assert_says (text, "Còn 3 đơn vị đang đối chiếu số liệu.");
  ks_test_assert_says (text, "Số cộng gồm cả 3 đơn vị đang đối chiếu số liệu, không nêu trong biểu.");
  assert_keeps (text, "Nông trường");
}

static void
test_province (void)
{
  Fixture f = { .wish = KS_PAPER_WISH (KS_PAPER_DISTRICT) };
  g_autofree char *text = NULL;

  ks_test_figures_begin (&f.made, 0, 29);
  f.wish.district = "";
  text = read_all (&f);
  ks_test_assert_says (text, "Toàn tỉnh");
  ks_test_assert_says (text, "nay đã kết thúc./.");
  assert_keeps (text, "huyện");
  f.wish.at = ks_test_moment (AFTERNOON);
  g_free (text);
  text = read_all (&f);
  ks_test_assert_says (text, "Đề nghị cấp ủy các đơn vị quan tâm");
  ks_test_figures_end (&f.made);
}

/* Every number can be asked where it comes from, and no unit is in the book that is not told. */
static void
test_accounts (Fixture *f, gconstpointer data)
{
  g_autoptr (KsDocument) document = NULL;
  KsFigureBook *book;
  const KsFigure *rate;

  f->made.figures->units[31].checking = TRUE;
  ks_test_figures_sum (&f->made);
  document = make (f);
  book = ks_document_get_book (document);
  rate = ks_figure_book_lookup (book, "unit/00030/rate");
  g_assert_cmpstr (rate->text, ==, "75,00%");
  g_assert_nonnull (strstr (rate->account, "15 : 20 = 75,00%"));
  g_assert_nonnull (strstr (rate->account, "15 giờ 00 ngày 01/4/2024"));
  g_assert_null (ks_figure_book_lookup (book, "unit/00031/rate"));
  g_assert_null (ks_figure_book_lookup (book, "unit/00000/rate"));
  g_assert_null (ks_figure_book_lookup (book, "district/000/rate"));
}

static void
test_same_bytes (Fixture *f, gconstpointer data)
{
  g_autoptr (KsDocument) first = make (f);
  g_autoptr (KsDocument) second = make (f);
  KsMoment stamp = ks_test_moment (AFTERNOON);
  g_autoptr (GBytes) a = ks_document_write_workbook (first, stamp, NULL, NULL);
  g_autoptr (GBytes) b = ks_document_write_workbook (second, stamp, NULL, NULL);
  g_autoptr (GBytes) c = ks_document_write_docx (first, stamp, NULL, NULL);
  g_autoptr (GBytes) d = ks_document_write_docx (second, stamp, NULL, NULL);

  g_assert_true (g_bytes_equal (a, b));
  g_assert_true (g_bytes_equal (c, d));
}

/* Where the office sits stands in the name of the body above it. */
static void
test_place (void)
{
  static const char *const places[][2] = {
    { "TỈNH ỦY BẮC GIANG", "Bắc Giang, ngày 01 tháng 4 năm 2024" },
    { "TỈNH ỦY BÀ RỊA - VŨNG TÀU", "Bà Rịa - Vũng Tàu, ngày 01 tháng 4 năm 2024" },
    { "Thành ủy Đà Nẵng", "Đà Nẵng, ngày 01 tháng 4 năm 2024" },
    { "BAN BÍ THƯ", "……………, ngày 01 tháng 4 năm 2024" },
    { NULL, "……………, ngày 01 tháng 4 năm 2024" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *text
          = ks_paper_dup_place_date (places[i][0], ks_moment_from_civil (2024, 4, 1, 8, 0, 0));

      g_assert_cmpstr (text, ==, places[i][1]);
    }
}

#define BRIEF(path, func) g_test_add ("/brief/" path, Fixture, NULL, set_up, func, tear_down)
#define DISTRICT(path, func) \
  g_test_add ("/district/" path, Fixture, NULL, set_up_district, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  BRIEF ("text", test_brief);
  BRIEF ("silent", test_silent);
  BRIEF ("nothing-yet", test_nothing_yet);
  BRIEF ("all-above", test_all_above);
  BRIEF ("end", test_end);
  BRIEF ("reconciling", test_reconciling);
  BRIEF ("no-staff", test_no_staff);
  BRIEF ("fitted-docx", test_fitted_docx);
  BRIEF ("office", test_office);
  BRIEF ("same-bytes", test_same_bytes);
  DISTRICT ("text", test_district);
  DISTRICT ("checking", test_checking);
  DISTRICT ("accounts", test_accounts);
  DISTRICT ("same-bytes", test_same_bytes);
  g_test_add_func ("/brief/one-page", test_one_page);
  g_test_add_func ("/district/pages", test_pages);
  g_test_add_func ("/district/province", test_province);
  g_test_add_func ("/paper/place", test_place);
  return g_test_run ();
}
