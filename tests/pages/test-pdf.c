/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#include "ks-base-error.h"
#include "ks-pages-private.h"
#include "ks-platform.h"
#include "ks-test-sheets.h"

/* A third of what a well-known JavaScript generator needs for 209 captioned codes: 435 KB. */
#define MOST_BYTES (435000 / 3)

typedef struct {
  KsRegistry     *registry;
  KsCampaignInfo *info;
  GPtrArray      *sheets;
  KsSheetContext  context;
  char           *path;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->registry = ks_test_registry ();
  f->info = ks_test_info ();
  f->sheets = ks_test_sheets (f->registry, f->info);
  f->context = ks_test_context (f->info, f->sheets->len);
  g_mkdir_with_parents (g_get_user_cache_dir (), 0755);
  f->path = g_build_filename (g_get_user_cache_dir (), "tờ niêm yết.pdf", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_ptr_array_unref (f->sheets);
  ks_campaign_info_free (f->info);
  g_object_unref (f->registry);
  g_free (f->path);
}

static KsPages *
make_annex (const Fixture *f, guint n_columns)
{
  g_autoptr (GError) error = NULL;
  KsPages *pages = ks_annex_pages_new (f->sheets, &f->context, n_columns, &error);

  g_assert_no_error (error);
  return pages;
}

static PopplerDocument *
load_pdf (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &error);

  g_assert_no_error (error);
  return document;
}

/* The same pages give the same bytes, in a thread of its own too; another stamp gives others. */
static gpointer
make_pdf_cb (gpointer data)
{
  return ks_pages_dup_pdf (data, ks_moment_from_civil (2024, 4, 1, 0, 0, 0), NULL, NULL);
}

static void
test_same_bytes (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) pages = make_annex (f, 1);
  g_autoptr (KsPages) again = make_annex (f, 1);
  g_autoptr (GBytes) first = make_pdf_cb (pages);
  g_autoptr (GBytes) second = make_pdf_cb (again);
  g_autoptr (GBytes) threaded = g_thread_join (g_thread_new ("pdf", make_pdf_cb, pages));
  g_autoptr (GBytes) later = ks_pages_dup_pdf (pages, f->info->to, NULL, NULL);
  g_autoptr (GBytes) written = NULL;

  g_assert_true (ks_pages_write_pdf (pages, f->path, f->info->from, NULL, NULL));
  written = ks_file_map (f->path, NULL);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_true (g_bytes_equal (first, threaded));
  g_assert_true (g_bytes_equal (first, written));
  g_assert_false (g_bytes_equal (first, later));
}

static void
test_size (Fixture *f, gconstpointer data)
{
  for (guint n_columns = 1; n_columns <= 2; n_columns++)
    {
      g_autoptr (KsPages) pages = make_annex (f, n_columns);
      g_autoptr (GBytes) pdf = ks_pages_dup_pdf (pages, f->info->from, NULL, NULL);

      g_assert_cmpuint (g_bytes_get_size (pdf), <, MOST_BYTES);
    }
}

static void
test_metadata (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) pages = make_annex (f, 1);
  KsMoment stamp = ks_moment_from_civil (2024, 3, 25, 16, 30, 5);
  g_autoptr (GBytes) pdf = ks_pages_dup_pdf (pages, stamp, NULL, NULL);
  PopplerDocument *document = load_pdf (pdf);
  g_autofree char *title = poppler_document_get_title (document);
  g_autofree char *author = poppler_document_get_author (document);
  g_autofree char *keywords = poppler_document_get_keywords (document);

  g_assert_cmpstr (title, ==, "Danh sách mã QR code – PKS01-2024");
  g_assert_cmpstr (author, ==, f->info->issuing_body);
  g_assert_cmpstr (keywords, ==, "khaosat:layout=annex;v=1;columns=1;units=all");
  g_assert_cmpint (poppler_document_get_creation_date (document), ==, stamp);
  g_assert_cmpint (poppler_document_get_modification_date (document), ==, stamp);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 31);
  g_object_unref (document);
}

static guint
count_bookmarks (PopplerDocument *document, int *first_page, int *second_page)
{
  PopplerIndexIter *iter = poppler_index_iter_new (document);
  guint n = 0;

  do
    {
      PopplerAction *action = poppler_index_iter_get_action (iter);

      g_assert_cmpint (action->type, ==, POPPLER_ACTION_GOTO_DEST);
      if (n < 2)
        *(n == 0 ? first_page : second_page) = action->goto_dest.dest->page_num;
      if (n == 1)
        g_assert_cmpstr (action->goto_dest.title, ==, "Thị xã Việt Yên");
      poppler_action_free (action);
      n++;
    }
  while (poppler_index_iter_next (iter));
  poppler_index_iter_free (iter);
  return n;
}

static void
test_bookmarks (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) pages = make_annex (f, 1);
  g_autoptr (GBytes) pdf = ks_pages_dup_pdf (pages, f->info->from, NULL, NULL);
  PopplerDocument *document = load_pdf (pdf);
  int first = 0;
  int second = 0;

  g_assert_cmpuint (count_bookmarks (document, &first, &second), ==, 10);
  g_assert_cmpint (first, ==, 1);
  g_assert_cmpint (second, ==, 3);
  g_object_unref (document);
}

/* How many of its fonts are not of the family; all are embedded. */
static guint
count_others (GBytes *pdf, const char *family)
{
  PopplerDocument *document = load_pdf (pdf);
  PopplerFontInfo *info = poppler_font_info_new (document);
  PopplerFontsIter *iter = NULL;
  guint n = 0;
  guint n_others = 0;

  poppler_font_info_scan (info, poppler_document_get_n_pages (document), &iter);
  do
    {
      g_test_message ("%s", poppler_fonts_iter_get_full_name (iter));
      g_assert_true (poppler_fonts_iter_is_embedded (iter));
      n_others += strstr (poppler_fonts_iter_get_full_name (iter), family) == NULL;
      n++;
    }
  while (poppler_fonts_iter_next (iter));
  g_assert_cmpuint (n, >, 1);
  poppler_fonts_iter_free (iter);
  poppler_font_info_free (info);
  g_object_unref (document);
  return n_others;
}

/* One family on a sheet, embedded: a letter that it lacked would bring in another. */
static void
test_fonts (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) annex = make_annex (f, 1);
  g_autoptr (KsPages) posters = ks_poster_pages_new (f->sheets, &f->context, NULL);
  g_autoptr (GBytes) annex_pdf = ks_pages_dup_pdf (annex, f->info->from, NULL, NULL);
  g_autoptr (GBytes) posters_pdf = ks_pages_dup_pdf (posters, f->info->from, NULL, NULL);

  g_assert_cmpuint (count_others (annex_pdf, "LiberationSerif"), ==, 0);
  g_assert_cmpuint (count_others (posters_pdf, "NotoSans"), ==, 0);
}

/* Fontconfig looks among the fonts of our families alone. */
static void
test_few_fonts (Fixture *f, gconstpointer data)
{
  FcConfig *config = ks_fonts_get_config ();
  FcFontSet *fonts = FcConfigGetFonts (config, FcSetSystem);

  g_assert_cmpint (fonts->nfont, >=, 8);
  for (int i = 0; i < fonts->nfont; i++)
    {
      FcChar8 *family;

      g_assert_cmpint (FcPatternGetString (fonts->fonts[i], FC_FAMILY, 0, &family), ==, FcResultMatch);
      g_assert_true (g_str_equal (family, "Noto Sans") || g_str_equal (family, "Liberation Serif"));
    }
}

/* What they lack comes from the other fonts of the machine. */
static void
test_other_script (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) annex = NULL;
  g_autoptr (GBytes) pdf = NULL;

  g_free (f->info->issuing_body);
  f->info->issuing_body = g_strdup ("BAN DÂN VẬN ไทย");
  annex = make_annex (f, 1);
  pdf = make_pdf_cb (annex);
  g_assert_cmpuint (count_others (pdf, "LiberationSerif"), >, 0);
}

/* What a reader selects and searches is Vietnamese again. */
static void
test_text_layer (Fixture *f, gconstpointer data)
{
  static const char *const wanted[]
      = { "DANH SÁCH MÃ QR CODE", "209 xã, phường, thị trấn", "Phường Trần Nguyên Hãn",
          "07204-MES7DZ", "Thành phố Bắc Giang", "ĐẢNG CỘNG SẢN VIỆT NAM" };
  g_autoptr (KsPages) annex = make_annex (f, 1);
  g_autoptr (KsPages) posters = ks_poster_pages_new (f->sheets, &f->context, NULL);
  g_autoptr (GBytes) annex_pdf = ks_pages_dup_pdf (annex, f->info->from, NULL, NULL);
  g_autoptr (GBytes) posters_pdf = ks_pages_dup_pdf (posters, f->info->from, NULL, NULL);
  g_autoptr (KsProofFile) annex_file = ks_proof_file_new (annex_pdf, "a", NULL);
  g_autoptr (KsProofFile) posters_file = ks_proof_file_new (posters_pdf, "p", NULL);
  g_autofree char *text = ks_proof_file_dup_page_text (annex_file, 0);
  g_autofree char *poster = ks_proof_file_dup_page_text (posters_file, 1);

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_nonnull (strstr (text, wanted[i]));
  g_assert_nonnull (strstr (poster, "Trần Nguyên Hãn"));
  g_assert_nonnull (strstr (poster, "Quét mã để trả lời phiếu khảo sát"));
  g_assert_null (ks_proof_file_dup_page_text (annex_file, 31));
}

static guint
count_colours (KsPages *pages)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 210, 297);
  cairo_t *cr = cairo_create (surface);
  const guint32 *pixels;
  guint n = 0;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, 210.0 / (210 * KS_POINTS_PER_MM), 210.0 / (210 * KS_POINTS_PER_MM));
  ks_pages_paint (pages, 0, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (surface);
  for (guint i = 0; i < 210 * 297; i++)
    n += (pixels[i] >> 16 & 0xFF) != (pixels[i] & 0xFF);
  cairo_surface_destroy (surface);
  return n;
}

/* "Tiết kiệm mực": nothing on the sheet is coloured any more. */
static void
test_one_colour (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) coloured = ks_poster_pages_new (f->sheets, &f->context, NULL);
  g_autoptr (KsPages) black = NULL;

  f->context.one_colour = TRUE;
  black = ks_poster_pages_new (f->sheets, &f->context, NULL);
  g_assert_cmpuint (count_colours (coloured), >, 500);
  g_assert_cmpuint (count_colours (black), ==, 0);
}

static void
test_png (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) pages = ks_poster_pages_new (f->sheets, &f->context, NULL);
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "tờ.png", NULL);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *picture;

  g_assert_true (ks_pages_write_png (pages, 0, 100, path, NULL));
  picture = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_image_surface_get_width (picture), ==, 827);
  g_assert_cmpint (cairo_image_surface_get_height (picture), ==, 1169);
  cairo_surface_destroy (picture);
  g_assert_false (ks_pages_write_png (pages, 0, 1e5, path, &error));
  g_assert_nonnull (error);
}

/* What was there before stays, and nothing is left beside it. */
static void
assert_untouched (const Fixture *f)
{
  g_autofree char *content = NULL;
  g_autoptr (GDir) folder = g_dir_open (g_get_user_cache_dir (), 0, NULL);
  guint n = 0;

  g_assert_true (g_file_get_contents (f->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "before");
  while (g_dir_read_name (folder) != NULL)
    n++;
  g_assert_cmpuint (n, ==, 1);
}

static void
test_stop (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) pages = make_annex (f, 1);
  g_autoptr (KsJob) job = ks_job_new ("print");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (f->path, "before", -1, NULL));
  ks_job_stop (job);
  g_assert_false (ks_pages_write_pdf (pages, f->path, f->info->from, job, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_untouched (f);
}

static void
test_no_folder (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) pages = make_annex (f, 1);
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "none", "a.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (ks_pages_write_pdf (pages, path, f->info->from, NULL, &error));
  g_assert_error (error, KS_BASE_ERROR, KS_BASE_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_progress (Fixture *f, gconstpointer data)
{
  g_autoptr (KsPages) pages = make_annex (f, 2);
  g_autoptr (KsJob) job = ks_job_new ("print");

  g_assert_true (ks_pages_write_pdf (pages, f->path, f->info->from, job, NULL));
  g_assert_cmpint (ks_job_get_done (job), ==, 16);
  g_assert_cmpint (ks_job_get_total (job), ==, 16);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("/pdf/same-bytes", test_same_bytes);
  ADD ("/pdf/size", test_size);
  ADD ("/pdf/metadata", test_metadata);
  ADD ("/pdf/bookmarks", test_bookmarks);
  ADD ("/pdf/fonts", test_fonts);
  ADD ("/pdf/few-fonts", test_few_fonts);
  ADD ("/pdf/other-script", test_other_script);
  ADD ("/pdf/text-layer", test_text_layer);
  ADD ("/pdf/one-colour", test_one_colour);
  ADD ("/pdf/png", test_png);
  ADD ("/pdf/stop", test_stop);
  ADD ("/pdf/no-folder", test_no_folder);
  ADD ("/pdf/progress", test_progress);
  return g_test_run ();
}
