/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-finding-kinds.h"
#include "ks-state-list.h"
#include "ks-watch-card.h"

G_BEGIN_DECLS

/* What the page of answers can show: findings by kind, sheets by state; and the imports. One line
 * of the two lists is selected. Signals "kind-selected", "state-selected". */
#define KS_TYPE_ANSWERS_PANE (ks_answers_pane_get_type ())
G_DECLARE_FINAL_TYPE (KsAnswersPane, ks_answers_pane, KS, ANSWERS_PANE, GtkBox)

KsStateList    *ks_answers_pane_get_states (KsAnswersPane *self);
KsFindingKinds *ks_answers_pane_get_kinds (KsAnswersPane *self);
void            ks_answers_pane_set_findings (KsAnswersPane *self, GPtrArray *findings);
void            ks_answers_pane_set_batches (KsAnswersPane *self, GPtrArray *batches);
KsWatchCard    *ks_answers_pane_get_watch_card (KsAnswersPane *self);

G_END_DECLS
