/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-pages-error.h"
#include "ks-pages-private.h"
#include "ks-reader.h"
#include "ks-test-sheets.h"

#define GROUP "https://zalo.me/g/gyvcdr416"
#define N_FEW 9

typedef struct {
  KsRegistry     *registry;
  KsCampaignInfo *info;
  GPtrArray      *sheets;
  KsSheetTexts   *texts;
  KsSheetContext  context;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->registry = ks_test_registry ();
  f->info = ks_test_info ();
  f->sheets = ks_test_sheets (f->registry, f->info);
  f->context = ks_test_context (f->info, f->sheets->len);
  f->texts = ks_sheet_texts_new ();
  f->context.texts = f->texts;
  g_ptr_array_set_size (f->sheets, N_FEW);
  g_mkdir_with_parents (g_get_user_cache_dir (), 0755);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_ptr_array_unref (f->sheets);
  ks_sheet_texts_free (f->texts);
  ks_campaign_info_free (f->info);
  g_object_unref (f->registry);
}

static KsPages *
lay_out (const Fixture *f, KsSheetOptions options)
{
  g_autoptr (GError) error = NULL;
  KsPages *pages = ks_sheet_pages_new (f->sheets, &f->context, &options, &error);

  g_assert_no_error (error);
  return pages;
}

static void
assert_text (KsPages *pages, guint index, const char *text, double size, double x, double y)
{
  g_autoptr (KsFolio) page = ks_pages_lay_out (pages, index);
  KsStyle style;
  double found_x;
  double found_y;

  g_test_message ("%s", text);
  g_assert_true (ks_folio_find_text (page, text, &style, &found_x, &found_y));
  g_assert_cmpfloat_with_epsilon (style.size, size, 1e-6);
  g_assert_cmpfloat_with_epsilon (found_x, x, 1e-6);
  g_assert_cmpfloat_with_epsilon (found_y, y, 1e-6);
}

static gboolean
has_text (KsPages *pages, guint index, const char *text)
{
  g_autoptr (KsFolio) page = ks_pages_lay_out (pages, index);

  return ks_folio_find_text (page, text, NULL, NULL, NULL);
}

static void
assert_size (KsPages *pages, double width, double height)
{
  double w;
  double h;

  ks_pages_get_size (pages, &w, &h);
  g_assert_cmpfloat_with_epsilon (w, width, 1e-9);
  g_assert_cmpfloat_with_epsilon (h, height, 1e-9);
}

/* The A4 poster, larger by the square root of two. */
static void
test_a3 (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) pages = lay_out (f, (KsSheetOptions){ .paper = KS_PAPER_A3 });
  g_autoptr (GPtrArray) cells = ks_pages_dup_cells (pages, 3);
  const KsCodeCell *cell = g_ptr_array_index (cells, 0);

  assert_size (pages, 297, 420);
  g_assert_cmpuint (ks_pages_get_n_pages (pages), ==, N_FEW);
  g_assert_cmpfloat_with_epsilon (ks_pages_get_module_mm (pages), G_SQRT2 * 96 / 57, 1e-9);
  g_assert_cmpfloat_with_epsilon (cell->code.x + cell->quiet, G_SQRT2 * 18, 1e-9);
  assert_text (pages, 3, "Hoàng Văn Thụ", 64 * G_SQRT2, 18 * G_SQRT2, 85.2 * G_SQRT2);
  assert_text (pages, 3, "Tờ 4/209", 7.5 * G_SQRT2, 192 * G_SQRT2, 288 * G_SQRT2);
}

/* Two units on a page; small type has floors, the rest scales. */
static void
test_2a5 (Fixture *f, gconstpointer data)
{
  const double s = 0.7071;
  g_autoptr (KsPages) pages = lay_out (f, (KsSheetOptions){ .paper = KS_PAPER_2A5 });
  g_autoptr (GPtrArray) first = ks_pages_dup_cells (pages, 1);
  g_autoptr (GPtrArray) last = ks_pages_dup_cells (pages, 4);
  const KsCodeCell *right = g_ptr_array_index (first, 1);

  assert_size (pages, 297, 210);
  g_assert_cmpuint (ks_pages_get_n_pages (pages), ==, 5);
  g_assert_cmpuint (first->len, ==, 2);
  g_assert_cmpuint (last->len, ==, 1);
  g_assert_cmpstr (right->unit_code, ==, "07210");
  g_assert_cmpfloat_with_epsilon (right->code.x + right->quiet, 148.5 + 18 * s, 1e-9);
  assert_text (pages, 1, "Hoàng Văn Thụ", 64 * s, 148.5 + 18 * s, 85.2 * s);
  assert_text (pages, 0, "TỈNH ỦY BẮC GIANG", 8, 18 * s, 18.2 * s);
  assert_text (pages, 0, "hoặc máy ảnh, chọn Quét mã QR", 8.5, 126 * s, 162.3 * s);
  assert_text (pages, 0, "Tờ 1/209", 6, 192 * s, 288 * s);
}

static void
test_copies (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) pages = lay_out (f, (KsSheetOptions){ .copies = 3 });
  g_autoptr (KsSheetMark) mark = ks_sheet_mark_parse (ks_pages_get_keywords (pages));
  g_autoptr (GPtrArray) cells = ks_pages_dup_all_cells (pages, NULL, NULL);

  g_assert_cmpuint (ks_pages_get_n_pages (pages), ==, 3 * N_FEW);
  g_assert_cmpstr (((KsCodeCell *) cells->pdata[2])->unit_code, ==, "07201");
  g_assert_cmpstr (((KsCodeCell *) cells->pdata[3])->unit_code, ==, "07204");
  g_assert_cmpuint (mark->options.copies, ==, 3);
  g_assert_cmpuint (g_strv_length (mark->codes), ==, N_FEW);
}

static void
test_labels (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) pages
      = lay_out (f, (KsSheetOptions){ .layout = KS_LAYOUT_LABELS, .skip = 22 });
  g_autoptr (GPtrArray) cells = ks_pages_dup_all_cells (pages, NULL, NULL);
  const KsCodeCell *first = g_ptr_array_index (cells, 0);
  const KsCodeCell *third = g_ptr_array_index (cells, 2);

  assert_size (pages, 210, 297);
  g_assert_cmpuint (ks_pages_get_n_pages (pages), ==, 2);
  g_assert_cmpuint (cells->len, ==, N_FEW);
  /* Position 23 of the first sheet, and the first of the second. */
  g_assert_cmpfloat_with_epsilon (first->cell.x, 70, 1e-9);
  g_assert_cmpfloat_with_epsilon (first->cell.y, 0.5 + 7 * 37, 1e-9);
  g_assert_cmpuint (third->page, ==, 1);
  g_assert_cmpfloat_with_epsilon (third->cell.x, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (third->code.x + third->quiet, 5.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (third->code.y + third->quiet, 0.5 + 5.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (ks_pages_get_module_mm (pages), 26.0 / 49, 1e-9);
  assert_text (pages, 0, "Thọ Xương", 15, 70 + 34.7, 259.5 + 5.5 + 2.35 + 0.346 * 15 + 0.6);
  assert_text (pages, 0, "07201-940EFX", 10, 104.7, 259.5 + 31.5);
  assert_text (pages, 0, "trong ngày 01/4/2024", 7.5, 104.7, 259.5 + 31.5 - 4.4);
  g_assert_cmpuint (ks_pages_get_n_bookmarks (pages), ==, 1);
}

static void
test_label_sheets (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < ks_label_preset_count (); i++)
    {
      const char *id = ks_label_preset_get_id (i);
      g_autofree char *name = ks_label_preset_dup_name (i);
      g_autofree char *text = ks_label_grid_to_text (ks_label_preset_get_grid (i));
      KsLabelGrid grid;
      g_autoptr (KsPages) pages = NULL;

      g_assert_true (ks_label_grid_parse (id, &grid, NULL));
      g_assert_cmpstr (text, ==, id);
      g_assert_nonnull (strstr (name, " mm"));
      pages = lay_out (f, (KsSheetOptions){ .layout = KS_LAYOUT_LABELS, .grid = grid });
      g_assert_cmpfloat (ks_pages_get_module_mm (pages), >=, KS_MODULE_MM_MIN);
      g_assert_null (ks_pages_get_warning (pages));
    }
}

static void
test_own_grid (Fixture *f, gconstpointer data)
{
  static const char own[] = "60,30,10,10,62,31,3,9,22,4,2";
  static const char *const wrong[]
      = { "", "70x38", "1,2,3", "60,30,10,10,62,31,3,9,22,4,x", "60,30,10,10,50,31,3,9,22,4,2",
          "60,30,30,10,62,31,3,9,22,4,2", "60,30,10,10,62,31,0,9,22,4,2",
          "60,30,10,10,62,31,3,9,29,4,2", "10,10,10,10,62,31,3,9,8,1,1",
          "nan,30,10,10,62,31,3,9,22,4,2", "60,30,-10,10,62,31,3,9,22,4,2",
          "1e999,30,10,10,62,31,3,9,22,4,2" };
  KsLabelGrid grid;
  g_autofree char *again = NULL;
  g_autoptr (KsPages) pages = NULL;

  g_assert_true (ks_label_grid_parse (own, &grid, NULL));
  again = ks_label_grid_to_text (&grid);
  g_assert_cmpstr (again, ==, own);
  pages = lay_out (f, (KsSheetOptions){ .layout = KS_LAYOUT_LABELS, .grid = grid });
  g_assert_cmpuint (ks_pages_get_n_pages (pages), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", wrong[i]);
      g_assert_false (ks_label_grid_parse (wrong[i], &grid, &error));
      g_assert_error (error, KS_PAGES_ERROR, KS_PAGES_ERROR_SETTING);
    }
}

/* Both faces say the same; the upper one stands on its head about the fold. */
static void
test_cards (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) pages = lay_out (f, (KsSheetOptions){ .layout = KS_LAYOUT_CARDS });
  g_autoptr (GPtrArray) cells = ks_pages_dup_cells (pages, 1);
  const KsCodeCell *lower = g_ptr_array_index (cells, 2);
  const KsCodeCell *upper = g_ptr_array_index (cells, 3);

  assert_size (pages, 297, 210);
  g_assert_cmpuint (ks_pages_get_n_pages (pages), ==, 5);
  g_assert_cmpuint (cells->len, ==, 4);
  g_assert_cmpstr (lower->unit_code, ==, "07210");
  g_assert_cmpstr (upper->unit_code, ==, "07210");
  g_assert_cmpfloat_with_epsilon (lower->code.x + lower->quiet, 158.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (lower->code.y + lower->quiet, 128.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (upper->code.x + upper->code.width - upper->quiet, 287, 1e-9);
  g_assert_cmpfloat_with_epsilon (upper->code.y + upper->code.height - upper->quiet, 81.5, 1e-9);
  assert_text (pages, 1, "Hoàng Văn Thụ", 22, 148.5 + 78.5,
               105 + 27.1 + 2.2 + 0.86 * 22 * KS_MM_PER_POINT);
}

/* The group's code stands on the guide alone, and only if the campaign has a group. */
static void
test_guide (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) without = lay_out (f, (KsSheetOptions){ .layout = KS_LAYOUT_GUIDE });
  g_autoptr (GPtrArray) none = ks_pages_dup_all_cells (without, NULL, NULL);
  g_autoptr (KsPages) with = NULL;
  g_autoptr (GPtrArray) one = NULL;
  const KsCodeCell *cell;

  g_assert_cmpuint (ks_pages_get_n_pages (without), ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_false (has_text (without, 0, "Nhóm Zalo PKS01_2024"));
  f->texts->texts[KS_TEXT_GROUP_LINK] = g_strdup (GROUP);
  with = lay_out (f, (KsSheetOptions){ .layout = KS_LAYOUT_GUIDE });
  one = ks_pages_dup_all_cells (with, NULL, NULL);
  g_assert_cmpuint (one->len, ==, 1);
  cell = g_ptr_array_index (one, 0);
  g_assert_cmpstr (cell->link, ==, GROUP);
  g_assert_null (cell->token);
  g_assert_true (has_text (with, 0, "Nhóm Zalo PKS01_2024"));
  assert_text (with, 0, "Phiếu hướng dẫn tổ công tác", 27, 18, 42.5);
  assert_text (with, 0, "Ngày 01/4/2024, từ 0 giờ đến 24 giờ", 12.5, 18, 56.6);
  assert_text (with, 0, "trước 24 giờ 00 ngày 01/4/2024.", 11, 79, 78.6 + 18.8 + 13.6 + 18.8 + 5.2);
  for (KsLayout layout = 0; layout < KS_N_LAYOUTS; layout++)
    {
      g_autoptr (KsPages) other = lay_out (f, (KsSheetOptions){ .layout = layout });
      g_autoptr (GPtrArray) cells = ks_pages_dup_all_cells (other, NULL, NULL);

      for (guint i = 0; layout != KS_LAYOUT_GUIDE && i < cells->len; i++)
        g_assert_cmpstr (((KsCodeCell *) cells->pdata[i])->link, !=, GROUP);
    }
}

static void
test_guide_contacts (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) pages = NULL;

  ks_sheet_set_union_contact (g_ptr_array_index (f->sheets, 0), "Nguyễn Văn A", "0912 000 001");
  pages = lay_out (f, (KsSheetOptions){ .layout = KS_LAYOUT_GUIDE });
  g_assert_cmpuint (ks_pages_get_n_pages (pages), ==, N_FEW);
  g_assert_true (has_text (pages, 0, "Nguyễn Văn A, 0912 000 001"));
  g_assert_true (has_text (pages, 0, "Phường Thọ Xương"));
  g_assert_false (has_text (pages, 1, "Nguyễn Văn A, 0912 000 001"));
}

/* A module is a whole number of pixels, at a whole place. */
static void
test_image (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) pages = lay_out (f, (KsSheetOptions){ .layout = KS_LAYOUT_IMAGE });
  const double px = 210.0 / 1240;

  for (guint i = 0; i < 4; i++)
    {
      KsSheet *sheet = g_ptr_array_index (f->sheets, i);
      g_autofree char *filler = g_strnfill (20 + 90 * i, 'x');
      g_autoptr (KsPages) other = NULL;
      g_autoptr (GPtrArray) cells = NULL;
      const KsCodeCell *cell;
      double module;

      g_free (sheet->link);
      sheet->link = g_strconcat ("https://a.vn/", filler, NULL);
      other = lay_out (f, (KsSheetOptions){ .layout = KS_LAYOUT_IMAGE });
      cells = ks_pages_dup_cells (other, i);
      cell = g_ptr_array_index (cells, 0);
      module = cell->quiet / 4 / px;
      g_assert_cmpfloat_with_epsilon (module, (int) (module + 0.5), 1e-6);
      g_assert_cmpfloat (cell->code.x / px, >=, 70 - 49 - 1e-6);
      g_assert_cmpfloat ((cell->code.x + cell->code.width) / px, <=, 70 + 684 + 49 + 1e-6);
    }
  assert_size (pages, 210, 1600 * px);
  assert_text (pages, 3, "Hoàng Văn Thụ", 64, 70 * px, 392 * px);
  assert_text (pages, 3, "Thành phố Bắc Giang", 17, 70 * px, 462 * px);
  assert_text (pages, 3, "Quét mã", 26, 810 * px, 572 * px);
  assert_text (pages, 3, "07210-5M5RYJ", 21, 810 * px, 1204 * px);
}

static GPtrArray *
read_png (GBytes *png, int *width, int *height)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "a.png", NULL);
  cairo_surface_t *picture;
  g_autofree guint8 *grey = NULL;
  GPtrArray *codes;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (png, NULL),
                                      (gssize) g_bytes_get_size (png), NULL));
  picture = cairo_image_surface_create_from_png (path);
  *width = cairo_image_surface_get_width (picture);
  *height = cairo_image_surface_get_height (picture);
  grey = ks_test_dup_grey (picture);
  codes = ks_reader_get (NULL)->read_codes (grey, *width, *height, 1, TRUE);
  cairo_surface_destroy (picture);
  return codes;
}

static gboolean
count_picture (guint index, GBytes *picture, gpointer data, GError **error)
{
  guint *n = data;

  g_assert_cmpuint (index, ==, *n);
  g_assert_nonnull (picture);
  (*n)++;
  return TRUE;
}

/* What a phone sees of the finished picture. */
static void
test_pictures (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) pages = lay_out (f, (KsSheetOptions){ .layout = KS_LAYOUT_IMAGE });
  g_autoptr (GBytes) png = ks_pages_dup_picture (pages, 3, KS_FORMAT_PNG, NULL);
  g_autoptr (GBytes) svg = ks_pages_dup_picture (pages, 3, KS_FORMAT_SVG, NULL);
  g_autoptr (GBytes) again = ks_pages_dup_picture (pages, 3, KS_FORMAT_SVG, NULL);
  const char *drawing = g_bytes_get_data (svg, NULL);
  g_autoptr (GPtrArray) codes = NULL;
  const KsSheet *sheet = g_ptr_array_index (f->sheets, 3);
  guint n = 0;
  int width;
  int height;

  codes = read_png (png, &width, &height);
  g_assert_cmpint (width, ==, 1240);
  g_assert_cmpint (height, ==, 1600);
  g_assert_cmpuint (codes->len, ==, 1);
  g_assert_cmpstr (((KsFoundCode *) codes->pdata[0])->text, ==, sheet->link);
  g_assert_true (g_bytes_equal (svg, again));
  g_assert_null (strstr (drawing, "<image"));
  g_assert_null (strstr (drawing, "<text"));
  g_assert_nonnull (strstr (drawing, "<title>Ảnh mã QR"));
  g_assert_true (ks_pages_make_pictures (pages, KS_FORMAT_PNG, count_picture, &n, NULL, NULL));
  g_assert_cmpuint (n, ==, N_FEW);
}

static void
test_pictures_stop (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) pages = lay_out (f, (KsSheetOptions){ .layout = KS_LAYOUT_IMAGE });
  g_autoptr (KsJob) job = ks_job_new ("pictures");
  g_autoptr (GError) error = NULL;
  guint n = 0;

  ks_job_stop (job);
  g_assert_false (ks_pages_make_pictures (pages, KS_FORMAT_PNG, count_picture, &n, job, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (n, ==, 1);
}

/* Every layout: same bytes twice, every code proven in the finished PDF, a mark that leads back to
 * the same options. */
static void
test_every_layout (Fixture *f, gconstpointer data)
{
  static const KsSheetOptions all[] = {
    { .layout = KS_LAYOUT_POSTER }, { .paper = KS_PAPER_A3 },
    { .paper = KS_PAPER_2A5, .copies = 2 }, { .layout = KS_LAYOUT_ANNEX, .district_pages = TRUE },
    { .layout = KS_LAYOUT_GUIDE }, { .layout = KS_LAYOUT_LABELS, .skip = 5 },
    { .layout = KS_LAYOUT_CARDS }, { .layout = KS_LAYOUT_IMAGE },
  };

  f->texts->texts[KS_TEXT_GROUP_LINK] = g_strdup (GROUP);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (KsPages) pages = lay_out (f, all[i]);
      g_autoptr (KsSheetMark) mark = ks_sheet_mark_parse (ks_pages_get_keywords (pages));
      g_autoptr (KsPages) again = lay_out (f, mark->options);
      g_autoptr (GBytes) first = ks_pages_dup_pdf (pages, f->info->from, NULL, NULL);
      g_autoptr (GBytes) second = ks_pages_dup_pdf (again, f->info->from, NULL, NULL);
      g_autoptr (KsProofFile) file = ks_proof_file_new (first, "a.pdf", NULL);
      g_autoptr (GPtrArray) cells = ks_pages_dup_all_cells (again, NULL, NULL);
      g_autoptr (GPtrArray) results = ks_proof_file_prove_cells (file, cells, NULL, NULL);

      g_test_message ("%s", ks_pages_get_keywords (pages));
      g_assert_true (g_bytes_equal (first, second));
      g_assert_cmpuint (results->len, >, 0);
      for (guint k = 0; k < results->len; k++)
        {
          g_autofree char *line = ks_proof_result_to_line (results->pdata[k]);

          g_test_message ("%s", line);
          g_assert_true (g_str_has_suffix (line, ": proven"));
        }
    }
}

static void
test_district_pages (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) sheets = ks_test_sheets (f->registry, f->info);
  KsSheetOptions options = { .layout = KS_LAYOUT_ANNEX, .columns = 2, .district_pages = TRUE };
  g_autoptr (KsPages) pages = ks_sheet_pages_new (sheets, &f->context, &options, NULL);
  int last = -1;

  g_assert_cmpuint (ks_pages_get_n_bookmarks (pages), ==, 10);
  for (guint i = 0; i < 10; i++)
    {
      const KsBookmark *bookmark = ks_pages_get_bookmark (pages, i);

      g_assert_cmpint ((int) bookmark->page, >, last);
      g_assert_true (has_text (pages, bookmark->page, bookmark->title));
      last = (int) bookmark->page;
    }
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  return (int) ks_unit_get_rank ((*(KsSheet *const *) a)->unit)
         - (int) ks_unit_get_rank ((*(KsSheet *const *) b)->unit);
}

/* In the alphabet a letter is looked for: each stands once, and leads to its first name. */
static void
test_letters (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) sheets = ks_test_sheets (f->registry, f->info);
  KsSheetOptions options = { .layout = KS_LAYOUT_POSTER, .order = KS_ORDER_NAME };
  g_autoptr (KsPages) pages = NULL;
  g_autoptr (GString) letters = g_string_new (NULL);

  g_ptr_array_sort (sheets, compare_ranks);
  pages = ks_sheet_pages_new (sheets, &f->context, &options, NULL);
  for (guint i = 0; i < ks_pages_get_n_bookmarks (pages); i++)
    {
      const KsBookmark *bookmark = ks_pages_get_bookmark (pages, i);
      KsUnit *unit = ((KsSheet *) sheets->pdata[bookmark->page])->unit;

      g_string_append (letters, bookmark->title);
      g_assert_true (g_str_has_prefix (ks_unit_get_bare_name (unit), bookmark->title));
    }
  g_assert_cmpstr (letters->str, ==, "ABCDĐGHKLMNPQSTVXY");
}

/* The words of an office stand where the usual ones stood, however long. */
static void
test_texts (Fixture *f, gconstpointer data)
{
  g_autofree char *widest = g_strnfill (48, 'M');
  g_autoptr (KsPages) pages = NULL;
  g_autoptr (KsFolio) page = NULL;
  KsStyle style;
  double x;

  f->texts->texts[KS_TEXT_TITLE] = g_strdup ("Lấy ý kiến");
  f->texts->texts[KS_TEXT_STEP_1_NOTE] = g_strdup (widest);
  pages = lay_out (f, (KsSheetOptions){ 0 });
  page = ks_pages_lay_out (pages, 0);
  assert_text (pages, 0, "Lấy ý kiến", 15, 18, 38.6);
  g_assert_true (ks_folio_find_text (page, widest, &style, &x, NULL));
  g_assert_cmpfloat (x + ks_type_get_width (ks_type_get (), &style, widest), <=, 192);
}

/* What is too long for a line takes two before it grows too small to be read. */
static void
test_long_texts (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) guide = NULL;
  g_autoptr (KsPages) posters = NULL;

  f->texts->texts[KS_TEXT_TITLE] = g_strdup ("Khảo sát, lấy ý kiến của cán bộ, công chức và người "
                                             "hoạt động không chuyên trách");
  f->texts->texts[KS_TEXT_STEP_2_NOTE]
      = g_strdup ("kiểm tra thật kỹ đúng tên cơ quan mình công tác");
  guide = lay_out (f, (KsSheetOptions){ .layout = KS_LAYOUT_GUIDE });
  posters = lay_out (f, (KsSheetOptions){ 0 });
  assert_text (guide, 0, "dân chủ tại cơ quan cấp xã", 9.5, 18, 49.4 + 4.2);
  assert_text (posters, 0, "mình công tác", 10.5, 126, 162.3 + 34.05 - 0.6 + 4.4);
}

static void
test_text_limits (Fixture *f, gconstpointer data)
{
  static const struct {
    KsSheetText text;
    const char *words;
  } wrong[] = {
    { KS_TEXT_TITLE, "hai\ndòng" },
    { KS_TEXT_STEP_1, "một bước dài hơn hai mươi bốn chữ" },
    { KS_TEXT_CALL, "a\tb" },
    { KS_TEXT_CALL, "a\xE2\x80\xAE b" },
    { KS_TEXT_CALL, "\xFF" },
    { KS_TEXT_GROUP_LINK, "http://zalo.me/g/x" },
    { KS_TEXT_GROUP_LINK, "javascript:alert(1)" },
    { KS_TEXT_LABEL_GRID, "70x38" },
    { KS_TEXT_MARGIN, "-1" },
    { KS_TEXT_MARGIN, "nan" },
    { KS_TEXT_MARGIN, "4,2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (ks_sheet_text_check (wrong[i].text, wrong[i].words, &error));
      g_assert_nonnull (error);
    }
  for (guint i = 0; i < KS_N_SHEET_TEXTS; i++)
    {
      KsSheetText text;

      g_assert_true (ks_sheet_text_check (i, ks_sheet_text_get_default (i), NULL));
      g_assert_true (ks_sheet_text_find (ks_sheet_text_get_id (i), &text));
      g_assert_cmpuint (text, ==, i);
    }
}

/* A link too long for its place: the sentence says how short it must be, and then it is. */
static void
test_warning (Fixture *f, gconstpointer data)
{
  KsSheet *sheet = g_ptr_array_index (f->sheets, 2);
  g_autoptr (KsPages) fine = NULL;
  g_autoptr (KsPages) good = NULL;
  g_autofree char *filler = g_strnfill (260 - strlen ("https://a.vn/"), 'x');

  g_free (sheet->link);
  sheet->link = g_strconcat ("https://a.vn/", filler, NULL);
  fine = lay_out (f, (KsSheetOptions){ .layout = KS_LAYOUT_LABELS });
  g_assert_cmpfloat (ks_pages_get_module_mm (fine), <, KS_MODULE_MM_MIN);
  g_assert_nonnull (strstr (ks_pages_get_warning (fine), "07207"));
  g_assert_nonnull (strstr (ks_pages_get_warning (fine), "251"));
  sheet->link[251] = '\0';
  good = lay_out (f, (KsSheetOptions){ .layout = KS_LAYOUT_LABELS });
  g_assert_null (ks_pages_get_warning (good));
}

/* The printer of the office decides what a sheet may hold at its edge. */
static void
test_margin (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) usual = lay_out (f, (KsSheetOptions){ .layout = KS_LAYOUT_CARDS });
  g_autoptr (KsPages) poster = NULL;
  g_autoptr (KsPages) cards = NULL;

  f->texts->texts[KS_TEXT_MARGIN] = g_strdup ("8");
  poster = lay_out (f, (KsSheetOptions){ 0 });
  cards = lay_out (f, (KsSheetOptions){ .layout = KS_LAYOUT_CARDS });
  g_assert_null (ks_pages_get_warning (usual));
  g_assert_null (ks_pages_get_warning (poster));
  g_assert_nonnull (strstr (ks_pages_get_warning (cards), "8,0 mm"));
}

static void
test_wrong_options (Fixture *f, gconstpointer data)
{
  static const KsSheetOptions wrong[] = {
    { .layout = KS_LAYOUT_ANNEX, .columns = 3 },
    { .copies = 101 },
    { .layout = KS_LAYOUT_LABELS, .skip = 24 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ks_sheet_pages_new (f->sheets, &f->context, &wrong[i], &error));
      g_assert_error (error, KS_PAGES_ERROR, KS_PAGES_ERROR_SETTING);
    }
  g_assert_null (ks_sheet_mark_parse ("khaosat:layout=labels;v=1;columns=1;grid=9;units=all"));
  g_assert_null (ks_sheet_mark_parse ("khaosat:layout=poster;v=1;paper=A9;units=all"));
  g_assert_null (ks_sheet_mark_parse ("khaosat:layout=cards;v=1;copies=4000000000;units=all"));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("/layouts/a3", test_a3);
  ADD ("/layouts/2a5", test_2a5);
  ADD ("/layouts/copies", test_copies);
  ADD ("/layouts/labels", test_labels);
  ADD ("/layouts/label-sheets", test_label_sheets);
  ADD ("/layouts/own-grid", test_own_grid);
  ADD ("/layouts/cards", test_cards);
  ADD ("/layouts/guide", test_guide);
  ADD ("/layouts/guide-contacts", test_guide_contacts);
  ADD ("/layouts/image", test_image);
  ADD ("/layouts/pictures", test_pictures);
  ADD ("/layouts/pictures-stop", test_pictures_stop);
  ADD ("/layouts/every-layout", test_every_layout);
  ADD ("/layouts/district-pages", test_district_pages);
  ADD ("/layouts/letters", test_letters);
  ADD ("/layouts/texts", test_texts);
  ADD ("/layouts/long-texts", test_long_texts);
  ADD ("/layouts/text-limits", test_text_limits);
  ADD ("/layouts/warning", test_warning);
  ADD ("/layouts/margin", test_margin);
  ADD ("/layouts/wrong-options", test_wrong_options);
  return g_test_run ();
}
