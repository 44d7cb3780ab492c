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
  gint64   before;   /* of these until an earlier moment */
  KsMoment newest;   /* KS_MOMENT_NONE: none has a time */
  GArray  *hours;    /* of KsArrivalHour, ascending, none empty; NULL: none */
  gboolean is_stale; /* the newest one was taken away */
} KsArrival;

/* Many answers that come in one after the other are of as many units: what is counted of a unit
 * stands together until ks_arrivals_settle(). */
#define KS_N_FRESH_HOURS 30
typedef struct {
  KsMoment newest;
  guint32  hours[KS_N_FRESH_HOURS];
} KsFreshArrival;

/* One of each unit of a registry, in its order. */
typedef struct {
  guint           n_units;
  KsArrival      *units;
  KsMoment        previous;    /* that before speaks of; KS_MOMENT_NONE: none */
  KsFreshArrival *fresh;       /* NULL: none */
  gint64          fresh_hour;  /* the first one of fresh */
} KsArrivals;

KsArrivals *ks_arrivals_new (guint n_units);
void        ks_arrivals_free (KsArrivals *self);
KsMoment    ks_arrivals_get_newest (KsArrivals *self);
void        ks_arrivals_count (KsArrivals *self, guint unit, KsMoment answered);
void        ks_arrivals_fold (KsArrivals *self);
void        ks_arrival_add (KsArrival *self, KsMoment answered);
void        ks_arrival_take (KsArrival *self, KsMoment answered);
gboolean    ks_arrival_equal (const KsArrival *self, const KsArrival *other);
void        ks_arrival_read_hours (KsArrival *self, const char *text);
void        ks_arrival_write_hours (const KsArrival *self, GString *text);

/* What is kept beside the tallies: its cost follows the units. */
KsArrivals *ks_arrivals_load (KsTransaction *tx, KsRegistry *registry, GError **error);
gboolean    ks_arrivals_settle (KsArrivals *self, KsTransaction *tx, KsRegistry *registry,
                                GError **error);

/* Reads the answers themselves. */
KsArrivals *ks_arrivals_scan (KsTransaction *tx, KsRegistry *registry, KsMoment until,
                              KsMoment before, KsJob *job, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsArrivals, ks_arrivals_free)

G_END_DECLS
