/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-staff-change-table.h"

#include "ks-transaction.h"

#define SELECT_CHANGES                                                                             \
  "SELECT id, unit, changed, staff_before, staff_after, reason FROM staff_change ORDER BY id"

#define INSERT_CHANGE                                                                              \
  "INSERT INTO staff_change (id, unit, changed, staff_before, staff_after, reason) "               \
  "VALUES (COALESCE ((SELECT MAX (id) + 1 FROM staff_change), 1), :unit, :changed, "               \
  ":staff_before, :staff_after, :reason) RETURNING id"

/**
 * ks_staff_change_free:
 * @self: (transfer full) (nullable): a change
 */
void
ks_staff_change_free (KsStaffChange *self)
{
  if (self == NULL)
    return;
  g_free (self->unit);
  g_free (self->reason);
  g_free (self);
}

static gpointer
read_change (KsStatement *statement)
{
  KsStaffChange *change = g_new0 (KsStaffChange, 1);

  change->id = ks_statement_int (statement, 0);
  change->unit = g_strdup (ks_statement_text (statement, 1));
  change->changed = ks_statement_int (statement, 2);
  change->staff_before = (int) ks_statement_int (statement, 3);
  change->staff_after = (int) ks_statement_int (statement, 4);
  change->reason = g_strdup (ks_statement_text (statement, 5));
  return change;
}

/**
 * ks_staff_change_table_load:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsStaffChange): the changes in their order, or %NULL with
 *   @error set
 */
GPtrArray *
ks_staff_change_table_load (KsTransaction *tx, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, SELECT_CHANGES, error);

  return ks_statement_dup_rows (statement, read_change,
                                (GDestroyNotify) ks_staff_change_free, error);
}

/**
 * ks_staff_change_table_add:
 * @tx: a transaction for writing
 * @change: a change, which gets its id
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_staff_change_table_add (KsTransaction *tx, KsStaffChange *change, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, INSERT_CHANGE, error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_text (statement, ":unit", change->unit);
  ks_statement_bind_int (statement, ":changed", change->changed);
  ks_statement_bind_int (statement, ":staff_before", change->staff_before);
  ks_statement_bind_int (statement, ":staff_after", change->staff_after);
  ks_statement_bind_text (statement, ":reason", change->reason);
  if (!ks_statement_step (statement, &has_row, error) || !has_row)
    return FALSE;
  change->id = ks_statement_int (statement, 0);
  return ks_statement_step (statement, &has_row, error);
}

/**
 * ks_staff_change_table_delete:
 * @tx: a transaction for writing
 * @id: a change
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_staff_change_table_delete (KsTransaction *tx, gint64 id, GError **error)
{
  g_autoptr (KsStatement) statement
      = ks_transaction_prepare (tx, "DELETE FROM staff_change WHERE id = :id", error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":id", id);
  return ks_statement_run (statement, error);
}
