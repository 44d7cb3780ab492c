/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-schema.h"

#include "ks-i18n.h"

#define LIST_SCHEMA                                                                               \
  "SELECT type, name, tbl_name, COALESCE (sql, '') FROM sqlite_schema "                           \
  "ORDER BY type, name, tbl_name"

/**
 * ks_schema_migrate:
 * @db: a connection
 * @migrations: the numbered migrations
 * @from: the version that the file has
 * @to: the version that it shall have
 * @error: return location for an error
 *
 * Each step is one transaction together with its version number, so that a step that fails
 * leaves the file at the step before.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_schema_migrate (sqlite3 *db, const char *const *migrations, int from, int to, GError **error)
{
  for (int version = from; version < to; version++)
    {
      g_autofree char *sql
          = g_strdup_printf ("BEGIN IMMEDIATE;\n%s\nPRAGMA user_version = %d;\nCOMMIT;",
                             migrations[version], version + 1);

      if (!ks_connection_exec (db, sql, error))
        {
          if (!sqlite3_get_autocommit (db))
            sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * ks_schema_dup_list:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full): all tables, indices, triggers and views of a file as the migrations
 *   wrote them, or %NULL with @error set
 */
char *
ks_schema_dup_list (sqlite3 *db, GError **error)
{
  g_autoptr (KsStatement) statement = ks_statement_new (db, LIST_SCHEMA, error);
  g_autoptr (GString) list = g_string_new (NULL);
  gboolean has_row = FALSE;

  if (statement == NULL || !ks_statement_step (statement, &has_row, error))
    return NULL;
  while (has_row)
    {
      for (int column = 0; column < 4; column++)
        g_string_append_printf (list, "%s|", ks_statement_text (statement, column));
      g_string_append_c (list, '\n');
      if (!ks_statement_step (statement, &has_row, error))
        return NULL;
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
dup_expected_list (int version, GError **error)
{
  sqlite3 *model = ks_connection_open (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                                       error);
  char *list = NULL;

  if (model == NULL)
    return NULL;
  if (ks_schema_migrate (model, ks_schema_migrations, 0, version, error))
    list = ks_schema_dup_list (model, error);
  ks_connection_close (model);
  return list;
}

/**
 * ks_schema_verify:
 * @db: a connection
 * @version: the version that the file says it has
 * @error: return location for an error
 *
 * Compares the file's schema with what the migrations make. A planted trigger or view, or a table
 * of another shape, is refused before any query could run into it.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_schema_verify (sqlite3 *db, int version, GError **error)
{
  g_autofree char *found = ks_schema_dup_list (db, error);
  g_autofree char *expected = NULL;
  g_autofree char *name = NULL;
  const char *path;

  if (found == NULL)
    return FALSE;
  /* To make it anew takes longer than all else of opening a file. Another SQLite than that of the
   * build may word what ALTER TABLE leaves otherwise, so the list of the build is not the last word. */
  if (version == ks_schema_newest && g_str_equal (found, ks_schema_newest_list))
    return TRUE;
  expected = dup_expected_list (version, error);
  if (expected == NULL)
    return FALSE;
  if (g_str_equal (expected, found))
    return TRUE;

  path = sqlite3_db_filename (db, "main");
  name = g_path_get_basename (path != NULL ? path : "");
  g_set_error (error, KS_STORE_ERROR, KS_STORE_ERROR_DAMAGED,
               _ ("%s holds tables, triggers or views that this program did not make and is not "
                  "opened; open a backup of it"),
               name);
  return FALSE;
}
