/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-logo.h"
#include "ks-pages-error.h"
#include "ks-pages-private.h"
#include "ks-test-sheets.h"

#define SVG(inner) \
  "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' " \
  "width='40' height='20'>" inner "</svg>"
#define SQUARE "<rect width='40' height='20' fill='#00f'/>"

static cairo_status_t
append_cb (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
make_png (int width, int height)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);

  cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static void
assert_refused (const void *data, gsize size, const char *about)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", about);
  g_assert_null (ks_logo_new (bytes, &error));
  g_assert_error (error, KS_PAGES_ERROR, KS_PAGES_ERROR_SETTING);
}

static void
test_hostile_png (void)
{
  g_autoptr (GBytes) png = make_png (40, 40);
  g_autoptr (GBytes) line = make_png (1000, 2);
  gsize size;
  const guint8 *data = g_bytes_get_data (png, &size);
  g_autofree guint8 *huge = g_memdup2 (data, size);
  g_autofree guint8 *large = g_malloc0 (KS_LOGO_MAX_BYTES + 1);

  memcpy (large, data, size);
  huge[16] = 0x7F;
  assert_refused (huge, size, "two thousand million pixels wide");
  assert_refused (large, KS_LOGO_MAX_BYTES + 1, "too many bytes");
  assert_refused (g_bytes_get_data (line, NULL), g_bytes_get_size (line), "a line");
  for (gsize cut = 0; cut < size; cut += 7)
    assert_refused (data, cut, "cut off");
}

static void
test_hostile_svg (void)
{
  static const char *const wrong[] = {
    "",
    "GIF89a",
    "<html></html>",
    "<svg",
    "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>"
    "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text>&b;</text></svg>",
    "<svg xmlns='http://www.w3.org/2000/svg' width='900000' height='9'/>",
    "<svg xmlns='http://www.w3.org/2000/svg' width='0' height='9'/>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    assert_refused (wrong[i], strlen (wrong[i]), wrong[i]);
}

/* The colour at the middle of the room of a logo that is 40 wide and 20 high. */
static guint32
paint (const char *svg)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (svg, strlen (svg));
  g_autoptr (KsLogo) logo = ks_logo_new (bytes, NULL);
  g_autoptr (KsFolio) page = ks_folio_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 100);
  cairo_t *cr = cairo_create (surface);
  const guint32 *pixels;
  guint32 found;

  g_assert_nonnull (logo);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, KS_MM_PER_POINT, KS_MM_PER_POINT);
  ks_logo_add (logo, page, &(KsRect){ 20, 20, 60, 20 });
  ks_folio_paint (page, cr, FALSE);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (surface);
  /* At the right end of the room; its left third stays white. */
  g_assert_cmphex (pixels[30 * 100 + 25] & 0xFFFFFF, ==, 0xFFFFFF);
  found = pixels[30 * 100 + 60] & 0xFFFFFF;
  cairo_surface_destroy (surface);
  return found;
}

/* Nothing outside the file is read, here or elsewhere. */
static void
test_drawing (void)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "secret.png", NULL);
  g_autoptr (GBytes) png = make_png (40, 20);
  g_autofree char *outside = NULL;

  g_mkdir_with_parents (g_get_user_cache_dir (), 0755);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (png, NULL),
                                      (gssize) g_bytes_get_size (png), NULL));
  outside = g_strdup_printf (SVG ("<image width='40' height='20' xlink:href='file://%s'/>"), path);
  g_assert_cmphex (paint (SVG (SQUARE)), ==, 0x0000FF);
  g_assert_cmphex (paint (outside), ==, 0xFFFFFF);
}

/* A logo of all sheets stands once in their PDF, and takes nothing from a code. */
static void
test_sheets (void)
{
  g_autoptr (KsRegistry) registry = ks_test_registry ();
  g_autoptr (KsCampaignInfo) info = ks_test_info ();
  g_autoptr (GPtrArray) sheets = ks_test_sheets (registry, info);
  KsSheetContext context = ks_test_context (info, sheets->len);
  g_autoptr (KsSheetTexts) texts = ks_sheet_texts_new ();
  g_autoptr (GBytes) png = make_png (300, 300);
  g_autoptr (KsPages) plain = NULL;
  g_autoptr (KsPages) adorned = NULL;
  g_autoptr (GBytes) less = NULL;
  g_autoptr (GBytes) more = NULL;

  g_ptr_array_set_size (sheets, 12);
  plain = ks_poster_pages_new (sheets, &context, NULL);
  texts->texts[KS_TEXT_LOGO] = ks_logo_bytes_to_text (png);
  context.texts = texts;
  g_assert_true (ks_sheet_text_check (KS_TEXT_LOGO, texts->texts[KS_TEXT_LOGO], NULL));
  g_assert_false (ks_sheet_text_check (KS_TEXT_LOGO, "AAAA", NULL));
  adorned = ks_poster_pages_new (sheets, &context, NULL);
  less = ks_pages_dup_pdf (plain, info->from, NULL, NULL);
  more = ks_pages_dup_pdf (adorned, info->from, NULL, NULL);
  g_assert_cmpuint (g_bytes_get_size (more), >, g_bytes_get_size (less));
  g_assert_cmpuint (g_bytes_get_size (more), <, g_bytes_get_size (less) + 8000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/logo/hostile-png", test_hostile_png);
  g_test_add_func ("/logo/hostile-svg", test_hostile_svg);
  g_test_add_func ("/logo/drawing", test_drawing);
  g_test_add_func ("/logo/sheets", test_sheets);
  return g_test_run ();
}
