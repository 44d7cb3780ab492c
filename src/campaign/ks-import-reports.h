/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-work-plan.h"

G_BEGIN_DECLS

/* Reports of the working groups and posts of the Zalo group, of which nothing is in doubt. The same
 * file twice changes nothing; of a unit's reports the last imported stands. */
gboolean ks_import_reports (KsCampaign *campaign, const char *path, KsJob *job,
                            KsOutcome **outcome, GError **error);
gboolean ks_import_posts (KsCampaign *campaign, const char *path, KsJob *job,
                          KsOutcome **outcome, GError **error);
gboolean ks_set_reports (KsCampaign *campaign, const char *const *assignments,
                         KsOutcome **outcome, GError **error);
gboolean ks_set_posts (KsCampaign *campaign, const char *const *assignments, KsOutcome **outcome,
                       GError **error);

G_END_DECLS
