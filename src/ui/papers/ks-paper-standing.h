/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-paper-line.h"

G_BEGIN_DECLS

/* How far the work is, as far as papers wait for it. */
typedef struct
{
  gboolean open;        /* the survey goes on */
  gboolean answered;    /* there are sheets that count */
  gboolean settled;     /* the figures are */
  gboolean limited;     /* the office entered its limits for recognition */
  gboolean linked;      /* units have links */
  guint n_nominees;
} KsPaperStanding;

/* What a paper waits for. With the first two it is made. */
typedef enum
{
  KS_PAPER_STATE_READY,
  KS_PAPER_STATE_PRELIMINARY,
  KS_PAPER_STATE_NO_NOMINEES,
  KS_PAPER_STATE_NO_ANSWERS,
  KS_PAPER_STATE_OPEN,
  KS_PAPER_STATE_UNSETTLED,
  KS_PAPER_STATE_NO_LIMITS,
  KS_PAPER_STATE_NO_LINKS,
} KsPaperState;

gboolean ks_paper_standing_load (KsPaperStanding *self, KsCampaign *campaign, GError **error);
KsPaperState ks_paper_standing_judge (const KsPaperStanding *self, KsPaperLine line);
const char *ks_paper_state_get_words (KsPaperState state);
const char *ks_paper_state_get_reason (KsPaperState state);
gboolean ks_paper_state_stops (KsPaperState state);

G_END_DECLS
