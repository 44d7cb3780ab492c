/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-seal-manifest.h"
#include "ks-seal-rebuild.h"

G_BEGIN_DECLS

/* Private to seals: what a campaign is beyond the files that came in, sheet by sheet. */
gboolean ks_seal_compare_sheets (const KsSealFacts *facts,
                                 KsRebuild *rebuild,
                                 GPtrArray *pieces,
                                 GError **error);
gboolean ks_seal_compare_given (const KsSealFacts *facts,
                                KsRebuild *rebuild,
                                GPtrArray *pieces,
                                GError **error);

G_END_DECLS
