/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-nominee.h"
#include "ks-outcome.h"

G_BEGIN_DECLS

/* The whole list of proposals, collectives and people together: none takes it back. A unit must be
 * eligible, one outside the suggestion needs a reason. More than 5 and fewer than 3 are warned of in
 * the outcome's message (see ks_nominees_dup_warning()), not refused. */
gboolean   ks_choose (KsCampaign *campaign, GPtrArray *nominees, KsOutcome **outcome,
                      GError **error);
GPtrArray *ks_nominees_load (KsCampaign *campaign, GError **error);

/* People of the registry's working group of a unit, as nominees to be filled in. */
GPtrArray *ks_offer_people (KsCampaign *campaign, const char *unit);

/* The district of a nominee, for the list: its unit's, or its own; empty: the province's. */
char      *ks_nominee_dup_district (const KsNominee *self, KsRegistry *registry);
char      *ks_nominee_dup_name (const KsNominee *self, KsRegistry *registry);

G_END_DECLS
