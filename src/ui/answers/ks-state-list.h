/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ks-results.h"

G_BEGIN_DECLS

/* How many sheets stand where, and why those wait that wait: a list whose selected line says which
 * rows are wanted. Property "selected": id of a state or a reason, NULL for all. */
#define KS_TYPE_STATE_LIST (ks_state_list_get_type ())
G_DECLARE_FINAL_TYPE (KsStateList, ks_state_list, KS, STATE_LIST, AdwBin)

void        ks_state_list_set_results (KsStateList *self, KsResults *results);
const char *ks_state_list_get_selected (KsStateList *self);
gboolean    ks_state_list_select (KsStateList *self, const char *id);
void        ks_state_list_unselect (KsStateList *self);
const char *ks_state_list_get_sentence (KsStateList *self);

G_END_DECLS
