/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-registry.h"
#include "ks-work-table.h"

G_BEGIN_DECLS

#define KS_N_PUBLICITY 5

/* What the working group of a unit did, summed up. */
typedef struct {
  const KsReport *report;      /* what it told, borrowed; NULL: nothing */
  gboolean        reported;    /* it made its report: see ks_report_is_made() */
  guint           n_publicity; /* of the five ways of the plan */
  guint           n_post_days; /* of the days before the day: see KS_POST_DAYS */
  gint64          n_posts;
} KsUnitWork;

KsUnitWork *ks_unit_work_sum (KsRegistry *registry, GPtrArray *reports, GPtrArray *days, KsDay day,
                              KsMoment until);

G_END_DECLS
