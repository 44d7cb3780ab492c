/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-given-ledger.h"
#include "ks-job.h"

G_BEGIN_DECLS

/* Private to seals: every figure that was given out. They depend on the ledger and the sheets
 * alone, so that a campaign made anew from an archive gives the same bytes. */

/* What the figures are made of. */
typedef struct
{
  KsTransaction *tx;
  KsGivenLedger *ledger;
  GHashTable *open; /* codes of units that are being reconciled: they are not named */
} KsSealSource;

gboolean
ks_seal_add_figures (const KsSealSource *source, GPtrArray *pieces, KsJob *job, GError **error);

G_END_DECLS
