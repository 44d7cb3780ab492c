/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-participation-words.h"

G_BEGIN_DECLS

/* What the paper "Báo cáo nhanh" says: participation, and nothing of any answer. Strings are
 * borrowed until ks_brief_pages_new returns. */
typedef struct {
  KsParticipationFacts   facts;        /* of the province */
  KsPaperClosing         closing;
  const KsPaperDistrict *districts;    /* in the office's order */
  guint                  n_districts;
  const char *const     *unanswered;   /* "xã A (huyện B)", NULL-terminated; NULL: none is named */
} KsBrief;

KsPages *ks_brief_pages_new (const KsBrief *brief, GError **error);

G_END_DECLS
