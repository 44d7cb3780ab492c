/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-heat-chart.h"
#include "ks-heat-layout.h"
#include "ks-palette.h"
#include "ks-test-charts.h"

#define N_COLUMNS 3
#define N_ROWS    5
#define WIDTH     420

static const KsHeatColumn COLUMNS[N_COLUMNS] = {
  { "A1", "A. Công khai", "Công khai kế hoạch" },
  { "A2", "A. Công khai", NULL },
  { "B1", "B. Bàn bạc", NULL },
};

static const gint64 SHARES[N_ROWS][N_COLUMNS] = {
  { 8800, 9000, 8500 },
  { 8036, 8900, 8400 },
  { 9000, 8800, 8700 },
  { 10000, KS_HEAT_NONE, 4 },
  { KS_HEAT_NONE, KS_HEAT_NONE, KS_HEAT_NONE },
};

static const KsHeatRow ROWS[N_ROWS] = {
  { "0", "Toàn tỉnh", 4466, 4990, KS_HEAT_PROVINCE, FALSE, FALSE, FALSE, SHARES[0], 8767 },
  { "1", "Huyện Mẫu A", 373, 417, KS_HEAT_DISTRICT, TRUE, FALSE, FALSE, SHARES[1], 8445 },
  { "2", "Huyện Mẫu B", 385, 410, KS_HEAT_DISTRICT, TRUE, TRUE, FALSE, SHARES[2], 8833 },
  { "3", "Xã Mẫu 01", 38, 28, KS_HEAT_UNIT, FALSE, FALSE, TRUE, SHARES[3], 5002 },
  { "4", "Xã Mẫu 02", 3, 20, KS_HEAT_UNIT, FALSE, FALSE, FALSE, SHARES[4], KS_HEAT_NONE },
};

static KsChart *
create_chart (void)
{
  KsChart *chart = KS_CHART (ks_heat_chart_new (COLUMNS, N_COLUMNS, ROWS, N_ROWS));

  ks_test_lay_out (chart, WIDTH, KS_PALETTE_LIGHT);
  return chart;
}

/* The steps are those of the palette, by the exact share. */
static void
test_steps (void)
{
  static const struct
  {
    gint64 share;
    guint step;
  } cases[] = { { 10000, 0 }, { 9500, 0 }, { 9499, 1 }, { 9000, 1 }, { 8999, 2 }, { 8500, 2 },
                { 8499, 3 },  { 8000, 3 }, { 7999, 4 }, { 7500, 4 }, { 7499, 5 }, { 0, 5 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (ks_palette_heat_step (cases[i].share), ==, cases[i].step);
}

static void
test_title (void)
{
  g_autofree char *title = ks_heat_dup_title (COLUMNS, N_COLUMNS, ROWS, N_ROWS);
  g_autofree char *of_units = ks_heat_dup_title (COLUMNS, N_COLUMNS, &ROWS[3], 2);
  g_autofree char *of_one = ks_heat_dup_title (COLUMNS, N_COLUMNS, ROWS, 2);
  const gint64 other[] = { 9000, 9000, 9000 };
  KsHeatRow pair[] = { ROWS[3], ROWS[3] };
  g_autofree char *of_pair = NULL;

  pair[1].hundredths = other;
  of_pair = ks_heat_dup_title (COLUMNS, N_COLUMNS, pair, G_N_ELEMENTS (pair));
  g_assert_cmpstr (title, ==,
                   "Question A1 differs most between districts: from 80,36% to 90,00%");
  g_assert_cmpstr (of_units, ==, "Too few answers to show results");
  g_assert_cmpstr (of_one, ==, "On average the questions have 87,67% favourable answers");
  g_assert_cmpstr (of_pair, ==, "Question B1 differs most between units: from 0,04% to 90,00%");
}

static void
test_sentences (void)
{
  static const char *const expected[] = {
    "Huyện Mẫu A: 373 answers for a staff of 417, 89,45%; its units are folded",
    "Huyện Mẫu A – A1. Công khai kế hoạch: 80,36% favourable",
    "Huyện Mẫu A – A2: 89,00% favourable",
    "Huyện Mẫu A – B1: 84,00% favourable",
    "Huyện Mẫu A – mean of the questions: 84,45% favourable",
    "Huyện Mẫu B: 385 answers for a staff of 410, 93,90%; its units stand below",
    "Huyện Mẫu B – A1. Công khai kế hoạch: 90,00% favourable",
    "Huyện Mẫu B – A2: 88,00% favourable",
    "Huyện Mẫu B – B1: 87,00% favourable",
    "Huyện Mẫu B – mean of the questions: 88,33% favourable",
    "Xã Mẫu 01: 38 answers for a staff of 28, 135,71%; the figures are being reconciled",
    "Xã Mẫu 01 – A1. Công khai kế hoạch: 100,00% favourable; the figures are being reconciled",
    "Xã Mẫu 01 – A2: too few answers to show results",
    "Xã Mẫu 01 – B1: 0,04% favourable; the figures are being reconciled",
  };
  g_autoptr (KsChart) chart = create_chart ();
  g_autofree char *mean = ks_chart_dup_mark_sentence (chart, 24);

  g_assert_cmpuint (ks_chart_get_n_marks (chart), ==, N_ROWS * (N_COLUMNS + 2));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *sentence = ks_chart_dup_mark_sentence (chart, 5 + i);

      g_assert_cmpstr (sentence, ==, expected[i]);
    }
  g_assert_cmpstr (mean, ==, "Xã Mẫu 02: too few answers to show results");
}

/* Each mark is hit in its middle; arrows go along the row and from row to row. */
static void
test_marks (void)
{
  g_autoptr (KsChart) chart = create_chart ();

  for (guint i = 0; i < ks_chart_get_n_marks (chart); i++)
    {
      cairo_rectangle_t rect;

      ks_chart_get_mark_rect (chart, i, &rect);
      g_assert_cmpint (
        ks_chart_hit (chart, rect.x + rect.width / 2, rect.y + rect.height / 2), ==, (int) i);
      g_assert_cmpuint (ks_chart_get_mark_row (chart, i), ==, i / 5);
      g_assert_cmpuint (ks_chart_get_mark_column (chart, i), ==, i % 5);
    }
  g_assert_cmpint (ks_chart_hit (chart, 100, 5), ==, -1);
  g_assert_cmpint (ks_chart_move (chart, 7, KS_CHART_DOWN), ==, 12);
  g_assert_cmpint (ks_chart_move (chart, 7, KS_CHART_UP), ==, 2);
  g_assert_cmpint (ks_chart_move (chart, 2, KS_CHART_UP), ==, 2);
  g_assert_cmpint (ks_chart_move (chart, 7, KS_CHART_RIGHT), ==, 8);
  g_assert_cmpint (ks_chart_move (chart, 22, KS_CHART_DOWN), ==, 22);
  g_assert_cmpint (ks_chart_move (chart, 3, KS_CHART_LAST), ==, 24);
}

/* A section whose name is longer than its cells are wide has two lines to tell it. */
static void
test_sections (void)
{
  const KsHeatColumn longer[N_COLUMNS] = {
    { "A1", "A. Công khai", NULL },
    { "A2", "A. Công khai", NULL },
    { "B1", "B. Bàn bạc và tham gia ý kiến", NULL },
  };
  g_autoptr (KsChart) chart = KS_CHART (ks_heat_chart_new (longer, N_COLUMNS, ROWS, N_ROWS));
  const KsHeatColumn shorter[N_COLUMNS]
    = { { "A1", "A", NULL }, { "A2", "A", NULL }, { "B1", "B", NULL } };
  g_autoptr (KsChart) plain = KS_CHART (ks_heat_chart_new (shorter, N_COLUMNS, ROWS, N_ROWS));

  ks_test_lay_out (chart, WIDTH, KS_PALETTE_LIGHT);
  ks_test_lay_out (plain, WIDTH, KS_PALETTE_LIGHT);
  g_assert_cmpfloat (ks_chart_get_heading_height (chart), >,
                     ks_chart_get_heading_height (plain) + 8);
}

/* Names go above the cells, and these on several lines, where all in one would be too narrow. */
static void
test_narrow (void)
{
  g_autoptr (KsChart) chart = ks_test_chart ("heat", 10);
  cairo_rectangle_t label, first, last;

  ks_test_lay_out (chart, 360, KS_PALETTE_LIGHT);
  ks_chart_get_mark_rect (chart, 22, &label);
  ks_chart_get_mark_rect (chart, 23, &first);
  ks_chart_get_mark_rect (chart, 42, &last);
  g_assert_cmpfloat (first.y, >=, label.y + label.height);
  g_assert_cmpfloat (last.y, >=, first.y + first.height);
  g_assert_cmpfloat (first.width, >=, 24);
  ks_test_lay_out (chart, 1030, KS_PALETTE_LIGHT);
  ks_chart_get_mark_rect (chart, 23, &first);
  ks_chart_get_mark_rect (chart, 42, &last);
  g_assert_cmpfloat (first.y, ==, last.y);
}

static cairo_surface_t *
draw (KsChart *chart, double offset, double height)
{
  PangoFontDescription *font = pango_font_description_from_string ("Noto Sans 11");
  const KsPalette *palette = ks_palette_get (KS_PALETTE_LIGHT);
  cairo_surface_t *surface
    = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 752, (int) height);
  cairo_t *cr = cairo_create (surface);

  ks_colour_set (&palette->card, cr);
  cairo_paint (cr);
  cairo_translate (cr, 0, -offset);
  ks_chart_set_offset (chart, offset);
  ks_chart_paint (chart, cr, 752, ks_chart_measure_height (chart, 752, palette, font), palette,
                  font);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pango_font_description_free (font);
  return surface;
}

/* Of the units of the whole country only a screenful is painted, wherever it is scrolled to, and
 * the heading stays above it, where it cannot be hit. */
static void
test_scrolled (void)
{
  g_autoptr (KsChart) chart = ks_test_chart ("heat", 10597);
  cairo_surface_t *surface = draw (chart, 100000, 400);
  const cairo_rectangle_t heading = { 200, 0, 500, 46 };
  cairo_surface_t *bottom;
  gint64 start, taken;
  int hit;

  g_assert_cmpuint (ks_chart_get_n_marks (chart), ==, 10597 * 22);
  g_assert_cmpuint (ks_test_count_pixels (surface, &heading, 0x616161), >, 60);
  cairo_surface_destroy (surface);
  g_assert_cmpint (ks_chart_hit (chart, 400, 100010), ==, -1);
  hit = ks_chart_hit (chart, 400, 100200);
  g_assert_cmpuint (ks_chart_get_mark_row (chart, (guint) hit), >, 5000);

  /* The fastest of some, as others may use the machine; all rows would take a second. */
  taken = G_MAXINT64;
  for (guint i = 0; i < 5; i++)
    {
      start = g_get_monotonic_time ();
      bottom = draw (chart, 150000, 400);
      taken = MIN (taken, g_get_monotonic_time () - start);
      cairo_surface_destroy (bottom);
    }
  g_assert_cmpint (taken, <, 60000);
}

/* Every row is painted, in whatever portions: its name, and a cell of some colour. */
static void
test_rows (void)
{
  g_autoptr (KsChart) chart = ks_test_chart ("heat", 60);
  cairo_surface_t *surface = ks_test_draw (chart, 752, KS_PALETTE_LIGHT);

  for (guint i = 0; i < 60; i++)
    {
      cairo_rectangle_t label;

      ks_chart_get_mark_rect (chart, i * 22, &label);
      g_assert_cmpuint (ks_test_count_pixels (surface, &label, 0x333333), >, 3);
    }
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/heat/steps", test_steps);
  g_test_add_func ("/charts/heat/title", test_title);
  g_test_add_func ("/charts/heat/sentences", test_sentences);
  g_test_add_func ("/charts/heat/marks", test_marks);
  g_test_add_func ("/charts/heat/sections", test_sections);
  g_test_add_func ("/charts/heat/narrow", test_narrow);
  g_test_add_func ("/charts/heat/scrolled", test_scrolled);
  g_test_add_func ("/charts/heat/rows", test_rows);
  return g_test_run ();
}
