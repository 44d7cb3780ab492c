/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-likert-row.h"
#include "ks-participation-chart.h"

G_BEGIN_DECLS

/* The figures of the simulated day, as its truth.json has them. */
typedef struct {
  GArray    *rows;       /* of KsLikertRow: its 18 questions with a scale, in the form's order */
  GArray    *units;      /* of KsParticipationRow: its 209 units */
  GPtrArray *kept;       /* what the rows point at */
} KsTestTruth;

KsTestTruth *ks_test_truth_load (void);
void         ks_test_truth_free (KsTestTruth *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsTestTruth, ks_test_truth_free)

G_END_DECLS
