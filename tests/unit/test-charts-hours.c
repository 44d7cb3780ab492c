/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-hours-chart.h"

#include <string.h>

#define FONT "Noto Sans 11"
#define WIDTH 700

/* The day from midnight to midnight, answers from 7 to 9, figures as of half past nine. */
static KsHours
make_hours (gint64 *counts)
{
  KsHours hours = { .first = ks_moment_from_civil (2024, 4, 1, 0, 0, 0),
                    .counts = counts,
                    .n_hours = 24,
                    .as_of = ks_moment_from_civil (2024, 4, 1, 9, 30, 0),
                    .staff = 1000 };

  memset (counts, 0, 24 * sizeof *counts);
  return hours;
}

static void
lay_out (KsHoursChart *chart, KsPaletteKind kind)
{
  PangoFontDescription *font = pango_font_description_from_string (FONT);

  ks_chart_lay_out (KS_CHART (chart), WIDTH, 112, ks_palette_get (kind), font);
  pango_font_description_free (font);
}

static void
test_marks (void)
{
  gint64 counts[24];
  KsHours hours = make_hours (counts);
  g_autoptr (KsHoursChart) chart = NULL;
  g_autofree char *sentence = NULL, *last = NULL;
  cairo_rectangle_t first, second;

  counts[7] = 100;
  counts[8] = 250;
  counts[9] = 20;
  g_assert_cmpuint (ks_hours_find_first (&hours), ==, 7);
  chart = ks_hours_chart_new (&hours, 92);
  lay_out (chart, KS_PALETTE_LIGHT);
  /* 7, 8, 9: what has not come has no mark. */
  g_assert_cmpuint (ks_chart_get_n_marks (KS_CHART (chart)), ==, 3);
  sentence = ks_chart_dup_mark_sentence (KS_CHART (chart), 1);
  g_assert_cmpstr (sentence, ==, "8 giờ to 9 giờ: 250 answers; 350 so far, 35,00%");
  ks_chart_get_mark_rect (KS_CHART (chart), 0, &first);
  ks_chart_get_mark_rect (KS_CHART (chart), 1, &second);
  /* An axis to the end of the day: 17 hours side by side. */
  g_assert_cmpfloat_with_epsilon (first.width, WIDTH / 17.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (second.x, first.x + first.width, 1e-6);
  g_assert_cmpint (ks_chart_hit (KS_CHART (chart), second.x + 1, 40), ==, 1);
  g_assert_cmpint (ks_chart_move (KS_CHART (chart), 0, KS_CHART_RIGHT), ==, 1);
}

static void
test_few (void)
{
  gint64 counts[24];
  KsHours hours = make_hours (counts);
  g_autoptr (KsHoursChart) chart = NULL;
  g_autofree char *few = NULL, *next = NULL;

  counts[7] = -1;
  counts[8] = 6;
  chart = ks_hours_chart_new (&hours, 92);
  lay_out (chart, KS_PALETTE_DARK);
  few = ks_chart_dup_mark_sentence (KS_CHART (chart), 0);
  next = ks_chart_dup_mark_sentence (KS_CHART (chart), 1);
  g_assert_cmpstr (few, ==, "7 giờ to 8 giờ: fewer than 5 answers");
  /* A sum would tell what is not told. */
  g_assert_cmpstr (next, ==, "8 giờ to 9 giờ: 6 answers");
}

static void
test_nothing (void)
{
  gint64 counts[24];
  KsHours hours = make_hours (counts);
  g_autoptr (KsHoursChart) chart = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, 112);
  cairo_t *cr = cairo_create (surface);
  PangoFontDescription *font = pango_font_description_from_string (FONT);

  hours.as_of = KS_MOMENT_NONE;
  g_assert_cmpuint (ks_hours_find_first (&hours), ==, 7);
  chart = ks_hours_chart_new (&hours, 92);
  for (int kind = KS_PALETTE_LIGHT; kind <= KS_PALETTE_PAPER; kind++)
    {
      ks_chart_paint (KS_CHART (chart), cr, WIDTH, 112, ks_palette_get ((KsPaletteKind) kind), font);
      g_assert_cmpuint (ks_chart_get_n_marks (KS_CHART (chart)), ==, 0);
    }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  pango_font_description_free (font);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static gboolean
is_blank (cairo_surface_t *surface, int x, int top, int bottom)
{
  const guint8 *pixels = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = top; y < bottom; y++)
    if (((const guint32 *)(pixels + y * stride))[x] != 0)
      return FALSE;
  return TRUE;
}

/* The figures end in the middle of an hour: the line there stands before the count of its low bar,
 * where there is no room for it on the other side. */
static void
test_line (void)
{
  gint64 counts[24];
  KsHours hours = make_hours (counts);
  g_autoptr (KsHoursChart) chart = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, 112);
  cairo_t *cr = cairo_create (surface);
  PangoFontDescription *font = pango_font_description_from_string (FONT);
  int line = (int)(2.5 * WIDTH / 17.0);

  counts[7] = 300;
  counts[8] = 5000;
  counts[9] = 120;
  chart = ks_hours_chart_new (&hours, 92);
  ks_chart_paint (KS_CHART (chart), cr, WIDTH, 112, ks_palette_get (KS_PALETTE_LIGHT), font);
  cairo_surface_flush (surface);
  g_assert_true (is_blank (surface, line - 1, 72, 89));
  g_assert_true (is_blank (surface, line - 5, 72, 89));
  pango_font_description_free (font);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_label (void)
{
  g_autofree char *hour = ks_hour_dup_label (ks_moment_from_civil (2024, 4, 1, 15, 0, 0));
  g_autofree char *day = ks_hour_dup_label (ks_moment_from_civil (2024, 4, 2, 0, 0, 0));

  g_assert_cmpstr (hour, ==, "15 giờ");
  g_assert_cmpstr (day, ==, "02/4");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/hours/marks", test_marks);
  g_test_add_func ("/charts/hours/few", test_few);
  g_test_add_func ("/charts/hours/nothing", test_nothing);
  g_test_add_func ("/charts/hours/line", test_line);
  g_test_add_func ("/charts/hours/label", test_label);
  return g_test_run ();
}
