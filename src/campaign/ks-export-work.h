/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"

G_BEGIN_DECLS

/* The columns of a table of reports and posts, parted by commas. */
#define KS_WORK_ALL_COLUMNS                                                                       \
  "number,code,name,district,reported_at,staff_present,guided,answered,posted,website,zalo,"      \
  "facebook,meetings,days,post_days,verified"

char    *ks_export_work_dup_columns (KsCampaign *campaign, GError **error);
gboolean ks_export_work_set_columns (KsCampaign *campaign, const char *columns, GError **error);
gboolean ks_export_work (KsCampaign *campaign, const char *path, GError **error);
char    *ks_export_work_dup_block (KsCampaign *campaign, const char *district, GError **error);

G_END_DECLS
