/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-window.h"

G_BEGIN_DECLS

/* What an officer is told of the earlier campaign that a new one goes on from. */
typedef struct {
  char           *path;
  KsCampaignInfo *info;
  guint           n_units;
  char           *form_title;
} KsEarlierCampaign;

KsEarlierCampaign *ks_earlier_campaign_load (const char *path, KsClock *clock, GError **error);
void               ks_earlier_campaign_free (KsEarlierCampaign *self);
char              *ks_earlier_campaign_dup_title (const KsEarlierCampaign *self, KsDay day);
void               ks_earlier_campaign_ask (KsWindow *window);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsEarlierCampaign, ks_earlier_campaign_free)

G_END_DECLS
