/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-likert-row.h"
#include "ks-results.h"

G_BEGIN_DECLS

/* A question on a scale as charts and tables take it: levels best first, whichever way the form
 * counts. The row points into the value itself and to the form: who copies the row keeps the value. */
typedef struct {
  const char *levels[KS_MAX_LEVELS + 1];  /* NULL-terminated */
  gint64      counts[KS_MAX_LEVELS];
  gboolean    good[KS_MAX_LEVELS];
  gboolean    poor[KS_MAX_LEVELS];
  KsLikertRow row;
} KsScaleRow;

gboolean ks_scale_row_fill (KsScaleRow *self, const KsQuestionResult *result);
gboolean ks_scale_round_options (const KsQuestionResult *result, gint64 *shares);

G_END_DECLS
