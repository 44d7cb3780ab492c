/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"

G_BEGIN_DECLS

gboolean ks_export_form (KsCampaign *campaign, const char *path, GError **error);
gboolean ks_export_form_template (const char *path, GError **error);

G_END_DECLS
