/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-paper.h"
#include "ks-summary-page.h"

G_BEGIN_DECLS

#define KS_SUMMARY_HEADER_PADDING 0.4

/* The paper while it is written: what comes next stands at y of the last page. */
typedef struct {
  const KsSummary *summary;
  GPtrArray       *pages;  /* of KsFolio */
  KsFolio          *page;   /* the last one */
  double           y;
} KsSummaryFlow;

/* A table that may run over several pages: its header is repeated. */
typedef struct {
  const double      *edges;
  guint              n_columns;
  const KsAlign     *aligns;
  double             padding;
  KsStyle            header_style;
  double             header_height;
  const char *const *header;
} KsSummaryTable;

void ks_summary_begin_page (KsSummaryFlow *flow);
void ks_summary_keep (KsSummaryFlow *flow, double height);
void ks_summary_add_caption (KsSummaryFlow *flow, const char *text);
void ks_summary_add_text (KsSummaryFlow *flow, const KsStyle *style, double pitch, double indent,
                          const char *text);
void ks_summary_begin_table (KsSummaryFlow *flow, const KsSummaryTable *table, double first_row);
void ks_summary_add_row (KsSummaryFlow *flow, const KsSummaryTable *table, const KsStyle *style,
                         double height, const char *const *cells);

void ks_summary_add_answers (KsSummaryFlow *flow);
void ks_summary_add_list (KsSummaryFlow *flow);

G_END_DECLS
