/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-registry.h"

G_BEGIN_DECLS

typedef enum {
  KS_PLACE_ALL,
  KS_PLACE_DISTRICT,
  KS_PLACE_UNIT,
} KsPlaceKind;

/* What can be picked from a registry: everything, a district or a unit. Immutable.
 * Properties: name, detail (the district of a unit), search-key. */
#define KS_TYPE_PLACE (ks_place_get_type ())
G_DECLARE_FINAL_TYPE (KsPlace, ks_place, KS, PLACE, GObject)

KsPlace    *ks_place_find (KsRegistry *registry, const char *all, const char *code);
GListModel *ks_places_new (KsRegistry *registry, const char *all, gboolean with_districts);

KsPlaceKind ks_place_get_kind (KsPlace *self);
const char *ks_place_get_code (KsPlace *self);
const char *ks_place_get_name (KsPlace *self);
const char *ks_place_get_detail (KsPlace *self);

G_END_DECLS
