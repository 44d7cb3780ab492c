/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-record-event.h"

G_BEGIN_DECLS

gboolean ks_import_events (KsCampaign *campaign, const char *path, KsOutcome **outcome, KsJob *job,
                           GError **error);

G_END_DECLS
