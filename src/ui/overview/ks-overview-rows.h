/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign-info.h"
#include "ks-overview.h"
#include "ks-titled-list.h"

G_BEGIN_DECLS

/* The lists of the overview. A row states numbers and where to look; it accuses nobody. */
void ks_overview_fill_todo (KsTitledList *list, const KsOverview *overview, KsResults *results);
void ks_overview_fill_notes (KsTitledList *list, const KsOverview *overview,
                             const KsCampaignInfo *info);
void ks_overview_fill_counts (KsTitledList *list, const KsOverview *overview);

G_END_DECLS
