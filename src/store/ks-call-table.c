/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-call-table.h"

#include "ks-transaction.h"

#define INSERT_CALL                                                                                \
  "INSERT INTO call (id, scope, code, called, actor, outcome, appointment, note) "                 \
  "VALUES (COALESCE ((SELECT MAX (id) + 1 FROM call), 1), :scope, :code, :called, :actor, "        \
  ":outcome, :appointment, :note) RETURNING id"

#define SELECT_CALLS                                                                               \
  "SELECT id, scope, code, called, actor, outcome, appointment, note FROM call "

static const char *const outcome_ids[KS_N_CALL_OUTCOMES]
    = { "reminded", "unreachable", "appointment", "trouble" };

/**
 * ks_call_new:
 * @district: whether @code is a district's
 * @code: code of a unit or a district
 *
 * Returns: (transfer full): a call that reminded, at no time yet
 */
KsCall *
ks_call_new (gboolean district, const char *code)
{
  KsCall *self = g_new0 (KsCall, 1);

  self->district = district;
  self->code = g_strdup (code);
  self->called = KS_MOMENT_NONE;
  self->appointment = KS_MOMENT_NONE;
  self->actor = g_strdup ("");
  self->note = g_strdup ("");
  return self;
}

/**
 * ks_call_free:
 * @self: (nullable): a call
 *
 * Frees the call.
 */
void
ks_call_free (KsCall *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->actor);
  g_free (self->note);
  g_free (self);
}

/**
 * ks_call_outcome_get_id:
 * @outcome: what came of a call
 *
 * Returns: (transfer none): its id in files and on the command line
 */
const char *
ks_call_outcome_get_id (KsCallOutcome outcome)
{
  return outcome_ids[outcome];
}

/**
 * ks_call_outcome_find:
 * @id: an id
 * @outcome: (out): what it stands for
 *
 * Returns: %FALSE, with @outcome untouched, if there is no such id
 */
gboolean
ks_call_outcome_find (const char *id, KsCallOutcome *outcome)
{
  for (guint i = 0; i < KS_N_CALL_OUTCOMES; i++)
    if (g_strcmp0 (outcome_ids[i], id) == 0)
      {
        *outcome = (KsCallOutcome) i;
        return TRUE;
      }
  return FALSE;
}

static gpointer
read_call (KsStatement *statement)
{
  KsCall *call = ks_call_new (g_strcmp0 (ks_statement_text (statement, 1), "district") == 0,
                              ks_statement_text (statement, 2));

  call->id = ks_statement_int (statement, 0);
  call->called = ks_statement_int (statement, 3);
  g_free (call->actor);
  call->actor = g_strdup (ks_statement_text (statement, 4));
  /* Words that no program wrote claim nothing. */
  call->outcome = KS_CALL_UNREACHABLE;
  ks_call_outcome_find (ks_statement_text (statement, 5), &call->outcome);
  if (!ks_statement_is_null (statement, 6))
    call->appointment = ks_statement_int (statement, 6);
  g_free (call->note);
  call->note = g_strdup (ks_statement_text (statement, 7));
  return call;
}

/* @statement: (transfer full) (nullable) */
static GPtrArray *
read_calls (KsStatement *statement, GError **error)
{
  g_autoptr (KsStatement) own = statement;

  return ks_statement_dup_rows (own, read_call, (GDestroyNotify) ks_call_free, error);
}

/**
 * ks_call_table_load:
 * @tx: a transaction
 * @code: (nullable): code of a unit or a district; %NULL: all
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsCall): the calls, oldest first, or %NULL with @error set
 */
GPtrArray *
ks_call_table_load (KsTransaction *tx, const char *code, GError **error)
{
  KsStatement *statement = ks_transaction_prepare (
      tx, SELECT_CALLS "WHERE :code IS NULL OR code = :code ORDER BY called, id", error);

  if (statement != NULL && code != NULL)
    ks_statement_bind_text (statement, ":code", code);
  return read_calls (statement, error);
}

/**
 * ks_call_table_find:
 * @tx: a transaction
 * @id: number of a call
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the call; %NULL where there is none or @error is set
 */
KsCall *
ks_call_table_find (KsTransaction *tx, gint64 id, GError **error)
{
  KsStatement *statement = ks_transaction_prepare (tx, SELECT_CALLS "WHERE id = :id", error);
  g_autoptr (GPtrArray) calls = NULL;

  if (statement != NULL)
    ks_statement_bind_int (statement, ":id", id);
  calls = read_calls (statement, error);
  return calls != NULL && calls->len > 0 ? g_ptr_array_steal_index (calls, 0) : NULL;
}

static gboolean
run_insert (KsStatement *statement, KsCall *call, GError **error)
{
  gboolean has_row = FALSE;

  if (!ks_statement_step (statement, &has_row, error) || !has_row)
    return FALSE;
  call->id = ks_statement_int (statement, 0);
  return ks_statement_step (statement, &has_row, error);
}

/**
 * ks_call_table_add:
 * @tx: a transaction for writing
 * @call: a call; it gets the next number
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_call_table_add (KsTransaction *tx, KsCall *call, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, INSERT_CALL, error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_text (statement, ":scope", call->district ? "district" : "unit");
  ks_statement_bind_text (statement, ":code", call->code);
  ks_statement_bind_int (statement, ":called", call->called);
  ks_statement_bind_text (statement, ":actor", call->actor);
  ks_statement_bind_text (statement, ":outcome", ks_call_outcome_get_id (call->outcome));
  if (call->appointment != KS_MOMENT_NONE)
    ks_statement_bind_int (statement, ":appointment", call->appointment);
  ks_statement_bind_text (statement, ":note", call->note);
  return run_insert (statement, call, error);
}

/**
 * ks_call_table_delete:
 * @tx: a transaction for writing
 * @id: number of a call
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_call_table_delete (KsTransaction *tx, gint64 id, GError **error)
{
  g_autoptr (KsStatement) statement
      = ks_transaction_prepare (tx, "DELETE FROM call WHERE id = :id", error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":id", id);
  return ks_statement_run (statement, error);
}
