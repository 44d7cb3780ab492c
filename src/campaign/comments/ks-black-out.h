/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-comment-text.h"
#include "ks-outcome.h"

G_BEGIN_DECLS

/* Names and numbers in comments: blacked out, they leave the program in nothing. */

gboolean ks_black_out_ranges (KsCampaign *campaign, gint64 number, GArray *ranges, gboolean black,
                              KsOutcome **outcome, GError **error);
gboolean ks_black_out_words  (KsCampaign *campaign, gint64 number, const char *words,
                              gboolean black, KsOutcome **outcome, GError **error);

G_END_DECLS
