/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-job.h"
#include "ks-shortlist.h"
#include "ks-stability.h"

G_BEGIN_DECLS

/* How often a unit stays among the first 3, 4, 5 when the points are others. */
typedef struct {
  guint    n_draws;
  guint64  seed;
  guint    n_candidates; /* as many, in the order, as the list had when it was measured */
  guint32 *counts;       /* draws in which a candidate is in the top k: see ks_stability_get() */
} KsStability;

KsStability *ks_shortlist_measure_stability (KsShortlist *list, guint n_draws, guint64 seed,
                                             KsJob *job, GError **error);
void         ks_stability_free (KsStability *self);

/* Share of draws, 0…1, in which the candidate at @index is among the first @top (1…5). */
double       ks_stability_get (const KsStability *self, guint index, KsWeightFamily family,
                               guint top);
guint        ks_stability_count_of_hundred (double share);

/* "Thay đổi điểm tối đa trong khoảng ±20%: ít nhất 99/100 lần, cả 4 đơn vị vẫn trong nhóm 4" */
char        *ks_stability_dup_sentence (const KsStability *self, const KsShortlist *list,
                                        guint top);
char        *ks_stability_dup_unit_sentence (const KsStability *self, const KsShortlist *list,
                                             guint index, guint top);
const char  *ks_weight_family_get_label (KsWeightFamily family);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsStability, ks_stability_free)

G_END_DECLS
