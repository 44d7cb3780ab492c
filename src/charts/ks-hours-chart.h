/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-chart.h"
#include "ks-time.h"

G_BEGIN_DECLS

/* Answers that came in each hour of the survey. A negative count is one that is not told. */
typedef struct {
  KsMoment      first;    /* start of the first hour */
  const gint64 *counts;   /* borrowed: the chart copies them */
  guint         n_hours;  /* to the end of the survey */
  KsMoment      as_of;    /* the figures are of this moment; KS_MOMENT_NONE: nothing came yet */
  gint64        staff;    /* N; 0: unknown */
} KsHours;

/* A bar for each hour to the end of the survey; what has not come yet is a ground. */
#define KS_TYPE_HOURS_CHART (ks_hours_chart_get_type ())
G_DECLARE_FINAL_TYPE (KsHoursChart, ks_hours_chart, KS, HOURS_CHART, KsChart)

KsHoursChart *ks_hours_chart_new (const KsHours *hours, double height);
guint         ks_hours_find_first (const KsHours *hours);
char         *ks_hour_dup_label (KsMoment hour);

G_END_DECLS
