/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-row-index.h"

/* answer-table CAMPAIGN: the table of answers of the whole campaign, of each state and of one unit.
 * Prints how many there are, the milliseconds in which they are found (in a thread, but for all of
 * them) and those of the slowest of many pages, which are read on the main thread. */

#define PAGE 200
#define N_PAGES 101

static double
get_milliseconds (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / 1000.0;
}

static double
read_pages (KsRowIndex *index, KsCampaign *campaign)
{
  gint64 end = MAX (0, ks_row_index_get_n_rows (index) - PAGE);
  double slowest = 0;

  for (guint i = 0; i < N_PAGES; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) rows
          = ks_row_index_load (index, campaign, end * i / (N_PAGES - 1), PAGE, NULL);

      slowest = MAX (slowest, get_milliseconds (start));
    }
  return slowest;
}

static void
measure (KsCampaign *campaign, const char *name, const KsRowFilter *filter)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (KsRowIndex) index = ks_row_index_new (campaign, filter, NULL, NULL);
  double found = get_milliseconds (start);

  g_print ("%s %" G_GINT64_FORMAT " %.1f %.1f\n", name, ks_row_index_get_n_rows (index), found,
           read_pages (index, campaign));
}

int
main (int argc, char *argv[])
{
  static const char *const states[] = { "counted", "waiting", "outside_window", "excluded" };
  g_autoptr (KsClock) clock = ks_clock_new_system ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KsCampaign) campaign
      = argc == 2 ? ks_campaign_open (argv[1], clock, "bench", &error) : NULL;
  g_autoptr (KsRegistry) registry = campaign != NULL ? ks_campaign_dup_registry (campaign) : NULL;
  KsRowFilter filter = { 0 };

  if (campaign == NULL)
    g_error ("answer-table CAMPAIGN: %s", error != NULL ? error->message : "");
  measure (campaign, "all", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      filter.state = states[i];
      measure (campaign, states[i], &filter);
    }
  filter = (KsRowFilter){ .unit = ks_unit_get_code (ks_registry_get_unit (registry, 0)) };
  measure (campaign, "unit", &filter);
  return 0;
}
