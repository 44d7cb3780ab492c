/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-test-picture.h"
#include "ks-test-sheets.h"

/* Small grey pictures of every layout. */

#define DPI 36.0

typedef struct {
  const char    *name;
  KsSheetOptions options;
  guint          page;
} Case;

static const Case cases[] = {
  { "poster-a4", { .layout = KS_LAYOUT_POSTER }, 3 },
  { "poster-a3", { .layout = KS_LAYOUT_POSTER, .paper = KS_PAPER_A3 }, 5 },
  { "poster-2a5", { .layout = KS_LAYOUT_POSTER, .paper = KS_PAPER_2A5 }, 1 },
  { "annex-1", { .layout = KS_LAYOUT_ANNEX, .columns = 1 }, 0 },
  { "annex-2", { .layout = KS_LAYOUT_ANNEX, .columns = 2 }, 1 },
  { "guide", { .layout = KS_LAYOUT_GUIDE }, 0 },
  { "labels", { .layout = KS_LAYOUT_LABELS, .skip = 4 }, 0 },
  { "cards", { .layout = KS_LAYOUT_CARDS }, 0 },
  { "image", { .layout = KS_LAYOUT_IMAGE }, 3 },
};

/* Ink as alpha: black is 255. */
static cairo_surface_t *
draw (KsPages *pages, guint index)
{
  double width;
  double height;
  cairo_surface_t *colour;
  cairo_surface_t *grey;
  cairo_t *cr;

  ks_pages_get_size (pages, &width, &height);
  colour = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * DPI / 25.4),
                                       (int) (height * DPI / 25.4));
  grey = cairo_image_surface_create (CAIRO_FORMAT_A8, cairo_image_surface_get_width (colour),
                                     cairo_image_surface_get_height (colour));
  cr = cairo_create (colour);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, DPI / 72, DPI / 72);
  ks_pages_paint (pages, index, cr);
  cairo_destroy (cr);
  cairo_surface_flush (colour);
  for (int y = 0; y < cairo_image_surface_get_height (grey); y++)
    for (int x = 0; x < cairo_image_surface_get_width (grey); x++)
      {
        const guint8 *pixel = cairo_image_surface_get_data (colour)
                              + y * cairo_image_surface_get_stride (colour) + 4 * x;

        cairo_image_surface_get_data (grey)[y * cairo_image_surface_get_stride (grey) + x]
            = (guint8) (255 - (pixel[0] + pixel[1] + pixel[2]) / 3);
      }
  cairo_surface_mark_dirty (grey);
  cairo_surface_destroy (colour);
  return grey;
}

static KsPages *
lay_out (const KsSheetOptions *options)
{
  g_autoptr (KsRegistry) registry = ks_test_registry ();
  g_autoptr (KsCampaignInfo) info = ks_test_info ();
  g_autoptr (GPtrArray) sheets = ks_test_sheets (registry, info);
  g_autoptr (KsSheetTexts) texts = ks_sheet_texts_new ();
  KsSheetContext context = ks_test_context (info, sheets->len);
  g_autoptr (GError) error = NULL;
  KsPages *pages;

  texts->texts[KS_TEXT_GROUP_LINK] = g_strdup ("https://zalo.me/g/gyvcdr416");
  context.texts = texts;
  pages = ks_sheet_pages_new (sheets, &context, options, &error);
  g_assert_no_error (error);
  return pages;
}

static void
test_picture (gconstpointer data)
{
  const Case *which = data;
  g_autoptr (KsPages) pages = lay_out (&which->options);
  cairo_surface_t *drawn = draw (pages, which->page);

  ks_test_picture_check (drawn, which->name);
  cairo_surface_destroy (drawn);
}

/* The comparison itself: another unit is another picture. */
static void
test_sees_another (void)
{
  g_autoptr (KsPages) pages = lay_out (&cases[0].options);
  cairo_surface_t *drawn = draw (pages, 3);
  cairo_surface_t *other = draw (pages, 4);

  g_assert_cmpuint (ks_test_picture_count_different (drawn, drawn), ==, 0);
  g_assert_cmpuint (ks_test_picture_count_different (drawn, other), >, KS_TEST_PICTURE_MOST_BLOCKS);
  cairo_surface_destroy (drawn);
  cairo_surface_destroy (other);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/golden/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_picture);
    }
  g_test_add_func ("/golden/sees-another", test_sees_another);
  return g_test_run ();
}
