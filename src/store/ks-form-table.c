/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-form-table.h"

#include "ks-transaction.h"

#define SELECT_VERSIONS                                                                           \
  "SELECT f.version, COALESCE (f.saved, :none), COALESCE (MIN (b.imported), :none), "             \
  "COUNT (b.id), "                                                                                \
  "COALESCE (SUM (CASE WHEN b.state = 'in' THEN b.counted + b.waiting ELSE 0 END), 0) "           \
  "FROM form_version f LEFT JOIN batch b ON b.form_version = f.version "                          \
  "GROUP BY f.version, f.saved ORDER BY f.version"

#define SAVE_VERSION                                                                              \
  "INSERT INTO form_version (version, saved, json) VALUES (:version, :saved, :json) "             \
  "ON CONFLICT (version) DO UPDATE SET saved = excluded.saved, json = excluded.json"

/**
 * ks_form_table_get_newest:
 * @tx: a transaction
 *
 * Returns: the version that is in force, 0 in a file without a form
 */
gint64
ks_form_table_get_newest (KsTransaction *tx)
{
  return ks_connection_get_int (tx->db, "SELECT COALESCE (MAX (version), 0) FROM form_version", 0);
}

/**
 * ks_form_table_is_in_use:
 * @tx: a transaction
 *
 * Returns: whether answers are laid out by the form, or figures were given out that name its
 *   questions
 */
gboolean
ks_form_table_is_in_use (KsTransaction *tx)
{
  return ks_connection_get_int (
             tx->db, "SELECT EXISTS (SELECT 1 FROM response) OR EXISTS (SELECT 1 FROM given_out)",
             1)
         != 0;
}

/**
 * ks_form_table_load_version:
 * @tx: a transaction
 * @version: a version
 * @error: return location for an error
 *
 * Returns: (transfer full): the form as it was then, or %NULL with @error set
 */
KsForm *
ks_form_table_load_version (KsTransaction *tx, gint64 version, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx, "SELECT json FROM form_version WHERE version = :version", error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return NULL;
  ks_statement_bind_int (statement, ":version", version);
  if (!ks_statement_step (statement, &has_row, error))
    return NULL;
  return ks_form_new_from_json (has_row ? ks_statement_text (statement, 0) : "", -1, error);
}

/**
 * ks_form_table_load:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full): the form that is in force, or %NULL with @error set
 */
KsForm *
ks_form_table_load (KsTransaction *tx, GError **error)
{
  return ks_form_table_load_version (tx, ks_form_table_get_newest (tx), error);
}

static KsFormVersion
read_version (KsStatement *statement)
{
  return (KsFormVersion){
    .version = ks_statement_int (statement, 0),
    .saved = ks_statement_int (statement, 1),
    .first = ks_statement_int (statement, 2),
    .n_batches = ks_statement_int (statement, 3),
    .n_answers = ks_statement_int (statement, 4),
  };
}

/**
 * ks_form_table_list:
 * @tx: a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsFormVersion): the versions, the first one first, or
 *   %NULL with @error set
 */
GArray *
ks_form_table_list (KsTransaction *tx, GError **error)
{
  g_autoptr (GArray) versions = g_array_new (FALSE, FALSE, sizeof (KsFormVersion));
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, SELECT_VERSIONS, error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return NULL;
  ks_statement_bind_int (statement, ":none", KS_MOMENT_NONE);
  if (!ks_statement_step (statement, &has_row, error))
    return NULL;
  while (has_row)
    {
      KsFormVersion version = read_version (statement);

      g_array_append_val (versions, version);
      if (!ks_statement_step (statement, &has_row, error))
        return NULL;
    }
  return g_steal_pointer (&versions);
}

/**
 * ks_form_table_save:
 * @tx: a transaction for writing
 * @form: a form
 * @version: the version that it is; one that is there already is replaced
 * @now: when
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_form_table_save (KsTransaction *tx, KsForm *form, gint64 version, KsMoment now, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (tx, SAVE_VERSION, error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":version", version);
  ks_statement_bind_int (statement, ":saved", now);
  ks_statement_bind_text (statement, ":json", ks_form_get_json (form));
  return ks_statement_run (statement, error);
}

/**
 * ks_form_table_drop:
 * @tx: a transaction for writing
 * @version: a version that no import knows
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_form_table_drop (KsTransaction *tx, gint64 version, GError **error)
{
  g_autoptr (KsStatement) statement = ks_transaction_prepare (
      tx, "DELETE FROM form_version WHERE version = :version", error);

  if (statement == NULL)
    return FALSE;
  ks_statement_bind_int (statement, ":version", version);
  return ks_statement_run (statement, error);
}
