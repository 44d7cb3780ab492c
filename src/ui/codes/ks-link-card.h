/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-campaign.h"

G_BEGIN_DECLS

/* The link of the form, typed or pasted: it is judged in words while it is typed, and saved with
 * "page.save-link". Property "ready": the entry holds another link than the campaign, and it is
 * sound. */
#define KS_TYPE_LINK_CARD (ks_link_card_get_type ())
G_DECLARE_FINAL_TYPE (KsLinkCard, ks_link_card, KS, LINK_CARD, AdwBin)

void        ks_link_card_set_campaign (KsLinkCard *self, KsCampaign *campaign);
const char *ks_link_card_get_text (KsLinkCard *self);
gboolean    ks_link_card_is_ready (KsLinkCard *self);
void        ks_link_card_set_warning (KsLinkCard *self, const char *warning);

G_END_DECLS
