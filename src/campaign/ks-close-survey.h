/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-outcome.h"

G_BEGIN_DECLS

/* An officer ends the survey, and opens it again: what was answered shows only after the end. */
gboolean ks_close_survey (KsCampaign *campaign, KsOutcome **outcome, GError **error);
gboolean ks_reopen_survey (KsCampaign *campaign, const char *reason, KsOutcome **outcome,
                           GError **error);

G_END_DECLS
