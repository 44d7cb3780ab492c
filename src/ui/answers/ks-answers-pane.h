/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-finding-kinds.h"
#include "ks-state-list.h"

G_BEGIN_DECLS

/* What the page of answers can show: findings by kind, sheets by state; and the imports. One line
 * of the two lists is selected. Signals "kind-selected", "state-selected". */
#define KS_TYPE_ANSWERS_PANE (ks_answers_pane_get_type ())
G_DECLARE_FINAL_TYPE (KsAnswersPane, ks_answers_pane, KS, ANSWERS_PANE, GtkBox)

KsStateList    *ks_answers_pane_get_states (KsAnswersPane *self);
KsFindingKinds *ks_answers_pane_get_kinds (KsAnswersPane *self);
void            ks_answers_pane_set_findings (KsAnswersPane *self, GPtrArray *findings);
void            ks_answers_pane_set_batches (KsAnswersPane *self, GPtrArray *batches);

G_END_DECLS
