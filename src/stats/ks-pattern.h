/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Answer sheets that say the same: what a unit may be asked about, never whom. */

#define KS_PATTERN_MIN_SHEETS 5
#define KS_PATTERN_MAX_SHARE  0.01
#define KS_PATTERN_SECONDS    60
#define KS_PATTERN_NO_TIME    G_MININT64

/* A counted answer sheet. Its pattern stands for all its closed answers of the sections, every
 * option of a multiple choice, nothing of the profile. */
typedef struct {
  guint64 pattern;
  gint64  time;     /* seconds; KS_PATTERN_NO_TIME */
  guint32 unit;
  guint32 index;    /* whatever the caller tells it by */
} KsSheet;

/* Sheets of one unit with one pattern: a run of the sorted sheets. */
typedef struct {
  gsize   first;
  gsize   n;
  guint32 unit;
  double  share;    /* f: at most so many sheets of the other units have it, at 95 % */
  double  p;        /* of so many in the unit, times its number of patterns, at most 1 */
} KsPatternGroup;

/* Sheets of a group that were sent close together. */
typedef struct {
  gsize   first;
  gsize   n;
  gint64  seconds;  /* from the first to the last */
} KsBurst;

typedef void (*KsSheetPairFunc) (const KsSheet *first, const KsSheet *second, gpointer data);

void     ks_sheets_sort (KsSheet *sheets, gsize n);
GArray  *ks_pattern_groups_find (const KsSheet *sheets, gsize n, guint n_units);
void     ks_pattern_groups_keep_identical (GArray *groups, guint n_units);
gboolean ks_pattern_group_find_burst (const KsPatternGroup *group, const KsSheet *sheets,
                                      KsBurst *burst);
void     ks_sheets_foreach_near_pair (const KsSheet *sheets, gsize n, KsSheetPairFunc func,
                                      gpointer data);

G_END_DECLS
