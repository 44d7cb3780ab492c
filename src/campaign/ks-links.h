/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-outcome.h"

G_BEGIN_DECLS

/* The link of one unit. */
typedef struct {
  KsUnit *unit;
  char   *token;
  char   *url;   /* NULL while the campaign has no template and the unit no link of its own */
} KsUnitLink;

KsUnitLink *ks_unit_link_new (const KsCampaignInfo *info, KsUnit *unit);
void       ks_unit_link_free (KsUnitLink *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsUnitLink, ks_unit_link_free)

GPtrArray *ks_links_dup (KsCampaign *campaign, GError **error);
guint      ks_links_count_set (KsCampaign *campaign);
gboolean   ks_set_template (KsCampaign *campaign, const char *template, KsOutcome **outcome,
                            char **warning, GError **error);
gboolean   ks_import_links (KsCampaign *campaign, const char *path, KsOutcome **outcome,
                            GError **error);

/* The officer has scanned one code with a phone and seen the form of the right unit; and has seen
 * that the form collects neither e-mail nor sign-in. Without the first nothing is printed from
 * the window of a real campaign. */
gboolean   ks_confirm_scan (KsCampaign *campaign, gboolean no_identity, KsOutcome **outcome,
                            GError **error);
gboolean   ks_is_scan_confirmed (KsCampaign *campaign);
char      *ks_links_describe (KsCampaign *campaign);

G_END_DECLS
