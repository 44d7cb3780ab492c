/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"

G_BEGIN_DECLS

/* Takes an import out again, whole; its source stays with the campaign. */
gboolean ks_withdraw_batches (KsCampaign *campaign, GArray *batches, GError **error);
gboolean ks_withdraw_batch (KsCampaign *campaign, gint64 batch, GError **error);

G_END_DECLS
