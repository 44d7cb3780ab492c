/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-campaign.h"
#include "ks-finding.h"

G_BEGIN_DECLS

/* Findings of one kind, or those that were decided: to be looked at, chosen and decided. */
#define KS_TYPE_FINDINGS_VIEW (ks_findings_view_get_type ())
G_DECLARE_FINAL_TYPE (KsFindingsView, ks_findings_view, KS, FINDINGS_VIEW, GtkBox)

void ks_findings_view_show (KsFindingsView *self, KsCampaign *campaign, GPtrArray *findings,
                            guint kind);
void ks_findings_view_step (KsFindingsView *self, int step);
void ks_findings_view_decide (KsFindingsView *self, KsDecision decision);

G_END_DECLS
