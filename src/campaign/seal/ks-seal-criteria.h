/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "ks-campaign.h"

G_BEGIN_DECLS

/* Private to seals: the scale of the commendation, and what chance was drawn with. */
gboolean ks_seal_add_criteria (KsCampaign *campaign, JsonBuilder *manifest, GError **error);

G_END_DECLS
