/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Probabilities and quantiles that the intervals rest on. */

double ks_log_choose (gint64 n, gint64 k);
double ks_binomial_mass (gint64 x, gint64 n, double p);
double ks_binomial_upper (gint64 x, gint64 n, double p);
double ks_binomial_upper_limit (gint64 x, gint64 n, double level);
double ks_beta_binomial_upper (gint64 x, gint64 n, double a, double b);
double ks_student_quantile (double p, gint64 degrees);

G_END_DECLS
