/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-overview.h"
#include "ks-titled-list.h"

G_BEGIN_DECLS

/* The rows of what must be ready: a mark, what, how far it is with its day, and the verb of each
 * that is not done. */
void ks_before_rows_fill_checklist (KsTitledList *list, const KsOverview *overview);
void ks_before_rows_fill_moments (KsTitledList *list, const KsAttentionRules *rules,
                                  const KsCampaignInfo *info);

G_END_DECLS
