/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-generator.h"
#include "ks-stability.h"

G_BEGIN_DECLS

/* Private to the files of ks-stability. */

/* Draws weights of criteria that all have some. */
typedef struct {
  KsWeightFamily family;
  guint    n_criteria;
  double  *weights;    /* chosen, adding up to 1 */
  guint   *order;      /* criteria, the heaviest first */
  double  *drawn;      /* the last draw, in the order of the criteria */
  double  *sorted;     /* room */
  guint    n_rejected;
  KsGenerator generator;
} KsWeightDrawer;

void ks_weight_drawer_init (KsWeightDrawer *self, KsWeightFamily family, const double *weights,
                            guint n_criteria, guint64 seed);
void ks_weight_drawer_clear (KsWeightDrawer *self);
void ks_weight_drawer_next (KsWeightDrawer *self);

/* What can be among the first five at all: rows that differ, and how many units each stands for. */
typedef struct {
  guint    n_rows;
  guint    n_columns;   /* criteria with weight */
  double  *columns;     /* n_columns × n_rows */
  guint   *n_units;     /* per row */
  guint   *row_of_unit; /* per unit: its row; G_MAXUINT: never among the first */
  guint    uncertain;   /* column that is drawn; G_MAXUINT: none */
  guint   *starts;      /* per row: where its share of chances begins; one more than rows */
  double  *chances;     /* cumulated chances of what those think who did not answer */
  double  *shares;      /* what the grade is then */
} KsStabilityRows;

void ks_stability_rows_init (KsStabilityRows *self, const KsStabilityInput *input);
void ks_stability_rows_clear (KsStabilityRows *self);
void ks_stability_rows_draw (KsStabilityRows *self, KsGenerator *generator);

G_END_DECLS
