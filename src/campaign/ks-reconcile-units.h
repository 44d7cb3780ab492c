/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-day-figures.h"

G_BEGIN_DECLS

/* How the three counts of a unit stand to each other. The order is that of the list. */
typedef enum {
  KS_RECONCILED_OPEN,       /* they contradict each other, and nobody decided that it is so */
  KS_RECONCILED_DECIDED,    /* they do, and an officer decided */
  KS_RECONCILED_INCOMPLETE, /* staff or report is not known yet */
  KS_RECONCILED_AGREES,
  KS_N_RECONCILED,
} KsReconciled;

GPtrArray   *ks_reconcile_units (KsDayFigures *figures);
KsReconciled ks_day_unit_get_reconciled (const KsDayUnit *unit);
const char  *ks_reconciled_to_id (KsReconciled reconciled);

G_END_DECLS
