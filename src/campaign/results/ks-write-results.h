/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"

G_BEGIN_DECLS

gboolean ks_write_results (KsCampaign *campaign, const char *scope, const char *path, KsJob *job,
                           GError **error);

G_END_DECLS
