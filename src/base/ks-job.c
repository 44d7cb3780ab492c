/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-job.h"

#include "ks-i18n.h"

#define NOTIFY_MILLISECONDS 40
#define ESTIMATE_AFTER (G_USEC_PER_SEC / 2)

struct _KsJob
{
  GObject parent_instance;

  char *title;
  GCancellable *cancellable;
  KsJobReportFunc report_func;
  gpointer report_data;

  GMutex mutex; /* what follows is written by the working thread and read by any */
  gint64 done;
  gint64 total;
  gint64 stage_done; /* done and time when the present count began: seconds-left rests on them */
  gint64 stage_time;
  gboolean running;
  GTask *outside; /* of work that somebody else does; NULL: none */
  GMainContext *context; /* set while it runs asynchronously */
  gboolean notify_pending;
};

typedef enum {
  PROP_TITLE = 1,
  PROP_FRACTION,
  PROP_RUNNING,
} KsJobProperty;

static GParamSpec *properties[PROP_RUNNING + 1];

G_DEFINE_FINAL_TYPE (KsJob, ks_job, G_TYPE_OBJECT)

typedef struct {
  KsJobFunc func;
  gpointer data;
  GDestroyNotify destroy;
} Work;

static void
free_work (Work *work)
{
  if (work->destroy != NULL)
    work->destroy (work->data);
  g_free (work);
}

static void
ks_job_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KsJob *self = KS_JOB (object);

  switch ((KsJobProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, ks_job_get_fraction (self));
      break;
    case PROP_RUNNING:
      g_value_set_boolean (value, ks_job_get_running (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_job_finalize (GObject *object)
{
  KsJob *self = KS_JOB (object);

  g_free (self->title);
  g_object_unref (self->cancellable);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (ks_job_parent_class)->finalize (object);
}

static void
ks_job_class_init (KsJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = ks_job_get_property;
  object_class->finalize = ks_job_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ks_job_init (KsJob *self)
{
  g_mutex_init (&self->mutex);
  self->cancellable = g_cancellable_new ();
}

/**
 * ks_job_new:
 * @title: what is being done, for people
 *
 * Returns: (transfer full): a job that does not run yet
 */
KsJob *
ks_job_new (const char *title)
{
  KsJob *self = g_object_new (KS_TYPE_JOB, NULL);

  self->title = g_strdup (title);
  return self;
}

/**
 * ks_job_new_part:
 * @whole: (nullable): work that is made of parts
 *
 * Returns: (transfer full) (nullable): a job for a part of it, which counts for itself and is stopped
 *   with the whole; %NULL where nobody wants to know of the whole
 */
KsJob *
ks_job_new_part (KsJob *whole)
{
  KsJob *self;

  if (whole == NULL)
    return NULL;
  self = ks_job_new (whole->title);
  g_set_object (&self->cancellable, whole->cancellable);
  return self;
}

/**
 * ks_job_get_title:
 * @self: a job
 *
 * Returns: (transfer none): what is being done
 */
const char *
ks_job_get_title (KsJob *self)
{
  g_return_val_if_fail (KS_IS_JOB (self), NULL);

  return self->title;
}

/**
 * ks_job_get_done:
 * @self: a job
 *
 * Returns: how many things are done, as last reported
 */
gint64
ks_job_get_done (KsJob *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (KS_IS_JOB (self), 0);

  locker = g_mutex_locker_new (&self->mutex);
  return self->done;
}

/**
 * ks_job_get_total:
 * @self: a job
 *
 * Returns: how many things there are to do, or 0 while that is unknown
 */
gint64
ks_job_get_total (KsJob *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (KS_IS_JOB (self), 0);

  locker = g_mutex_locker_new (&self->mutex);
  return self->total;
}

/**
 * ks_job_get_fraction:
 * @self: a job
 *
 * Returns: done of total, 0…1; 0 while the total is unknown
 */
double
ks_job_get_fraction (KsJob *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (KS_IS_JOB (self), 0);

  locker = g_mutex_locker_new (&self->mutex);
  return self->total > 0 ? CLAMP ((double) self->done / self->total, 0, 1) : 0;
}

/**
 * ks_job_get_seconds_left:
 * @self: a job
 *
 * Returns: seconds that the rest takes at the speed so far, or -1 while nobody can tell
 */
double
ks_job_get_seconds_left (KsJob *self)
{
  g_autoptr (GMutexLocker) locker = NULL;
  gint64 elapsed, counted;

  g_return_val_if_fail (KS_IS_JOB (self), -1);

  locker = g_mutex_locker_new (&self->mutex);
  elapsed = g_get_monotonic_time () - self->stage_time;
  counted = self->done - self->stage_done;
  if (self->stage_time == 0 || counted <= 0 || self->total <= 0 || elapsed < ESTIMATE_AFTER)
    return -1;
  return (double) elapsed / G_USEC_PER_SEC * MAX (self->total - self->done, 0) / counted;
}

/**
 * ks_job_get_running:
 * @self: a job
 *
 * Returns: whether it was started with ks_job_run_async() and has not finished
 */
gboolean
ks_job_get_running (KsJob *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (KS_IS_JOB (self), FALSE);

  locker = g_mutex_locker_new (&self->mutex);
  return self->running;
}

/**
 * ks_job_get_cancellable:
 * @self: (nullable): a job
 *
 * Returns: (transfer none) (nullable): what ks_job_stop() triggers, for GIO calls within the work
 */
GCancellable *
ks_job_get_cancellable (KsJob *self)
{
  return self != NULL ? self->cancellable : NULL;
}

/**
 * ks_job_stop:
 * @self: a job
 *
 * Asks the work to stop: its next ks_job_report() fails. May be called from any thread.
 */
void
ks_job_stop (KsJob *self)
{
  g_return_if_fail (KS_IS_JOB (self));

  g_cancellable_cancel (self->cancellable);
}

/**
 * ks_job_set_report_func:
 * @self: a job that does not run yet
 * @func: (nullable): called within each ks_job_report(), in the working thread
 * @data: for @func
 *
 * Lets a program without a main loop follow the work.
 */
void
ks_job_set_report_func (KsJob *self, KsJobReportFunc func, gpointer data)
{
  g_return_if_fail (KS_IS_JOB (self));

  self->report_func = func;
  self->report_data = data;
}

static gboolean
notify_fraction_cb (gpointer data)
{
  KsJob *self = data;

  g_mutex_lock (&self->mutex);
  self->notify_pending = FALSE;
  g_mutex_unlock (&self->mutex);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  return G_SOURCE_REMOVE;
}

/* Needs the mutex. However often the work reports, the window hears of it 25 times a second. */
static void
schedule_notify (KsJob *self)
{
  g_autoptr (GSource) source = NULL;

  if (self->context == NULL || self->notify_pending)
    return;
  self->notify_pending = TRUE;
  source = g_timeout_source_new (NOTIFY_MILLISECONDS);
  g_source_set_callback (source, notify_fraction_cb, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);
}

/**
 * ks_job_report:
 * @self: (nullable): a job, or %NULL if nobody wants to know
 * @done: how many things are done
 * @total: how many there are, or 0 while that is unknown
 * @error: return location
 *
 * Tells how far the work is. Called by the work itself, from any thread, as often as it likes.
 * A smaller @done or another @total begins a new stage, on which the time left is estimated.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED if the work shall stop
 */
gboolean
ks_job_report (KsJob *self, gint64 done, gint64 total, GError **error)
{
  if (self == NULL)
    return TRUE;

  g_mutex_lock (&self->mutex);
  if (self->stage_time == 0 || total != self->total || done < self->done)
    {
      self->stage_time = g_get_monotonic_time ();
      self->stage_done = done;
    }
  self->done = done;
  self->total = total;
  schedule_notify (self);
  g_mutex_unlock (&self->mutex);

  if (self->report_func != NULL)
    self->report_func (self, self->report_data);
  if (!g_cancellable_is_cancelled (self->cancellable))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                       _("Stopped before the end; nothing was changed."));
  return FALSE;
}

static void
run_work_cb (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  Work *work = task_data;

  if (work->func (KS_JOB (source), work->data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
set_running (KsJob *self, GMainContext *context)
{
  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->context, g_main_context_unref);
  self->context = context;
  self->running = context != NULL;
  g_mutex_unlock (&self->mutex);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

/* Whoever does the work outside ends it, once. */
static void
begin_outside (KsJob *self, GTask *task)
{
  g_mutex_lock (&self->mutex);
  g_set_object (&self->outside, task);
  g_mutex_unlock (&self->mutex);
}

static void
finish_running_cb (GObject *task, GParamSpec *pspec, gpointer data)
{
  set_running (KS_JOB (data), NULL);
}

/**
 * ks_job_run_async:
 * @self: a job that does not run
 * @func: (nullable): the work; runs in a thread of its own and reports with ks_job_report(); %NULL:
 *   somebody else does it, a printer say, and ends it with ks_job_end()
 * @data: for @func
 * @destroy: (nullable): frees @data when the work is over
 * @callback: called in this thread's main context when the work is over
 * @user_data: for @callback
 *
 * Runs the work off this thread. Properties notify in this thread's main context.
 */
void
ks_job_run_async (KsJob *self, KsJobFunc func, gpointer data, GDestroyNotify destroy,
                  GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  g_return_if_fail (KS_IS_JOB (self) && !ks_job_get_running (self));

  work = g_new0 (Work, 1);
  work->func = func;
  work->data = data;
  work->destroy = destroy;
  /* The cancellable is not the task's: a stopped work says itself how it ended. */
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, ks_job_run_async);
  g_task_set_task_data (task, work, (GDestroyNotify) free_work);
  g_signal_connect_object (task, "notify::completed", G_CALLBACK (finish_running_cb), self, 0);
  set_running (self, g_main_context_ref_thread_default ());
  if (func != NULL)
    g_task_run_in_thread (task, run_work_cb);
  else
    begin_outside (self, task);
}

/**
 * ks_job_end:
 * @self: a job that was begun without work of its own
 * @error: (nullable): what went wrong
 *
 * Ends it, when whoever did the work is done.
 */
void
ks_job_end (KsJob *self, const GError *error)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (KS_IS_JOB (self));

  g_mutex_lock (&self->mutex);
  task = g_steal_pointer (&self->outside);
  g_mutex_unlock (&self->mutex);
  g_return_if_fail (task != NULL);
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_error_copy (error));
}

/**
 * ks_job_run_finish:
 * @self: the job
 * @result: what the callback was given
 * @error: return location for the error of the work
 *
 * Returns: what the work returned
 */
gboolean
ks_job_run_finish (KsJob *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
