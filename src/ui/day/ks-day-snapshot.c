/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-snapshot.h"

#include "ks-rows.h"

static void
clear_snapshot (gpointer data)
{
  KsDaySnapshot *self = data;

  g_clear_object (&self->figures);
  g_clear_object (&self->calls);
  g_clear_pointer (&self->words, ks_remind_words_free);
}

static gboolean
is_in (const KsBatch *batch)
{
  return g_strcmp0 (batch->state, "in") == 0;
}

static gboolean
take_batches (KsDaySnapshot *self, KsCampaign *campaign, GError **error)
{
  g_autoptr (GPtrArray) batches = ks_batches_load (campaign, error);

  self->imported = KS_MOMENT_NONE;
  for (guint i = 0; batches != NULL && i < batches->len; i++)
    {
      const KsBatch *batch = batches->pdata[i];

      if (!is_in (batch))
        continue;
      self->n_batches++;
      self->imported = MAX (self->imported, batch->imported);
    }
  return batches != NULL;
}

static gboolean
take_calls (KsDaySnapshot *self, KsCampaign *campaign, GError **error)
{
  self->calls = ks_day_calls_load (campaign, error);
  self->words = self->calls != NULL ? ks_remind_words_load (campaign, self->at, error) : NULL;
  return self->words != NULL;
}

/**
 * ks_day_snapshot_load:
 * @campaign: a campaign
 * @at: the last moment that is told of; %KS_MOMENT_NONE: all that is known
 * @job: (nullable): stops it
 * @error: return location for an error
 *
 * Reads what the page of the day shows; to be called off the main thread.
 *
 * Returns: (transfer full): a snapshot, or %NULL with @error set
 */
KsDaySnapshot *
ks_day_snapshot_load (KsCampaign *campaign, KsMoment at, KsJob *job, GError **error)
{
  g_autoptr (KsDaySnapshot) self = g_atomic_rc_box_new0 (KsDaySnapshot);

  self->at = at;
  self->open = ks_campaign_is_window_open (campaign);
  if (!take_batches (self, campaign, error))
    return NULL;
  self->figures = ks_day_figures_load (campaign, at, KS_MOMENT_NONE, job, error);
  if (self->figures == NULL || !take_calls (self, campaign, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * ks_day_snapshot_renew:
 * @self: a snapshot
 * @campaign: its campaign
 * @error: return location for an error
 *
 * Reads the calls and the words of the texts anew; the figures are those of @self.
 *
 * Returns: (transfer full): another snapshot, or %NULL with @error set
 */
KsDaySnapshot *
ks_day_snapshot_renew (KsDaySnapshot *self, KsCampaign *campaign, GError **error)
{
  g_autoptr (KsDaySnapshot) next = g_atomic_rc_box_new0 (KsDaySnapshot);

  next->at = self->at;
  next->open = self->open;
  next->n_batches = self->n_batches;
  next->imported = self->imported;
  next->figures = g_object_ref (self->figures);
  return take_calls (next, campaign, error) ? g_steal_pointer (&next) : NULL;
}

/**
 * ks_day_snapshot_ref:
 * @self: a snapshot
 *
 * Returns: (transfer full): @self
 */
KsDaySnapshot *
ks_day_snapshot_ref (KsDaySnapshot *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * ks_day_snapshot_unref:
 * @self: a snapshot
 *
 * Gives up a reference.
 */
void
ks_day_snapshot_unref (KsDaySnapshot *self)
{
  g_atomic_rc_box_release_full (self, clear_snapshot);
}
