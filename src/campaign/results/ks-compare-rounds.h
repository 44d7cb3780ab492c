/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"

G_BEGIN_DECLS

/* Units of two surveys that have to do with each other: one and the same unit, or several that
 * became one. Sums of all groups are those of the surveys. */
typedef struct {
  GPtrArray *now;     /* of KsUnit; none: not asked any more */
  GPtrArray *earlier; /* of KsUnit; none: new */
  gint64     staff_now;
  gint64     answers_now;
  gint64     staff_earlier;
  gint64     answers_earlier;
} KsRound;

void       ks_round_free (KsRound *self);
char      *ks_round_join_codes (GPtrArray *units);
GPtrArray *ks_compare_rounds (KsCampaign *now, KsCampaign *earlier, GError **error);

G_END_DECLS
