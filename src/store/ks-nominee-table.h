/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-nominee.h"
#include "ks-store.h"

G_BEGIN_DECLS

GPtrArray *ks_nominee_table_load (KsTransaction *tx, GError **error);
gboolean   ks_nominee_table_replace (KsTransaction *tx, GPtrArray *nominees, GError **error);

G_END_DECLS
