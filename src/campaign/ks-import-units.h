/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-encoding.h"
#include "ks-outcome.h"

G_BEGIN_DECLS

gboolean ks_import_units (KsCampaign *campaign, const char *path, KsJob *job, KsOutcome **outcome,
                          GError **error);
gboolean ks_import_units_full (KsCampaign *campaign, const char *path, KsEncoding encoding,
                               KsJob *job, KsOutcome **outcome, GError **error);
gboolean ks_export_units (KsCampaign *campaign, const char *path, GError **error);

G_END_DECLS
