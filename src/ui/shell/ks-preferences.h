/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-campaign.h"

G_BEGIN_DECLS

/* Language of the interface and the name that the log records. */
void ks_preferences_present (GtkWindow *parent, KsCampaign *campaign);

G_END_DECLS
