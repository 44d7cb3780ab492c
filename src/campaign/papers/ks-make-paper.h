/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-day-figures.h"
#include "ks-document.h"
#include "ks-paper-settings.h"

G_BEGIN_DECLS

/* A paper that somebody asks for. */
typedef struct
{
  KsPaperKind kind;
  const char *district; /* code: of that district alone; NULL: all */
  const char *unit;     /* code, of a paper about one unit */
  guint draft;          /* DỰ THẢO LẦN …; 0: none */
  gboolean internal;    /* LƯU HÀNH NỘI BỘ, beside what the settings say */
  const char *previous; /* file of an earlier survey that a report compares with; NULL: none */
  KsPaperSettings *settings; /* not saved yet; NULL: the campaign's */
  KsMoment at;          /* of papers of the day; KS_MOMENT_NONE: all that is known */
} KsPaperWish;

#define KS_PAPER_WISH(paper) ((KsPaperWish){ .kind = (paper), .at = KS_MOMENT_NONE })

gboolean ks_paper_wish_check (const KsPaperWish *wish, GError **error);

KsDocument *
ks_make_paper (KsCampaign *campaign, const KsPaperWish *wish, KsJob *job, GError **error);
KsDocument *ks_make_paper_of_day (KsCampaign *campaign,
                                  KsDayFigures *figures,
                                  const KsPaperWish *wish,
                                  GError **error);

G_END_DECLS
