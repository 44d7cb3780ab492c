/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-event.h"

G_BEGIN_DECLS

/* The registry through time. */

GPtrArray  *ks_events_load (KsCampaign *campaign, GError **error);
KsRegistry *ks_units_of_day (KsRegistry *registry, KsDay own_day, GPtrArray *events, KsDay day,
                             GError **error);
KsRegistry *ks_units_as_of (KsCampaign *campaign, KsDay day, GError **error);
GPtrArray  *ks_lineage (KsCampaign *campaign, const char *code, KsDay from, KsDay to,
                        GError **error);

G_END_DECLS
