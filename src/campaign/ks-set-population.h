/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-outcome.h"

G_BEGIN_DECLS

gboolean ks_set_population (KsCampaign *campaign, KsPopulation population, KsOutcome **outcome,
                            GError **error);

G_END_DECLS
