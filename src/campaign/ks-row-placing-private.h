/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-decision-table.h"
#include "ks-tally-table.h"

G_BEGIN_DECLS

/* Private to decisions: sheets change their place, and tallies and imports follow in the same
 * transaction. */

/* Where a sheet stands. */
typedef struct {
  gint64         id;
  gint64         batch;
  char          *unit;
  KsState        state;
  KsReason       reason;
  KsRowDecision *decision; /* what was decided on it; NULL: nothing */
} KsRowPlace;

typedef struct {
  KsTransaction *tx;
  KsRegistry    *registry;
  KsForm        *form;
  KsTally       *tally;
  GHashTable    *batches;  /* id → gint64[2]: more that count, more that wait */
} KsRowPlacing;

gboolean    ks_row_placing_begin (KsRowPlacing *self, KsCampaign *campaign, KsTransaction *tx,
                                  GError **error);
gboolean    ks_row_placing_finish (KsRowPlacing *self, GError **error);
void        ks_row_placing_clear (KsRowPlacing *self);
KsRowPlace *ks_row_placing_look (KsRowPlacing *self, gint64 id, GError **error);
gboolean    ks_row_placing_move (KsRowPlacing *self, const KsRowPlace *from, const char *unit,
                                 KsState state, KsReason reason, GError **error);
void        ks_row_place_free (KsRowPlace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsRowPlace, ks_row_place_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KsRowPlacing, ks_row_placing_clear)

G_END_DECLS
