/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-choice-table.h"

#include "ks-transaction.h"

#define INSERT_CHOICE                                                                             \
  "INSERT INTO choice (unit, position, reason, chosen) "                                          \
  "VALUES (:unit, :position, :reason, :chosen)"

/**
 * ks_choice_free:
 * @self: (nullable): a choice
 *
 * Frees the choice.
 */
void
ks_choice_free (KsChoice *self)
{
  if (self == NULL)
    return;
  g_free (self->unit);
  g_free (self->reason);
  g_free (self);
}

/**
 * ks_choice_table_load:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsChoice): the units chosen, in the order given
 */
GPtrArray *
ks_choice_table_load (KsTransaction *tx, GError **error)
{
  g_autoptr (GPtrArray) choices
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_choice_free);
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx, "SELECT unit, reason, chosen FROM choice ORDER BY position", error);
  gboolean has_row = FALSE;

  if (statement == NULL || !ks_statement_step (statement, &has_row, error))
    return NULL;
  while (has_row)
    {
      KsChoice *choice = g_new0 (KsChoice, 1);

      choice->unit = g_strdup (ks_statement_text (statement, 0));
      choice->reason = g_strdup (ks_statement_text (statement, 1));
      choice->chosen = ks_statement_int (statement, 2);
      g_ptr_array_add (choices, choice);
      if (!ks_statement_step (statement, &has_row, error))
        return NULL;
    }
  return g_steal_pointer (&choices);
}

/**
 * ks_choice_table_replace:
 * @tx: a transaction for writing
 * @choices: (element-type KsChoice): the units chosen from now on
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_choice_table_replace (KsTransaction *tx, GPtrArray *choices, GError **error)
{
  g_autoptr (KsStatement) statement = NULL;

  if (!ks_transaction_exec (tx, "DELETE FROM choice", error))
    return FALSE;
  statement = ks_transaction_prepare (tx, INSERT_CHOICE, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < choices->len; i++)
    {
      KsChoice *choice = g_ptr_array_index (choices, i);

      ks_statement_bind_text (statement, ":unit", choice->unit);
      ks_statement_bind_int (statement, ":position", i);
      ks_statement_bind_text (statement, ":reason", choice->reason);
      ks_statement_bind_int (statement, ":chosen", choice->chosen);
      if (!ks_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}
