/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-registry.h"
#include "ks-store.h"

G_BEGIN_DECLS

KsRegistry *ks_unit_table_load (KsTransaction *tx, GError **error);
gboolean    ks_unit_table_replace (KsTransaction *tx, KsRegistry *registry, GError **error);
gboolean    ks_unit_table_save (KsTransaction *tx, KsUnit *unit, GError **error);
gboolean    ks_unit_table_delete (KsTransaction *tx, const char *code, GError **error);

G_END_DECLS
