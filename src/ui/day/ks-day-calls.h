/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-call.h"

G_BEGIN_DECLS

/* The calls of a campaign by unit and district. Immutable. */
#define KS_TYPE_DAY_CALLS (ks_day_calls_get_type ())
G_DECLARE_FINAL_TYPE (KsDayCalls, ks_day_calls, KS, DAY_CALLS, GObject)

KsDayCalls *ks_day_calls_load (KsCampaign *campaign, GError **error);
GPtrArray *ks_day_calls_lookup (KsDayCalls *self, const char *code);
const KsCall *ks_day_calls_get_last (KsDayCalls *self, const char *code);

G_END_DECLS
