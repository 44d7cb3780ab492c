/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-results.h"

G_BEGIN_DECLS

/* The mean level of a question on a scale. What is not shown is 0 or FALSE. */
typedef struct {
  gboolean shown;        /* the levels may be told */
  gint64   n;            /* answers with a level */
  double   mean;
  int      least;        /* of the scale */
  int      most;
  gboolean has_interval; /* of a unit alone */
  double   low;          /* of 95 % */
  double   high;
} KsMean;

void ks_mean_fill (KsMean *self, const KsScope *scope, const KsQuestionResult *result);

G_END_DECLS
