/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Counts as they are printed: parts of a row that add up by hand, and the order of rows. */

#define KS_SHARES_HUNDREDTHS 10000 /* two decimals of a per cent */
#define KS_SHARES_TENTHS     1000  /* one decimal */

/* Where a level of a scale stands. */
typedef enum {
  KS_SIDE_NEITHER,
  KS_SIDE_GOOD,
  KS_SIDE_POOR,
  KS_N_SIDES,
} KsShareSide;

gboolean ks_round_shares (const gint64 *counts, guint n_counts, gint64 whole, gint64 *shares);
gboolean ks_round_sided_shares (const gint64 *counts, const KsShareSide *sides, guint n_counts,
                                gint64 whole, gint64 *shares);
double   ks_net_agreement (gint64 good, gint64 poor, gint64 n);
int      ks_compare_net_agreement (gint64 good_a, gint64 poor_a, gint64 n_a,
                                   gint64 good_b, gint64 poor_b, gint64 n_b);

G_END_DECLS
