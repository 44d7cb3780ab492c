/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-transaction.h"

#include "ks-log-table.h"
#include "ks-store-private.h"

/**
 * ks_store_begin_read:
 * @self: a store
 * @error: return location for an error
 *
 * Begins a transaction that sees the file as it is now, whatever is written meanwhile.
 *
 * Returns: (transfer full): the transaction, or %NULL with @error set
 */
KsTransaction *
ks_store_begin_read (KsStore *self, GError **error)
{
  sqlite3 *db = ks_store_take_reader (self, error);
  KsTransaction *tx;

  if (db == NULL)
    return NULL;
  if (!ks_connection_exec (db, "BEGIN", error))
    {
      ks_store_return_reader (self, db);
      return NULL;
    }
  tx = g_new0 (KsTransaction, 1);
  tx->store = g_object_ref (self);
  tx->db = db;
  return tx;
}

/**
 * ks_store_begin_write:
 * @self: a store
 * @error: return location for an error
 *
 * Waits for the writer's turn and begins a transaction. It must end in ks_transaction_commit();
 * freed without that, it leaves the file as it was. The file is held from then on.
 *
 * Returns: (transfer full): the transaction, or %NULL with @error set
 */
KsTransaction *
ks_store_begin_write (KsStore *self, GError **error)
{
  sqlite3 *db;
  KsTransaction *tx;

  if (!ks_store_hold_for_write (self, error))
    return NULL;
  db = ks_store_take_writer (self);
  if (!ks_connection_exec (db, "BEGIN IMMEDIATE", error))
    {
      ks_store_return_writer (self);
      return NULL;
    }
  tx = g_new0 (KsTransaction, 1);
  tx->store = g_object_ref (self);
  tx->db = db;
  tx->writing = TRUE;
  return tx;
}

/**
 * ks_transaction_commit:
 * @self: a transaction for writing
 * @now: the moment of the log row
 * @actor: who acts
 * @action: the verb's id
 * @payload: what it did, as a JSON object without any answer
 * @error: return location for an error
 *
 * Appends the row of the log and commits both together.
 *
 * Returns: %FALSE with @error set when nothing was written
 */
gboolean
ks_transaction_commit (KsTransaction *self, KsMoment now, const char *actor, const char *action,
                       const char *payload, GError **error)
{
  g_return_val_if_fail (self->writing, FALSE);

  return ks_log_table_append (self, now, actor, action, payload, error)
         && ks_connection_exec (self->db, "COMMIT", error);
}

/**
 * ks_transaction_free:
 * @self: (nullable): a transaction
 *
 * Ends the transaction; what was not committed is undone.
 */
void
ks_transaction_free (KsTransaction *self)
{
  if (self == NULL)
    return;

  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  if (self->writing)
    ks_store_return_writer (self->store);
  else
    ks_store_return_reader (self->store, self->db);
  g_object_unref (self->store);
  g_free (self);
}

/**
 * ks_transaction_prepare:
 * @self: a transaction that outlives the statement
 * @sql: one statement with named parameters
 * @error: return location for an error
 *
 * Returns: (transfer full): the statement, or %NULL with @error set
 */
KsStatement *
ks_transaction_prepare (KsTransaction *self, const char *sql, GError **error)
{
  return ks_statement_new (self->db, sql, error);
}

/**
 * ks_transaction_load:
 * @tx: a transaction
 * @select: a query of a table with the column unit, without its order
 * @order: ORDER BY …, or nothing
 * @unit: (nullable): the unit whose rows are asked for; %NULL: all
 * @read: makes a value of a row
 * @destroy: frees such a value
 * @error: return location for an error
 *
 * Returns: (transfer full): the values
 */
GPtrArray *
ks_transaction_load (KsTransaction *tx, const char *select, const char *order, const char *unit,
      KsRowFunc read, GDestroyNotify destroy, GError **error)
{
  g_autofree char *sql
      = g_strconcat (select, unit != NULL ? "WHERE unit = :unit " : "", order, NULL);
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, sql, error);

  if (statement != NULL && unit != NULL)
    ks_statement_bind_text (statement, ":unit", unit);
  return ks_statement_dup_rows (statement, read, destroy, error);
}

/**
 * ks_transaction_exec:
 * @self: a transaction
 * @sql: statements without results
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set when one of them fails
 */
gboolean
ks_transaction_exec (KsTransaction *self, const char *sql, GError **error)
{
  g_return_val_if_fail (self->writing, FALSE);

  return ks_connection_exec (self->db, sql, error);
}

/**
 * ks_transaction_run_for:
 * @self: a transaction for writing
 * @statements: (array zero-terminated=1): statements with that one parameter
 * @parameter: its name
 * @value: its value
 * @error: return location for an error
 *
 * Runs them one after the other.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_transaction_run_for (KsTransaction *self, const char *const *statements, const char *parameter,
                        gint64 value, GError **error)
{
  for (guint i = 0; statements[i] != NULL; i++)
    {
      g_autoptr (KsStatement) statement = ks_transaction_prepare (self, statements[i], error);

      if (statement == NULL)
        return FALSE;
      ks_statement_bind_int (statement, parameter, value);
      if (!ks_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ks_transaction_check_integrity:
 * @self: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type utf8): what SQLite finds wrong with the file, a line
 *   each; empty when nothing is
 */
GPtrArray *
ks_transaction_check_integrity (KsTransaction *self, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (KsStatement) statement
      = ks_transaction_prepare (self, "PRAGMA integrity_check", error);
  gboolean has_row = FALSE;

  if (statement == NULL || !ks_statement_step (statement, &has_row, error))
    return NULL;
  while (has_row)
    {
      if (!g_str_equal (ks_statement_text (statement, 0), "ok"))
        g_ptr_array_add (faults, g_strdup (ks_statement_text (statement, 0)));
      if (!ks_statement_step (statement, &has_row, error))
        return NULL;
    }
  return g_steal_pointer (&faults);
}
