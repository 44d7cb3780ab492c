/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-figures.h"

/* day-figures CAMPAIGN: who took part. Prints the units, the answers, and the milliseconds in which
 * the newest figures are loaded (the best of ten, in the thread that loads them) and those of noon of
 * the day, for which every answer is read. */

#define N_ROUNDS 10

static double
load (KsCampaign *campaign, KsMoment at, gint64 *answers)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KsDayFigures) figures
      = ks_day_figures_load (campaign, at, KS_MOMENT_NONE, NULL, &error);

  if (figures == NULL)
    g_error ("%s", error->message);
  *answers = ks_day_figures_get_province (figures)->answers;
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

int
main (int argc, char *argv[])
{
  g_autoptr (KsClock) clock = ks_clock_new_system ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KsCampaign) campaign
      = argc == 2 ? ks_campaign_open (argv[1], clock, "bench", &error) : NULL;
  g_autoptr (KsCampaignInfo) info = campaign != NULL ? ks_campaign_dup_info (campaign) : NULL;
  g_autoptr (KsRegistry) registry = campaign != NULL ? ks_campaign_dup_registry (campaign) : NULL;
  double best = G_MAXDOUBLE;
  gint64 answers, noon;

  if (campaign == NULL)
    g_error ("day-figures CAMPAIGN: %s", error != NULL ? error->message : "");
  for (guint i = 0; i < N_ROUNDS; i++)
    best = MIN (best, load (campaign, KS_MOMENT_NONE, &answers));
  g_print ("%u %" G_GINT64_FORMAT " %.1f %.1f\n", ks_registry_get_n_units (registry), answers, best,
           load (campaign, ks_day_get_start (info->day) + 12 * 3600, &noon));
  return ks_campaign_close (campaign, NULL) ? 0 : 1;
}
