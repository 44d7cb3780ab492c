/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign-info.h"
#include "ks-paper-districts.h"

G_BEGIN_DECLS

/* Everything that the paper "Tổng hợp kết quả khảo sát" says: plain values, already decided by
 * the rules of anonymity. Strings are borrowed until ks_summary_pages_new returns. */

typedef struct {
  const char   *id;
  const char   *text;       /* a few words */
  gint64        answered;   /* n */
  const gint64 *counts;     /* per level, in the form's order, "không biết" not among them */
  const char *const *levels;/* NULL-terminated labels of the levels */
  const gboolean *good_levels; /* per level: which of them are "đánh giá tốt" */
  gboolean      has_dont_know; /* the question offers "không biết" */
  gint64        dont_know;
  gint64        good;       /* x */
  gint64        blank;
  const char   *good_labels;/* "Rất tốt, Tốt" */
} KsSummaryQuestion;

typedef struct {
  const char *unit;         /* "Xã Mẫu 31" */
  const char *district;
  gint64      staff;
  gint64      answers;
  double      points;       /* of 100 */
  const char *reason;
} KsSummaryCandidate;

/* What papers say of a comment; those of one question stand together. */
typedef struct {
  const char *question;     /* a few words */
  const char *body;
} KsSummaryQuote;

/* Paints the Likert chart of the province into width × height points at the origin of cr, and
 * tells the height it would like for that width when cr is NULL. */
typedef double (*KsSummaryChart) (cairo_t *cr, double width, double height, gpointer data);

typedef struct {
  const KsCampaignInfo *info;
  const char *organ;            /* BAN DÂN VẬN */
  KsMoment as_of;
  KsMoment earlier_figures_of;  /* figures given out before still stand; KS_MOMENT_NONE: none */
  gboolean preliminary;         /* SỐ LIỆU SƠ BỘ */
  const char *form_notice;      /* PHIẾU DÙNG TẠM – CHƯA PHẢI MẪU PKS 01; NULL: the official form */
  gint64   received;
  gint64   counted;
  gint64   outside_window;      /* waiting, by reason */
  gint64   token_mismatch;
  gint64   unknown_unit;
  gint64   incomplete;
  gint64   known_id;
  gint64   excluded;            /* by an officer */
  gint64   outside;             /* of the counted ones by people whom the survey does not ask */
  const char *staff_changes;    /* "Xã A (từ 20 thành 22: đi học về); …"; NULL: none */
  guint    n_staff_changes;
  gint64   staff;
  guint    n_units;
  guint    n_units_with_answers;
  guint    n_units_complete;
  guint    n_units_reconciling;
  gint64   left_out;            /* answers of units under five, not in the answer tables */
  guint    n_sensitive;         /* questions that stand in no paper */
  const KsPaperDistrict    *districts;
  guint    n_districts;
  const KsSummaryQuestion  *questions;
  guint    n_questions;
  const KsSummaryQuote     *quotes;
  guint    n_quotes;
  const KsSummaryCandidate *candidates;
  guint    n_candidates;
  const char *method_note;      /* weighted figure and its like; NULL: none */
  KsSummaryChart chart;         /* kept: called whenever its page is painted */
  gpointer       chart_data;
  GDestroyNotify chart_destroy;
} KsSummary;

KsPages *ks_summary_pages_new (const KsSummary *summary, GError **error);

G_END_DECLS
