/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-event.h"
#include "ks-store.h"

G_BEGIN_DECLS

GPtrArray *ks_event_table_load (KsTransaction *tx, GError **error);
gboolean   ks_event_table_add (KsTransaction *tx, KsEvent *event, GError **error);
gboolean   ks_event_table_delete (KsTransaction *tx, gint64 id, GError **error);

G_END_DECLS
