/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-differencing.h"

G_BEGIN_DECLS

#define KS_TABLE_N_QUESTIONS 64

gint64   ks_table_find_next_moment (const KsTableUnit *units, guint n_units, gint64 seq);
gboolean ks_tables_tell_few        (const KsTableUnit *units, guint n_units, gint64 units_since,
                                    const gboolean *fresh);

G_END_DECLS
