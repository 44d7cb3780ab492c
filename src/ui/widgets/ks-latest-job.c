/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-latest-job.h"

typedef struct
{
  KsLatestJob *latest; /* NULL: nobody waits for it any more */
  gpointer data;       /* borrowed: it lives until the callback returns */
} Run;

struct _KsLatestJob
{
  GObject *owner; /* borrowed: it owns this */
  KsLatestFunc done;
  KsJob *job; /* NULL: none runs */
  Run *run;   /* of it */
};

/**
 * ks_latest_job_new:
 * @owner: (type GObject): whose work it is; owns the result
 * @done: takes what the newest found
 *
 * Returns: (transfer full): no work yet
 */
KsLatestJob *
ks_latest_job_new (gpointer owner, KsLatestFunc done)
{
  KsLatestJob *self = g_new0 (KsLatestJob, 1);

  self->owner = owner;
  self->done = done;
  return self;
}

/**
 * ks_latest_job_free:
 * @self: (transfer full): of an owner that goes
 *
 * Nothing is waited for any more.
 */
void
ks_latest_job_free (KsLatestJob *self)
{
  ks_latest_job_stop (self);
  g_free (self);
}

static void
forget (KsLatestJob *self)
{
  self->run = NULL;
  g_clear_object (&self->job);
}

static void
end (Run *run, const GError *error)
{
  KsLatestJob *self = run->latest;

  if (self != NULL)
    {
      g_autoptr (GObject) owner = g_object_ref (self->owner);

      forget (self);
      self->done (owner, run->data, error);
    }
  g_free (run);
}

static void
job_ended_cb (GObject *job, GAsyncResult *result, gpointer run)
{
  g_autoptr (GError) error = NULL;

  ks_job_run_finish (KS_JOB (job), result, &error);
  end (run, error);
}

static void
shown_job_ended_cb (gpointer run, gboolean ok, const GError *error)
{
  end (run, error);
}

/**
 * ks_latest_job_start:
 * @self: of an owner
 * @shell: (nullable): the window that shows the work, with its errors; %NULL: nobody does
 * @title: of the work
 * @func: the work
 * @data: (transfer full): for @func
 * @destroy: frees @data, in any thread
 *
 * Begins work; what runs is stopped and forgotten.
 */
void
ks_latest_job_start (KsLatestJob *self,
                     KsShell *shell,
                     const char *title,
                     KsJobFunc func,
                     gpointer data,
                     GDestroyNotify destroy)
{
  g_autoptr (KsJob) job = ks_job_new (title);
  Run *run = g_new (Run, 1);

  ks_latest_job_stop (self);
  *run = (Run){ self, data };
  self->run = run;
  self->job = g_object_ref (job);
  if (shell != NULL)
    ks_shell_run_job (shell, job, func, data, destroy, shown_job_ended_cb, run);
  else
    ks_job_run_async (job, func, data, destroy, job_ended_cb, run);
}

/**
 * ks_latest_job_stop:
 * @self: (nullable): of an owner
 *
 * Stops what runs, if anything does, and forgets it.
 */
void
ks_latest_job_stop (KsLatestJob *self)
{
  if (self == NULL || self->job == NULL)
    return;
  ks_job_stop (self->job);
  self->run->latest = NULL;
  forget (self);
}

/**
 * ks_latest_job_get:
 * @self: (nullable): of an owner
 *
 * Returns: (transfer none) (nullable): what runs; %NULL: nothing does
 */
KsJob *
ks_latest_job_get (KsLatestJob *self)
{
  return self != NULL ? self->job : NULL;
}
