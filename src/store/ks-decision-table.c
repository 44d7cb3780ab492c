/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-decision-table.h"

#include "ks-transaction.h"

#define COLUMNS                                                                                   \
  "response, decision, reason, actor, decided, unit_before, state_before, reason_before"

#define LOAD_WITHDRAWN                                                                            \
  "SELECT id, batch, digest, answered, texts, unit, state FROM withdrawn WHERE id IN "            \
  "(SELECT response FROM decision UNION ALL SELECT finding_row.response FROM finding "            \
  "JOIN finding_row ON finding_row.finding = finding.id WHERE finding.decision <> '' "            \
  "UNION ALL SELECT response FROM comment_theme UNION ALL SELECT response FROM comment_mark "     \
  "UNION ALL SELECT response FROM quote) "                                                        \
  "ORDER BY batch DESC, id"

/* Where a sheet stood is kept of its first decision. */
#define SAVE_DECISION                                                                             \
  "INSERT INTO decision (" COLUMNS ") VALUES (:response, :decision, :reason, :actor, :decided, "  \
  ":unit_before, :state_before, :reason_before) "                                                 \
  "ON CONFLICT (response) DO UPDATE SET decision = excluded.decision, "                           \
  "reason = excluded.reason, actor = excluded.actor, decided = excluded.decided"

/**
 * ks_row_decision_free:
 * @self: (nullable): a decision
 *
 * Frees the decision.
 */
void
ks_row_decision_free (KsRowDecision *self)
{
  if (self == NULL)
    return;
  g_free (self->reason);
  g_free (self->actor);
  g_free (self->unit_before);
  g_free (self);
}

static gpointer
read_decision (KsStatement *statement)
{
  KsRowDecision *self = g_new0 (KsRowDecision, 1);

  self->response = ks_statement_int (statement, 0);
  ks_decision_from_id (ks_statement_text (statement, 1), &self->decision);
  self->reason = g_strdup (ks_statement_text (statement, 2));
  self->actor = g_strdup (ks_statement_text (statement, 3));
  self->decided = ks_statement_int (statement, 4);
  self->unit_before = g_strdup (ks_statement_text (statement, 5));
  self->state_before = (KsState) ks_statement_int (statement, 6);
  self->reason_before = (KsReason) ks_statement_int (statement, 7);
  return self;
}

/**
 * ks_decision_table_lookup:
 * @tx: a transaction
 * @response: a sheet
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was decided on it; %NULL if nothing was, and with
 *   @error set if that cannot be read
 */
KsRowDecision *
ks_decision_table_lookup (KsTransaction *tx, gint64 response, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx, "SELECT " COLUMNS " FROM decision WHERE response = :response", error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return NULL;
  ks_statement_bind_int (statement, ":response", response);
  if (!ks_statement_step (statement, &has_row, error) || !has_row)
    return NULL;
  return read_decision (statement);
}

/**
 * ks_decision_table_load:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsRowDecision): all decisions on sheets, those of withdrawn
 *   imports too, by the ids of the sheets
 */
GPtrArray *
ks_decision_table_load (KsTransaction *tx, GError **error)
{
  return ks_transaction_load (tx, "SELECT " COLUMNS " FROM decision ", "ORDER BY response", NULL,
                              read_decision, (GDestroyNotify) ks_row_decision_free, error);
}

/**
 * ks_decision_table_load_ids:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type gint64): the sheets that waited before something was
 *   decided on them
 */
GArray *
ks_decision_table_load_ids (KsTransaction *tx, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx, "SELECT response FROM decision WHERE reason_before <> 0 ORDER BY response", error);

  return statement != NULL ? ks_statement_dup_ints (statement, error) : NULL;
}

/**
 * ks_decision_table_save:
 * @tx: a transaction for writing
 * @decision: a decision
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_decision_table_save (KsTransaction *tx, const KsRowDecision *decision, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, SAVE_DECISION, error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":response", decision->response);
  ks_statement_bind_text (statement, ":decision", ks_decision_to_id (decision->decision));
  ks_statement_bind_text (statement, ":reason", decision->reason);
  ks_statement_bind_text (statement, ":actor", decision->actor);
  ks_statement_bind_int (statement, ":decided", decision->decided);
  ks_statement_bind_text (statement, ":unit_before", decision->unit_before);
  ks_statement_bind_int (statement, ":state_before", decision->state_before);
  ks_statement_bind_int (statement, ":reason_before", decision->reason_before);
  return ks_statement_run (statement, error);
}

/**
 * ks_decision_table_delete:
 * @tx: a transaction for writing
 * @response: a sheet whose decision was taken back
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_decision_table_delete (KsTransaction *tx, gint64 response, GError **error)
{
  g_autoptr (KsStatement) statement
      = ks_transaction_prepare (tx, "DELETE FROM decision WHERE response = :response", error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":response", response);
  return ks_statement_run (statement, error);
}

/**
 * ks_decided_sheet_free:
 * @self: (nullable): a sheet
 *
 * Frees the sheet.
 */
void
ks_decided_sheet_free (KsDecidedSheet *self)
{
  if (self == NULL)
    return;
  g_free (self->unit);
  g_free (self);
}

static gpointer
read_sheet (KsStatement *statement)
{
  KsDecidedSheet *sheet = g_new0 (KsDecidedSheet, 1);

  sheet->id = ks_statement_int (statement, 0);
  sheet->batch = ks_statement_int (statement, 1);
  sheet->digest = ks_statement_int (statement, 2);
  sheet->answered = sqlite3_column_type (statement, 3) == SQLITE_NULL
                        ? KS_MOMENT_NONE
                        : ks_statement_int (statement, 3);
  sheet->texts = (guint32) ks_statement_int (statement, 4);
  sheet->unit = g_strdup (ks_statement_text (statement, 5));
  sheet->state = (KsState) ks_statement_int (statement, 6);
  return sheet;
}

/**
 * ks_decision_table_load_withdrawn:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsDecidedSheet): sheets of imports that were withdrawn, of
 *   which something was decided, by themselves, with a finding or on a comment; the last import first
 */
GPtrArray *
ks_decision_table_load_withdrawn (KsTransaction *tx, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, LOAD_WITHDRAWN, error);

  return ks_statement_dup_rows (statement, read_sheet,
                                (GDestroyNotify) ks_decided_sheet_free, error);
}
