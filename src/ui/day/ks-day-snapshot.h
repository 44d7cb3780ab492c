/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-day-calls.h"
#include "ks-remind.h"

G_BEGIN_DECLS

/* What the page of the day shows, read in one go and off the main thread. Immutable. */
typedef struct {
  KsMoment at;          /* what was asked for; KS_MOMENT_NONE: the newest */
  KsDayFigures *figures;
  KsDayCalls *calls;
  KsRemindWords *words; /* what texts to groups say beside figures */
  guint n_batches;      /* imports that count */
  KsMoment imported;    /* when the last of them came in; KS_MOMENT_NONE: none */
  gboolean open;        /* the survey has not ended */
} KsDaySnapshot;

KsDaySnapshot *ks_day_snapshot_load (KsCampaign *campaign, KsMoment at, KsJob *job,
                                     GError **error);
KsDaySnapshot *ks_day_snapshot_renew (KsDaySnapshot *self, KsCampaign *campaign, GError **error);
KsDaySnapshot *ks_day_snapshot_ref (KsDaySnapshot *self);
void ks_day_snapshot_unref (KsDaySnapshot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsDaySnapshot, ks_day_snapshot_unref)

G_END_DECLS
