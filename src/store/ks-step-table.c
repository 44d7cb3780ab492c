/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-step-table.h"

#include "ks-transaction.h"

#define SELECT_STEPS "SELECT step, code, done, actor FROM step_done ORDER BY step, code"

#define SAVE_STEP                                                                                  \
  "INSERT INTO step_done (scope, code, step, done, actor, note) "                                  \
  "VALUES (:scope, :code, :step, :done, :actor, '') "                                              \
  "ON CONFLICT (scope, code, step) DO UPDATE SET done = excluded.done, actor = excluded.actor"

static const char *const ids[KS_N_STEPS_DONE] = { "sent", "received", "tried", "posted" };

/**
 * ks_step_kind_to_id:
 * @kind: what is done
 *
 * Returns: (transfer none): its name in files and on the command line
 */
const char *
ks_step_kind_to_id (KsStepKind kind)
{
  g_return_val_if_fail ((guint) kind < KS_N_STEPS_DONE, NULL);

  return ids[kind];
}

/**
 * ks_step_kind_from_id:
 * @id: (nullable): a name
 * @kind: (out): what is done
 *
 * Returns: %FALSE, with @kind untouched, if nothing is called so
 */
gboolean
ks_step_kind_from_id (const char *id, KsStepKind *kind)
{
  for (guint i = 0; i < KS_N_STEPS_DONE; i++)
    if (g_strcmp0 (id, ids[i]) == 0)
      {
        *kind = (KsStepKind) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ks_step_kind_is_of_district:
 * @kind: what is done
 *
 * Returns: whether it is done for a district; else for a unit
 */
gboolean
ks_step_kind_is_of_district (KsStepKind kind)
{
  return kind == KS_STEP_DONE_SENT;
}

/**
 * ks_step_done_free:
 * @self: (transfer full) (nullable): a step
 */
void
ks_step_done_free (KsStepDone *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->actor);
  g_free (self);
}

static void
add_step (KsStatement *statement, GPtrArray *steps)
{
  KsStepDone *step;
  KsStepKind kind;

  if (!ks_step_kind_from_id (ks_statement_text (statement, 0), &kind))
    return;
  step = g_new0 (KsStepDone, 1);
  step->kind = kind;
  step->code = g_strdup (ks_statement_text (statement, 1));
  step->done = ks_statement_int (statement, 2);
  step->actor = g_strdup (ks_statement_text (statement, 3));
  g_ptr_array_add (steps, step);
}

/**
 * ks_step_table_load:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsStepDone): what was done, or %NULL with @error set
 */
GPtrArray *
ks_step_table_load (KsTransaction *tx, GError **error)
{
  g_autoptr (GPtrArray) steps
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_step_done_free);
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, SELECT_STEPS, error);
  gboolean has_row = FALSE;

  if (statement == NULL || !ks_statement_step (statement, &has_row, error))
    return NULL;
  while (has_row)
    {
      add_step (statement, steps);
      if (!ks_statement_step (statement, &has_row, error))
        return NULL;
    }
  return g_steal_pointer (&steps);
}

static void
bind_step (KsStatement *statement, KsStepKind kind, const char *code)
{
  ks_statement_bind_text (statement, ":scope",
                          ks_step_kind_is_of_district (kind) ? "district" : "unit");
  ks_statement_bind_text (statement, ":code", code);
  ks_statement_bind_text (statement, ":step", ids[kind]);
}

/**
 * ks_step_table_save:
 * @tx: a transaction for writing
 * @step: what was done; it takes the place of an earlier record of it
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_step_table_save (KsTransaction *tx, const KsStepDone *step, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, SAVE_STEP, error);

  if (statement == NULL)
    return FALSE;
  bind_step (statement, step->kind, step->code);
  ks_statement_bind_int (statement, ":done", step->done);
  ks_statement_bind_text (statement, ":actor", step->actor);
  return ks_statement_run (statement, error);
}

/**
 * ks_step_table_delete:
 * @tx: a transaction for writing
 * @kind: what was done
 * @code: of which district or unit
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_step_table_delete (KsTransaction *tx, KsStepKind kind, const char *code, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx, "DELETE FROM step_done WHERE scope = :scope AND code = :code AND step = :step", error);

  if (statement == NULL)
    return FALSE;
  bind_step (statement, kind, code);
  return ks_statement_run (statement, error);
}
