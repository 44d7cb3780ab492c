/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-units-plan.h"

G_BEGIN_DECLS

KsUnitsPlan *ks_plan_units (KsCampaign *campaign, const char *const *paths, KsEncoding encoding,
                            KsJob *job, GError **error);
gboolean     ks_import_units (KsCampaign *campaign, const char *path, KsJob *job,
                              KsOutcome **outcome, GError **error);
gboolean     ks_export_units (KsCampaign *campaign, const char *path, GError **error);

G_END_DECLS
