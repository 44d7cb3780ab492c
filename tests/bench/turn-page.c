/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "ks-print-sheets.h"

/* turn-page CAMPAIGN: every poster and page of the annex laid out and painted as the preview does it, onto a
 * picture as large as the paper is in a window of 1366 × 768. Prints the milliseconds of the median and of the
 * slowest page of both; the first, which loads the fonts, is not counted. */

#define WIDTH 449
#define HEIGHT 635

static double
turn_to (KsPages *pages, guint page, cairo_surface_t *surface)
{
  double width, height;
  gint64 start = g_get_monotonic_time ();
  cairo_t *cr = cairo_create (surface);

  ks_pages_get_size (pages, &width, &height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, WIDTH / (width * 72 / 25.4), HEIGHT / (height * 72 / 25.4));
  ks_pages_paint (pages, page, cr);
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

static void
measure (KsCampaign *campaign, KsLayout layout)
{
  const KsSheetChoice choice = { .options = { .layout = layout } };
  g_autoptr (GError) error = NULL;
  g_autoptr (KsPages) pages = ks_lay_out_sheets (campaign, &choice, &error);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  guint n;
  g_autofree double *times = NULL;

  if (pages == NULL)
    g_error ("%s", error->message);
  n = ks_pages_get_n_pages (pages);
  times = g_new (double, n);
  turn_to (pages, 0, surface);
  for (guint i = 0; i < n; i++)
    times[i] = turn_to (pages, i, surface);
  qsort (times, n, sizeof *times, compare_doubles);
  g_print ("%.3f %.3f\n", times[n / 2], times[n - 1]);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_autoptr (KsClock) clock = ks_clock_new_system ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KsCampaign) campaign
      = argc == 2 ? ks_campaign_open (argv[1], clock, "bench", &error) : NULL;

  if (campaign == NULL)
    g_error ("turn-page CAMPAIGN: %s", error != NULL ? error->message : "");
  measure (campaign, KS_LAYOUT_POSTER);
  measure (campaign, KS_LAYOUT_ANNEX);
  return 0;
}
