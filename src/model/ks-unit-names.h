/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-name-index.h"
#include "ks-registry.h"

G_BEGIN_DECLS

/* Private to the matching of names: all names of a registry's units, and where they lie. */
typedef struct {
  KsRegistry  *registry;
  KsNameIndex *units;          /* items: places in the registry */
  KsNameIndex *districts;      /* items: districts of today, then those of former times */
  guint       *unit_districts; /* of each unit: number of its district */
  GHashTable  *former;         /* set of gint64: unit << 32 | a district that it once lay in */
  guint        n_districts;
} KsUnitNames;

KsUnitNames *ks_unit_names_new (KsRegistry *registry);
void         ks_unit_names_free (KsUnitNames *self);
void         ks_unit_names_add (KsUnitNames *self, KsUnit *unit, const char *name,
                                const char *district);
void         ks_unit_names_find_places (const KsUnitNames *self, const KsSpelling *given,
                                        KsNameHits *places);
gboolean     ks_unit_names_lies_in (const KsUnitNames *self, guint unit, const KsSpelling *given,
                                    const KsNameHits *places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsUnitNames, ks_unit_names_free)

G_END_DECLS
