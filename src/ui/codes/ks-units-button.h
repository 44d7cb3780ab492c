/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-place-button.h"

G_BEGIN_DECLS

/* For which units sheets are made: units and whole districts are checked. Signal "changed": the person checked
 * otherwise. */
#define KS_TYPE_UNITS_BUTTON (ks_units_button_get_type ())
G_DECLARE_FINAL_TYPE (KsUnitsButton, ks_units_button, KS, UNITS_BUTTON, KsPlaceButton)

void       ks_units_button_set_registry (KsUnitsButton *self, KsRegistry *registry);
gboolean   ks_units_button_select (KsUnitsButton *self, const char *code);
void       ks_units_button_choose (KsUnitsButton *self, GPtrArray *codes);
gboolean   ks_units_button_has (KsUnitsButton *self, const char *code);
GPtrArray *ks_units_button_dup_units (KsUnitsButton *self);
char     **ks_units_button_dup_districts (KsUnitsButton *self);

G_END_DECLS
