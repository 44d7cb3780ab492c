/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-criteria.h"
#include "ks-outcome.h"

G_BEGIN_DECLS

KsCriteria *ks_criteria_load (KsCampaign *campaign, GError **error);

/* The scale, made of a copy of the one loaded: points (they add up to 100), anchors, checked_only,
 * own criteria added, renamed and removed. After a lock it is a change that lists and papers tell. */
gboolean    ks_set_criteria (KsCampaign *campaign, const KsCriteria *criteria, KsOutcome **outcome,
                             GError **error);

/* Chốt thang điểm: keeps the scale with its hash; from then on names are shown. No undo. */
gboolean    ks_lock_criteria (KsCampaign *campaign, KsOutcome **outcome, GError **error);

G_END_DECLS
