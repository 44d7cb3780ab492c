/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-chart.h"
#include "ks-likert-row.h"

G_BEGIN_DECLS

typedef enum {
  KS_LIKERT_BY_NET_AGREEMENT,   /* ties in the order given */
  KS_LIKERT_AS_GIVEN,
} KsLikertOrder;

/* The diverging chart of answers on scales: negative levels to the left of zero, the middle one
 * split at zero, "không biết" apart on the right. */
#define KS_TYPE_LIKERT_CHART (ks_likert_chart_get_type ())
G_DECLARE_FINAL_TYPE (KsLikertChart, ks_likert_chart, KS, LIKERT_CHART, KsChart)

KsLikertChart *ks_likert_chart_new (const KsLikertRow *rows, guint n_rows, KsLikertOrder order);
guint          ks_likert_chart_get_row_at (KsLikertChart *self, guint place);

G_END_DECLS
