/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-results.h"
#include "ks-shortlist.h"

G_BEGIN_DECLS

/* Private to the files of the shortlist: what is read before units are judged. Each of the functions
 * fills in what it knows of the candidates, which still stand in the registry's order. */

typedef struct {
  KsShortlist    *list;
  KsResults      *results;
  KsRegistry     *registry;
  KsCampaignInfo *info;
} KsShortlistReading;

gboolean ks_shortlist_read_work (KsShortlistReading *self, KsTransaction *tx, GError **error);
gboolean ks_shortlist_read_apart (KsShortlistReading *self, KsTransaction *tx, GError **error);
gboolean ks_shortlist_read_own (KsShortlistReading *self, KsTransaction *tx, GError **error);
void     ks_shortlist_read_figures (KsShortlistReading *self);
void     ks_shortlist_read_answers (KsShortlistReading *self);
void     ks_shortlist_name_blindly (KsShortlistReading *self);
void     ks_shortlist_grade (KsShortlist *self);
void     ks_shortlist_rank (KsShortlist *self);

KsCandidate *ks_shortlist_reading_find (KsShortlistReading *self, const char *code);

G_END_DECLS
