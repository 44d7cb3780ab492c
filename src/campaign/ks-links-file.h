/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign-info.h"
#include "ks-registry.h"
#include "ks-sheet-source.h"

G_BEGIN_DECLS

/* Tables with a link for each unit, as they come from outside. */
gboolean    ks_is_links_header (const KsRow *header);
KsRegistry *ks_read_links_file (const KsCampaignInfo *info, KsRegistry *registry, const char *path,
                                guint *n_links, GError **error);

G_END_DECLS
