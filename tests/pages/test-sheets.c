/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-annex-plan.h"
#include "ks-link.h"
#include "ks-pages-error.h"
#include "ks-pages-private.h"
#include "ks-test-sheets.h"

typedef struct {
  KsRegistry     *registry;
  KsCampaignInfo *info;
  GPtrArray      *sheets;
  KsSheetContext  context;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->registry = ks_test_registry ();
  f->info = ks_test_info ();
  f->sheets = ks_test_sheets (f->registry, f->info);
  f->context = ks_test_context (f->info, f->sheets->len);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_ptr_array_unref (f->sheets);
  ks_campaign_info_free (f->info);
  g_object_unref (f->registry);
}

static KsSheet *
get_sheet (const Fixture *f, const char *code)
{
  for (guint i = 0; i < f->sheets->len; i++)
    {
      KsSheet *sheet = g_ptr_array_index (f->sheets, i);

      if (g_str_equal (ks_unit_get_code (sheet->unit), code))
        return sheet;
    }
  g_assert_not_reached ();
}

static void
assert_text (KsFolio *page, const char *text, double size, double x, double y)
{
  KsStyle style;
  double found_x;
  double found_y;

  g_test_message ("%s", text);
  g_assert_true (ks_folio_find_text (page, text, &style, &found_x, &found_y));
  g_assert_cmpfloat_with_epsilon (style.size, size, 1e-9);
  g_assert_cmpfloat_with_epsilon (found_x, x, 1e-6);
  g_assert_cmpfloat_with_epsilon (found_y, y, 1e-6);
}

static void
assert_no_text (KsFolio *page, const char *text)
{
  g_assert_false (ks_folio_find_text (page, text, NULL, NULL, NULL));
}

/* The signs that the printed samples of two units show. */
static void
test_signs (Fixture *f, gconstpointer data)
{
  g_autofree char *signs = ks_sheet_dup_signs (get_sheet (f, "07210"));
  g_autoptr (KsUnit) unit = ks_unit_new ("01834", "Phường Nguyễn Thị Minh Khai", "Phường", "058",
                                         "Thành phố Bắc Kạn", &(KsStaff){ 0 }, NULL);
  g_autofree char *link = ks_link_expand (KS_TEST_TEMPLATE, "01834-7RJ8DT", "01834");
  g_autoptr (KsSheet) sheet = ks_sheet_new (unit, "01834-7RJ8DT", link, 1);
  g_autofree char *other = ks_sheet_dup_signs (sheet);

  g_assert_cmpstr (signs, ==, "VG57EG");
  g_assert_cmpstr (other, ==, "ERY0B7");
}

static void
test_poster (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) pages = ks_poster_pages_new (f->sheets, &f->context, NULL);
  g_autoptr (KsFolio) page = ks_pages_lay_out (pages, 3);

  g_assert_cmpuint (ks_pages_get_n_pages (pages), ==, 209);
  g_assert_cmpfloat_with_epsilon (ks_pages_get_module_mm (pages), 96.0 / 57, 1e-9);
  assert_text (page, "TỈNH ỦY BẮC GIANG", 10.5, 18, 18.2);
  assert_text (page, "BAN CHỈ ĐẠO THỰC HIỆN QUY CHẾ DÂN CHỦ TỈNH", 10.5, 18, 23.6);
  assert_text (page, "Hoàng Văn Thụ", 64, 18, 85.2);
  assert_text (page, "Thành phố Bắc Giang", 15, 18, 94.4);
  assert_text (page, "07210-5M5RYJ", 20, 114, 242.4);
  assert_text (page, "Trả lời và gửi", 20, 126, 156.8 + 2 * 34.05);
  assert_text (page, "Thứ Hai, ngày 01/4/2024", 17, 34, 258.6);
  assert_text (page, "từ 0 giờ đến 24 giờ", 12, 34, 264.6);
  assert_text (page, "Phiếu không ghi họ tên", 17, 34, 274.2);
  assert_text (page, "PKS01-2024 · 07210 · Bản 1, ngày 25/3/2024 · VG57EG", 7.5, 18, 288);
  assert_text (page, "Tờ 4/209", 7.5, 192, 288);
}

/* Without a word of the officer that nobody is identified, the sheet does not promise it. */
static void
test_poster_no_assurance (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) pages = NULL;
  g_autoptr (KsFolio) page = NULL;

  f->info->no_identity = FALSE;
  f->info->from += 7 * 3600 + 30 * 60;
  f->info->to -= 3 * 3600;
  pages = ks_poster_pages_new (f->sheets, &f->context, NULL);
  page = ks_pages_lay_out (pages, 0);
  assert_no_text (page, "Phiếu không ghi họ tên");
  assert_no_text (page, "Ý kiến chỉ dùng để tổng hợp chung");
  assert_text (page, "Thứ Hai, ngày 01/4/2024", 17, 34, 266.4);
  assert_text (page, "từ 7 giờ 30 đến 21 giờ", 12, 34, 272.4);
}

static void
test_poster_simulated (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) pages = NULL;
  g_autoptr (KsFolio) page = NULL;

  f->info->simulated = TRUE;
  pages = ks_poster_pages_new (f->sheets, &f->context, NULL);
  page = ks_pages_lay_out (pages, 0);
  assert_text (page, "SỐ LIỆU MÔ PHỎNG", 7.5, 190.5, 288);
  assert_no_text (page, "Tờ 1/209");
}

static void
test_poster_long_organ (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) pages = NULL;
  g_autoptr (KsFolio) page = NULL;

  g_free (f->info->issuing_body);
  f->info->issuing_body = g_strdup ("BAN CHỈ ĐẠO THỰC HIỆN QUY CHẾ DÂN CHỦ Ở CƠ SỞ VÀ CÔNG TÁC DÂN "
                                    "VẬN CỦA HỆ THỐNG CHÍNH TRỊ TỈNH BẮC GIANG NHIỆM KỲ 2020 - 2025");
  pages = ks_poster_pages_new (f->sheets, &f->context, NULL);
  page = ks_pages_lay_out (pages, 0);
  assert_text (page, "TỈNH ỦY BẮC GIANG", 9.5, 18, 18.2);
  assert_no_text (page, f->info->issuing_body);
}

static void
test_annex_one_column (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) pages = ks_annex_pages_new (f->sheets, &f->context, 1, NULL);
  g_autoptr (KsFolio) first = ks_pages_lay_out (pages, 0);
  g_autoptr (KsFolio) third = ks_pages_lay_out (pages, 2);
  g_autoptr (KsFolio) last = ks_pages_lay_out (pages, 30);
  g_autoptr (GPtrArray) on_first = ks_pages_dup_cells (pages, 0);
  g_autoptr (GPtrArray) on_third = ks_pages_dup_cells (pages, 2);
  g_autoptr (GPtrArray) on_last = ks_pages_dup_cells (pages, 30);

  g_assert_cmpuint (ks_pages_get_n_pages (pages), ==, 31);
  g_assert_cmpuint (on_first->len, ==, 5);
  g_assert_cmpuint (on_third->len, ==, 7);
  g_assert_cmpuint (on_last->len, ==, 3);
  g_assert_cmpfloat_with_epsilon (ks_pages_get_module_mm (pages), 28.0 / 49, 1e-9);
  assert_text (first, "DANH SÁCH MÃ QR CODE", 16, 110, 53);
  assert_text (first, "209 xã, phường, thị trấn", 14, 110, 60.2);
  assert_text (first, "16 đơn vị", 14, 187.6, 106);
  assert_text (first, "BCĐ THỰC HIỆN QCDC TỈNH", 14, 68.8, 31.2);
  assert_text (third, "(tiếp theo)", 14, 187.6, 36);
  assert_text (third, "II", 14, 36.5, 30 + 8.6 + 4 * 32.8 + 6);
  assert_text (third, "3", 14, 110, 14);
  assert_text (last, "Danh sách gồm 209 đơn vị./.", 14, 42.7, 30 + 8.6 + 3 * 32.8 + 9);
  assert_text (last, "PKS01-2024 · Bản 1, ngày 25/3/2024", 9, 30, 286);
}

static void
test_annex_two_columns (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) pages = ks_annex_pages_new (f->sheets, &f->context, 2, NULL);
  g_autoptr (KsFolio) first = ks_pages_lay_out (pages, 0);
  g_autoptr (GPtrArray) on_first = ks_pages_dup_cells (pages, 0);
  g_autoptr (GPtrArray) on_last = ks_pages_dup_cells (pages, 15);
  const KsCodeCell *cell = g_ptr_array_index (on_first, 1);

  g_assert_cmpuint (ks_pages_get_n_pages (pages), ==, 16);
  g_assert_cmpuint (on_first->len, ==, 10);
  g_assert_cmpuint (on_last->len, ==, 9);
  /* Read across: the second unit stands right of the first. */
  g_assert_cmpstr (cell->unit_code, ==, "07204");
  g_assert_cmpfloat_with_epsilon (cell->code.x + cell->quiet, 159.5, 1e-9);
  assert_text (first, "Thọ Xương", 13, 42.5, 90 + 9 + 8.6 + 16.4 + 1.8);
  assert_text (first, "07201-940EFX", 11, 42.5, 90 + 9 + 8.6 + 16.4 + 8);
}

/* Every unit has its code once, and four free modules on every side within its cell. */
static void
test_cells (Fixture *f, gconstpointer data)
{
  for (guint n_columns = 0; n_columns <= 2; n_columns++)
    {
      g_autoptr (KsPages) pages = n_columns > 0
                                      ? ks_annex_pages_new (f->sheets, &f->context, n_columns, NULL)
                                      : ks_poster_pages_new (f->sheets, &f->context, NULL);
      g_autoptr (GPtrArray) cells = ks_pages_dup_all_cells (pages, NULL, NULL);

      g_assert_cmpuint (cells->len, ==, f->sheets->len);
      for (guint i = 0; i < cells->len; i++)
        {
          const KsCodeCell *cell = g_ptr_array_index (cells, i);
          const KsSheet *sheet = g_ptr_array_index (f->sheets, i);
          guint n = ks_symbol_count_modules (strlen (sheet->link), n_columns > 0
                                                                       ? KS_SYMBOL_LEVEL_M
                                                                       : KS_SYMBOL_LEVEL_Q);

          g_assert_cmpstr (cell->link, ==, sheet->link);
          g_assert_cmpstr (cell->token, ==, sheet->token);
          g_assert_cmpfloat_with_epsilon (cell->quiet * (n + 8) / 4, cell->code.width, 1e-9);
          g_assert_cmpfloat (cell->code.x, >=, cell->cell.x);
          g_assert_cmpfloat (cell->code.y, >=, cell->cell.y);
          g_assert_cmpfloat (cell->code.x + cell->code.width, <=, cell->cell.x + cell->cell.width);
          g_assert_cmpfloat (cell->code.y + cell->code.height, <=,
                             cell->cell.y + cell->cell.height);
        }
    }
}

/* Plans of 1 … 60 units in districts of all sizes: nothing lost, no name of a district at the foot,
 * the last page never bare. */
static void
test_plan (Fixture *f, gconstpointer data)
{
  static const KsAnnexMeasures measures = { 90, 20, 10, 8.6, 32.8, 277, 4, 1, 3, FALSE };

  for (guint n = 1; n <= 60; n++)
    {
      g_autoptr (GPtrArray) sheets = g_ptr_array_new ();
      g_autoptr (GPtrArray) plan = NULL;
      guint n_units = 0;

      for (guint i = 0; i < n; i++)
        g_ptr_array_add (sheets, g_ptr_array_index (f->sheets, (i * 3) % 209));
      plan = ks_annex_plan (sheets, &measures);
      for (guint p = 0; p < plan->len; p++)
        {
          const GArray *rows = g_ptr_array_index (plan, p);
          const KsAnnexRow *last = &g_array_index (rows, KsAnnexRow, rows->len - 1);
          guint on_page = 0;

          g_assert_false (last->heading);
          g_assert_cmpfloat (last->y + last->height, <=, 277 + 1e-6);
          for (guint k = 0; k < rows->len; k++)
            on_page += g_array_index (rows, KsAnnexRow, k).n_units;
          g_assert_cmpuint (on_page, >, 0);
          if (p > 0 && p + 1 == plan->len)
            g_assert_cmpuint (on_page, >=, 3);
          n_units += on_page;
        }
      g_assert_cmpuint (n_units, ==, n);
    }
}

/* Since July 2025 there is no district level. */
static void
test_no_district (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_sheet_free);
  g_autoptr (KsPages) annex = NULL;
  g_autoptr (KsPages) posters = NULL;
  g_autoptr (KsFolio) page = NULL;
  g_autoptr (KsFolio) poster = NULL;

  for (guint i = 0; i < 7; i++)
    {
      const KsSheet *sheet = g_ptr_array_index (f->sheets, i);
      g_autoptr (KsUnit) unit
          = ks_unit_new (ks_unit_get_code (sheet->unit), ks_unit_get_name (sheet->unit), "Phường",
                         NULL, NULL, &(KsStaff){ 0 }, NULL);

      g_ptr_array_add (sheets, ks_sheet_new (unit, sheet->token, sheet->link, i + 1));
    }
  annex = ks_annex_pages_new (sheets, &f->context, 1, NULL);
  page = ks_pages_lay_out (annex, 0);
  posters = ks_poster_pages_new (sheets, &f->context, NULL);
  poster = ks_pages_lay_out (posters, 0);
  g_assert_cmpuint (ks_pages_get_n_pages (annex), ==, 2);
  assert_text (page, "7 phường", 14, 110, 60.2);
  assert_no_text (page, "I");
  assert_text (poster, "Thọ Xương", 70, 18, 90);
  g_assert_cmpuint (ks_pages_get_n_bookmarks (annex), ==, 0);
}

static void
test_refusals (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GError) empty = NULL;
  g_autoptr (GError) unlinked = NULL;
  g_autoptr (GError) too_long = NULL;
  KsSheet *sheet = get_sheet (f, "07630");

  g_assert_null (ks_poster_pages_new (none, &f->context, &empty));
  g_assert_error (empty, KS_PAGES_ERROR, KS_PAGES_ERROR_SHEET);
  g_free (sheet->link);
  sheet->link = NULL;
  g_assert_null (ks_annex_pages_new (f->sheets, &f->context, 1, &unlinked));
  g_assert_error (unlinked, KS_PAGES_ERROR, KS_PAGES_ERROR_SHEET);
  g_assert_nonnull (strstr (unlinked->message, "07630"));
  sheet->link = g_strnfill (KS_LINK_MAX_BYTES + 1, 'x');
  g_assert_null (ks_annex_pages_new (f->sheets, &f->context, 1, &too_long));
  g_assert_error (too_long, KS_PAGES_ERROR, KS_PAGES_ERROR_SHEET);
}

/* A code of few modules has large ones: it shrinks, its quiet zone does not. */
static void
test_links_of_all_lengths (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) pages = NULL;
  g_autoptr (GPtrArray) cells = NULL;

  for (guint i = 0; i < 5; i++)
    {
      KsSheet *sheet = g_ptr_array_index (f->sheets, i);
      g_autofree char *filler = g_strnfill (i * 240, 'x');

      g_free (sheet->link);
      sheet->link = g_strdup_printf ("https://a.vn/%u%s", i, filler);
    }
  pages = ks_annex_pages_new (f->sheets, &f->context, 1, NULL);
  cells = ks_pages_dup_cells (pages, 0);
  for (guint i = 0; i < cells->len; i++)
    {
      const KsCodeCell *cell = g_ptr_array_index (cells, i);

      g_assert_cmpfloat (cell->code.width, <=, 28 + 2 * 2.3 + 1e-9);
      g_assert_cmpfloat (cell->code.x, >=, 152.1);
    }
  g_assert_cmpfloat (ks_pages_get_module_mm (pages), <, KS_MODULE_MM_MIN);
}

static void
test_mark (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) some = g_ptr_array_new ();
  g_autoptr (KsPages) all = ks_annex_pages_new (f->sheets, &f->context, 2, NULL);
  g_autoptr (KsPages) few = NULL;
  g_autoptr (KsSheetMark) of_all = ks_sheet_mark_parse (ks_pages_get_keywords (all));
  g_autoptr (KsSheetMark) of_few = NULL;

  g_ptr_array_add (some, get_sheet (f, "07210"));
  g_ptr_array_add (some, get_sheet (f, "07318"));
  few = ks_poster_pages_new (some, &f->context, NULL);
  of_few = ks_sheet_mark_parse (ks_pages_get_keywords (few));
  g_assert_cmpint (of_all->options.layout, ==, KS_LAYOUT_ANNEX);
  g_assert_cmpuint (of_all->options.columns, ==, 2);
  g_assert_null (of_all->codes);
  g_assert_cmpint (of_few->options.layout, ==, KS_LAYOUT_POSTER);
  g_assert_cmpuint (g_strv_length (of_few->codes), ==, 2);
  g_assert_cmpstr (of_few->codes[1], ==, "07318");
  g_assert_null (ks_sheet_mark_parse (NULL));
  g_assert_null (ks_sheet_mark_parse (""));
  g_assert_null (ks_sheet_mark_parse ("QR, survey"));
  g_assert_null (ks_sheet_mark_parse ("khaosat:layout=summary;v=1"));
  g_assert_null (ks_sheet_mark_parse ("khaosat:layout=annex;v=999;columns=1;units=all"));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/sheets/signs", test_signs);
  ADD ("/sheets/poster", test_poster);
  ADD ("/sheets/poster-no-assurance", test_poster_no_assurance);
  ADD ("/sheets/poster-simulated", test_poster_simulated);
  ADD ("/sheets/poster-long-organ", test_poster_long_organ);
  ADD ("/sheets/annex-one-column", test_annex_one_column);
  ADD ("/sheets/annex-two-columns", test_annex_two_columns);
  ADD ("/sheets/cells", test_cells);
  ADD ("/sheets/plan", test_plan);
  ADD ("/sheets/no-district", test_no_district);
  ADD ("/sheets/refusals", test_refusals);
  ADD ("/sheets/links-of-all-lengths", test_links_of_all_lengths);
  ADD ("/sheets/mark", test_mark);
  return g_test_run ();
}
