/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which weights are drawn around the chosen ones. */
typedef enum {
  KS_WEIGHTS_NEAR,    /* each within ±20 % of its own */
  KS_WEIGHTS_ORDERED, /* the order of the criteria is kept; equal ones change places at random */
  KS_WEIGHTS_ANY,     /* uniform on the simplex */
} KsWeightFamily;
#define KS_N_WEIGHT_FAMILIES (KS_WEIGHTS_ANY + 1)

#define KS_STABILITY_RANKS 5

/* What respondents said, where a criterion with weight rests on it: of x good opinions among n who
 * answered of N, the others are drawn from a beta-binomial. */
typedef struct {
  guint         criterion;  /* which column of the grades it is */
  const gint64 *x;
  const gint64 *n;
  const gint64 *population;
  double        a;          /* of the beta distribution over units */
  double        b;
  double        zero;       /* anchors of the share K/N */
  double        full;
} KsUncertainAnswers;

typedef struct {
  const double *grades;     /* n_units rows of n_criteria, 0…1 */
  guint         n_units;
  guint         n_criteria;
  const double *weights;    /* chosen, adding up to 1; a criterion without weight takes no part */
  const KsUncertainAnswers *answers;  /* NULL: grades are certain */
} KsStabilityInput;

/* Told now and then how many draws are done; FALSE stops. */
typedef gboolean (*KsStabilityTick) (guint done, gpointer data);

gboolean ks_draw_weights (KsWeightFamily family, const double *weights, guint n_criteria,
                          guint64 seed, guint n_draws, double *drawn, guint *n_rejected);
gboolean ks_measure_stability (const KsStabilityInput *input, KsWeightFamily family,
                               guint n_draws, guint64 seed, KsStabilityTick tick, gpointer data,
                               guint32 *counts);
gboolean ks_find_flip (const double *grades_a, const double *grades_b, const double *weights,
                       guint n_criteria, guint criterion, double *weight);

G_END_DECLS
