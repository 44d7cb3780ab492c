/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-create-campaign.h"
#include "ks-window.h"

G_BEGIN_DECLS

/* Makes a campaign in a thread and opens it in the window. */
void ks_create_job_run (KsWindow *window, const char *path, const KsNewCampaign *what,
                        const char *actor);

G_END_DECLS
