/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "ks-likert-chart.h"

/* draw-likert ROUNDS: 20 questions of 5 levels laid out and painted onto a picture of 1200 × 800.
 * Prints the milliseconds of the median round; the first, which loads the fonts, is not counted. */

#define N_QUESTIONS 20
#define N_LEVELS 5

static double
draw_once (cairo_surface_t *surface, const KsLikertRow *rows, const PangoFontDescription *font)
{
  g_autoptr (KsLikertChart) chart = ks_likert_chart_new (rows, N_QUESTIONS, KS_LIKERT_BY_NET_AGREEMENT);
  gint64 start = g_get_monotonic_time ();
  cairo_t *cr = cairo_create (surface);

  ks_chart_paint (KS_CHART (chart), cr, 1200, 800, ks_palette_get (KS_PALETTE_LIGHT), font);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

int
main (int argc, char *argv[])
{
  static const char *const levels[] = { "Rất tốt", "Tốt", "Khá", "Trung bình", "Chưa tốt" };
  static const gboolean good[] = { TRUE, TRUE, FALSE, FALSE, FALSE };
  gint64 counts[N_QUESTIONS][N_LEVELS];
  char labels[N_QUESTIONS][64];
  KsLikertRow rows[N_QUESTIONS] = { 0 };
  int n_rounds = MAX (1, argc > 1 ? atoi (argv[1]) : 20);
  g_autofree double *times = g_new (double, n_rounds);
  PangoFontDescription *font = pango_font_description_from_string ("Noto Sans 9");
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1200, 800);

  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      for (guint k = 0; k < N_LEVELS; k++)
        counts[i][k] = 2000 / (k + 1) + (i * 7 + k * 3) % 50;
      g_snprintf (labels[i], sizeof labels[i], "Câu hỏi số %u về việc công khai", i + 1);
      rows[i] = (KsLikertRow) { .id = "A1", .label = labels[i], .levels = levels, .counts = counts[i],
                                .good = good, .n_levels = N_LEVELS, .has_dont_know = TRUE,
                                .dont_know = 40, .staff = 5000, .shown = TRUE };
    }
  draw_once (surface, rows, font);
  for (int i = 0; i < n_rounds; i++)
    times[i] = draw_once (surface, rows, font);
  qsort (times, n_rounds, sizeof *times, compare_doubles);
  g_print ("%.3f\n", times[n_rounds / 2]);
  cairo_surface_destroy (surface);
  pango_font_description_free (font);
  return 0;
}
