/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-chart.h"
#include "ks-likert-row.h"

G_BEGIN_DECLS

/* A district (or a unit, a body) with its questions. All pointers are borrowed: the chart copies
 * them. */
typedef struct {
  const char        *id;          /* code */
  const char        *label;       /* "Huyện Mẫu A" */
  gint64             n;           /* counted answers */
  gint64             population;  /* N; 0: unknown */
  const KsLikertRow *rows;        /* its questions, in the form's order; those not shown too */
  guint              n_rows;      /* one: the key question alone, with its shares */
} KsMultiplesPanel;

/* Small diverging bars of many districts side by side, on one scale. Marks of a panel: column 0
 * its name, then its questions. */
#define KS_TYPE_MULTIPLES_CHART (ks_multiples_chart_get_type ())
G_DECLARE_FINAL_TYPE (KsMultiplesChart, ks_multiples_chart, KS, MULTIPLES_CHART, KsChart)

KsMultiplesChart *ks_multiples_chart_new (const KsMultiplesPanel *panels, guint n_panels);

/* "Các huyện có từ 84,10% đến 91,25% số phiếu đánh giá tốt" (transfer full) */
char             *ks_multiples_dup_title (const KsMultiplesPanel *panels, guint n_panels);

G_END_DECLS
