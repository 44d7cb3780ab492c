/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-attention.h"
#include "ks-campaign-info.h"
#include "ks-store.h"

G_BEGIN_DECLS

/* When the newest answer came of those that counted before the import that came last. */
#define KS_SETTING_PREVIOUS_IMPORT "previous_import"

char           *ks_setting_table_get (KsTransaction *tx, const char *name, GError **error);
gboolean        ks_setting_table_set (KsTransaction *tx, const char *name, const char *value,
                                      GError **error);

KsPopulation    ks_setting_table_get_population (KsTransaction *tx);
KsAttentionRules ks_setting_table_get_attention (KsTransaction *tx);
gboolean        ks_setting_table_set_attention (KsTransaction *tx, const KsAttentionRules *rules,
                                                GError **error);

KsCampaignInfo *ks_setting_table_load_info (KsTransaction *tx, GError **error);
gboolean        ks_setting_table_save_info (KsTransaction *tx, const KsCampaignInfo *info,
                                            GError **error);

G_END_DECLS
