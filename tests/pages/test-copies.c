/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "ks-reader.h"
#include "ks-test-sheets.h"
#include "ks-type.h"

/* What becomes of the sheets: a poster is copied on a bad machine and hung up askew, a picture is
 * sent through a chat that makes it smaller and compresses it. A phone must still read them. */

#define COPY_DPI 150.0
#define COPY_TURN (2 * G_PI / 180)
#define COPY_SPECKS 0.05
#define CHAT_WIDTH 1000
#define CHAT_QUALITY 60
#define BLOCK 8

typedef struct {
  guint8 *pixels;
  int     width;
  int     height;
} Grey;

/* The page, turned about the middle of what is seen of it. */
static Grey
see (KsPages *pages, guint index, const KsRect *area, double dpi, double turn)
{
  Grey grey = { NULL, (int) (area->width * dpi / 25.4), (int) (area->height * dpi / 25.4) };
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, grey.width, grey.height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, grey.width / 2.0, grey.height / 2.0);
  cairo_rotate (cr, turn);
  cairo_scale (cr, dpi / 72, dpi / 72);
  cairo_translate (cr, -(area->x + area->width / 2) * KS_POINTS_PER_MM,
                   -(area->y + area->height / 2) * KS_POINTS_PER_MM);
  ks_pages_paint (pages, index, cr);
  cairo_destroy (cr);
  grey.pixels = ks_test_dup_grey (surface);
  cairo_surface_destroy (surface);
  return grey;
}

/* Black or white, and every twentieth dot the other way round. */
static void
copy_badly (Grey *grey, GRand *rand)
{
  for (int i = 0; i < grey->width * grey->height; i++)
    {
      gboolean dark = grey->pixels[i] < 128;

      if (g_rand_double (rand) < COPY_SPECKS)
        dark = !dark;
      grey->pixels[i] = dark ? 0 : 255;
    }
}

/* A lens does not see single dots of a copier. */
static void
look_through_lens (Grey *grey)
{
  guint8 *soft = g_memdup2 (grey->pixels, (gsize) (grey->width * grey->height));

  for (int y = 1; y + 1 < grey->height; y++)
    for (int x = 1; x + 1 < grey->width; x++)
      {
        int sum = 0;

        for (int i = 0; i < 9; i++)
          sum += grey->pixels[(y + i / 3 - 1) * grey->width + x + i % 3 - 1];
        soft[y * grey->width + x] = (guint8) (sum / 9);
      }
  g_free (grey->pixels);
  grey->pixels = soft;
}

/* ISO/IEC 10918-1, table K.1, at a quality as libjpeg counts it. */
static int
get_step (int i)
{
  static const guint8 luminance[BLOCK * BLOCK] = {
    16, 11, 10, 16, 24,  40,  51,  61,  12, 12, 14, 19, 26,  58,  60,  55,
    14, 13, 16, 24, 40,  57,  69,  56,  14, 17, 22, 29, 51,  87,  80,  62,
    18, 22, 37, 56, 68,  109, 103, 77,  24, 35, 55, 64, 81,  104, 113, 92,
    49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
  };

  return (luminance[i] * (200 - 2 * CHAT_QUALITY) + 50) / 100;
}

static double
get_wave (int i, int k)
{
  static double waves[BLOCK][BLOCK];

  if (waves[0][0] <= 0)
    for (int a = 0; a < BLOCK; a++)
      for (int b = 0; b < BLOCK; b++)
        waves[a][b] = cos ((2 * a + 1) * b * G_PI / 16) * (b == 0 ? G_SQRT2 / 4 : 0.5);
  return waves[i][k];
}

static void
turn_block (const double *from, double *to, gboolean back)
{
  double half[BLOCK * BLOCK] = { 0 };

  for (int i = 0; i < BLOCK * BLOCK * BLOCK; i++)
    {
      int a = i / 64;
      int b = i / 8 % 8;
      int c = i % 8;

      half[a * 8 + b] += from[a * 8 + c] * (back ? get_wave (b, c) : get_wave (c, b));
    }
  for (int i = 0; i < BLOCK * BLOCK; i++)
    to[i] = 0;
  for (int i = 0; i < BLOCK * BLOCK * BLOCK; i++)
    {
      int a = i / 64;
      int b = i / 8 % 8;
      int c = i % 8;

      to[a * 8 + b] += half[c * 8 + b] * (back ? get_wave (a, c) : get_wave (c, a));
    }
}

static void
compress_block (guint8 *corner, int stride)
{
  double pixels[BLOCK * BLOCK];
  double waves[BLOCK * BLOCK];

  for (int i = 0; i < BLOCK * BLOCK; i++)
    pixels[i] = corner[i / BLOCK * stride + i % BLOCK] - 128;
  turn_block (pixels, waves, FALSE);
  for (int i = 0; i < BLOCK * BLOCK; i++)
    waves[i] = round (waves[i] / get_step (i)) * get_step (i);
  turn_block (waves, pixels, TRUE);
  for (int i = 0; i < BLOCK * BLOCK; i++)
    corner[i / BLOCK * stride + i % BLOCK] = (guint8) CLAMP (lround (pixels[i] + 128), 0, 255);
}

static void
compress (Grey *grey)
{
  for (int y = 0; y + BLOCK <= grey->height; y += BLOCK)
    for (int x = 0; x + BLOCK <= grey->width; x += BLOCK)
      compress_block (grey->pixels + y * grey->width + x, grey->width);
}

static gboolean
reads (const Grey *grey, const char *link)
{
  g_autoptr (GPtrArray) codes
      = ks_reader_get (NULL)->read_codes (grey->pixels, grey->width, grey->height, 1, TRUE);

  for (guint i = 0; i < codes->len; i++)
    if (g_str_equal (((const KsFoundCode *) g_ptr_array_index (codes, i))->text, link))
      return TRUE;
  return FALSE;
}

typedef void (*Spoil) (Grey *grey, GRand *rand);

static void
spoil_poster (Grey *grey, GRand *rand)
{
  copy_badly (grey, rand);
  look_through_lens (grey);
}

static void
spoil_picture (Grey *grey, GRand *rand)
{
  compress (grey);
}

static void
spoil_away (Grey *grey, GRand *rand)
{
  for (int i = 0; i < 12; i++)
    look_through_lens (grey);
  copy_badly (grey, rand);
}

/* How many of the 209 can be read. */
static guint
count_read (const KsSheetOptions *options, double dpi, double turn, Spoil spoil, guint most)
{
  g_autoptr (KsRegistry) registry = ks_test_registry ();
  g_autoptr (KsCampaignInfo) info = ks_test_info ();
  g_autoptr (GPtrArray) sheets = ks_test_sheets (registry, info);
  KsSheetContext context = ks_test_context (info, sheets->len);
  g_autoptr (KsPages) pages = ks_sheet_pages_new (sheets, &context, options, NULL);
  g_autoptr (GPtrArray) cells = ks_pages_dup_all_cells (pages, NULL, NULL);
  GRand *rand = g_rand_new_with_seed (20240401);
  guint n = 0;

  g_assert_nonnull (ks_reader_get (NULL));
  for (guint i = 0; i < MIN (cells->len, most); i++)
    {
      const KsCodeCell *cell = g_ptr_array_index (cells, i);
      Grey grey = see (pages, cell->page, &cell->code, dpi, turn);

      spoil (&grey, rand);
      n += reads (&grey, cell->link);
      g_free (grey.pixels);
    }
  g_rand_free (rand);
  g_test_message ("%u of %u are read", n, MIN (cells->len, most));
  return n;
}

static void
test_poster (void)
{
  KsSheetOptions options = { .layout = KS_LAYOUT_POSTER };

  g_assert_cmpuint (count_read (&options, COPY_DPI, COPY_TURN, spoil_poster, 209), >=, 207);
}

/* At the width that the chat leaves. */
static void
test_picture (void)
{
  KsSheetOptions options = { .layout = KS_LAYOUT_IMAGE };

  g_assert_cmpuint (count_read (&options, CHAT_WIDTH / 210.0 * 25.4, 0, spoil_picture, 209), >=,
                    207);
}

/* The counting itself: what nobody could read is not counted. */
static void
test_unreadable (void)
{
  KsSheetOptions options = { .layout = KS_LAYOUT_POSTER };

  g_assert_cmpuint (count_read (&options, 20, 0, spoil_away, 9), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/copies/poster", test_poster);
  g_test_add_func ("/copies/picture", test_picture);
  g_test_add_func ("/copies/unreadable", test_unreadable);
  return g_test_run ();
}
