/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-table-copy.h"

#include "ks-i18n.h"
#include "ks-transaction.h"

/* What refers to others follows them. Who adds a table that a figure rests on, names it here.
 * Calls, contacts and pictures are not needed for any figure and stay where they are; answers come
 * from the files that are kept. */
static const char *const tables[] = {
  "setting", "form_version", "unit",          "staff",     "unit_detail", "unit_name",
  "event",   "event_unit",   "staff_change",  "extension", "recipe",      "report",
  "post",    "post_count",   "criterion",     "own_value", "barred",      "criteria_lock",
  "nominee", "given_out",    NULL,
};

/* Of a campaign, but made of its answers: it comes with them. */
#define OF_ANSWERS "name NOT IN ('group_tally', 'previous_import')"

/* Columns come first in the order in which they were made, with the key in front. */
#define SELECT_ROWS "SELECT * FROM %s%s ORDER BY 1%s"

/**
 * ks_table_copy_get_tables:
 *
 * Returns: (array zero-terminated=1): names of the tables that can be copied, in the order in which
 *   they are filled
 */
const char *const *
ks_table_copy_get_tables (void)
{
  return tables;
}

static gboolean
check_table (const char *table, GError **error)
{
  if (g_strv_contains (tables, table))
    return TRUE;
  g_set_error (error, KS_STORE_ERROR, KS_STORE_ERROR_DAMAGED, _ ("There is no table %s."), table);
  return FALSE;
}

static void
read_value (KsStatement *statement, int column, KsCopiedValue *value)
{
  *value = (KsCopiedValue){ .column = sqlite3_column_name (statement, column) };
  switch (sqlite3_column_type (statement, column))
    {
    case SQLITE_INTEGER:
      value->kind = KS_COPIED_NUMBER;
      value->number = sqlite3_column_int64 (statement, column);
      break;
    case SQLITE_FLOAT:
      value->kind = KS_COPIED_REAL;
      value->real = sqlite3_column_double (statement, column);
      break;
    case SQLITE_NULL:
      break;
    default:
      value->kind = KS_COPIED_TEXT;
      value->text = ks_statement_text (statement, column);
      break;
    }
}

static KsStatement *
select_rows (KsTransaction *tx, const char *table, GError **error)
{
  g_autofree char *all = g_strdup_printf ("SELECT * FROM %s LIMIT 0", table);
  g_autoptr (KsStatement) look = ks_transaction_prepare (tx, all, error);
  g_autoptr (GString) order = g_string_new (NULL);
  g_autofree char *sql = NULL;

  if (look == NULL)
    return NULL;
  for (int i = 2; i <= sqlite3_column_count (look); i++)
    g_string_append_printf (order, ", %d", i);
  sql = g_strdup_printf (SELECT_ROWS, table,
                         g_str_equal (table, "setting") ? " WHERE " OF_ANSWERS : "", order->str);
  return ks_transaction_prepare (tx, sql, error);
}

/**
 * ks_table_copy_foreach:
 * @tx: a transaction
 * @table: one of ks_table_copy_get_tables()
 * @func: called with each row, in an order that depends on what is in it alone
 * @data: for @func
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_table_copy_foreach (
    KsTransaction *tx, const char *table, KsCopiedRowFunc func, gpointer data, GError **error)
{
  g_autoptr (KsStatement) statement = NULL;
  g_autofree KsCopiedValue *values = NULL;
  gboolean has_row = FALSE;
  int n_columns;

  if (!check_table (table, error))
    return FALSE;
  statement = select_rows (tx, table, error);
  if (statement == NULL || !ks_statement_step (statement, &has_row, error))
    return FALSE;
  n_columns = sqlite3_column_count (statement);
  values = g_new0 (KsCopiedValue, n_columns);
  while (has_row)
    {
      for (int i = 0; i < n_columns; i++)
        read_value (statement, i, &values[i]);
      if (!func (values, (guint)n_columns, data, error)
          || !ks_statement_step (statement, &has_row, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ks_table_copy_clear:
 * @tx: a transaction for writing, of a campaign without answers
 * @error: return location for an error
 *
 * Empties the tables, so that copied rows take the place of what stood there.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_table_copy_clear (KsTransaction *tx, GError **error)
{
  for (guint i = G_N_ELEMENTS (tables) - 1; i > 0; i--)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM %s", tables[i - 1]);

      if (!ks_transaction_exec (tx, sql, error))
        return FALSE;
    }
  return TRUE;
}

/* A column that is not there is of a newer program, or no column at all. */
static gboolean
check_columns (KsTransaction *tx,
               const char *table,
               const KsCopiedValue *values,
               guint n_values,
               GError **error)
{
  g_autofree char *all = g_strdup_printf ("SELECT * FROM %s LIMIT 0", table);
  g_autoptr (KsStatement) look = ks_transaction_prepare (tx, all, error);

  if (look == NULL)
    return FALSE;
  for (guint i = 0; i < n_values; i++)
    {
      int column = 0;

      while (column < sqlite3_column_count (look)
             && !g_str_equal (sqlite3_column_name (look, column), values[i].column))
        column++;
      if (column < sqlite3_column_count (look))
        continue;
      g_set_error (error, KS_STORE_ERROR, KS_STORE_ERROR_NEWER,
                   _ ("The table %s has a column “%s” that this program does not know; a newer "
                      "version of Khảo Sát is needed."),
                   table, values[i].column);
      return FALSE;
    }
  return TRUE;
}

static void
bind_value (KsStatement *statement, int parameter, const KsCopiedValue *value)
{
  switch (value->kind)
    {
    case KS_COPIED_NUMBER:
      sqlite3_bind_int64 (statement, parameter, value->number);
      break;
    case KS_COPIED_REAL:
      sqlite3_bind_double (statement, parameter, value->real);
      break;
    case KS_COPIED_TEXT:
      sqlite3_bind_text (statement, parameter, value->text, -1, SQLITE_TRANSIENT);
      break;
    case KS_COPIED_NULL:
    default:
      break;
    }
}

static char *
write_insert (const char *table, const KsCopiedValue *values, guint n_values)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) marks = g_string_new (NULL);

  for (guint i = 0; i < n_values; i++)
    {
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", values[i].column);
      g_string_append (marks, i > 0 ? ", ?" : "?");
    }
  return g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", table, names->str, marks->str);
}

/**
 * ks_table_copy_insert:
 * @tx: a transaction for writing
 * @table: one of ks_table_copy_get_tables()
 * @values: (array length=n_values): a row; columns that it lacks take what they are made with
 * @n_values: how many
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_table_copy_insert (KsTransaction *tx,
                      const char *table,
                      const KsCopiedValue *values,
                      guint n_values,
                      GError **error)
{
  g_autoptr (KsStatement) statement = NULL;
  g_autofree char *sql = NULL;

  if (!check_table (table, error) || !check_columns (tx, table, values, n_values, error))
    return FALSE;
  sql = write_insert (table, values, n_values);
  statement = n_values > 0 ? ks_transaction_prepare (tx, sql, error) : NULL;
  for (guint i = 0; statement != NULL && i < n_values; i++)
    bind_value (statement, (int)i + 1, &values[i]);
  return n_values == 0 || (statement != NULL && ks_statement_run (statement, error));
}
