/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-vanished-table.h"

#include "ks-transaction.h"

/**
 * ks_vanished_table_load:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsVanishedRow): the sheets that a later file lacks, of
 *   imports that stand, by import and id
 */
GArray *
ks_vanished_table_load (KsTransaction *tx, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (KsVanishedRow));
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx,
      "SELECT response.id, response.batch FROM vanished JOIN response "
      "ON response.id = vanished.response ORDER BY response.batch, response.id",
      error);
  gboolean has_row = FALSE;

  if (statement == NULL || !ks_statement_step (statement, &has_row, error))
    return NULL;
  while (has_row)
    {
      KsVanishedRow row = { ks_statement_int (statement, 0), ks_statement_int (statement, 1) };

      g_array_append_val (rows, row);
      if (!ks_statement_step (statement, &has_row, error))
        return NULL;
    }
  return g_steal_pointer (&rows);
}

/**
 * ks_vanished_table_add:
 * @tx: a transaction for writing
 * @response: a sheet
 * @file: the name of the file that lacks it
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_vanished_table_add (KsTransaction *tx, gint64 response, const char *file, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx,
      "INSERT INTO vanished (response, file) VALUES (:response, :file) "
      "ON CONFLICT (response) DO UPDATE SET file = excluded.file",
      error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":response", response);
  ks_statement_bind_text (statement, ":file", file);
  return ks_statement_run (statement, error);
}

/**
 * ks_vanished_table_remove_batch:
 * @tx: a transaction for writing
 * @batch: an import of which another file tells anew what it lacks
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_vanished_table_remove_batch (KsTransaction *tx, gint64 batch, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx,
      "DELETE FROM vanished WHERE response IN (SELECT id FROM response WHERE batch = :batch)",
      error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":batch", batch);
  return ks_statement_run (statement, error);
}
