/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-bar-table.h"

#include "ks-transaction.h"

#define SELECT_BARS "SELECT unit, reason, barred, actor FROM barred "
#define SAVE_BAR                                                                                   \
  "INSERT INTO barred (unit, reason, barred, actor) VALUES (:unit, :reason, :barred, :actor) "     \
  "ON CONFLICT (unit) DO UPDATE SET reason = excluded.reason, barred = excluded.barred, "          \
  "actor = excluded.actor"
#define DELETE_BAR "DELETE FROM barred WHERE unit = :unit"

/**
 * ks_bar_new:
 * @unit: code
 * @reason: why it is left out; empty: it is not
 *
 * Returns: (transfer full): the bar
 */
KsBar *
ks_bar_new (const char *unit, const char *reason)
{
  KsBar *self = g_new0 (KsBar, 1);

  self->unit = g_strdup (unit);
  self->reason = g_strdup (reason);
  self->actor = g_strdup ("");
  return self;
}

/**
 * ks_bar_free:
 * @self: (nullable): a bar
 *
 * Frees it.
 */
void
ks_bar_free (KsBar *self)
{
  if (self == NULL)
    return;
  g_free (self->unit);
  g_free (self->reason);
  g_free (self->actor);
  g_free (self);
}

static gpointer
read_bar (KsStatement *statement)
{
  KsBar *bar = ks_bar_new (ks_statement_text (statement, 0), ks_statement_text (statement, 1));

  bar->barred = ks_statement_int (statement, 2);
  g_free (bar->actor);
  bar->actor = g_strdup (ks_statement_text (statement, 3));
  return bar;
}

/**
 * ks_bar_table_load:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsBar): the units that officers leave out
 */
GPtrArray *
ks_bar_table_load (KsTransaction *tx, GError **error)
{
  return ks_transaction_load (tx, SELECT_BARS, "ORDER BY unit", NULL, read_bar,
                              (GDestroyNotify)ks_bar_free, error);
}

/**
 * ks_bar_table_load_one:
 * @tx: a transaction
 * @unit: code
 * @error: return location for an error
 *
 * Returns: (transfer full): how the unit stands, with an empty reason where it is not left out
 */
KsBar *
ks_bar_table_load_one (KsTransaction *tx, const char *unit, GError **error)
{
  g_autoptr (GPtrArray) bars = ks_transaction_load (tx, SELECT_BARS, "", unit, read_bar,
                                                    (GDestroyNotify)ks_bar_free, error);

  if (bars == NULL)
    return NULL;
  return bars->len > 0 ? g_ptr_array_steal_index (bars, 0) : ks_bar_new (unit, "");
}

/**
 * ks_bar_table_save:
 * @tx: a transaction for writing
 * @bar: how the unit stands from now on
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_bar_table_save (KsTransaction *tx, const KsBar *bar, GError **error)
{
  gboolean gone = bar->reason[0] == '\0';
  g_autoptr (KsStatement) statement
      = ks_transaction_prepare (tx, gone ? DELETE_BAR : SAVE_BAR, error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_text (statement, ":unit", bar->unit);
  if (!gone)
    {
      ks_statement_bind_text (statement, ":reason", bar->reason);
      ks_statement_bind_int (statement, ":barred", bar->barred);
      ks_statement_bind_text (statement, ":actor", bar->actor);
    }
  return ks_statement_run (statement, error);
}
