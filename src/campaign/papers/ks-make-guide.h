/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-document.h"

G_BEGIN_DECLS

/* What the guide is made for: pages that say to each unit whom it calls, or a workbook that says it
 * of all of them in one table. */
typedef enum
{
  KS_GUIDE_PAGES,
  KS_GUIDE_WORKBOOK,
} KsGuideUse;

KsDocument *ks_make_guide (KsCampaign *campaign, KsGuideUse use, KsJob *job, GError **error);
gboolean ks_write_guide (KsCampaign *campaign, const char *path, KsJob *job, GError **error);

G_END_DECLS
