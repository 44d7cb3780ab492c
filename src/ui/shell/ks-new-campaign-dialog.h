/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-earlier-campaign.h"

G_BEGIN_DECLS

/* A title, the day and four choices that have their defaults. */
#define KS_TYPE_NEW_CAMPAIGN_DIALOG (ks_new_campaign_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KsNewCampaignDialog, ks_new_campaign_dialog, KS, NEW_CAMPAIGN_DIALOG,
                      AdwWindow)

void ks_new_campaign_dialog_present (KsWindow *parent);
void ks_new_campaign_dialog_present_after (KsWindow *parent, KsEarlierCampaign *earlier);

G_END_DECLS
