/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ks-shortlist.h"

G_BEGIN_DECLS

/* A line of the ranking: a unit, or the head above the units that are not eligible. The same unit
 * keeps its line while points change. Property "title"; signal "changed": the line says something
 * else. */
#define KS_TYPE_CANDIDATE_ITEM (ks_candidate_item_get_type ())
G_DECLARE_FINAL_TYPE (KsCandidateItem, ks_candidate_item, KS, CANDIDATE_ITEM, GObject)

KsCandidateItem   *ks_candidate_item_new (void);
void               ks_candidate_item_set_candidate (KsCandidateItem *self, const KsShortlist *list,
                                                    const KsCandidate *candidate);
void               ks_candidate_item_set_head (KsCandidateItem *self, const char *title,
                                               gboolean expanded);
void               ks_candidate_item_tell (KsCandidateItem *self);
const KsCandidate *ks_candidate_item_get_candidate (KsCandidateItem *self);
GPtrArray         *ks_candidate_item_get_criteria (KsCandidateItem *self);
gboolean           ks_candidate_item_get_blind (KsCandidateItem *self);
gboolean           ks_candidate_item_get_expanded (KsCandidateItem *self);
const char        *ks_candidate_item_get_title (KsCandidateItem *self);
const char        *ks_candidate_item_get_code (KsCandidateItem *self);

/* Why a unit is not eligible; while names are hidden nothing that tells of the unit. */
const char        *ks_candidate_item_get_reason (KsCandidateItem *self);

G_END_DECLS
