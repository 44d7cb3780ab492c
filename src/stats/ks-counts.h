/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What three counts of a unit say together: staff N, answers that its working group reported r,
 * answers received n. The first ones contradict each other. */
typedef enum {
  KS_COUNTS_OVER_STAFF,     /* n > N */
  KS_COUNTS_REPORT_OVER,    /* r > N */
  KS_COUNTS_NONE_RECEIVED,  /* r > 0, n = 0 */
  KS_COUNTS_APART,          /* r and n differ by more than two and more than 10 % of N */
  KS_COUNTS_NOT_REPORTED,   /* no r */
  KS_COUNTS_AGREE,
  KS_N_COUNTS,
} KsCounts;

KsCounts ks_counts_compare (gint64 staff, gint64 reported, gint64 answers);
const char *ks_counts_to_id (KsCounts counts);
gboolean ks_counts_contradict (KsCounts counts);
gboolean ks_counts_report_differs (gint64 staff, gint64 reported, gint64 answers);

G_END_DECLS
