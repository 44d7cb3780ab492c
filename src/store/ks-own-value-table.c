/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-own-value-table.h"

#include <math.h>

#include "ks-transaction.h"

#define VALUE_UNIT 100.0

#define SELECT_VALUES "SELECT criterion, unit, value, note, actor FROM own_value "
#define SAVE_VALUE                                                                                 \
  "INSERT INTO own_value (criterion, unit, value, note, actor) "                                   \
  "VALUES (:criterion, :unit, :value, :note, :actor) "                                             \
  "ON CONFLICT (criterion, unit) DO UPDATE SET value = excluded.value, note = excluded.note, "     \
  "actor = excluded.actor"
#define DELETE_VALUE "DELETE FROM own_value WHERE criterion = :criterion AND unit = :unit"

/**
 * ks_own_value_new:
 * @criterion: of the office's own
 * @unit: code
 * @value: 0…10, or %KS_OWN_VALUE_NONE
 * @note: (nullable): why
 *
 * Returns: (transfer full): what the office gives the unit
 */
KsOwnValue *
ks_own_value_new (const char *criterion, const char *unit, double value, const char *note)
{
  KsOwnValue *self = g_new0 (KsOwnValue, 1);

  self->criterion = g_strdup (criterion);
  self->unit = g_strdup (unit);
  self->value = value;
  self->note = g_strdup (note != NULL ? note : "");
  self->actor = g_strdup ("");
  return self;
}

/**
 * ks_own_value_free:
 * @self: (nullable): what the office gave
 *
 * Frees it.
 */
void
ks_own_value_free (KsOwnValue *self)
{
  if (self == NULL)
    return;
  g_free (self->criterion);
  g_free (self->unit);
  g_free (self->note);
  g_free (self->actor);
  g_free (self);
}

static gpointer
read_value (KsStatement *statement)
{
  KsOwnValue *value = ks_own_value_new (
      ks_statement_text (statement, 0), ks_statement_text (statement, 1),
      (double)ks_statement_int (statement, 2) / VALUE_UNIT, ks_statement_text (statement, 3));

  g_free (value->actor);
  value->actor = g_strdup (ks_statement_text (statement, 4));
  return value;
}

/**
 * ks_own_value_table_load:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsOwnValue): all that the office gave
 */
GPtrArray *
ks_own_value_table_load (KsTransaction *tx, GError **error)
{
  return ks_transaction_load (tx, SELECT_VALUES, "ORDER BY criterion, unit", NULL, read_value,
                              (GDestroyNotify)ks_own_value_free, error);
}

/**
 * ks_own_value_table_save:
 * @tx: a transaction for writing
 * @value: what the office gives; nothing takes it away
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_own_value_table_save (KsTransaction *tx, const KsOwnValue *value, GError **error)
{
  gboolean gone = value->value < 0;
  g_autoptr (KsStatement) statement
      = ks_transaction_prepare (tx, gone ? DELETE_VALUE : SAVE_VALUE, error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_text (statement, ":criterion", value->criterion);
  ks_statement_bind_text (statement, ":unit", value->unit);
  if (!gone)
    {
      ks_statement_bind_int (statement, ":value", llround (value->value * VALUE_UNIT));
      ks_statement_bind_text (statement, ":note", value->note);
      ks_statement_bind_text (statement, ":actor", value->actor);
    }
  return ks_statement_run (statement, error);
}
