/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-compare-shares.h"
#include "ks-result-chart.h"

G_BEGIN_DECLS

/* A table as text for Excel. What is on the clipboard has left the program: it says of what and
 * when it is, whether it is preliminary, and holds nothing that must stay at the desk. */
KsResults *ks_results_copy_load (KsCampaign *campaign, KsChartKind kind, const KsScope *scope,
                                 KsJob *job, GError **error);
char *ks_results_copy_table (KsCampaign *campaign, KsResults *leaving, KsChartKind kind,
                             const KsChartChoice *choice);

char *ks_results_copy_comparison (KsCampaign *campaign,
                                  KsCampaign *earlier,
                                  KsShareComparison *leaving);

G_END_DECLS
