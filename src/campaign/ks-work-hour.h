/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign-info.h"

G_BEGIN_DECLS

gboolean ks_work_hour_read (const char *text, const KsCampaignInfo *info, KsMoment *moment);

G_END_DECLS
