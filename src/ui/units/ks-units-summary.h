/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-registry.h"

G_BEGIN_DECLS

/* What the foot of the table says of a registry, and the kinds of units to choose from. */
typedef struct {
  const char *kind;     /* borrowed from the registry */
  guint       n_units;
} KsKindCount;

GArray *ks_units_count_kinds (KsRegistry *registry);
char   *ks_units_dup_total (KsRegistry *registry);
char   *ks_units_dup_kinds (KsRegistry *registry);
char   *ks_units_dup_state (KsRegistry *registry);

G_END_DECLS
