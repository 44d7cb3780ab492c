/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-finding.h"
#include "ks-response.h"

G_BEGIN_DECLS

/* What the figures give reason to check. Sheets wait or count as before: a finding changes nothing
 * by itself, an officer decides. */

/* A sheet of a finding, masked: never a level, a body, a post or a text. */
typedef struct {
  gint64   id;
  char    *file;
  gint64   row;     /* of its file, the header being 1 */
  KsMoment minute;  /* or KS_MOMENT_NONE */
  char    *unit;
  KsState  state;
  guint    letter;  /* equal ones say the same: 0 is A */
} KsMaskedRow;

typedef struct {
  guint  n_open;        /* findings that wait for a decision */
  guint  n_informing;   /* open ones that only inform */
  guint  n_decided;
  guint  n_units;       /* units that are being reconciled: with an open finding of theirs */
} KsFindingCounts;

gboolean   ks_findings_are_fresh (KsCampaign *campaign);
gboolean   ks_findings_renew (KsCampaign *campaign, KsJob *job, GError **error);
GPtrArray *ks_findings_load (KsCampaign *campaign, gboolean all, GError **error);
void       ks_findings_sum (GPtrArray *findings, KsFindingCounts *counts);
gboolean   ks_findings_count (KsCampaign *campaign, KsFindingCounts *counts, GError **error);
GHashTable *ks_findings_load_open_units (KsCampaign *campaign, GError **error);

GPtrArray *ks_finding_load_rows (KsCampaign *campaign, gint64 id, GError **error);
void       ks_masked_row_free (KsMaskedRow *self);
char      *ks_masked_row_dup_letter (const KsMaskedRow *self);

G_END_DECLS
