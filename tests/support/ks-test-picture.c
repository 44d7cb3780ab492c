/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-test-picture.h"

#include "ks-test.h"

#define BLOCK 4
#define CLEAR_DIFFERENCE 40
#define N_CHANNELS 3

static int
mean_of_block (cairo_surface_t *surface, int x, int y, int channel)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  gboolean grey = cairo_image_surface_get_format (surface) == CAIRO_FORMAT_A8;
  int step = grey ? 1 : 4;
  int sum = 0;

  for (int i = 0; i < BLOCK * BLOCK; i++)
    sum += data[(y + i / BLOCK) * cairo_image_surface_get_stride (surface)
                + (x + i % BLOCK) * step + (grey ? 0 : channel)];
  return sum / (BLOCK * BLOCK);
}

/* A grey PNG comes back with three equal colours. */
static gboolean
differs (cairo_surface_t *a, cairo_surface_t *b, int x, int y)
{
  for (int channel = 0; channel < N_CHANNELS; channel++)
    if (ABS (mean_of_block (a, x, y, channel) - mean_of_block (b, x, y, channel))
        > CLEAR_DIFFERENCE)
      return TRUE;
  return FALSE;
}

/* Blocks of pixels that are clearly another shade or colour. */
guint
ks_test_picture_count_different (cairo_surface_t *a, cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a);
  int height = cairo_image_surface_get_height (a);
  guint n = 0;

  g_assert_cmpint (cairo_image_surface_get_width (b), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (b), ==, height);
  for (int y = 0; y + BLOCK <= height; y += BLOCK)
    for (int x = 0; x + BLOCK <= width; x += BLOCK)
      n += differs (a, b, x, y);
  return n;
}

/* Fails if @drawn is not the picture @name that is kept. */
void
ks_test_picture_check (cairo_surface_t *drawn, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = ks_test_data ("golden", file);
  const char *folder = g_getenv ("KS_WRITE_GOLDEN");
  cairo_surface_t *wanted;

  if (folder != NULL)
    {
      g_autofree char *target = g_build_filename (folder, file, NULL);

      g_assert_cmpint (cairo_surface_write_to_png (drawn, target), ==, CAIRO_STATUS_SUCCESS);
      return;
    }
  wanted = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (wanted), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpuint (ks_test_picture_count_different (drawn, wanted), <=,
                    KS_TEST_PICTURE_MOST_BLOCKS);
  cairo_surface_destroy (wanted);
}
