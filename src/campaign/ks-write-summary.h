/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-pages.h"

G_BEGIN_DECLS

KsPages *ks_lay_out_summary (KsCampaign *campaign, gboolean preview, KsJob *job, GError **error);
gboolean ks_write_summary (KsCampaign *campaign, const char *path, KsJob *job, GError **error);

G_END_DECLS
