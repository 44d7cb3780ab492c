/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-ranking-model.h"

G_BEGIN_DECLS

/* One unit of the ranking: its points by criterion, the grounds with the account of each figure, why
 * it stands before or behind another, and how firmly. Its buttons call page.toggle-choice,
 * page.bar-unit, page.unbar-unit and page.show-findings with the unit's code. */
#define KS_TYPE_CANDIDATE_PANE (ks_candidate_pane_get_type ())
G_DECLARE_FINAL_TYPE (KsCandidatePane, ks_candidate_pane, KS, CANDIDATE_PANE, GtkBox)

void        ks_candidate_pane_set_model (KsCandidatePane *self, KsRankingModel *model);
void        ks_candidate_pane_show (KsCandidatePane *self, KsCandidateItem *item);
void        ks_candidate_pane_set_stability (KsCandidatePane *self, const char *sentence);
const char *ks_candidate_pane_get_code (KsCandidatePane *self);

G_END_DECLS
