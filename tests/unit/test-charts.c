/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-chart-context.h"
#include "ks-likert-chart.h"
#include "ks-participation-chart.h"
#include "ks-scale.h"
#include "ks-test-charts.h"
#include "ks-test-truth.h"

#include <math.h>
#include <string.h>

#define FONT "Noto Sans 11"

static void
test_scale (void)
{
  const KsScale scale = { -10, 90, 100, 600 };
  const KsScale small = { 0, 3, 0, 600 };

  g_assert_cmpfloat (ks_scale_map (&scale, -10), ==, 100);
  g_assert_cmpfloat (ks_scale_map (&scale, 40), ==, 350);
  g_assert_cmpfloat (ks_scale_map (&scale, 90), ==, 600);
  g_assert_cmpfloat (ks_scale_length (&scale, 20), ==, 100);
  g_assert_cmpfloat (ks_scale_step (&scale, 50), ==, 10);
  g_assert_cmpfloat (ks_scale_step (&scale, 51), ==, 20);
  g_assert_cmpfloat (ks_scale_step (&scale, 120), ==, 50);
  g_assert_cmpfloat (ks_scale_step (&scale, 260), ==, 100);
  g_assert_cmpfloat (ks_scale_step (&small, 60), ==, 1); /* there is no half person */
}

static double
linear (double channel)
{
  return channel <= 0.03928 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const KsColour *colour)
{
  return 0.2126 * linear (colour->red) + 0.7152 * linear (colour->green)
         + 0.0722 * linear (colour->blue);
}

static double
contrast (const KsColour *a, const KsColour *b)
{
  double x = luminance (a);
  double y = luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

/* CIE lightness: what a grey copy leaves of a colour. */
static double
lightness (const KsColour *colour)
{
  return 116 * cbrt (luminance (colour)) - 16;
}

/* Figures can be read on each step of the colour table, and a copier keeps the steps apart. */
static void
check_heat (const KsPalette *palette)
{
  for (guint i = 0; i < KS_HEAT_STEPS; i++)
    {
      g_assert_cmpfloat (contrast (&palette->heat_text[i], &palette->heat[i]), >=, 4.45);
      if (i > 0)
        g_assert_cmpfloat (lightness (&palette->heat[i - 1]) - lightness (&palette->heat[i]), >=,
                           4.5);
    }
}

static void
test_palettes (void)
{
  for (int kind = KS_PALETTE_LIGHT; kind <= KS_PALETTE_PAPER; kind++)
    {
      const KsPalette *palette = ks_palette_get (kind);

      g_assert_cmpint (palette->kind, ==, kind);
      g_assert_cmpfloat (contrast (&palette->text, &palette->card), >=, 7);
      g_assert_cmpfloat (contrast (&palette->secondary, &palette->card), >=, 4.5);
      g_assert_cmpfloat (contrast (&palette->bar, &palette->card), >=, 3);
      g_assert_cmpfloat (contrast (&palette->axis, &palette->track), >=, 4.5);
      g_assert_cmpfloat (contrast (&palette->dot, &palette->card), >=, 4.5);
      g_assert_cmpfloat (contrast (&palette->below, &palette->card), >=, 3);
      check_heat (palette);
      for (guint i = 0; i < KS_MAX_LEVELS; i++)
        g_assert_cmpfloat (contrast (&palette->level_label[i], &palette->level[i]), >=, 4.45);
    }
}

/* Who asks for it gets clear lines and texts, each theme in its own way. */
static void
test_contrast (void)
{
  for (guint dark = 0; dark < 2; dark++)
    {
      const KsPalette *palette = ks_palette_choose (dark, TRUE);
      const KsPalette *usual = ks_palette_choose (dark, FALSE);

      g_assert_cmpint (palette->kind, ==,
                       dark ? KS_PALETTE_DARK_CONTRAST : KS_PALETTE_LIGHT_CONTRAST);
      g_assert_cmpint (usual->kind, ==, dark ? KS_PALETTE_DARK : KS_PALETTE_LIGHT);
      g_assert_true (memcmp (&palette->card, &usual->card, sizeof palette->card) == 0);
      g_assert_cmpfloat (contrast (&palette->text, &palette->card), >=, 12);
      g_assert_cmpfloat (contrast (&palette->secondary, &palette->card), >=, 12);
      g_assert_cmpfloat (contrast (&palette->bar, &palette->card), >=, 6);
      g_assert_cmpfloat (contrast (&palette->bar_label, &palette->bar), >=, 6);
      g_assert_cmpfloat (contrast (&palette->bound, &palette->card), >=, 4.5);
      g_assert_cmpfloat (contrast (&palette->interval, &palette->card), >=, 4.5);
      g_assert_cmpfloat (contrast (&palette->below, &palette->card), >=, 6);
      g_assert_cmpfloat (contrast (&palette->over, &palette->card), >=, 6);
      g_assert_cmpfloat (palette->grid.alpha, >, 3 * usual->grid.alpha);
      check_heat (palette);
    }
}

static void
test_grey_copy (void)
{
  static const KsPaletteKind copied[] = { KS_PALETTE_LIGHT, KS_PALETTE_PAPER };

  for (guint k = 0; k < G_N_ELEMENTS (copied); k++)
    for (guint i = 0; i < KS_MAX_LEVELS; i++)
      for (guint j = 0; j < i; j++)
        g_assert_cmpfloat (fabs (lightness (&ks_palette_get (copied[k])->level[i])
                                 - lightness (&ks_palette_get (copied[k])->level[j])),
                           >, 8.5);
}

/* Only a scale with a middle has the neutral colour, and the ends are always the same. */
static void
test_levels (void)
{
  for (guint n = 2; n <= KS_MAX_LEVELS; n++)
    {
      g_assert_cmpuint (ks_palette_level (0, n), ==, 0);
      g_assert_cmpuint (ks_palette_level (n - 1, n), ==, KS_MAX_LEVELS - 1);
      for (guint i = 0; i < n; i++)
        g_assert_cmpint (ks_palette_level (i, n) == 2, ==, 2 * i + 1 == n);
    }
}

static const KsParticipationRow DISTRICTS[] = {
  { "D1", "Thành phố Mẫu", 365, 400, 16, 5 },
  { "D2", "Huyện Mẫu A", 373, 417, 19, 5 },
  { "D3", "Huyện Mẫu B", 30, 24, 1, 1 },
  { "D4", "Huyện Mẫu C", 0, 100, 4, 0 },
  { "D5", "Huyện Mẫu D", 12, 0, 1, 0 },
};

static void
test_participation (void)
{
  static const char *const expected[] = {
    "Thành phố Mẫu: 365 answers for a staff of 400, 91,25%; complete units: 5 of 16",
    "Huyện Mẫu A: 373 answers for a staff of 417, 89,45%; complete units: 5 of 19",
    "Huyện Mẫu B: 30 answers for a staff of 24, 125,00%; the figures are being reconciled; "
    "complete units: 1 of 1",
    "Huyện Mẫu C: 0 answers for a staff of 100, 0,00%; complete units: 0 of 4",
    "Huyện Mẫu D: 12 answers; staff not known; complete units: 0 of 1",
  };
  g_autoptr (KsChart) chart
    = KS_CHART (ks_participation_chart_new (DISTRICTS, G_N_ELEMENTS (DISTRICTS)));

  ks_test_lay_out (chart, 580, KS_PALETTE_LIGHT);
  g_assert_cmpuint (ks_chart_get_n_marks (chart), ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *sentence = ks_chart_dup_mark_sentence (chart, i);
      cairo_rectangle_t rect;

      g_assert_cmpstr (sentence, ==, expected[i]);
      g_assert_cmpuint (ks_chart_get_mark_row (chart, i), ==, i);
      ks_chart_get_mark_rect (chart, i, &rect);
      g_assert_cmpint (ks_chart_hit (chart, 300, rect.y + rect.height / 2), ==, (int) i);
    }
}

static void
test_participation_title (void)
{
  const KsParticipationRow units[] = { { "1", "Xã 1", 9, 10 }, { "2", "Xã 2", 11, 10 } };
  g_autofree char *title = ks_participation_dup_title (4466, 4990, DISTRICTS, 2);
  g_autofree char *of_units = ks_participation_dup_title (20, 20, units, 2);
  g_autofree char *alone = ks_participation_dup_title (9, 10, units, 1);

  g_assert_cmpstr (title, ==,
                   "The whole province reached 89,50%; districts from 89,45% to 91,25%");
  g_assert_cmpstr (of_units, ==, "Participation is 100,00%; units from 90,00% to 110,00%");
  g_assert_cmpstr (alone, ==, "Participation is 90,00%");
}

/* Every kind of chart, of none, one and few rows at any width, and of many: nothing leaves its
 * place. */
static void
test_bounds_of_all (void)
{
  static const double widths[] = { 300, 640, 1800 };
  static const guint sizes[] = { 0, 1, 10 };

  for (guint k = 0; ks_test_chart_kind (k) != NULL; k++)
    {
      g_autoptr (KsChart) many = ks_test_chart (ks_test_chart_kind (k), 209);

      ks_test_check_bounds (many, 900, KS_PALETTE_LIGHT);
      for (guint n = 0; n < G_N_ELEMENTS (sizes); n++)
        {
          g_autoptr (KsChart) chart = ks_test_chart (ks_test_chart_kind (k), sizes[n]);

          for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
            for (int kind = KS_PALETTE_LIGHT; kind <= KS_PALETTE_PAPER; kind++)
              ks_test_check_bounds (chart, widths[i], kind);
        }
    }
}

/* Nothing is painted or marked outside the chart, at any width and in any palette. */
static void
test_bounds (void)
{
  static const double widths[] = { 300, 360, 480, 640, 860, 1030, 1800 };
  g_autoptr (KsTestTruth) truth = ks_test_truth_load ();
  g_autoptr (KsChart) answers
    = KS_CHART (ks_likert_chart_new ((const KsLikertRow *) (gpointer) truth->rows->data,
                                     truth->rows->len, KS_LIKERT_BY_NET_AGREEMENT));
  g_autoptr (KsChart) units = KS_CHART (ks_participation_chart_new (
    (const KsParticipationRow *) (gpointer) truth->units->data, truth->units->len));
  g_autoptr (KsChart) districts
    = KS_CHART (ks_participation_chart_new (DISTRICTS, G_N_ELEMENTS (DISTRICTS)));

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (int kind = KS_PALETTE_LIGHT; kind <= KS_PALETTE_PAPER; kind++)
      {
        ks_test_check_bounds (answers, widths[i], kind);
        ks_test_check_bounds (units, widths[i], kind);
        ks_test_check_bounds (districts, widths[i], kind);
      }
}

static guint32
get_pixel (cairo_surface_t *surface, double x, double y)
{
  const guint8 *data = cairo_image_surface_get_data (surface)
                       + (int) y * cairo_image_surface_get_stride (surface) + 4 * (int) x;
  guint32 pixel;

  memcpy (&pixel, data, sizeof pixel);
  return pixel & 0xffffff;
}

/* The longest bar of all has more answers than staff: it ends at the end of the scale, behind its
 * mark, in a colour of its own. */
static void
test_over (void)
{
  const KsParticipationRow rows[] = { { "1", "Xã Mẫu 01", 20, 25 }, { "2", "Xã Mẫu 02", 60, 25 } };
  g_autoptr (KsChart) chart = KS_CHART (ks_participation_chart_new (rows, 2));
  PangoFontDescription *font = pango_font_description_from_string (FONT);
  const KsPalette *palette = ks_palette_get (KS_PALETTE_LIGHT);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 600, 200);
  cairo_t *cr = cairo_create (surface);
  cairo_rectangle_t rect;
  guint n_over[2] = { 0 };

  ks_chart_paint (chart, cr, 600, 200, palette, font);
  cairo_surface_flush (surface);
  for (guint row = 0; row < 2; row++)
    {
      ks_chart_get_mark_rect (chart, row, &rect);
      for (int x = 0; x < 600; x++)
        if (get_pixel (surface, x, rect.y + rect.height / 2) == 0xc64600)
          n_over[row]++;
    }
  g_assert_cmpuint (n_over[0], ==, 0);
  g_assert_cmpuint (n_over[1], >, 50);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  pango_font_description_free (font);
}

/* The widest of a column is found, also among thousands, where only long ones are measured. */
static void
test_column (void)
{
  PangoFontDescription *font = pango_font_description_from_string (FONT);
  g_autofree const char **texts = g_new (const char *, 10597);
  KsChartContext context;

  ks_chart_context_init (&context, ks_palette_get (KS_PALETTE_LIGHT), font);
  for (guint i = 0; i < 10597; i++)
    texts[i] = i % 2 == 0 ? "Xã Mẫu" : NULL;
  texts[9000] = "Thị trấn Nông trường Liên Sơn";
  g_assert_cmpfloat (ks_chart_context_measure_column (&context, texts, 10597, sizeof *texts, 0,
                                                      KS_TEXT_ROW),
                     ==, ks_chart_context_measure (&context, texts[9000], KS_TEXT_ROW));
  g_assert_cmpfloat (
    ks_chart_context_measure_column (&context, texts, 100, sizeof *texts, 0, KS_TEXT_ROW), ==,
    ks_chart_context_measure (&context, "Xã Mẫu", KS_TEXT_ROW));
  g_assert_cmpfloat (
    ks_chart_context_measure_column (&context, texts, 0, sizeof *texts, 0, KS_TEXT_ROW), ==, 0);
  pango_font_description_free (font);
}

/* Arrows walk along a row and from row to row, and stay at the edges. */
static void
test_moves (void)
{
  static const char *const levels[] = { "Có", "Một phần", "Không", NULL };
  static const gboolean good[] = { TRUE, FALSE, FALSE };
  static const gint64 counts[] = { 6, 5, 4 };
  KsLikertRow row = { "A1", "Một câu", levels, counts, good, 3, TRUE, 1, 0, 20, TRUE };
  KsLikertRow hidden = row;
  g_autoptr (KsChart) chart = NULL;

  hidden.shown = FALSE;
  chart = KS_CHART (
    ks_likert_chart_new ((const KsLikertRow[]) { row, hidden, row }, 3, KS_LIKERT_AS_GIVEN));
  ks_test_lay_out (chart, 800, KS_PALETTE_LIGHT);
  g_assert_cmpuint (ks_chart_get_n_marks (chart), ==, 7 + 1 + 7);
  g_assert_cmpint (ks_chart_move (chart, -1, KS_CHART_DOWN), ==, 0);
  g_assert_cmpint (ks_chart_move (chart, 0, KS_CHART_LEFT), ==, 0);
  g_assert_cmpint (ks_chart_move (chart, 0, KS_CHART_RIGHT), ==, 1);
  g_assert_cmpint (ks_chart_move (chart, 0, KS_CHART_UP), ==, 0);
  g_assert_cmpint (ks_chart_move (chart, 3, KS_CHART_DOWN), ==, 7);
  g_assert_cmpint (ks_chart_move (chart, 7, KS_CHART_DOWN), ==, 8);
  g_assert_cmpint (ks_chart_move (chart, 11, KS_CHART_DOWN), ==, 11);
  g_assert_cmpint (ks_chart_move (chart, 7, KS_CHART_UP), ==, 0);
  g_assert_cmpint (ks_chart_move (chart, 3, KS_CHART_LAST), ==, 14);
  g_assert_cmpint (ks_chart_move (chart, 14, KS_CHART_RIGHT), ==, 14);
  g_assert_cmpint (ks_chart_move (chart, 14, KS_CHART_FIRST), ==, 0);
}

static void
test_moves_column (void)
{
  g_autoptr (KsTestTruth) truth = ks_test_truth_load ();
  g_autoptr (KsChart) chart
    = KS_CHART (ks_likert_chart_new ((const KsLikertRow *) (gpointer) truth->rows->data,
                                     truth->rows->len, KS_LIKERT_AS_GIVEN));

  ks_test_lay_out (chart, 1000, KS_PALETTE_LIGHT);
  g_assert_cmpint (ks_chart_move (chart, 4, KS_CHART_DOWN), ==, 9 + 4);
  g_assert_cmpint (ks_chart_move (chart, 9 + 4, KS_CHART_UP), ==, 4);
  g_assert_cmpint (ks_chart_move (chart, 17 * 9 + 8, KS_CHART_DOWN), ==, 17 * 9 + 8);
}

/* A larger font makes everything larger by the same measure. */
static void
test_font_size (void)
{
  g_autoptr (KsChart) chart
    = KS_CHART (ks_participation_chart_new (DISTRICTS, G_N_ELEMENTS (DISTRICTS)));
  const KsPalette *palette = ks_palette_get (KS_PALETTE_LIGHT);
  PangoFontDescription *normal = pango_font_description_from_string ("Noto Sans 11");
  PangoFontDescription *large = pango_font_description_from_string ("Noto Sans 22");
  PangoFontDescription *absolute = pango_font_description_from_string ("Noto Sans");
  double height = ks_chart_measure_height (chart, 600, palette, normal);

  pango_font_description_set_absolute_size (absolute, 11 * 96.0 / 72 * PANGO_SCALE);
  g_assert_cmpfloat_with_epsilon (ks_chart_measure_height (chart, 1200, palette, large),
                                  2 * height, 2);
  g_assert_cmpfloat_with_epsilon (ks_chart_measure_height (chart, 600, palette, absolute), height,
                                  1);
  pango_font_description_free (normal);
  pango_font_description_free (large);
  pango_font_description_free (absolute);
}

static gpointer
paint_many_times (gpointer data)
{
  KsChart *chart = data;
  cairo_rectangle_t ink;

  for (guint i = 0; i < 30; i++)
    ks_test_measure_ink (chart, 500 + 20 * i, 300, i % 2 == 0 ? KS_PALETTE_LIGHT : KS_PALETTE_PAPER, &ink);
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (KsChart) chart
    = KS_CHART (ks_participation_chart_new (DISTRICTS, G_N_ELEMENTS (DISTRICTS)));
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("paint", paint_many_times, chart);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpuint (ks_chart_get_n_marks (chart), ==, G_N_ELEMENTS (DISTRICTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/scale", test_scale);
  g_test_add_func ("/charts/palette/contrast", test_palettes);
  g_test_add_func ("/charts/palette/high-contrast", test_contrast);
  g_test_add_func ("/charts/palette/grey-copy", test_grey_copy);
  g_test_add_func ("/charts/palette/levels", test_levels);
  g_test_add_func ("/charts/participation/sentences", test_participation);
  g_test_add_func ("/charts/participation/title", test_participation_title);
  g_test_add_func ("/charts/participation/over", test_over);
  g_test_add_func ("/charts/bounds", test_bounds);
  g_test_add_func ("/charts/bounds/all", test_bounds_of_all);
  g_test_add_func ("/charts/column", test_column);
  g_test_add_func ("/charts/moves", test_moves);
  g_test_add_func ("/charts/moves/column", test_moves_column);
  g_test_add_func ("/charts/font-size", test_font_size);
  g_test_add_func ("/charts/threads", test_threads);
  return g_test_run ();
}
