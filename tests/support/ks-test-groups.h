/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"

G_BEGIN_DECLS

/* Counts the answers of each group of people one by one, by no code of the tallies, and holds what is
 * kept against them. Returns how many sheets belong to a group. */
gint64 ks_test_assert_groups (KsCampaign *campaign);

G_END_DECLS
