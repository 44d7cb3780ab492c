/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-pages.h"
#include "ks-result-chart.h"

G_BEGIN_DECLS

/* A chart to be written. Codes and ids are resolved in what may leave the program. */
typedef struct {
  KsChartKind kind;
  const char *scope;     /* code of a unit or a district; empty for the province */
  const char *question;  /* id; NULL: the one that the kind is about */
  gboolean    as_given;  /* in the order of the form or of the office */
} KsChartRequest;

KsPages *ks_chart_create_pages (KsCampaign *campaign, const KsChartRequest *request, KsJob *job,
                                GError **error);
gboolean ks_write_chart        (KsCampaign *campaign, const KsChartRequest *request,
                                const char *path, KsJob *job, GError **error);

G_END_DECLS
