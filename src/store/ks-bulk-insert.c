/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-bulk-insert.h"

#include <string.h>

/* Most of what a row costs is that a statement begins and ends, and finds its place in the table. */
#define ROWS_AT_ONCE 32

/* A parameter that may hold anything, as all do in the beginning. */
#define NOTHING G_MININT64

typedef struct {
  KsStatement *statement;
  gint64      *bound;
  guint        n_rows;
} Insert;

struct _KsBulkInsert {
  Insert     many;
  Insert     one;     /* for those that are left in the end */
  KsBulkFunc func;
  guint      n_columns;
  gsize      size;
  guint8    *waiting; /* rows, each of @size bytes */
  guint      n_waiting;
};

static char *
make_sql (const char *into, guint n_columns, guint n_rows)
{
  g_autoptr (GString) sql = g_string_new ("INSERT INTO ");

  g_string_append (sql, into);
  g_string_append (sql, " VALUES ");
  for (guint i = 0; i < n_rows; i++)
    for (guint k = 0; k < n_columns; k++)
      g_string_append (sql, k > 0 ? ", ?" : i > 0 ? "), (?" : "(?");
  g_string_append_c (sql, ')');
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static gboolean
prepare (Insert *self, sqlite3 *db, const char *into, guint n_columns, guint n_rows, GError **error)
{
  g_autofree char *sql = make_sql (into, n_columns, n_rows);

  self->n_rows = n_rows;
  self->bound = g_new (gint64, n_columns * n_rows);
  for (guint i = 0; i < n_columns * n_rows; i++)
    self->bound[i] = NOTHING;
  self->statement = ks_statement_new (db, sql, error);
  return self->statement != NULL;
}

/**
 * ks_bulk_insert_new:
 * @db: a connection that outlives the result
 * @into: a table and the names of its columns, as they follow INSERT INTO
 * @n_columns: how many those are
 * @size: bytes of what describes a row
 * @func: binds a row
 * @error: return location for an error
 *
 * Returns: (transfer full): writes rows, or %NULL with @error set
 */
KsBulkInsert *
ks_bulk_insert_new (sqlite3 *db, const char *into, guint n_columns, gsize size, KsBulkFunc func,
                    GError **error)
{
  g_autoptr (KsBulkInsert) self = g_new0 (KsBulkInsert, 1);

  self->func = func;
  self->n_columns = n_columns;
  self->size = size;
  self->waiting = g_malloc_n (ROWS_AT_ONCE, size);
  return prepare (&self->many, db, into, n_columns, ROWS_AT_ONCE, error)
                 && prepare (&self->one, db, into, n_columns, 1, error)
             ? g_steal_pointer (&self)
             : NULL;
}

static void
clear (Insert *self)
{
  g_clear_pointer (&self->statement, ks_statement_free);
  g_clear_pointer (&self->bound, g_free);
}

/**
 * ks_bulk_insert_free:
 * @self: (nullable): writes rows
 *
 * Frees it; rows that wait are forgotten.
 */
void
ks_bulk_insert_free (KsBulkInsert *self)
{
  if (self == NULL)
    return;
  clear (&self->many);
  clear (&self->one);
  g_free (self->waiting);
  g_free (self);
}

static gboolean
run (KsBulkInsert *self, const Insert *insert, guint first, GError **error)
{
  KsBulkRow row = { insert->statement, insert->bound, 0 };

  for (guint i = 0; i < insert->n_rows; i++, row.before += (int) self->n_columns)
    self->func (&row, self->waiting + (first + i) * self->size);
  return ks_statement_run (insert->statement, error);
}

/**
 * ks_bulk_insert_add:
 * @self: writes rows
 * @values: describes a row; its bytes are copied, but what they point to is not, and must stay
 *   until ks_bulk_insert_flush()
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_bulk_insert_add (KsBulkInsert *self, gconstpointer values, GError **error)
{
  memcpy (self->waiting + self->n_waiting++ * self->size, values, self->size);
  if (self->n_waiting < ROWS_AT_ONCE)
    return TRUE;
  self->n_waiting = 0;
  return run (self, &self->many, 0, error);
}

/**
 * ks_bulk_insert_flush:
 * @self: writes rows
 * @error: return location for an error
 *
 * Writes those that wait for others.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_bulk_insert_flush (KsBulkInsert *self, GError **error)
{
  guint n_rows = self->n_waiting;

  self->n_waiting = 0;
  for (guint i = 0; i < n_rows; i++)
    if (!run (self, &self->one, i, error))
      return FALSE;
  return TRUE;
}

/**
 * ks_bulk_row_int:
 * @self: a row
 * @column: from 0
 * @value: what stands there
 *
 * Binds a number. Much of a row is as in rows before it, and a statement keeps what it was told.
 */
void
ks_bulk_row_int (const KsBulkRow *self, int column, gint64 value)
{
  gint64 *bound = &self->bound[self->before + column];

  if (*bound == value && value != NOTHING)
    return;
  *bound = value;
  sqlite3_bind_int64 (self->statement, self->before + column + 1, value);
}

/**
 * ks_bulk_row_null:
 * @self: a row
 * @column: from 0
 *
 * Binds NULL.
 */
void
ks_bulk_row_null (const KsBulkRow *self, int column)
{
  self->bound[self->before + column] = NOTHING;
  sqlite3_bind_null (self->statement, self->before + column + 1);
}

/**
 * ks_bulk_row_text:
 * @self: a row
 * @column: from 0
 * @value: what stands there, until the rows are written
 *
 * Binds a text.
 */
void
ks_bulk_row_text (const KsBulkRow *self, int column, const char *value)
{
  sqlite3_bind_text (self->statement, self->before + column + 1, value, -1, SQLITE_STATIC);
}
