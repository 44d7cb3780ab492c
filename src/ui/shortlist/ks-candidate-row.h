/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-ranking-model.h"

G_BEGIN_DECLS

/* A line of the ranking on screen. Its check calls page.toggle-choice with the unit's code. */
#define KS_TYPE_CANDIDATE_ROW (ks_candidate_row_get_type ())
G_DECLARE_FINAL_TYPE (KsCandidateRow, ks_candidate_row, KS, CANDIDATE_ROW, GtkWidget)

GtkWidget       *ks_candidate_row_new (KsRankingModel *model);
KsCandidateItem *ks_candidate_row_get_item (KsCandidateRow *self);
void             ks_candidate_row_set_item (KsCandidateRow *self, KsCandidateItem *item);

G_END_DECLS
