/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-page-private.h"

#include "ks-i18n.h"
#include "ks-shell.h"

/* What a thread reads, while the page shows what it has. */
typedef struct
{
  KsCampaign *campaign;
  KsMoment at;
  guint changes;         /* that it takes in */
  KsDaySnapshot *before; /* NULL: its figures no longer hold */
  KsDaySnapshot *snapshot;
} Reading;

static void
clear_reading (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->campaign);
  g_clear_pointer (&reading->before, ks_day_snapshot_unref);
  g_clear_pointer (&reading->snapshot, ks_day_snapshot_unref);
}

static void
unref_reading (gpointer reading)
{
  g_atomic_rc_box_release_full (reading, clear_reading);
}

static gboolean
read_func (KsJob *job, gpointer data, GError **error)
{
  Reading *reading = data;

  if (reading->before != NULL)
    reading->snapshot = ks_day_snapshot_renew (reading->before, reading->campaign, error);
  else
    reading->snapshot = ks_day_snapshot_load (reading->campaign, reading->at, job, error);
  return reading->snapshot != NULL;
}

/* The one that asked may have gone, or ask for something else by now. */
typedef struct
{
  GWeakRef page;
  Reading *reading;
} Asked;

static void
take (KsDayPage *self, Reading *reading, const GError *error)
{
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (self));

  if (reading->snapshot != NULL)
    ks_day_page_show (self, reading->snapshot);
  else
    self->changes |= reading->changes;
  if (reading->snapshot == NULL && shell != NULL)
    ks_shell_show_error (shell, error);
}

static void
read_cb (GObject *job, GAsyncResult *result, gpointer data)
{
  Asked *asked = data;
  g_autoptr (KsDayPage) self = g_weak_ref_get (&asked->page);
  g_autoptr (GError) error = NULL;

  ks_job_run_finish (KS_JOB (job), result, &error);
  if (self != NULL && self->job == KS_JOB (job))
    {
      g_clear_object (&self->job);
      take (self, asked->reading, error);
      if (self->again)
        ks_day_page_load (self);
    }
  g_weak_ref_clear (&asked->page);
  unref_reading (asked->reading);
  g_free (asked);
}

/* A call that was logged changes no figure: those that are shown hold. */
static gboolean
has_figures (KsDayPage *self)
{
  return self->shown != NULL && self->shown->at == self->at
         && (self->changes & ~(guint)KS_CHANGE_CALLS) == 0;
}

/**
 * ks_day_page_load:
 * @page: a page with a campaign
 *
 * Reads the figures beside the window; what is shown stays until they are there.
 */
void
ks_day_page_load (gpointer page)
{
  KsDayPage *self = page;
  Reading *reading;
  Asked *asked;

  self->again = self->job != NULL;
  if (self->again || self->campaign == NULL)
    return;
  reading = g_atomic_rc_box_new0 (Reading);
  reading->campaign = g_object_ref (self->campaign);
  reading->at = self->at;
  reading->before = has_figures (self) ? ks_day_snapshot_ref (self->shown) : NULL;
  reading->changes = self->changes;
  self->changes = 0;
  asked = g_new0 (Asked, 1);
  asked->reading = g_atomic_rc_box_acquire (reading);
  g_weak_ref_init (&asked->page, self);
  self->job = ks_job_new (_ ("Reading the figures of the day"));
  ks_job_run_async (self->job, read_func, reading, unref_reading, read_cb, asked);
}

/**
 * ks_day_page_forget:
 * @self: a page
 *
 * What is being read is not shown any more.
 */
void
ks_day_page_forget (KsDayPage *self)
{
  self->again = FALSE;
  if (self->job != NULL)
    ks_job_stop (self->job);
  g_clear_object (&self->job);
}
