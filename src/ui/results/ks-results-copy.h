/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-give-out.h"
#include "ks-result-chart.h"

G_BEGIN_DECLS

/* Tables as text for Excel. What is on the clipboard has left the program: it says of what and
 * when it is, that it is preliminary, and holds nothing that must stay at the desk. */
char *
ks_results_copy_participation (KsCampaign *campaign, KsResults *results, const KsScope *scope);
char *ks_results_copy_answers (KsCampaign *campaign,
                               KsResults *results,
                               const KsChartChoice *choice,
                               KsResults *given);

G_END_DECLS
