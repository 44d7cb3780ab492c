/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-finding-table.h"

#include "ks-transaction.h"

#define COLUMNS                                                                                   \
  "id, kind, unit, batch, key, first, second, third, share, row_count, decision, reason, actor, " \
  "decided"

#define SAVE_FINDING                                                                              \
  "INSERT INTO finding (" COLUMNS ") VALUES (:id, :kind, :unit, :batch, :key, :first, :second, "  \
  ":third, :share, :row_count, :decision, :reason, :actor, :decided) "                            \
  "ON CONFLICT (id) DO UPDATE SET first = excluded.first, second = excluded.second, "             \
  "third = excluded.third, share = excluded.share, row_count = excluded.row_count, "              \
  "decision = excluded.decision, reason = excluded.reason, actor = excluded.actor, "              \
  "decided = excluded.decided"

/* What these verbs do changes nothing that a finding rests on. */
#define IS_FRESH                                                                                  \
  "SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM finding_run) "                                      \
  "AND NOT EXISTS (SELECT 1 FROM batch) THEN 1 "                                                  \
  "ELSE (SELECT COALESCE (MAX (log_seq), 0) FROM finding_run) > 0 AND NOT EXISTS "                \
  "(SELECT 1 FROM log WHERE seq > (SELECT MAX (log_seq) FROM finding_run) AND action NOT IN "     \
  "('findings', 'open-finding', 'print', 'prove', 'give-out', 'publish', 'correct', 'choose', "   \
  "'seal', 'texts', 'links', 'confirm-scan', 'confirm-form', 'undo-confirm-form', 'district-contact', "  \
  "'attention', 'steps', 'undo-steps', 'call', 'undo-call', 'take-back-call', "                   \
  "'remind-template', 'undo-remind-template', 'work-columns', 'import-recipes', 'add-theme', "     \
  "'rename-theme', 'remove-theme', 'undo-theme', 'tag-comments', 'untag-comments', 'undo-tag', "  \
  "'black-out', 'keep-readable', 'undo-black-out', 'quote', 'drop-quote', 'undo-quote')) END"

#define SAVE_RUN                                                                                  \
  "INSERT INTO finding_run (id, log_seq, last_finding) "                                          \
  "VALUES (1, (SELECT COALESCE (MAX (seq), 0) + 1 FROM log), :last) "                             \
  "ON CONFLICT (id) DO UPDATE SET log_seq = excluded.log_seq, "                                   \
  "last_finding = excluded.last_finding"

static gpointer
read_finding (KsStatement *statement)
{
  KsFinding *finding = g_new0 (KsFinding, 1);

  finding->id = ks_statement_int (statement, 0);
  if (!ks_finding_kind_from_id (ks_statement_text (statement, 1), &finding->kind)
      || !ks_decision_from_id (ks_statement_text (statement, 10), &finding->decision))
    {
      ks_finding_free (finding);
      return NULL;
    }
  finding->unit = g_strdup (ks_statement_text (statement, 2));
  finding->batch = ks_statement_int (statement, 3);
  finding->key = ks_statement_int (statement, 4);
  for (int i = 0; i < KS_N_FINDING_NUMBERS; i++)
    finding->numbers[i] = ks_statement_int (statement, 5 + i);
  finding->share = sqlite3_column_double (statement, 8);
  finding->n_rows = ks_statement_int (statement, 9);
  finding->reason = g_strdup (ks_statement_text (statement, 11));
  finding->actor = g_strdup (ks_statement_text (statement, 12));
  finding->decided = ks_statement_is_null (statement, 13) ? KS_MOMENT_NONE
                                                          : ks_statement_int (statement, 13);
  return finding;
}

/**
 * ks_finding_table_load:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsFinding): all findings, open and decided, by id
 */
GPtrArray *
ks_finding_table_load (KsTransaction *tx, GError **error)
{
  g_autoptr (KsStatement) statement
      = ks_transaction_prepare (tx, "SELECT " COLUMNS " FROM finding ORDER BY id", error);

  return ks_statement_dup_rows (statement, read_finding, (GDestroyNotify) ks_finding_free, error);
}

/**
 * ks_finding_table_save:
 * @tx: a transaction for writing
 * @finding: a new finding, or one whose numbers or decision changed
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_finding_table_save (KsTransaction *tx, const KsFinding *finding, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, SAVE_FINDING, error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":id", finding->id);
  ks_statement_bind_text (statement, ":kind", ks_finding_kind_to_id (finding->kind));
  ks_statement_bind_text (statement, ":unit", finding->unit);
  ks_statement_bind_int (statement, ":batch", finding->batch);
  ks_statement_bind_int (statement, ":key", finding->key);
  ks_statement_bind_int (statement, ":first", finding->numbers[0]);
  ks_statement_bind_int (statement, ":second", finding->numbers[1]);
  ks_statement_bind_int (statement, ":third", finding->numbers[2]);
  sqlite3_bind_double (statement, ks_statement_parameter (statement, ":share"), finding->share);
  ks_statement_bind_int (statement, ":row_count", finding->n_rows);
  ks_statement_bind_text (statement, ":decision", ks_decision_to_id (finding->decision));
  ks_statement_bind_text (statement, ":reason", finding->reason);
  ks_statement_bind_text (statement, ":actor", finding->actor);
  if (!ks_finding_is_open (finding))
    ks_statement_bind_int (statement, ":decided", finding->decided);
  return ks_statement_run (statement, error);
}

static gboolean
run_with_id (KsTransaction *tx, const char *sql, gint64 id, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, sql, error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":id", id);
  return ks_statement_run (statement, error);
}

/**
 * ks_finding_table_delete:
 * @tx: a transaction for writing
 * @id: of a finding that no longer holds
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_finding_table_delete (KsTransaction *tx, gint64 id, GError **error)
{
  return run_with_id (tx, "DELETE FROM finding_row WHERE finding = :id", id, error)
         && run_with_id (tx, "DELETE FROM finding WHERE id = :id", id, error);
}

/**
 * ks_finding_table_load_rows:
 * @tx: a transaction
 * @id: of a finding
 * @after: those behind this sheet; 0: from the first
 * @limit: so many; 0: all
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsFindingRow): its sheets by their ids, or %NULL with
 *   @error set
 */
GArray *
ks_finding_table_load_rows (KsTransaction *tx, gint64 id, gint64 after, gint64 limit,
                            GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (KsFindingRow));
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx,
      "SELECT response, mark FROM finding_row WHERE finding = :id AND response > :after "
      "ORDER BY response LIMIT :limit",
      error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return NULL;
  ks_statement_bind_int (statement, ":id", id);
  ks_statement_bind_int (statement, ":after", after);
  ks_statement_bind_int (statement, ":limit", limit > 0 ? limit : -1);
  if (!ks_statement_step (statement, &has_row, error))
    return NULL;
  while (has_row)
    {
      KsFindingRow row = { ks_statement_int (statement, 0), ks_statement_int (statement, 1) };

      g_array_append_val (rows, row);
      if (!ks_statement_step (statement, &has_row, error))
        return NULL;
    }
  return g_steal_pointer (&rows);
}

/**
 * ks_finding_table_save_rows:
 * @tx: a transaction for writing
 * @id: of a finding
 * @rows: (element-type KsFindingRow): its sheets from now on
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_finding_table_save_rows (KsTransaction *tx, gint64 id, GArray *rows, GError **error)
{
  g_autoptr (KsStatement) statement = NULL;

  if (!run_with_id (tx, "DELETE FROM finding_row WHERE finding = :id", id, error))
    return FALSE;
  statement = ks_transaction_prepare (
      tx, "INSERT INTO finding_row (finding, response, mark) VALUES (:finding, :response, :mark)",
      error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const KsFindingRow *row = &g_array_index (rows, KsFindingRow, i);

      ks_statement_bind_int (statement, ":finding", id);
      ks_statement_bind_int (statement, ":response", row->response);
      ks_statement_bind_int (statement, ":mark", row->mark);
      if (!ks_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ks_finding_table_is_fresh:
 * @tx: a transaction
 *
 * Returns: whether nothing that the findings rest on was changed since they were found
 */
gboolean
ks_finding_table_is_fresh (KsTransaction *tx)
{
  return ks_connection_get_int (tx->db, IS_FRESH, 0) != 0;
}

/**
 * ks_finding_table_get_last_id:
 * @tx: a transaction
 *
 * Returns: the last id that was given to a finding; none is given twice
 */
gint64
ks_finding_table_get_last_id (KsTransaction *tx)
{
  return ks_connection_get_int (tx->db,
                                "SELECT COALESCE (MAX (last_finding), 0) FROM finding_run", 0);
}

/**
 * ks_finding_table_save_run:
 * @tx: a transaction for writing, which ends with its row of the log
 * @last_id: the last id that was given to a finding
 * @error: return location for an error
 *
 * Keeps that the findings are of the campaign as it is now.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_finding_table_save_run (KsTransaction *tx, gint64 last_id, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, SAVE_RUN, error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":last", last_id);
  return ks_statement_run (statement, error);
}
