/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-criteria.h"
#include "ks-store.h"

G_BEGIN_DECLS

KsCriteria *ks_criteria_table_load (KsTransaction *tx, GError **error);
gboolean    ks_criteria_table_save (KsTransaction *tx, const KsCriteria *criteria, GError **error);
gboolean    ks_criteria_table_add_lock (KsTransaction *tx, const KsCriteriaLock *lock,
                                        GError **error);


G_END_DECLS
