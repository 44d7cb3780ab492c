/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-log-table.h"

G_BEGIN_DECLS

GPtrArray *ks_log_load (KsCampaign *campaign, GError **error);

/* Recomputes the tallies from the answers, the chain of the log and the integrity of the file:
 * a line per fault, an empty array when everything holds. */
GPtrArray *ks_check_campaign (KsCampaign *campaign, KsJob *job, GError **error);

G_END_DECLS
