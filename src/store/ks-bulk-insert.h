/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-connection.h"

G_BEGIN_DECLS

/* Private to store/: writes many rows of a table, several with each run of a statement. */
typedef struct _KsBulkInsert KsBulkInsert;

/* A row that a statement takes, of those of one run. */
typedef struct {
  KsStatement *statement;
  gint64      *bound;  /* numbers that the statement holds already */
  int          before; /* its parameters that come before those of the row */
} KsBulkRow;

/* Binds all columns of a row. */
typedef void (*KsBulkFunc) (const KsBulkRow *row, gconstpointer values);

KsBulkInsert *ks_bulk_insert_new (sqlite3 *db, const char *into, guint n_columns, gsize size,
                                  KsBulkFunc func, GError **error);
gboolean      ks_bulk_insert_add (KsBulkInsert *self, gconstpointer values, GError **error);
gboolean      ks_bulk_insert_flush (KsBulkInsert *self, GError **error);
void          ks_bulk_insert_free (KsBulkInsert *self);

void ks_bulk_row_int (const KsBulkRow *self, int column, gint64 value);
void ks_bulk_row_null (const KsBulkRow *self, int column);
void ks_bulk_row_text (const KsBulkRow *self, int column, const char *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsBulkInsert, ks_bulk_insert_free)

G_END_DECLS
