/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-bench-frame.h"
#include "ks-day-page-private.h"
#include "ks-ui-harness.h"

/* day-page CAMPAIGN: shows the page of the survey day. Prints a line for each: a name and the
 * milliseconds: "read" is what a thread works beside the window, the others what the main thread
 * works until the frame that shows it was painted. "cold" is the first frame of a process that has
 * painted no text yet: its fonts are loaded then. In the program the sidebar and the overview have
 * been painted before: "first-frame" is that of another page in the same process. */

#define WIDTH 1094
#define HEIGHT 721

static void
turn (KsDayPage *page, const char *name, int step)
{
  gint64 start;

  ks_ui_settle (300);
  start = ks_bench_get_work ();
  ks_day_units_turn (KS_DAY_UNITS (page->table), step);
  ks_bench_show (name, ks_bench_get_ms_since (start) + ks_bench_paint_frame (GTK_WIDGET (page)));
}

static void
look (KsDayPage *page, const char *view)
{
  gint64 start;

  ks_ui_settle (300);
  start = ks_bench_get_work ();
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (page->views), view);
  ks_bench_show (view, ks_bench_get_ms_since (start) + ks_bench_paint_frame (GTK_WIDGET (page)));
}

/* A page in its place, with nothing to show yet. */
static KsDayPage *
place_page (GtkWidget *window)
{
  GtkWidget *page = ks_day_page_new ();

  adw_window_set_content (ADW_WINDOW (window), page);
  ks_ui_settle (300);
  return KS_DAY_PAGE (page);
}

static void
show_first (const char *name, KsDayPage *page, KsDaySnapshot *snapshot)
{
  gint64 start = ks_bench_get_work ();

  ks_day_page_show (page, snapshot);
  ks_bench_show (name, ks_bench_get_ms_since (start) + ks_bench_paint_frame (GTK_WIDGET (page)));
  ks_ui_settle (300);
}

static void
measure (GtkWidget *window, KsCampaign *campaign)
{
  g_autoptr (GError) error = NULL;
  gint64 start = ks_bench_get_work ();
  g_autoptr (KsDaySnapshot) first = ks_day_snapshot_load (campaign, KS_MOMENT_NONE, NULL, &error);
  g_autoptr (KsDaySnapshot) again = NULL;
  KsDayPage *page;

  g_assert_no_error (error);
  ks_bench_show ("read", ks_bench_get_ms_since (start));
  again = ks_day_snapshot_load (campaign, KS_MOMENT_NONE, NULL, &error);
  show_first ("cold", place_page (window), first);
  page = place_page (window);
  show_first ("first-frame", page, first);
  show_first ("renewed", page, again);
  turn (page, "next-district", 1);
  turn (page, "next-district", 1);
  ks_day_units_select (KS_DAY_UNITS (page->table), "");
  ks_ui_settle (300);
  turn (page, "from-all", 1);
  turn (page, "all", -1);
  look (page, "districts");
  look (page, "hours");
  look (page, "reconcile");
}

int
main (int argc, char **argv)
{
  g_autoptr (KsClock) clock = ks_clock_new_system ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KsCampaign) campaign = NULL;
  GtkWidget *window;

  if (argc != 2)
    g_error ("usage, on a display: day-page CAMPAIGN");
  adw_init ();
  campaign = ks_campaign_open (argv[1], clock, "bench", &error);
  g_assert_no_error (error);
  window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  ks_ui_settle (500);
  measure (window, campaign);
  gtk_window_destroy (GTK_WINDOW (window));
  ks_campaign_close (campaign, NULL);
  return 0;
}
