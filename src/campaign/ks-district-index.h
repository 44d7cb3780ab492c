/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-registry.h"

G_BEGIN_DECLS

/* The districts of a registry by what lists call them. */
typedef struct _KsDistrictIndex KsDistrictIndex;

KsDistrictIndex  *ks_district_index_new (KsRegistry *registry);
void              ks_district_index_free (KsDistrictIndex *self);
const KsDistrict *ks_district_index_find (KsDistrictIndex *self, const char *text,
                                          gboolean *has_kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsDistrictIndex, ks_district_index_free)

G_END_DECLS
