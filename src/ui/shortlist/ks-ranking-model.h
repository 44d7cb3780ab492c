/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-candidate-item.h"
#include "ks-shortlist-stability.h"

G_BEGIN_DECLS

/* The lines of a ranking, a GListModel of KsCandidateItem: units by rank, then a head under which
 * the units that are not eligible open and close. Lines are made when they are looked at. */
#define KS_TYPE_RANKING_MODEL (ks_ranking_model_get_type ())
G_DECLARE_FINAL_TYPE (KsRankingModel, ks_ranking_model, KS, RANKING_MODEL, GObject)

KsRankingModel    *ks_ranking_model_new (void);
void               ks_ranking_model_set_shortlist (KsRankingModel *self, KsShortlist *list);
const KsShortlist *ks_ranking_model_get_shortlist (KsRankingModel *self);
gboolean           ks_ranking_model_apply (KsRankingModel *self, const KsCriteria *criteria);
void               ks_ranking_model_toggle_rest (KsRankingModel *self);
KsCandidateItem   *ks_ranking_model_find (KsRankingModel *self, const char *code, guint *position);
char              *ks_ranking_model_dup_cut (KsRankingModel *self, const KsCandidate *candidate);

/* What was measured of the list, which is another object than the one shown; NULL: nothing. */
void               ks_ranking_model_set_stability (KsRankingModel *self,
                                                   const KsShortlist *measured,
                                                   const KsStability *stability, guint top);
gboolean           ks_ranking_model_get_stability (KsRankingModel *self, const char *code,
                                                   KsWeightFamily family, double *share);

G_END_DECLS
