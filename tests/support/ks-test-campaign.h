/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"

G_BEGIN_DECLS

/* Campaigns to try things on, made in a folder of their own that goes with them. */

/* On the day at 12:00, and on the next at 8:05. */
KsMoment ks_test_campaign_noon (void);
KsMoment ks_test_campaign_next_day (void);

/* The sample: 209 units, 4.466 answers that count. */
KsCampaign *ks_test_campaign_new_sample (KsMoment now);
/* The sample's units, and of its answers only so many of each unit named: "90001=3 90002=40";
 * nothing named, no answers at all. */
KsCampaign *ks_test_campaign_new_some (KsMoment now, const char *units);
/* The same of another survey, to be the earlier one: seen the day after, with a key of its own. */
KsCampaign *ks_test_campaign_new_earlier (const char *units);
void ks_test_campaign_free (KsCampaign *campaign);

G_END_DECLS
