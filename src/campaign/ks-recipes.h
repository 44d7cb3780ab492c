/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-outcome.h"

G_BEGIN_DECLS

/* The recipes of a campaign ("cách đọc tệp") as a file, to look at, to edit and to hand on. */

gboolean ks_export_recipes (KsCampaign *campaign, const char *path, GError **error);
gboolean ks_import_recipes (KsCampaign *campaign, const char *path, KsOutcome **outcome,
                            GError **error);

G_END_DECLS
