/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One unit of a total: x of n counted answers among N officials. */
typedef struct {
  gint64 x;
  gint64 n;
  gint64 population;
  guint  group;       /* its district: units without answers take its mean */
} KsStratum;

/* A district's or the province's share. */
typedef struct {
  double estimate;    /* every unit weighted by its staff */
  double error;       /* standard error */
  double low;         /* estimate ± z·error, cut to the bounds */
  double high;
  double bound_low;   /* whatever those who did not answer think */
  double bound_high;
  double pool;        /* Σx/Σn, the figure that adds up by hand */
  guint  n_empty;     /* units without answers, given their district's mean */
  guint  n_over;      /* units with more answers than staff */
} KsTotal;

gboolean ks_stratified_total (const KsStratum *strata, guint n_strata, KsTotal *total);

/* How much units differ beyond chance: a beta distribution by its moments. */
typedef struct {
  double mean;        /* μ */
  double spread;      /* S */
  double correlation; /* ρ; 0: no more than chance */
  double a;
  double b;           /* both infinite when ρ is 0 */
} KsBetaBinomial;

gboolean ks_beta_binomial_fit (const KsStratum *strata, guint n_strata, KsBetaBinomial *fit);
double   ks_beta_binomial_shrink (const KsBetaBinomial *fit, gint64 x, gint64 n,
                                  gint64 population);

G_END_DECLS
