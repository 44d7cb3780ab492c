/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-cli-table.h"
#include "ks-results.h"

G_BEGIN_DECLS

gboolean ks_cli_parse_scope (const char *by, KsScopeKind *kind, GError **error);
gboolean ks_cli_find_question (KsResults *results, const char *id, const KsQuestion **question,
                               GError **error);
gboolean ks_cli_find_group (KsResults *results, const char *id, const KsQuestion **question,
                            GError **error);
GArray  *ks_cli_list_scopes (KsResults *results, KsScopeKind kind, const KsQuestion *group);
void     ks_cli_add_scope (KsCliTable *table, const KsScope *scope);
gboolean ks_cli_say_preliminary (KsCli *cli, KsCampaign *campaign, GError **error);

G_END_DECLS
