/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-pages.h"
#include "ks-registry.h"

G_BEGIN_DECLS

/* Which unit stands where in a document of sheets. */
typedef struct _KsSheetIndex KsSheetIndex;

/* A unit's place: a page, and the area on it in mm. */
typedef struct {
  KsUnit *unit;
  guint   page;
  KsRect  cell;
} KsSheetPlace;

KsSheetIndex       *ks_sheet_index_new (KsPages *pages, KsRegistry *registry,
                                  GCancellable *cancellable);
void                ks_sheet_index_free (KsSheetIndex *self);
guint               ks_sheet_index_get_n_places (KsSheetIndex *self);
const KsSheetPlace *ks_sheet_index_get_first (KsSheetIndex *self, guint page, guint *n_units);
const KsSheetPlace *ks_sheet_index_find (KsSheetIndex *self, const char *text,
                                         const KsSheetPlace *after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsSheetIndex, ks_sheet_index_free)

G_END_DECLS
