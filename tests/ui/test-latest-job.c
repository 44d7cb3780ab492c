/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-latest-job.h"
#include "ks-ui-harness.h"

#define PATIENCE 20000

/* Work that goes on until it is stopped, or tells a number at once. */
typedef struct
{
  guint number; /* 0: until it is stopped */
  guint *n_freed;
} Work;

typedef struct
{
  GObject *owner;
  KsLatestJob *latest;
  guint n_freed;
} Fixture;

static guint n_done;
static guint told;

static void
take (gpointer owner, gpointer data, const GError *error)
{
  n_done++;
  told = error == NULL ? ((Work *)data)->number : G_MAXUINT;
}

static gboolean
work_func (KsJob *job, gpointer data, GError **error)
{
  const Work *work = data;

  while (work->number == 0)
    {
      if (!ks_job_report (job, 0, 0, error))
        return FALSE;
      g_thread_yield ();
    }
  return TRUE;
}

static void
free_work (gpointer data)
{
  g_atomic_int_inc (((Work *)data)->n_freed);
  g_free (data);
}

static void
start (Fixture *fixture, guint number)
{
  Work *work = g_new (Work, 1);

  *work = (Work){ number, &fixture->n_freed };
  ks_latest_job_start (fixture->latest, NULL, "Working", work_func, work, free_work);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  n_done = told = 0;
  fixture->owner = g_object_new (G_TYPE_OBJECT, NULL);
  fixture->latest = ks_latest_job_new (fixture->owner, take);
  fixture->n_freed = 0;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ks_latest_job_free (fixture->latest);
  g_object_unref (fixture->owner);
}

static gboolean
are_freed (Fixture *fixture, guint n)
{
  return (guint)g_atomic_int_get (&fixture->n_freed) == n;
}

static void
test_newest (Fixture *fixture, gconstpointer data)
{
  start (fixture, 0);
  start (fixture, 0);
  g_assert_nonnull (ks_latest_job_get (fixture->latest));
  start (fixture, 3);
  ks_ui_wait_until (are_freed (fixture, 3), PATIENCE);
  g_assert_cmpuint (n_done, ==, 1);
  g_assert_cmpuint (told, ==, 3);
  g_assert_null (ks_latest_job_get (fixture->latest));
}

static void
test_stopped (Fixture *fixture, gconstpointer data)
{
  start (fixture, 0);
  ks_latest_job_stop (fixture->latest);
  g_assert_null (ks_latest_job_get (fixture->latest));
  ks_ui_wait_until (are_freed (fixture, 1), PATIENCE);
  g_assert_cmpuint (n_done, ==, 0);
}

/* What was stopped by somebody who sees the work is told as what it is. */
static void
test_stopped_by_hand (Fixture *fixture, gconstpointer data)
{
  start (fixture, 0);
  ks_job_stop (ks_latest_job_get (fixture->latest));
  ks_ui_wait_until (are_freed (fixture, 1), PATIENCE);
  g_assert_cmpuint (n_done, ==, 1);
  g_assert_cmpuint (told, ==, G_MAXUINT);
}

static void
test_owner_goes (Fixture *fixture, gconstpointer data)
{
  start (fixture, 0);
  ks_latest_job_free (fixture->latest);
  ks_ui_wait_until (are_freed (fixture, 1), PATIENCE);
  g_assert_cmpuint (n_done, ==, 0);
  fixture->latest = ks_latest_job_new (fixture->owner, take);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/latest-job/newest", test_newest);
  ADD ("/latest-job/stopped", test_stopped);
  ADD ("/latest-job/stopped-by-hand", test_stopped_by_hand);
  ADD ("/latest-job/owner-goes", test_owner_goes);
  return g_test_run ();
}
