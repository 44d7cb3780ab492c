/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-arrivals.h"
#include "ks-group-tally.h"

G_BEGIN_DECLS

/* Counts per unit: a row of the matrix is a unit of the registry, in its order; column 0 is the
 * number of counted responses, column 1 + slot the slots of the form. Who changes the counts changes
 * the arrivals with them. */
typedef struct {
  guint       n_units;
  guint       n_columns;
  gint32     *counts;
  KsArrivals *arrivals;  /* NULL in a transaction that only reads */
  KsGroupTally *groups;  /* as well */
} KsTally;

KsTally *ks_tally_new (guint n_units, guint n_columns);
void     ks_tally_free (KsTally *self);
gint32  *ks_tally_get_row (KsTally *self, guint unit);
void     ks_tally_count_answers (KsTally *self, guint unit, KsForm *form, const char *answers,
                                 int sign);
void     ks_tally_count_arrival (KsTally *self, guint unit, KsMoment answered, int sign);
void     ks_tally_count_remark (gint32 *row, const KsQuestion *question, int sign);

KsTally *ks_tally_table_load (KsTransaction *tx, KsRegistry *registry, KsForm *form,
                              GError **error);
gboolean ks_tally_table_save (KsTransaction *tx, KsRegistry *registry, KsTally *tally,
                              GError **error);

gboolean ks_tally_table_save_import (KsTransaction *tx, KsRegistry *registry, KsTally *tally,
                                     GError **error);

/* Recomputes the matrix from the answers themselves. */
gboolean ks_tally_count_batch (KsTransaction *tx, KsRegistry *registry, KsForm *form,
                               KsTally *tally, gint64 batch, int sign, GError **error);
KsTally *ks_tally_recompute (KsTransaction *tx, KsRegistry *registry, KsForm *form,
                             GError **error);
KsGroupTally *ks_tally_load_groups (KsTransaction *tx, KsRegistry *registry, KsForm *form,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsTally, ks_tally_free)

G_END_DECLS
