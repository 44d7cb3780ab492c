/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-outcome.h"

G_BEGIN_DECLS

/* Takes an import out again, whole, and puts it back as it was; its source stays meanwhile. */
gboolean ks_withdraw_batches (KsCampaign *campaign, GArray *batches, GError **error);
gboolean ks_withdraw_batch (KsCampaign *campaign, gint64 batch, KsOutcome **outcome,
                            GError **error);
gboolean ks_restore_batch (KsCampaign *campaign, gint64 batch, KsOutcome **outcome,
                           GError **error);

G_END_DECLS
