/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-day-papers.h"
#include "ks-district-paper.h"

G_BEGIN_DECLS

/* What the papers say of a scope, from the day's figures. */

void        ks_day_facts_fill (KsParticipationFacts *facts, const KsCampaignInfo *info,
                               KsDayFigures *figures, const KsDayDistrict *scope,
                               const char *place, KsMoment now);
void        ks_day_facts_set_row (KsPaperDistrict *row, const KsDayDistrict *district, int limit);
GArray     *ks_day_facts_collect_units (KsDayFigures *figures, const KsDayDistrict *district);
const char *ks_day_facts_get_name (KsDayFigures *figures, const KsDayDistrict *district);

G_END_DECLS
