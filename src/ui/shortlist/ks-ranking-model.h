/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-candidate-item.h"

G_BEGIN_DECLS

/* The lines of a ranking: units by rank with the suggested cut, then a head under which the units
 * that are not eligible open and close. */
#define KS_TYPE_RANKING_MODEL (ks_ranking_model_get_type ())
G_DECLARE_FINAL_TYPE (KsRankingModel, ks_ranking_model, KS, RANKING_MODEL, GObject)

KsRankingModel *ks_ranking_model_new (const KsShortlist *shortlist);
GListModel *ks_ranking_model_get_lines (KsRankingModel *self);
GListModel *ks_ranking_model_get_eligible (KsRankingModel *self);
guint ks_ranking_model_get_n_barred (KsRankingModel *self);
gboolean ks_ranking_model_update_choice (KsRankingModel *self, const KsShortlist *shortlist);

G_END_DECLS
