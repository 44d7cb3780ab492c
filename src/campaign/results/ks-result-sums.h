/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-results.h"

G_BEGIN_DECLS

/* What the units of a scope that enter its tables answered to one question. */
typedef struct {
  gint64        answered;
  gint64        sheets;    /* of the same units */
  gint64        left_out;  /* answers of the others */
  guint         n_units;   /* that enter */
  const gint64 *counts;    /* per option */
} KsQuestionSum;

/* The sums of all districts and of the province, which all tables above a unit are made of: one way
 * through the tally instead of one for each question of each place. */
typedef struct _KsResultSums KsResultSums;

KsResultSums *ks_result_sums_new  (KsResults *results, const KsScope *people);
void          ks_result_sums_free (KsResultSums *self);

void          ks_result_sums_get  (KsResultSums *self, guint row, const KsQuestion *question,
                                   KsQuestionSum *sum);
const KsParticipation *
              ks_result_sums_get_participation (KsResultSums *self, guint row);

G_END_DECLS
