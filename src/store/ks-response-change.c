/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-response-change.h"

#include "ks-transaction.h"

/* Both tables have the same columns; those of a file are named, never assumed to stand in order. */
#define COLUMNS                                                                                   \
  "id, batch, source_row, unit, given, answered, answers, state, reason, digest, texts, service, "  \
  "duration"
#define OF_BATCH(table) "(SELECT id FROM " table " WHERE batch = :batch)"

/* A sheet with a time has its like in another import only where it came in again; without times
 * people of one unit may well agree, and most of the sheets must have theirs. */
#define IS_BACK                                                                                   \
  "SELECT COALESCE (SUM (answered IS NOT NULL), 0) > 0 "                                          \
  "OR COUNT (*) * 2 > (SELECT COUNT (*) FROM withdrawn WHERE batch = :batch) "                    \
  "FROM withdrawn WHERE batch = :batch AND (digest, COALESCE (answered, -1)) IN "                 \
  "(SELECT digest, COALESCE (answered, -1) FROM response)"

/**
 * ks_response_table_place:
 * @tx: a transaction for writing
 * @id: a sheet
 * @unit: the code of its unit from now on; empty while it waits for one
 * @state: where it stands
 * @reason: why it waits
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_response_table_place (KsTransaction *tx, gint64 id, const char *unit, KsState state,
                         KsReason reason, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx, "UPDATE response SET unit = :unit, state = :state, reason = :reason WHERE id = :id",
      error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_text (statement, ":unit", unit);
  ks_statement_bind_int (statement, ":state", state);
  ks_statement_bind_int (statement, ":reason", reason);
  ks_statement_bind_int (statement, ":id", id);
  return ks_statement_run (statement, error);
}

/**
 * ks_response_table_foreach_text:
 * @tx: a transaction
 * @id: a sheet
 * @func: called with each open question that it answers, and what was written
 * @data: for @func
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_response_table_foreach_text (KsTransaction *tx, gint64 id, KsQuestionFunc func, gpointer data,
                                GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx, "SELECT question, body FROM remark WHERE response = :id ORDER BY question", error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":id", id);
  if (!ks_statement_step (statement, &has_row, error))
    return FALSE;
  while (has_row)
    {
      func (ks_statement_text (statement, 0), ks_statement_text (statement, 1), data);
      if (!ks_statement_step (statement, &has_row, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ks_response_table_withdraw:
 * @tx: a transaction for writing
 * @batch: an import
 * @error: return location for an error
 *
 * Sets the sheets of an import aside, as they are; nothing counts them any more.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_response_table_withdraw (KsTransaction *tx, gint64 batch, GError **error)
{
  static const char *const statements[] = {
    "INSERT INTO withdrawn (" COLUMNS ") SELECT " COLUMNS " FROM response WHERE batch = :batch",
    "INSERT INTO withdrawn_remark (response, question, body) "
    "SELECT response, question, body FROM remark WHERE response IN " OF_BATCH ("response"),
    "DELETE FROM remark WHERE response IN " OF_BATCH ("response"),
    "DELETE FROM response WHERE batch = :batch",
    NULL,
  };

  return ks_transaction_run_for (tx, statements, ":batch", batch, error);
}

/**
 * ks_response_table_restore:
 * @tx: a transaction for writing
 * @batch: an import that was withdrawn
 * @error: return location for an error
 *
 * Puts the sheets of an import back where they were, with what was decided on them.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_response_table_restore (KsTransaction *tx, gint64 batch, GError **error)
{
  static const char *const statements[] = {
    "INSERT INTO response (" COLUMNS ") SELECT " COLUMNS " FROM withdrawn WHERE batch = :batch",
    "INSERT INTO remark (response, question, body) "
    "SELECT response, question, body FROM withdrawn_remark "
    "WHERE response IN " OF_BATCH ("withdrawn"),
    "DELETE FROM withdrawn_remark WHERE response IN " OF_BATCH ("withdrawn"),
    "DELETE FROM withdrawn WHERE batch = :batch",
    NULL,
  };

  return ks_transaction_run_for (tx, statements, ":batch", batch, error);
}

/**
 * ks_response_table_is_back:
 * @tx: a transaction
 * @batch: an import that was withdrawn
 * @back: (out): whether its sheets came in again with another import since
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_response_table_is_back (KsTransaction *tx, gint64 batch, gboolean *back, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, IS_BACK, error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":batch", batch);
  if (!ks_statement_step (statement, &has_row, error))
    return FALSE;
  *back = has_row && ks_statement_int (statement, 0) != 0;
  return TRUE;
}

/**
 * ks_response_table_find_withdrawn:
 * @tx: a transaction
 * @id: a sheet
 * @source_row: (out): its row in the file
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the file of the import that was withdrawn with the sheet;
 *   %NULL if there is none, and with @error set
 */
char *
ks_response_table_find_withdrawn (KsTransaction *tx, gint64 id, gint64 *source_row, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx,
      "SELECT withdrawn.source_row, batch.file FROM withdrawn "
      "JOIN batch ON batch.id = withdrawn.batch WHERE withdrawn.id = :id",
      error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return NULL;
  ks_statement_bind_int (statement, ":id", id);
  if (!ks_statement_step (statement, &has_row, error) || !has_row)
    return NULL;
  *source_row = ks_statement_int (statement, 0);
  return g_strdup (ks_statement_text (statement, 1));
}

/**
 * ks_response_table_correct:
 * @tx: a transaction for writing
 * @id: a sheet
 * @answers: what it says, as text of fixed columns
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_response_table_correct (KsTransaction *tx, gint64 id, const char *answers, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx, "UPDATE response SET answers = :answers WHERE id = :id", error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_text (statement, ":answers", answers);
  ks_statement_bind_int (statement, ":id", id);
  return ks_statement_run (statement, error);
}

/**
 * ks_response_table_remove:
 * @tx: a transaction for writing
 * @id: a sheet that was not taken when its file came in
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_response_table_remove (KsTransaction *tx, gint64 id, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM remark WHERE response = :id",
    "DELETE FROM response WHERE id = :id",
    NULL,
  };

  return ks_transaction_run_for (tx, statements, ":id", id, error);
}
