/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-chart.h"

G_BEGIN_DECLS

/* A unit or a district. All pointers are borrowed: the chart copies them. */
typedef struct {
  const char *id;            /* code */
  const char *label;         /* "Xã Mẫu 51" */
  gint64      x;             /* good answers */
  gint64      n;             /* answers to the question */
  gint64      population;    /* N; 0: unknown */
  double      share;         /* 0…1 */
  double      low;           /* what is estimated, at 95 % */
  double      high;
  double      bound_low;     /* whatever those who did not answer think; where N is known */
  double      bound_high;
  gboolean    shown;         /* FALSE: only its name stands there, and why */
  gboolean    has_interval;  /* low and high are known */
  gboolean    complete;      /* n = N: nothing is left to chance */
  gboolean    over;          /* n > N: the figures are being reconciled */
  const char *note;          /* (nullable): stands in the place of the estimate, or of the plot
                              * where the row is not shown */
} KsDotRow;

/* Where the estimate of a row lies. */
typedef enum {
  KS_DOT_WITHIN,   /* it does not clearly differ from the reference */
  KS_DOT_ABOVE,    /* the whole of it lies above */
  KS_DOT_BELOW,
  KS_DOT_OPEN,     /* being reconciled: nothing is estimated */
} KsDotState;

/* Dots of shares, each with what is estimated and what is possible at all, in the order given.
 * Papers show dots and bounds alone: they assume nothing. */
#define KS_TYPE_DOT_CHART (ks_dot_chart_get_type ())
G_DECLARE_FINAL_TYPE (KsDotChart, ks_dot_chart, KS, DOT_CHART, KsChart)

KsDotChart *ks_dot_chart_new (const KsDotRow *rows, guint n_rows, double reference,
                              const char *reference_label);
KsDotState  ks_dot_row_get_state (const KsDotRow *row, double reference);

/* "10 trên 22 đơn vị không khác rõ so với toàn tỉnh (88,47%)" (transfer full) */
char       *ks_dot_dup_title (const KsDotRow *rows, guint n_rows, double reference);

G_END_DECLS
