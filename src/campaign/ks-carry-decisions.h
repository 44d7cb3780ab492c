/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-store.h"

G_BEGIN_DECLS

/* What was decided of a sheet holds when the sheet comes in anew after its import was withdrawn. */
gboolean ks_carry_decisions (KsCampaign *campaign, KsTransaction *tx, gint64 first, guint *n_held,
                             GError **error);

G_END_DECLS
