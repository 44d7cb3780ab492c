/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-result-chart.h"

/* result-charts CAMPAIGN: what page 7 computes. Prints the units, the milliseconds in which results
 * are loaded, and for each kind of chart of the province (of the first district for the profile) the
 * milliseconds from loaded results to words and chart; the best of five each. */

#define N_ROUNDS 5

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static double
make (KsResults *results, KsChartKind kind)
{
  gint64 start = g_get_monotonic_time ();
  KsChartChoice choice = { 0 };
  g_autoptr (KsResultChart) chart = NULL;
  const KsDistrict *first = ks_registry_get_district (ks_results_get_registry (results), 0);

  ks_results_find_scope (results, kind == KS_CHART_PROFILE ? first->code : "", &choice.scope);
  chart = ks_result_chart_new (results, kind, &choice);
  ks_result_chart_get_chart (chart);
  return since (start);
}

static KsResults *
load (KsCampaign *campaign, double *best)
{
  KsResults *results = NULL;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      g_clear_object (&results);
      results = ks_results_load (campaign, NULL);
      *best = MIN (*best, since (start));
    }
  return results;
}

int
main (int argc, char *argv[])
{
  g_autoptr (KsClock) clock = ks_clock_new_system ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KsCampaign) campaign
      = argc == 2 ? ks_campaign_open (argv[1], clock, "bench", &error) : NULL;
  g_autoptr (KsResults) results = NULL;
  double best = G_MAXDOUBLE;

  if (campaign == NULL)
    g_error ("result-charts CAMPAIGN: %s", error != NULL ? error->message : "");
  results = load (campaign, &best);
  g_print ("%u units, loaded %.1f\n", ks_registry_get_n_units (ks_results_get_registry (results)),
           best);
  for (guint kind = 0; kind < KS_N_CHART_KINDS; kind++)
    {
      best = G_MAXDOUBLE;
      for (guint i = 0; i < N_ROUNDS; i++)
        best = MIN (best, make (results, (KsChartKind) kind));
      g_print ("%s %.1f\n", ks_chart_kind_get_name ((KsChartKind) kind), best);
    }
  g_clear_object (&results);
  return ks_campaign_close (campaign, NULL) ? 0 : 1;
}
