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
free_reading (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->campaign);
  g_clear_pointer (&reading->before, ks_day_snapshot_unref);
  g_clear_pointer (&reading->snapshot, ks_day_snapshot_unref);
  g_free (reading);
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

/*
 * ks_day_page_take_read:
 * @owner: the page
 * @data: what was read
 * @error: (nullable): why it could not be
 */
void
ks_day_page_take_read (gpointer owner, gpointer data, const GError *error)
{
  KsDayPage *self = owner;

  take (self, data, error);
  if (self->again)
    ks_day_page_load (self);
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

  self->again = ks_latest_job_get (self->reading) != NULL;
  if (self->again || self->campaign == NULL)
    return;
  reading = g_new0 (Reading, 1);
  reading->campaign = g_object_ref (self->campaign);
  reading->at = self->at;
  reading->before = has_figures (self) ? ks_day_snapshot_ref (self->shown) : NULL;
  reading->changes = self->changes;
  self->changes = 0;
  ks_latest_job_start (self->reading, NULL, _ ("Reading the figures of the day"), read_func,
                       reading, free_reading);
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
  ks_latest_job_stop (self->reading);
}
