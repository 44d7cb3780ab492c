/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-unit.h"

G_BEGIN_DECLS

/* A district-level unit and the slice of the registry that belongs to it. */
typedef struct {
  char *code;   /* empty for units without a district */
  char *name;
  guint first;  /* index of its first unit in the registry */
  guint n_units;
} KsDistrict;

/* The list of units of a campaign, in the office's own order: thành phố, thị xã, huyện; within a
 * district by the office's own numbers, then phường, thị trấn, xã; else the order given. Units of a
 * district stand together.
 * A GListModel of KsUnit. Immutable. */
#define KS_TYPE_REGISTRY (ks_registry_get_type ())
G_DECLARE_FINAL_TYPE (KsRegistry, ks_registry, KS, REGISTRY, GObject)

KsRegistry       *ks_registry_new (GPtrArray *units, GError **error);
guint             ks_registry_get_n_units (KsRegistry *self);
KsUnit           *ks_registry_get_unit (KsRegistry *self, guint index);
KsUnit           *ks_registry_lookup (KsRegistry *self, const char *code);
GPtrArray        *ks_registry_get_retired (KsRegistry *self);
guint             ks_registry_get_n_districts (KsRegistry *self);
const KsDistrict *ks_registry_get_district (KsRegistry *self, guint index);
const KsDistrict *ks_registry_lookup_district (KsRegistry *self, const char *code);
gint64            ks_registry_get_staff (KsRegistry *self, const KsDistrict *district);

G_END_DECLS
