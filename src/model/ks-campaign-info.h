/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-population.h"
#include "ks-time.h"

G_BEGIN_DECLS

#define KS_KEY_LENGTH 32

/* What a campaign is called, when it runs and how its links are made. A plain value. */
typedef struct {
  char    *id;               /* PKS01-2024: part of every token */
  char    *title;
  KsDay    day;
  KsMoment from;             /* first second of the survey window */
  KsMoment to;               /* first second after it, with all extensions */
  KsMoment first_to;         /* as it was before any extension; KS_MOMENT_NONE: never extended */
  KsMoment closed;           /* when an officer ended the survey; KS_MOMENT_NONE: nobody did */
  guint8   key[KS_KEY_LENGTH];
  char    *template;         /* link with {token} or {code}; NULL: none set */
  gboolean simulated;        /* SỐ LIỆU MÔ PHỎNG on every page and print */
  char    *superior_body;    /* TỈNH ỦY BẮC GIANG */
  char    *issuing_body;     /* of posters: BAN CHỈ ĐẠO THỰC HIỆN QUY CHẾ DÂN CHỦ TỈNH */
  gboolean no_identity;      /* the officer confirmed: no e-mail, no sign-in */
  KsPopulation population;   /* whose opinion the survey asks for */
} KsCampaignInfo;

KsCampaignInfo *ks_campaign_info_new (void);
KsCampaignInfo *ks_campaign_info_copy (const KsCampaignInfo *self);
void            ks_campaign_info_free (KsCampaignInfo *self);
KsMoment        ks_campaign_info_get_end (const KsCampaignInfo *self);
gboolean        ks_campaign_info_is_open (const KsCampaignInfo *self, KsMoment now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsCampaignInfo, ks_campaign_info_free)

G_END_DECLS
