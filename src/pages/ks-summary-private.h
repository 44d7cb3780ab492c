/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-paper-flow.h"
#include "ks-summary-page.h"

G_BEGIN_DECLS

/* The paper while it is written. */
typedef struct {
  const KsSummary *summary;
  KsPaperFlow      paper;
} KsSummaryFlow;

void ks_summary_add_answers (KsSummaryFlow *flow);
void ks_summary_add_list (KsSummaryFlow *flow);
void ks_summary_add_quotes (KsSummaryFlow *flow);

G_END_DECLS
