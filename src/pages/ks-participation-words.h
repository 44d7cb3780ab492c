/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign-info.h"
#include "ks-paper-districts.h"

G_BEGIN_DECLS

/* Who took part in a scope until a moment, as the papers of the day say it: participation, and
 * nothing of any answer. */
typedef struct {
  const KsCampaignInfo *info;
  const char           *organ;        /* BAN DÂN VẬN */
  const char           *number;       /* "Số …-BC/BDVTU"; NULL: none */
  const char           *place;        /* in running text: toàn tỉnh, huyện Mẫu A */
  KsMoment              as_of;        /* KS_MOMENT_NONE: no answer came yet */
  gboolean              ended;        /* the survey */
  guint                 limit;        /* in force, in percent; 0: none yet */
  KsPaperDistrict       total;        /* n_marked: under the limit; without one, no answer yet */
  guint                 n_unanswered; /* units without an answer */
  guint                 n_checking;   /* units whose figures are being reconciled: never named */
} KsParticipationFacts;

void  ks_participation_open (KsPaperFlow *flow, const KsParticipationFacts *facts,
                             const char *title, const char *const *subjects);
void  ks_participation_append_total (GString *text, const KsParticipationFacts *facts);
void  ks_participation_append_checking (GString *text, const KsParticipationFacts *facts);
char *ks_participation_dup_request (const KsParticipationFacts *facts, const char *whom);

G_END_DECLS
