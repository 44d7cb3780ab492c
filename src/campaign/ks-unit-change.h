/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-outcome.h"

G_BEGIN_DECLS

/* For verbs that change units one by one: what was and what shall be, saved in a transaction of the
 * verb, and taken back by the outcome. A list holds the changes of one act. */

GPtrArray *ks_unit_changes_new (void);
void       ks_unit_changes_add (GPtrArray *self, KsUnit *before, KsUnit *after);
gboolean   ks_unit_changes_save (GPtrArray *self, KsCampaign *campaign, KsTransaction *tx,
                                 const char *reason, GError **error);
void       ks_unit_changes_offer_undo (GPtrArray *self, KsOutcome *outcome);

/* Rules that all verbs share which take units out of the list or give their codes to others. */
gboolean   ks_unit_changes_check_answers (KsTransaction *tx, KsUnit *unit, GError **error);
gboolean   ks_unit_changes_check_history (KsTransaction *tx, KsCampaign *campaign,
                                          GPtrArray *units, GError **error);
GPtrArray *ks_registry_list_all (KsRegistry *registry);

G_END_DECLS
