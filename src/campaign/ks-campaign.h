/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign-info.h"
#include "ks-form.h"
#include "ks-job.h"
#include "ks-registry.h"
#include "ks-store.h"

G_BEGIN_DECLS

/* What a verb touched: pages refresh what rests on it. */
typedef enum {
  KS_CHANGE_INFO = 1 << 0,      /* title, day, links */
  KS_CHANGE_REGISTRY = 1 << 1,
  KS_CHANGE_ANSWERS = 1 << 2,
  KS_CHANGE_REPORTS = 1 << 3,   /* reports and posts of the working groups */
  KS_CHANGE_CHOICE = 1 << 4,
  KS_CHANGE_PROOF = 1 << 5,     /* what was printed and proven */
  KS_CHANGE_FORM = 1 << 6,
  KS_CHANGE_FINDINGS = 1 << 7,
  KS_CHANGE_CALLS = 1 << 8,     /* who was called, and what is said when reminding */
  KS_CHANGE_STEPS = 1 << 9,     /* what is done before the day */
  KS_CHANGE_COMMENTS = 1 << 10, /* themes of comments, what is blacked out, quotes */
  KS_CHANGE_PUBLICATION = 1 << 11,  /* figures were settled or corrected */
  KS_CHANGE_CRITERIA = 1 << 12, /* the scale of the commendation, its locks, own values, bars */
  KS_CHANGE_PAPERS = 1 << 13,   /* what the office sets and writes in its papers */
} KsChange;
#define KS_CHANGE_ALL ((1 << 14) - 1)

/* An open campaign file: the value that every verb takes. Verbs may run in any thread, one at a
 * time; "changed" (guint flags of KsChange) is emitted in the main context after a commit. */
#define KS_TYPE_CAMPAIGN (ks_campaign_get_type ())
G_DECLARE_FINAL_TYPE (KsCampaign, ks_campaign, KS, CAMPAIGN, GObject)

KsCampaign     *ks_campaign_open (const char *path, KsClock *clock, const char *actor,
                                  GError **error);
gboolean        ks_campaign_hold (KsCampaign *self, GError **error);
gboolean        ks_campaign_refresh (KsCampaign *self, GError **error);
gboolean        ks_campaign_close (KsCampaign *self, GError **error);
const char     *ks_campaign_get_path (KsCampaign *self);
const char     *ks_campaign_get_warning (KsCampaign *self);
const char     *ks_campaign_get_actor (KsCampaign *self);
void            ks_campaign_set_actor (KsCampaign *self, const char *actor);
KsStore        *ks_campaign_get_store (KsCampaign *self);
KsMoment        ks_campaign_now (KsCampaign *self);
gboolean        ks_campaign_get_stamp (KsCampaign *self, KsMoment *stamp, GError **error);
char           *ks_campaign_wait_for_head (KsCampaign *self, GError **error);
gboolean        ks_campaign_is_window_open (KsCampaign *self);

/* Snapshots: what they say stays true for the one who holds them. */
KsCampaignInfo *ks_campaign_dup_info (KsCampaign *self);
KsRegistry     *ks_campaign_dup_registry (KsCampaign *self);
KsForm         *ks_campaign_dup_form (KsCampaign *self);

/* For verbs: commits with the log row, reloads the snapshots and tells who listens. */
gboolean        ks_campaign_commit (KsCampaign *self, KsTransaction *tx, const char *action,
                                    const char *payload, KsChange change, GError **error);
gboolean        ks_campaign_save_info (KsCampaign *self, const KsCampaignInfo *info,
                                       const char *action, GError **error);

G_END_DECLS
