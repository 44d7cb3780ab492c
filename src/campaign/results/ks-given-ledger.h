/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-given-out-table.h"
#include "ks-given-unit-table.h"
#include "ks-results-private.h"

G_BEGIN_DECLS

/* What has left the program and what could leave it now, within the transaction of a verb. */
typedef struct {
  KsResults      *live;
  GPtrArray      *outs;       /* of KsGivenOut */
  KsGivenUnits   *units;
  GArray        **sheets;     /* per unit: of KsTableSheet, those that count now; or NULL */
  gint64          published;  /* seq of the first tables of single units; KS_TABLE_NEVER */
  gboolean       *silent;     /* per unit: its district had tables before beside which it would tell
                                 somebody's answers; NULL: there are none */
} KsGivenLedger;

#define KS_GIVEN_MOST_QUESTIONS 64

guint          ks_given_list_questions (KsForm *form,
                                        const KsQuestion *questions[KS_GIVEN_MOST_QUESTIONS]);
gint64         ks_given_find_publication (GPtrArray *outs);
KsGivenLedger *ks_given_ledger_load    (KsCampaign *campaign, KsTransaction *tx,
                                        gboolean with_sheets, GError **error);
void           ks_given_ledger_free    (KsGivenLedger *self);
gboolean       ks_given_ledger_collect (KsGivenLedger *self, KsTransaction *tx, GError **error);
guint          ks_given_ledger_choose  (KsGivenLedger *self, gint64 units_since,
                                        gboolean *fresh);
gboolean       ks_given_ledger_record  (KsGivenLedger *self, KsCampaign *campaign,
                                        KsTransaction *tx, KsGivenOut *out,
                                        const gboolean *fresh, GError **error);
KsGivenOut    *ks_given_out_new        (KsGivenKind kind, const char *document, const char *scope);
gint64         ks_given_ledger_next    (KsGivenLedger *self);
gboolean       ks_given_ledger_check   (KsCampaign *campaign, KsTransaction *tx,
                                        GPtrArray *faults, GError **error);
void           ks_given_ledger_get_now (KsGivenLedger *self, guint unit, KsTableVersion *now);
KsResults     *ks_given_ledger_create_results (KsGivenLedger *self);
KsResults     *ks_given_ledger_create_results_until (KsGivenLedger *self, gint64 until);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsGivenLedger, ks_given_ledger_free)

G_END_DECLS
