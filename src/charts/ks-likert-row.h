/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KS_MAX_LEVELS 5

/* One question (or one scope of a question). All pointers are borrowed: the chart copies them. */
typedef struct {
  const char *id;               /* "A5"; may be empty */
  const char *label;            /* "Công khai kế hoạch công tác" */
  const char *const *levels;    /* n_levels names, best first */
  const gint64 *counts;         /* n_levels answers, best first; may be NULL if not shown */
  const gboolean *good;         /* n_levels: which levels are "đánh giá tốt" */
  guint    n_levels;            /* 2…5 */
  gboolean has_dont_know;       /* the question offers "không biết" */
  gint64   dont_know;
  gint64   blank;               /* counted answers without one; not in n */
  gint64   staff;               /* N; 0: unknown */
  gboolean shown;               /* FALSE: only its name stands there */
  const gboolean *poor;         /* n_levels: which are "chưa tốt"; NULL: the lower half */
} KsLikertRow;

gint64   ks_likert_row_count (const KsLikertRow *row, gint64 *good, gint64 *poor);
gboolean ks_likert_row_round (const KsLikertRow *row, gint64 whole, gint64 *levels,
                              gint64 *dont_know, gint64 *good, gint64 *poor);
gboolean ks_likert_row_measure (const KsLikertRow *row, double *left, double *right);

/* "Cả 18 câu đều có từ 86,72% đến 89,52% số phiếu đánh giá tốt" */
char *ks_likert_dup_title (const KsLikertRow *rows, guint n_rows);

G_END_DECLS
