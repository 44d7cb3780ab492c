/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-connection.h"
#include "ks-store.h"

G_BEGIN_DECLS

/* Private to store/: what the table files need of a transaction. */

struct _KsTransaction {
  KsStore *store;
  sqlite3 *db;
  gboolean writing;
};

KsStatement *ks_transaction_prepare (KsTransaction *self, const char *sql, GError **error);
GPtrArray   *ks_transaction_load (KsTransaction *tx, const char *select, const char *order,
                                  const char *unit, KsRowFunc read, GDestroyNotify destroy,
                                  GError **error);
gboolean     ks_transaction_exec (KsTransaction *self, const char *sql, GError **error);
gboolean     ks_transaction_run_for (KsTransaction *self, const char *const *statements,
                                     const char *parameter, gint64 value, GError **error);

/* Of the store, for transactions. */
sqlite3     *ks_store_take_writer (KsStore *self);
void         ks_store_return_writer (KsStore *self);
sqlite3     *ks_store_take_reader (KsStore *self, GError **error);
void         ks_store_return_reader (KsStore *self, sqlite3 *db);

G_END_DECLS
