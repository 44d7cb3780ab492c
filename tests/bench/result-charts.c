/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-result-chart.h"

#include <time.h>

/* result-charts CAMPAIGN [KIND]: what page 7 computes. Prints for each kind of chart of the province (of
 * the first district for the profile) the milliseconds from loaded results to words and chart: those of
 * the first look at a snapshot, which judges what may be shown, and those of a look at one that was
 * prepared, as the page has it; then the milliseconds in which results are prepared and in which they are
 * loaded, which the page does in another thread, and the units. The best of five each, of the thread's own
 * time, so that other work of the machine does not count. */

#define N_ROUNDS 5

static double
read_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static double
look (KsResults *results, KsChartKind kind)
{
  double start = read_milliseconds ();
  KsChartChoice choice = { 0 };
  g_autoptr (KsResultChart) chart = NULL;
  const KsDistrict *first = ks_registry_get_district (ks_results_get_registry (results), 0);

  ks_results_find_scope (results, kind == KS_CHART_PROFILE ? first->code : "", &choice.scope);
  chart = ks_result_chart_new (results, kind, &choice);
  ks_result_chart_get_chart (chart);
  return read_milliseconds () - start;
}

static KsResults *
load (KsCampaign *campaign, double *best)
{
  double start = read_milliseconds ();
  g_autoptr (GError) error = NULL;
  KsResults *results = ks_results_load (campaign, &error);

  if (results == NULL)
    g_error ("%s", error->message);
  start = read_milliseconds () - start;
  *best = MIN (*best, start);
  return results;
}

static void
prepare (KsResults *results, double *best)
{
  double start = read_milliseconds ();

  ks_results_prepare (results, NULL, NULL);
  start = read_milliseconds () - start;
  *best = MIN (*best, start);
}

static void
measure_kind (KsCampaign *campaign, KsChartKind kind, double *loaded, double *prepared)
{
  double first = G_MAXDOUBLE;
  double again = G_MAXDOUBLE;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (KsResults) fresh = load (campaign, loaded);
      g_autoptr (KsResults) results = load (campaign, loaded);
      double cold = look (fresh, kind);
      double warm;

      prepare (results, prepared);
      warm = look (results, kind);
      first = MIN (first, cold);
      again = MIN (again, warm);
    }
  g_print ("%s %.1f %.1f\n", ks_chart_kind_get_name (kind), first, again);
}

int
main (int argc, char *argv[])
{
  g_autoptr (KsClock) clock = ks_clock_new_system ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KsCampaign) campaign
      = argc >= 2 ? ks_campaign_open (argv[1], clock, "bench", &error) : NULL;
  g_autoptr (KsRegistry) registry = NULL;
  double loaded = G_MAXDOUBLE;
  double prepared = G_MAXDOUBLE;

  if (campaign == NULL)
    g_error ("result-charts CAMPAIGN [KIND]: %s", error != NULL ? error->message : "");
  for (guint kind = 0; kind < KS_N_CHART_KINDS; kind++)
    if (argc < 3 || g_str_equal (argv[2], ks_chart_kind_get_name ((KsChartKind) kind)))
      measure_kind (campaign, (KsChartKind) kind, &loaded, &prepared);
  registry = ks_campaign_dup_registry (campaign);
  g_print ("prepared %.1f\n", prepared);
  g_print ("loaded %.1f %u\n", loaded, ks_registry_get_n_units (registry));
  return ks_campaign_close (campaign, NULL) ? 0 : 1;
}
