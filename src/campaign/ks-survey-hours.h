/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-arrivals.h"
#include "ks-time.h"

G_BEGIN_DECLS

/* In place of an hour of a unit that few answered in. */
#define KS_HOUR_NOT_TOLD ((gint64) -1)

/* The hours of a survey, and what came in them. */
typedef struct {
  const KsArrivals *arrivals;
  KsDay             day;
  KsMoment          from;  /* first second of the survey window */
  KsMoment          to;    /* first second after it */
} KsSurveyHours;

gint64 *ks_survey_hours_dup_counts (const KsSurveyHours *self, guint first_unit, guint n_units,
                                    gboolean complete, KsMoment *first, guint *n_hours,
                                    gint64 *n_apart);

G_END_DECLS
