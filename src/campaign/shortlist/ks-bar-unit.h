/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-outcome.h"

G_BEGIN_DECLS

/* Không xét: leaves a unit out of the ranking, with a reason; and takes that back. */
gboolean ks_bar_unit (KsCampaign *campaign, const char *code, const char *reason,
                      KsOutcome **outcome, GError **error);
gboolean ks_unbar_unit (KsCampaign *campaign, const char *code, KsOutcome **outcome,
                        GError **error);

G_END_DECLS
