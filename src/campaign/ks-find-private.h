/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-answer-patterns.h"
#include "ks-campaign.h"
#include "ks-finding-table.h"

G_BEGIN_DECLS

/* Private to the findings: what answers, staff and reports give reason to check as they are now. */

typedef struct {
  KsFinding *finding;  /* without id and decision */
  GArray    *rows;     /* of KsFindingRow, by id; empty: it is about figures alone */
} KsFound;

void      ks_found_free (KsFound *self);
KsFound  *ks_found_new (KsFindingKind kind, const char *unit, gint64 batch, gint64 key);
void      ks_found_add_row (KsFound *self, gint64 response, gint64 mark);

GPtrArray *ks_find (KsCampaign *campaign, KsTransaction *tx, KsJob *job, GError **error);

/* By what they rest on; each adds KsFound to an array. */
gboolean  ks_find_in_sheets (KsCampaign *campaign, KsTransaction *tx, KsJob *job,
                             GPtrArray *found, GError **error);
void      ks_find_fast (const KsAnswerPatterns *patterns, GPtrArray *found);
gboolean  ks_find_in_figures (KsCampaign *campaign, KsTransaction *tx, GPtrArray *found,
                              GError **error);

G_END_DECLS
