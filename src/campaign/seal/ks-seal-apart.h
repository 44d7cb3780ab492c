/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-csv-writer.h"
#include "ks-store.h"

G_BEGIN_DECLS

/* Private to seals: how many sheets of the whole campaign do not count, and why. */
gboolean ks_seal_count_apart (KsTransaction *tx, KsCsvWriter *table, GError **error);

G_END_DECLS
