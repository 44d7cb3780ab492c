/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-outcome.h"
#include "ks-work-cell.h"

G_BEGIN_DECLS

gboolean ks_set_work (KsCampaign *campaign, const KsWorkEdit *edits, guint n_edits,
                      KsOutcome **outcome, GError **error);

G_END_DECLS
