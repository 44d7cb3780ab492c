/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-bench-frame.h"

#include <time.h>

typedef struct {
  GMainLoop *loop;
  gint64     frame; /* when the frame being painted began */
  double     spent; /* on it, in ms */
} Watch;

/* What this thread has worked, in microseconds: what else the machine does is not measured. */
gint64
ks_bench_get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* What it has worked since then. */
double
ks_bench_get_ms_since (gint64 start)
{
  return (double) (ks_bench_get_work () - start) / 1000.0;
}

static void
before_paint_cb (GdkFrameClock *clock, Watch *watch)
{
  watch->frame = ks_bench_get_work ();
}

static void
after_paint_cb (GdkFrameClock *clock, Watch *watch)
{
  watch->spent += ks_bench_get_ms_since (watch->frame);
  g_main_loop_quit (watch->loop);
}

/* Runs until a frame was painted; returns what that cost. */
double
ks_bench_paint_frame (GtkWidget *widget)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  Watch watch = { .loop = loop };

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &watch);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &watch);
  gtk_widget_queue_draw (widget);
  g_main_loop_run (loop);
  g_signal_handlers_disconnect_by_data (clock, &watch);
  return watch.spent;
}

/* A line for script/bench. */
void
ks_bench_show (const char *name, double milliseconds)
{
  g_print ("%s %.2f\n", name, milliseconds);
}
