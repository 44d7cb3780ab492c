/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-sheet-options.h"

G_BEGIN_DECLS

/* What a sheet says, in a few characters: they change when the sheet does. */

char       *ks_printed_words_dup (KsCampaign *campaign, KsLayout layout, GError **error);
GHashTable *ks_printed_signs_new (KsCampaign *campaign, KsLayout layout);

G_END_DECLS
