/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Grades 0…1 by anchors that were fixed before anybody saw the data, points of 100, ranks. */

#define KS_PUBLICITY_CHANNELS 5
#define KS_POST_DAYS          7

double ks_grade (double value, double zero, double full);
double ks_grade_participation (gint64 answers, gint64 staff);
double ks_grade_timeliness (gboolean reported, gint64 seconds_after_deadline);
double ks_grade_publicity (guint n_channels);
double ks_grade_posts (guint n_days);

double ks_score (const double *points, const double *grades, guint n_criteria);
guint  ks_rank_scores (const double *scores, const gboolean *eligible, guint n_scores,
                       guint *ranks);
guint  ks_suggest_cut (const double *scores, const gboolean *eligible, guint n_scores,
                       double *gap);

G_END_DECLS
