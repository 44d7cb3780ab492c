/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-given-out-table.h"
#include "ks-results.h"

G_BEGIN_DECLS

KsResults *ks_give_out (KsCampaign *campaign, const KsScope *scope, const char *document,
                        KsJob *job, GError **error);
KsResults *ks_preview_give_out (KsCampaign *campaign, const KsScope *scope, const char *document,
                                KsJob *job, GError **error);
gboolean   ks_give_out_previewed (KsCampaign *campaign, const KsScope *scope, const char *document,
                                  const char *head, gboolean *given, GError **error);
GPtrArray *ks_load_given_out (KsCampaign *campaign, GError **error);

G_END_DECLS
