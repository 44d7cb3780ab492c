/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-compare-shares.h"
#include "ks-figures.h"
#include "ks-profile-chart.h"
#include "ks-result-chart.h"

G_BEGIN_DECLS

/* Two surveys beside each other in one place, in words and as a table. */
KsRefusal   ks_comparison_get_refusal    (KsShareComparison *self);
char       *ks_comparison_dup_place      (KsShareComparison *self);
char       *ks_comparison_dup_title      (KsShareComparison *self);
char       *ks_comparison_dup_foot       (KsShareComparison *self);
const char *ks_share_pair_get_note       (const KsSharePair *pair);
KsProfileChart *ks_comparison_create_chart (KsShareComparison *self);
KsFigures  *ks_comparison_create_figures (KsShareComparison *self);
gboolean    ks_write_comparison          (KsCampaign *now, KsCampaign *earlier, const char *code,
                                          const char *path, KsJob *job, GError **error);

G_END_DECLS
