/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ks-shortlist.h"

G_BEGIN_DECLS

/* A line of the ranking: a unit, or the head above the units that are not eligible.
 * Properties: "chosen" (ticked by the officer, saved or not), "expanded" (its grounds are open;
 * of the head: the units under it are shown). */
#define KS_TYPE_CANDIDATE_ITEM (ks_candidate_item_get_type ())
G_DECLARE_FINAL_TYPE (KsCandidateItem, ks_candidate_item, KS, CANDIDATE_ITEM, GObject)

KsCandidateItem *ks_candidate_item_new (const KsShortlist *shortlist, guint index);
KsCandidateItem *ks_candidate_item_new_head (const char *title);
void ks_candidate_item_update (KsCandidateItem *self, const KsShortlist *shortlist, guint index);
const KsCandidate *ks_candidate_item_get_candidate (KsCandidateItem *self);
GPtrArray *ks_candidate_item_get_criteria (KsCandidateItem *self);
const char *ks_candidate_item_get_title (KsCandidateItem *self);
const char *ks_candidate_item_get_code (KsCandidateItem *self);
const char *ks_candidate_item_get_cut (KsCandidateItem *self);
void ks_candidate_item_set_cut (KsCandidateItem *self, const char *cut);
gboolean ks_candidate_item_get_chosen (KsCandidateItem *self);
void ks_candidate_item_set_chosen (KsCandidateItem *self, gboolean chosen);
gboolean ks_candidate_item_get_expanded (KsCandidateItem *self);
void ks_candidate_item_toggle_expanded (KsCandidateItem *self);

G_END_DECLS
