/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-finding.h"
#include "ks-store.h"

G_BEGIN_DECLS

/* A sheet that a finding is about; sheets with the same mark say the same. */
typedef struct {
  gint64 response;
  gint64 mark;
} KsFindingRow;

GPtrArray *ks_finding_table_load (KsTransaction *tx, GError **error);
gboolean   ks_finding_table_save (KsTransaction *tx, const KsFinding *finding, GError **error);
gboolean   ks_finding_table_delete (KsTransaction *tx, gint64 id, GError **error);
GArray    *ks_finding_table_load_rows (KsTransaction *tx, gint64 id, gint64 after, gint64 limit,
                                       GError **error);
gboolean   ks_finding_table_save_rows (KsTransaction *tx, gint64 id, GArray *rows,
                                       GError **error);

/* The findings are of a state of the campaign. */
gboolean   ks_finding_table_is_fresh (KsTransaction *tx);
gint64     ks_finding_table_get_last_id (KsTransaction *tx);
gboolean   ks_finding_table_save_run (KsTransaction *tx, gint64 last_id, GError **error);

G_END_DECLS
