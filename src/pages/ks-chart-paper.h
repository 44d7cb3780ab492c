/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign-info.h"
#include "ks-folio.h"
#include "ks-pages.h"

G_BEGIN_DECLS

/* A chart with its words. Paints itself in points; without a cairo it tells how high it wants to be.
 * Strings are borrowed, the chart is taken over. */
typedef struct {
  const char    *title;    /* a noun: "Kết quả trả lời các câu hỏi, toàn tỉnh" */
  const char    *subtitle;
  const char    *foot;     /* may be empty */
  KsFolioPainter paint;
  gpointer       chart;
} KsChartPaperPart;

typedef struct {
  const KsCampaignInfo   *info;
  const char             *notice;     /* "SỐ LIỆU SƠ BỘ", NULL: none */
  gboolean                fitted;     /* pages end below their chart; FALSE: A4 */
  gboolean                wide;       /* as wide as A4 is high */
  const KsChartPaperPart *parts;      /* a page each */
  guint                   n_parts;
  GDestroyNotify          destroy;    /* of a chart */
} KsChartPaper;

KsPages *ks_chart_paper_new (const KsChartPaper *paper, GError **error);

G_END_DECLS
