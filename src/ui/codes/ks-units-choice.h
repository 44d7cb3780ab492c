/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-place.h"

G_BEGIN_DECLS

/* Which units of a registry are chosen. */
typedef struct
{
  KsRegistry *registry; /* NULL: none yet */
  GHashTable *chosen;   /* codes; the registry's strings */
} KsUnitsChoice;

void ks_units_choice_init (KsUnitsChoice *self);
void ks_units_choice_clear (KsUnitsChoice *self);
void ks_units_choice_set_registry (KsUnitsChoice *self, KsRegistry *registry);
guint ks_units_choice_get_n_units (const KsUnitsChoice *self);
guint ks_units_choice_count (const KsUnitsChoice *self, KsPlace *place, guint *total);
char *ks_units_choice_dup_name (const KsUnitsChoice *self);
void ks_units_choice_toggle (KsUnitsChoice *self, KsPlace *place);
gboolean ks_units_choice_select (KsUnitsChoice *self, const char *code);
void ks_units_choice_set (KsUnitsChoice *self, GPtrArray *codes);
GPtrArray *ks_units_choice_dup_units (const KsUnitsChoice *self);
char **ks_units_choice_dup_districts (const KsUnitsChoice *self);

G_END_DECLS
