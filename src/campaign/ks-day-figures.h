/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-attention.h"
#include "ks-call-table.h"
#include "ks-campaign.h"
#include "ks-counts.h"
#include "ks-survey-hours.h"
#include "ks-unit-work.h"

G_BEGIN_DECLS

/* A unit on the day, as of the moment of the snapshot. */
typedef struct {
  KsUnit     *unit;           /* borrowed from the snapshot's registry */
  gint64      staff;          /* N: in scope */
  gint64      answers;        /* n: counted, answered until the moment */
  gint64      answers_before; /* the same at the earlier moment: see ks_day_figures_get_previous() */
  KsMoment    last;           /* its last counted answer; KS_MOMENT_NONE: none has a time */
  KsUnitWork  work;           /* report, publicity, posts */
  KsCounts    counts;         /* what staff, report and answers say together */
  gboolean    unsettled;      /* they contradict each other, and nobody decided that it is so */
  gboolean    checking;       /* unsettled, or an open finding of the unit: never named in what leaves */
  KsAttention attention;      /* flags */
  const KsCall *call;         /* the last one to the unit until the moment; NULL: none */
  guint       n_calls;
} KsDayUnit;

/* A district, or the whole province with an empty code. */
typedef struct {
  const char *code;
  const char *name;
  guint       first;          /* index of its first unit */
  guint       n_units;
  gint64      staff;
  gint64      answers;
  gint64      answers_before;
  guint       n_no_answer;    /* units without an answer */
  guint       n_below;        /* units under the limit in force */
  guint       n_over;         /* units with more answers than staff */
  guint       n_checking;     /* units whose figures are being reconciled */
  guint       n_reported;     /* units whose working group reported */
  const KsCall *call;         /* the last one to the district itself; NULL: none */
  guint       n_calls;
} KsDayDistrict;

/* Who took part until a moment: an immutable snapshot, safe to hand between threads. */
#define KS_TYPE_DAY_FIGURES (ks_day_figures_get_type ())
G_DECLARE_FINAL_TYPE (KsDayFigures, ks_day_figures, KS, DAY_FIGURES, GObject)

KsDayFigures        *ks_day_figures_load (KsCampaign *campaign, KsMoment at, KsMoment previous,
                                          KsJob *job, GError **error);

/* What leaves the program names units: only figures that know what is to be checked may. */
KsDayFigures        *ks_day_figures_load_sendable (KsCampaign *campaign, KsMoment at, KsJob *job,
                                                   GError **error);
KsDayFigures        *ks_day_figures_dup_sendable (KsDayFigures *self, KsCampaign *campaign,
                                                  KsJob *job, GError **error);
gboolean             ks_day_figures_check_sendable (KsDayFigures *self, GError **error);

KsRegistry          *ks_day_figures_get_registry (KsDayFigures *self);
KsDay                ks_day_figures_get_day (KsDayFigures *self);
KsMoment             ks_day_figures_get_as_of (KsDayFigures *self);
char                *ks_day_figures_dup_as_of (KsDayFigures *self);
KsMoment             ks_day_figures_get_previous (KsDayFigures *self);
int                  ks_day_figures_get_limit (KsDayFigures *self);
guint                ks_day_figures_get_n_units (KsDayFigures *self);
const KsDayUnit     *ks_day_figures_get_unit (KsDayFigures *self, guint index);
const KsDayDistrict *ks_day_figures_get_districts (KsDayFigures *self, guint *n_districts);
const KsDayDistrict *ks_day_figures_lookup_district (KsDayFigures *self, const char *code);
const KsDayDistrict *ks_day_figures_get_province (KsDayFigures *self);
gint64               ks_day_unit_get_reported (const KsDayUnit *unit);
gint64              *ks_day_figures_dup_hours (KsDayFigures *self, const char *code, KsMoment *first,
                                               guint *n_hours, gint64 *n_apart);

G_END_DECLS
