/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-place-button.h"
#include "ks-results.h"

G_BEGIN_DECLS

/* Which part of the province is shown: one place is picked. Signal "scope-changed": the person picked
 * another scope. */
#define KS_TYPE_SCOPE_BUTTON (ks_scope_button_get_type ())
G_DECLARE_FINAL_TYPE (KsScopeButton, ks_scope_button, KS, SCOPE_BUTTON, KsPlaceButton)

void ks_scope_button_set_words (KsScopeButton *self, const char *purpose, const char *all);
void ks_scope_button_set_registry (KsScopeButton *self, KsRegistry *registry);
void ks_scope_button_set_with_units (KsScopeButton *self, gboolean with_units);
void ks_scope_button_get_scope (KsScopeButton *self, KsScope *scope);
gboolean ks_scope_button_select (KsScopeButton *self, const char *code);

G_END_DECLS
