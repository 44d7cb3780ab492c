/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-job.h"

typedef struct {
  GThread *main_thread;
  int n_reports;
  int n_notified;
  double last_fraction;
  gboolean finished;
  gboolean succeeded;
  GError *error;
} Watch;

static void
count_report_cb (KsJob *job, gpointer data)
{
  Watch *watch = data;

  watch->n_reports++;
  watch->last_fraction = ks_job_get_fraction (job);
}

static void
test_without_job (void)
{
  g_assert_true (ks_job_report (NULL, 1, 2, NULL));
  g_assert_null (ks_job_get_cancellable (NULL));
}

static void
test_synchronous (void)
{
  g_autoptr (KsJob) job = ks_job_new ("Counting");
  g_autoptr (GError) error = NULL;
  Watch watch = { 0 };

  g_assert_cmpstr (ks_job_get_title (job), ==, "Counting");
  g_assert_cmpfloat (ks_job_get_fraction (job), ==, 0);
  g_assert_cmpfloat (ks_job_get_seconds_left (job), ==, -1);
  ks_job_set_report_func (job, count_report_cb, &watch);
  for (int i = 1; i <= 4; i++)
    g_assert_true (ks_job_report (job, i, 8, &error));
  g_assert_cmpint (watch.n_reports, ==, 4);
  g_assert_cmpfloat (watch.last_fraction, ==, 0.5);
  g_assert_cmpint (ks_job_get_done (job), ==, 4);
  g_assert_cmpint (ks_job_get_total (job), ==, 8);
  g_assert_false (ks_job_get_running (job));

  ks_job_stop (job);
  g_assert_false (ks_job_report (job, 5, 8, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_cancellable_is_cancelled (ks_job_get_cancellable (job)));
}

/* Parts count for themselves; the whole stops them. */
static void
test_parts (void)
{
  g_autoptr (KsJob) job = ks_job_new ("Counting");
  g_autoptr (KsJob) part = ks_job_new_part (job);
  g_autoptr (GError) error = NULL;

  g_assert_null (ks_job_new_part (NULL));
  g_assert_true (ks_job_report (job, 1, 2, NULL));
  g_assert_true (ks_job_report (part, 30, 40, NULL));
  g_assert_cmpint (ks_job_get_done (job), ==, 1);
  ks_job_stop (job);
  g_assert_false (ks_job_report (part, 31, 40, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_fraction_stays_in_bounds (void)
{
  g_autoptr (KsJob) job = ks_job_new ("Counting");

  ks_job_report (job, 9, 8, NULL);
  g_assert_cmpfloat (ks_job_get_fraction (job), ==, 1);
  ks_job_report (job, 9, 0, NULL);
  g_assert_cmpfloat (ks_job_get_fraction (job), ==, 0);
}

static void
test_seconds_left (void)
{
  g_autoptr (KsJob) job = ks_job_new ("Counting");

  ks_job_report (job, 0, 100, NULL);
  g_assert_cmpfloat (ks_job_get_seconds_left (job), ==, -1);
  g_usleep (G_USEC_PER_SEC * 6 / 10);
  ks_job_report (job, 50, 100, NULL);
  g_assert_cmpfloat (ks_job_get_seconds_left (job), >=, 0.5);
  g_assert_cmpfloat (ks_job_get_seconds_left (job), <=, 3);
  /* Another stage starts its own estimate, be it as long or not. */
  ks_job_report (job, 0, 100, NULL);
  ks_job_report (job, 50, 100, NULL);
  g_assert_cmpfloat (ks_job_get_seconds_left (job), ==, -1);
  g_usleep (G_USEC_PER_SEC * 6 / 10);
  g_assert_cmpfloat (ks_job_get_seconds_left (job), >, 0);
  ks_job_report (job, 60, 1000, NULL);
  ks_job_report (job, 70, 1000, NULL);
  g_assert_cmpfloat (ks_job_get_seconds_left (job), ==, -1);
}

static gboolean
count_to_million_cb (KsJob *job, gpointer data, GError **error)
{
  Watch *watch = data;

  g_assert_true (g_thread_self () != watch->main_thread);
  for (int i = 1; i <= 1000000; i++)
    if (!ks_job_report (job, i, 1000000, error))
      return FALSE;
  return TRUE;
}

static gboolean
wait_for_stop_cb (KsJob *job, gpointer data, GError **error)
{
  while (ks_job_report (job, 0, 0, error))
    g_usleep (1000);
  return FALSE;
}

static void
count_notify_cb (KsJob *job, GParamSpec *pspec, gpointer data)
{
  Watch *watch = data;

  g_assert_true (g_thread_self () == watch->main_thread);
  watch->n_notified++;
}

static void
finish_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Watch *watch = data;

  watch->succeeded = ks_job_run_finish (KS_JOB (source), result, &watch->error);
  watch->finished = TRUE;
}

static void
free_int_cb (gpointer data)
{
  *(int *) data += 1;
}

/* A last notification may still be on its way; it must not outlive what it is told to. The thread of
 * the job may be the one that lets it go: that wakes nobody. */
static void
release_job (KsJob *job)
{
  gpointer weak = job;

  g_object_add_weak_pointer (G_OBJECT (job), &weak);
  g_object_unref (job);
  while (g_atomic_pointer_get (&weak) != NULL)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
test_asynchronous (void)
{
  KsJob *job = ks_job_new ("Counting");
  Watch watch = { .main_thread = g_thread_self () };
  gint64 start = g_get_monotonic_time ();

  g_signal_connect (job, "notify::fraction", G_CALLBACK (count_notify_cb), &watch);
  ks_job_run_async (job, count_to_million_cb, &watch, NULL, finish_cb, &watch);
  g_assert_true (ks_job_get_running (job));
  while (!watch.finished || ks_job_get_running (job))
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (watch.succeeded);
  g_assert_no_error (watch.error);
  g_assert_cmpfloat (ks_job_get_fraction (job), ==, 1);
  release_job (job);
  g_assert_cmpint (watch.n_notified, <=, 2 + (g_get_monotonic_time () - start) / 40000);
}

static void
test_notifies (void)
{
  KsJob *job = ks_job_new ("Waiting");
  Watch watch = { .main_thread = g_thread_self () };

  g_signal_connect (job, "notify::fraction", G_CALLBACK (count_notify_cb), &watch);
  ks_job_run_async (job, wait_for_stop_cb, NULL, NULL, finish_cb, &watch);
  while (watch.n_notified < 3)
    g_main_context_iteration (NULL, TRUE);
  ks_job_stop (job);
  while (!watch.finished)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (watch.succeeded);
  g_assert_error (watch.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&watch.error);
  release_job (job);
}

static void
test_frees (void)
{
  KsJob *job = ks_job_new ("Waiting");
  int freed = 0;
  Watch watch = { 0 };

  ks_job_run_async (job, wait_for_stop_cb, &freed, free_int_cb, finish_cb, &watch);
  ks_job_stop (job);
  while (!watch.finished || ks_job_get_running (job))
    g_main_context_iteration (NULL, TRUE);
  g_clear_error (&watch.error);
  release_job (job);
  g_assert_cmpint (freed, ==, 1);
}

/* Work that somebody else does is a job too: it reports, and ends when it is told to. */
static void
test_outside (void)
{
  g_autoptr (GError) stopped = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "stopped");

  for (guint i = 0; i < 2; i++)
    {
      KsJob *job = ks_job_new ("Printing");
      Watch watch = { 0 };

      ks_job_run_async (job, NULL, NULL, NULL, finish_cb, &watch);
      g_assert_true (ks_job_get_running (job));
      g_assert_true (ks_job_report (job, 1, 2, NULL));
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_assert_false (watch.finished);
      ks_job_end (job, i == 0 ? NULL : stopped);
      while (!watch.finished || ks_job_get_running (job))
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (watch.succeeded, ==, i == 0);
      g_clear_error (&watch.error);
      release_job (job);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/job/without-job", test_without_job);
  g_test_add_func ("/job/synchronous", test_synchronous);
  g_test_add_func ("/job/parts", test_parts);
  g_test_add_func ("/job/fraction-stays-in-bounds", test_fraction_stays_in_bounds);
  g_test_add_func ("/job/seconds-left", test_seconds_left);
  g_test_add_func ("/job/asynchronous", test_asynchronous);
  g_test_add_func ("/job/notifies", test_notifies);
  g_test_add_func ("/job/frees", test_frees);
  g_test_add_func ("/job/outside", test_outside);
  return g_test_run ();
}
