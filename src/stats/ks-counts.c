/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-counts.h"

/* Two people, or a tenth of a large office, are late with a report or an answer. */
#define SLACK       2
#define SLACK_SHARE 0.1

static KsCounts
compare_report (gint64 staff, gint64 reported, gint64 answers)
{
  gint64 slack = MAX (SLACK, (gint64) (SLACK_SHARE * (double) staff));

  if (reported > staff)
    return KS_COUNTS_REPORT_OVER;
  if (reported > 0 && answers == 0)
    return KS_COUNTS_NONE_RECEIVED;
  return ABS (reported - answers) > slack ? KS_COUNTS_APART : KS_COUNTS_AGREE;
}

/**
 * ks_counts_report_differs:
 * @staff: N, more than 0
 * @reported: r, 0 or more
 * @answers: n
 *
 * Returns: whether the report does not go with the staff or the answers: r > N, r > 0 and n = 0, or
 *   |r − n| > max (2, 10 % of N)
 */
gboolean
ks_counts_report_differs (gint64 staff, gint64 reported, gint64 answers)
{
  return compare_report (staff, reported, answers) != KS_COUNTS_AGREE;
}

/**
 * ks_counts_compare:
 * @staff: N; 0: not known
 * @reported: r; negative: not reported
 * @answers: n
 *
 * Returns: what they say together; nothing contradicts a staff that is not known
 */
KsCounts
ks_counts_compare (gint64 staff, gint64 reported, gint64 answers)
{
  if (staff > 0 && answers > staff)
    return KS_COUNTS_OVER_STAFF;
  if (reported < 0)
    return KS_COUNTS_NOT_REPORTED;
  return staff > 0 ? compare_report (staff, reported, answers) : KS_COUNTS_AGREE;
}

/**
 * ks_counts_contradict:
 * @counts: what three counts say
 *
 * Returns: whether they contradict each other
 */
gboolean
ks_counts_contradict (KsCounts counts)
{
  return counts < KS_COUNTS_NOT_REPORTED;
}

/**
 * ks_counts_to_id:
 * @counts: what three counts say
 *
 * Returns: its name in tables
 */
const char *
ks_counts_to_id (KsCounts counts)
{
  static const char *const ids[KS_N_COUNTS] = {
    [KS_COUNTS_OVER_STAFF] = "over_staff",       [KS_COUNTS_REPORT_OVER] = "report_over_staff",
    [KS_COUNTS_NONE_RECEIVED] = "none_received", [KS_COUNTS_APART] = "apart",
    [KS_COUNTS_NOT_REPORTED] = "not_reported",   [KS_COUNTS_AGREE] = "agree",
  };

  return ids[counts];
}
