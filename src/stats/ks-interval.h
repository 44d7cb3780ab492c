/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is known of a unit's share from x of n counted answers among N officials. */

#define KS_POPULATION_UNKNOWN      ((gint64) 0)
#define KS_MAX_EXACT_POPULATION    ((gint64) 5000)

gboolean ks_share_bounds (gint64 x, gint64 n, gint64 population, double *low, double *high);
gboolean ks_hypergeometric_interval (gint64 x, gint64 n, gint64 population, gint64 *low,
                                     gint64 *high);
gboolean ks_wilson_interval (gint64 x, gint64 n, double *low, double *high);
gboolean ks_share_interval (gint64 x, gint64 n, gint64 population, double *low, double *high);
gboolean ks_mean_interval (const double *values, const gint64 *counts, guint n_values,
                           gint64 population, double *mean, double *low, double *high);

G_END_DECLS
