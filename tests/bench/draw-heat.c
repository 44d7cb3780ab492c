/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "ks-heat-chart.h"

/* draw-heat ROUNDS: 209 units of 20 questions laid out and painted onto a picture that holds them
 * all. Prints the milliseconds of the median round; the first, which loads the fonts, is not
 * counted. */

#define N_ROWS 209
#define N_COLUMNS 20
#define WIDTH 1400
#define HEIGHT 4100

static double
draw_once (cairo_surface_t *surface, const KsHeatColumn *columns, const KsHeatRow *rows,
           const PangoFontDescription *font)
{
  g_autoptr (KsHeatChart) chart = ks_heat_chart_new (columns, N_COLUMNS, rows, N_ROWS);
  gint64 start = g_get_monotonic_time ();
  cairo_t *cr = cairo_create (surface);

  ks_chart_paint (KS_CHART (chart), cr, WIDTH, HEIGHT, ks_palette_get (KS_PALETTE_LIGHT), font);
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
  static gint64 shares[N_ROWS][N_COLUMNS];
  static char labels[N_ROWS][64];
  static char ids[N_COLUMNS][8];
  KsHeatColumn columns[N_COLUMNS] = { 0 };
  KsHeatRow rows[N_ROWS] = { 0 };
  int n_rounds = MAX (1, argc > 1 ? atoi (argv[1]) : 20);
  g_autofree double *times = g_new (double, n_rounds);
  PangoFontDescription *font = pango_font_description_from_string ("Noto Sans 11");
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);

  for (guint k = 0; k < N_COLUMNS; k++)
    {
      g_snprintf (ids[k], sizeof ids[k], "%c%u", 'A' + k / 5, k % 5 + 1);
      columns[k] = (KsHeatColumn) { .id = ids[k], .section_label = k < 10 ? "A" : "B" };
    }
  for (guint i = 0; i < N_ROWS; i++)
    {
      for (guint k = 0; k < N_COLUMNS; k++)
        shares[i][k] = 6000 + (i * 73 + k * 311) % 4001;
      g_snprintf (labels[i], sizeof labels[i], "Xã Mẫu %u", i + 1);
      rows[i] = (KsHeatRow) { .label = labels[i], .n = 20 + i % 7, .population = 30,
                              .level = i % 20 == 0 ? KS_HEAT_DISTRICT : KS_HEAT_UNIT,
                              .hundredths = shares[i], .mean = 8800 };
    }
  draw_once (surface, columns, rows, font);
  for (int i = 0; i < n_rounds; i++)
    times[i] = draw_once (surface, columns, rows, font);
  qsort (times, n_rounds, sizeof *times, compare_doubles);
  g_print ("%.3f\n", times[n_rounds / 2]);
  cairo_surface_destroy (surface);
  pango_font_description_free (font);
  return 0;
}
