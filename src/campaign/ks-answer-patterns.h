/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-pattern.h"

G_BEGIN_DECLS

/* A sheet with the time that somebody took for it. */
typedef struct {
  gint64  id;
  guint32 unit;    /* its index */
  guint32 seconds;
} KsTimedSheet;

/* The counted sheets of a campaign as the tests on patterns need them: some 40 bytes a sheet. */
typedef struct {
  KsRegistry *registry;
  KsForm     *form;
  GArray     *sheets;    /* of KsSheet, sorted; its index is that of the two arrays below */
  GArray     *ids;       /* of gint64: id of the sheet */
  GByteArray *levels;    /* the one level that it chooses for every question, from 1; 0: none */
  GArray     *timed;     /* of KsTimedSheet: those whose start and end are known */
  guint       n_units;   /* units that have sheets */
  GHashTable *timeless;  /* ids of imports with counted sheets, none of which has a time */
} KsAnswerPatterns;

KsAnswerPatterns *ks_answer_patterns_load (KsCampaign *campaign, KsTransaction *tx, KsJob *job,
                                           GError **error);
gint64            ks_answer_patterns_get_id (const KsAnswerPatterns *self, const KsSheet *sheet);
void              ks_answer_patterns_free (KsAnswerPatterns *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsAnswerPatterns, ks_answer_patterns_free)

G_END_DECLS
