/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-job.h"
#include "ks-registry.h"
#include "ks-store.h"

G_BEGIN_DECLS

/* So many answers of an hour. */
typedef struct {
  gint64 hour; /* since 1970, UTC: hours of Việt Nam begin with those of UTC */
  gint64 n;
} KsArrivalHour;

/* When the counted answers of a unit came in. Those without a time have no hour. */
typedef struct {
  gint64   answers;
  gint64   before;  /* of these until an earlier moment */
  KsMoment last;    /* KS_MOMENT_NONE: none has a time */
  GArray  *hours;   /* of KsArrivalHour, ascending, none empty; NULL: none */
} KsArrival;

/* One of each unit of a registry, in its order. */
typedef struct {
  guint      n_units;
  KsArrival *units;
} KsArrivals;

KsArrivals *ks_arrivals_new (guint n_units);
void        ks_arrivals_free (KsArrivals *self);
void        ks_arrival_add (KsArrival *self, KsMoment answered);

/* Reads the answers themselves. */
KsArrivals *ks_arrivals_scan (KsTransaction *tx, KsRegistry *registry, KsMoment until,
                              KsMoment before, KsJob *job, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsArrivals, ks_arrivals_free)

G_END_DECLS
