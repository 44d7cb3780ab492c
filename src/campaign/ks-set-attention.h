/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-attention.h"
#include "ks-outcome.h"

G_BEGIN_DECLS

gboolean ks_attention_load (KsCampaign *campaign, KsAttentionRules *rules, GError **error);
gboolean ks_set_attention (KsCampaign *campaign, const KsAttentionRules *rules, KsOutcome **outcome,
                           GError **error);

G_END_DECLS
