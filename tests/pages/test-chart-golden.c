/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-test-charts.h"
#include "ks-test-picture.h"

/* A picture of every chart, half its size, in light and dark, where high contrast is asked for, and as
 * papers print it in grey. */

#define N_ROWS  9
#define WIDTH   800
#define SCALE   0.5
#define MARGIN  8

typedef struct {
  const char   *name;
  KsPaletteKind palette;
  const char   *font;
} Look;

static const Look looks[] = {
  { "light", KS_PALETTE_LIGHT, "Noto Sans 11" },
  { "dark", KS_PALETTE_DARK, "Noto Sans 11" },
  { "light-contrast", KS_PALETTE_LIGHT_CONTRAST, "Noto Sans 11" },
  { "dark-contrast", KS_PALETTE_DARK_CONTRAST, "Noto Sans 11" },
  { "paper", KS_PALETTE_PAPER, "Liberation Serif 14" },
};

static cairo_surface_t *
draw (const char *kind, guint n_rows, const Look *look)
{
  g_autoptr (KsChart) chart = ks_test_chart (kind, n_rows);
  PangoFontDescription *font = pango_font_description_from_string (look->font);
  const KsPalette *palette = ks_palette_get (look->palette);
  double height = ks_chart_measure_height (chart, WIDTH, palette, font);
  cairo_surface_t *surface
    = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ((WIDTH + 2 * MARGIN) * SCALE),
                                  (int) ((height + 2 * MARGIN) * SCALE));
  cairo_t *cr = cairo_create (surface);

  ks_colour_set (&palette->card, cr);
  cairo_paint (cr);
  cairo_scale (cr, SCALE, SCALE);
  cairo_translate (cr, MARGIN, MARGIN);
  ks_chart_paint (chart, cr, WIDTH, height, palette, font);
  cairo_destroy (cr);
  pango_font_description_free (font);
  cairo_surface_flush (surface);
  return surface;
}

static void
test_picture (gconstpointer data)
{
  const char *kind = data;

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      cairo_surface_t *drawn = draw (kind, N_ROWS, &looks[i]);
      g_autofree char *name = g_strconcat ("chart-", kind, "-", looks[i].name, NULL);

      ks_test_picture_check (drawn, name);
      cairo_surface_destroy (drawn);
    }
}

/* The comparison itself: the same chart in another palette is another picture. */
static void
test_sees_another (gconstpointer data)
{
  cairo_surface_t *light = draw (data, N_ROWS, &looks[0]);
  cairo_surface_t *again = draw (data, N_ROWS, &looks[0]);
  cairo_surface_t *dark = draw (data, N_ROWS, &looks[1]);

  g_assert_cmpuint (ks_test_picture_count_different (light, again), ==, 0);
  g_assert_cmpuint (ks_test_picture_count_different (light, dark), >,
                    KS_TEST_PICTURE_MOST_BLOCKS);
  cairo_surface_destroy (light);
  cairo_surface_destroy (again);
  cairo_surface_destroy (dark);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; ks_test_chart_kind (i) != NULL; i++)
    {
      const char *kind = ks_test_chart_kind (i);
      g_autofree char *path = g_strconcat ("/charts/golden/", kind, NULL);
      g_autofree char *another = g_strconcat (path, "/sees-another", NULL);

      g_test_add_data_func (path, kind, test_picture);
      g_test_add_data_func (another, kind, test_sees_another);
    }
  return g_test_run ();
}
