/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-chart.h"

G_BEGIN_DECLS

/* A unit. All pointers are borrowed: the chart copies them. */
typedef struct {
  const char *id;       /* code */
  const char *label;    /* "Xã Mẫu 51" */
  gint64      answers;  /* n */
  gint64      staff;    /* N; 0: unknown, it has no point */
} KsFunnelRow;

/* Where the participation of a unit lies. */
typedef enum {
  KS_FUNNEL_WITHIN,   /* where chance alone may put it, of 1,000 units 998 */
  KS_FUNNEL_ABOVE,
  KS_FUNNEL_BELOW,
  KS_FUNNEL_OPEN,     /* more answers than staff: being reconciled */
} KsFunnelState;

/* Participation against staff: a point for each unit before the funnel of what chance alone
 * explains, the wider the fewer people a unit has. */
#define KS_TYPE_FUNNEL_CHART (ks_funnel_chart_get_type ())
G_DECLARE_FINAL_TYPE (KsFunnelChart, ks_funnel_chart, KS, FUNNEL_CHART, KsChart)

KsFunnelChart *ks_funnel_chart_new (const KsFunnelRow *rows, guint n_rows, double share,
                                    const char *share_label);
KsFunnelState  ks_funnel_row_get_state (const KsFunnelRow *row, double share);

/* "12 trên 209 đơn vị có tỷ lệ tham gia khác hẳn mức chung" (transfer full) */
char          *ks_funnel_dup_title (const KsFunnelRow *rows, guint n_rows, double share);

G_END_DECLS
