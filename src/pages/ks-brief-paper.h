/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign-info.h"
#include "ks-paper-districts.h"

G_BEGIN_DECLS

/* What the paper "Báo cáo nhanh" says: participation, and nothing of any answer. Strings are
 * borrowed until ks_brief_pages_new returns. */
typedef struct {
  const KsCampaignInfo  *info;
  const char            *organ;        /* BAN DÂN VẬN */
  const char            *number;       /* "Số …-BC/BDVTU" */
  KsPaperClosing         closing;
  KsMoment               as_of;        /* KS_MOMENT_NONE: no answer came yet */
  gboolean               ended;        /* the survey window */
  gboolean               extended;     /* its end was moved */
  guint                  limit;        /* in force, in percent; 0: none yet */
  const KsPaperDistrict *districts;    /* in the office's order */
  guint                  n_districts;
  KsPaperDistrict        total;        /* n_marked: under the limit; without one, no answer yet */
  guint                  n_unanswered; /* units without an answer */
  guint                  n_checking;   /* units whose figures are being reconciled: never named */
  const char *const     *unanswered;   /* "xã A (huyện B)", NULL-terminated; NULL: none is named */
} KsBrief;

KsPages *ks_brief_pages_new (const KsBrief *brief, GError **error);

G_END_DECLS
