/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-sheet.h"

G_BEGIN_DECLS

gboolean ks_sheet_versions_apply (KsCampaign *campaign, const KsSheetOptions *options,
                                  GPtrArray *sheets, KsSheetContext *context, GError **error);

G_END_DECLS
