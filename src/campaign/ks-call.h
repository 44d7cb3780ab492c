/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-call-table.h"
#include "ks-outcome.h"

G_BEGIN_DECLS

/* The log of calls (nhật ký đôn đốc). Each is one transaction; the log of the campaign tells that
 * there was a call and what came of it, never what somebody said. */

gboolean    ks_log_call (KsCampaign *campaign, const KsCall *call, KsOutcome **outcome,
                         GError **error);
gboolean    ks_take_back_call (KsCampaign *campaign, gint64 id, KsOutcome **outcome,
                               GError **error);
GPtrArray  *ks_calls_load (KsCampaign *campaign, const char *code, GError **error);

/* Words. */
const char *ks_call_outcome_get_label (KsCallOutcome outcome);
char       *ks_call_dup_words (const KsCall *call);
gboolean    ks_call_read_time (const char *text, KsMoment now, KsMoment *moment);
KsCall     *ks_call_new_from_text (KsCampaign *campaign, const char *text, GError **error);

G_END_DECLS
