/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-shortlist.h"

G_BEGIN_DECLS

/* A fact that a justification rests on: for papers, with an id of its own, as printed, its account. */
typedef struct {
  char *id;      /* merit/07201/answers */
  char *text;    /* 23 */
  char *account; /* Vietnamese sentences, joined by "\n" */
} KsMeritFact;

/* The justification as it is drafted from a unit's figures: Vietnamese, what is printed. @marked: each
 * number as {id} of its fact, else as itself. */
char      *ks_candidate_dup_merits (const KsCandidate *self, gboolean marked);
GPtrArray *ks_candidate_dup_facts (const KsCandidate *self);

/* The same of whom people chose: as the officer wrote it, else as drafted from the figures of the unit,
 * or of the district's units together; empty where there are none. What an officer wrote is never
 * marked: its digits are the officer's. */
char      *ks_shortlist_dup_merits (const KsShortlist *self, const KsNominee *nominee,
                                    gboolean marked);
GPtrArray *ks_shortlist_dup_facts (const KsShortlist *self, const KsNominee *nominee);
void       ks_merit_fact_free (KsMeritFact *self);

/* Why one stands before the other, in words; equal ones: that they are equal. */
char      *ks_shortlist_dup_reason (const KsShortlist *self, const KsCandidate *before,
                                    const KsCandidate *after);

/* The smallest change of the most points of one criterion that turns the last of the first @top and
 * the next round, in words; NULL: no change does, or nothing stands behind them. */
char      *ks_shortlist_dup_flip (const KsShortlist *self, guint top);

G_END_DECLS
