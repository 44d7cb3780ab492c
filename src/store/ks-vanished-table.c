/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-vanished-table.h"

#include <string.h>

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

static GArray *
load_batch (KsTransaction *tx, gint64 batch, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx,
      "SELECT response.id FROM vanished JOIN response ON response.id = vanished.response "
      "WHERE response.batch = :batch ORDER BY response.id",
      error);

  if (statement == NULL)
    return NULL;
  ks_statement_bind_int (statement, ":batch", batch);
  return ks_statement_dup_ints (statement, error);
}

static gboolean
run_for_each (KsTransaction *tx, const char *sql, GArray *ids, const char *file, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, sql, error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      ks_statement_bind_int (statement, ":response", g_array_index (ids, gint64, i));
      if (file != NULL)
        ks_statement_bind_text (statement, ":file", file);
      if (!ks_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ks_vanished_table_replace:
 * @tx: a transaction for writing
 * @batch: an import
 * @ids: (element-type gint64): its sheets that a later file lacks, by id
 * @file: the name of that file
 * @changed: set to %TRUE if they are others than before
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_vanished_table_replace (KsTransaction *tx, gint64 batch, GArray *ids, const char *file,
                           gboolean *changed, GError **error)
{
  g_autoptr (GArray) before = load_batch (tx, batch, error);

  if (before == NULL)
    return FALSE;
  if (before->len == ids->len
      && (ids->len == 0 || memcmp (before->data, ids->data, ids->len * sizeof (gint64)) == 0))
    return TRUE;
  *changed = TRUE;
  return run_for_each (tx, "DELETE FROM vanished WHERE response = :response", before, NULL, error)
         && run_for_each (tx, "INSERT INTO vanished (response, file) VALUES (:response, :file)",
                          ids, file, error);
}
