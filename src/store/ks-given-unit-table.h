/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-differencing.h"
#include "ks-registry.h"
#include "ks-store.h"

G_BEGIN_DECLS

/* What each unit of a registry put into tables that left the program, version by version. */
typedef struct {
  guint       n_units;
  guint       n_columns;   /* of the counts, as of the tally */
  GArray    **versions;    /* per unit: of KsTableVersion, by seq */
  GPtrArray **counts;      /* per unit: gint32 * of each version */
  GPtrArray  *memory;      /* the sheets that versions point to */
} KsGivenUnits;

KsGivenUnits *ks_given_unit_table_load   (KsTransaction *tx, KsRegistry *registry,
                                          guint n_columns, gboolean with_sheets,
                                          GError **error);
void          ks_given_units_free        (KsGivenUnits *self);
const gint32 *ks_given_units_get_last    (KsGivenUnits *self, guint unit, gint64 *seq);
const gint32 *ks_given_units_get_last_until (KsGivenUnits *self, guint unit, gint64 until,
                                             gint64 *seq);
gboolean      ks_given_units_is_last     (KsGivenUnits *self, guint unit,
                                          const KsTableVersion *version, const gint32 *counts);
gboolean      ks_given_unit_table_append (KsTransaction *tx, KsGivenUnits *units,
                                          KsRegistry *registry, guint unit,
                                          const KsTableVersion *version, const gint32 *counts,
                                          GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsGivenUnits, ks_given_units_free)

G_END_DECLS
