/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-chart.h"

G_BEGIN_DECLS

/* A district or a unit. All pointers are borrowed: the chart copies them. */
typedef struct {
  const char *id;               /* code */
  const char *label;            /* "Huyện Mẫu A" */
  gint64      answers;          /* n */
  gint64      staff;            /* N; 0: unknown */
  guint       n_units;          /* units in it; 0: it is a unit itself */
  guint       n_units_complete; /* of them, where everybody answered */
} KsParticipationRow;

/* Bars of people: answers before the staff. On paper bars of per cent. */
#define KS_TYPE_PARTICIPATION_CHART (ks_participation_chart_get_type ())
G_DECLARE_FINAL_TYPE (KsParticipationChart, ks_participation_chart, KS, PARTICIPATION_CHART,
                      KsChart)

KsParticipationChart *ks_participation_chart_new (const KsParticipationRow *rows, guint n_rows);

/* "Toàn tỉnh đạt 89,50%; các huyện, thị xã, thành phố từ 84,95% đến 93,90%" (transfer full) */
char *ks_participation_dup_title (gint64 answers, gint64 staff, const KsParticipationRow *rows,
                                  guint n_rows);

/* "Huyện Mẫu A: 373 phiếu trên 417 người, 89,45%" (transfer full) */
char *ks_participation_dup_sentence (const char *label, gint64 answers, gint64 staff);

G_END_DECLS
