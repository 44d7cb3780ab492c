/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-finding.h"

G_BEGIN_DECLS

/* What the figures give reason to check. Sheets wait or count as before: a finding changes nothing
 * by itself, an officer decides. */

typedef struct {
  guint  n_open;        /* findings that wait for a decision */
  guint  n_informing;   /* open ones that only inform */
  guint  n_decided;
  guint  n_units;       /* units that are being reconciled: with an open finding of theirs */
} KsFindingCounts;

gboolean   ks_findings_are_fresh (KsCampaign *campaign);
gboolean   ks_findings_renew (KsCampaign *campaign, KsJob *job, GError **error);
GPtrArray *ks_findings_load (KsCampaign *campaign, gboolean all, GError **error);
void       ks_findings_sum (GPtrArray *findings, KsFindingCounts *counts);
gboolean   ks_findings_count (KsCampaign *campaign, KsFindingCounts *counts, GError **error);
GHashTable *ks_findings_load_open_units_within (KsTransaction *tx, GError **error);
GHashTable *ks_findings_load_open_units (KsCampaign *campaign, GError **error);

G_END_DECLS
