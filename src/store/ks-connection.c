/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-connection.h"

#include "ks-i18n.h"
#include "ks-record-lock.h"
#include "ks-store.h"

#define MAX_VALUE_BYTES (256 * 1024 * 1024)

static KsStoreError
get_error_code (int sqlite_code)
{
  switch (sqlite_code & 0xff)
    {
    case SQLITE_CORRUPT:
      return KS_STORE_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      return KS_STORE_ERROR_NOT_OURS;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return KS_STORE_ERROR_READ_ONLY;
    case SQLITE_FULL:
      return KS_STORE_ERROR_FULL;
    case SQLITE_CANTOPEN:
      return KS_STORE_ERROR_OPEN;
    default:
      return KS_STORE_ERROR_FAILED;
    }
}

static const char *
get_remedy (int sqlite_code)
{
  switch (sqlite_code & 0xff)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return _ ("the file is damaged; open a copy or a backup of it");
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return _ ("the file cannot be written; save a copy in a folder of your own");
    case SQLITE_FULL:
      return _ ("the disk is full; free some space and try again");
    case SQLITE_IOERR:
      return _ ("the disk did not answer or is full; check it and try again");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return _ ("another program is using the file; close it there and try again");
    case SQLITE_CANTOPEN:
      return _ ("the file or its folder cannot be opened; check the path and its permissions");
    default:
      return NULL;
    }
}

/**
 * ks_connection_set_error:
 *
 * Turns the last error of @db into a #GError that says what to do. Nothing was changed: every
 * caller stands inside a transaction that is rolled back.
 */
void
ks_connection_set_error (sqlite3 *db, GError **error)
{
  int code = db != NULL ? sqlite3_errcode (db) : SQLITE_NOMEM;
  const char *remedy = get_remedy (code);
  const char *path = db != NULL ? sqlite3_db_filename (db, "main") : "";
  g_autofree char *name = g_path_get_basename (path != NULL ? path : "");

  if (remedy != NULL)
    g_set_error (error, KS_STORE_ERROR, get_error_code (code), "%s: %s", name, remedy);
  else
    g_set_error (error, KS_STORE_ERROR, get_error_code (code), "%s: %s", name,
                 db != NULL ? sqlite3_errmsg (db) : "SQLITE_NOMEM");
}

static void
harden (sqlite3 *db)
{
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  /* ks_store_close() alone puts the journal away: who else closes cannot know that it is the last. */
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_limit (db, SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES);
  /* One is needed by VACUUM INTO. */
  sqlite3_limit (db, SQLITE_LIMIT_ATTACHED, 1);
  sqlite3_busy_timeout (db, KS_STORE_PATIENCE_MS);
}

typedef struct {
  const char        *name;
  sqlite3_syscall_ptr function;
} SystemCall;

/* SQLite's locks are those of fcntl(): whoever in this process opens and closes a campaign or its
 * journal, as a file chooser does to see what files are, would drop them under its feet. */
static void
keep_locks (void)
{
  static gsize done;
  const SystemCall calls[] = {
    { "open", (sqlite3_syscall_ptr)ks_record_lock_open },
    { "close", (sqlite3_syscall_ptr)ks_record_lock_close },
    { "fcntl", (sqlite3_syscall_ptr)ks_record_lock_control },
  };
  sqlite3_vfs *vfs;

  if (!g_once_init_enter (&done))
    return;
  /* Nobody asks how much memory SQLite holds, and to count it takes a lock for every piece. */
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  vfs = sqlite3_vfs_find (NULL);
  for (guint i = 0; ks_record_lock_is_needed () && i < G_N_ELEMENTS (calls); i++)
    if (vfs->iVersion < 3
        || vfs->xSetSystemCall (vfs, calls[i].name, calls[i].function) != SQLITE_OK)
      g_error ("SQLite's %s cannot be replaced", calls[i].name);
  g_once_init_leave (&done, 1);
}

/**
 * ks_connection_open:
 * @flags: SQLITE_OPEN_…
 *
 * Opens @path with everything off that a hostile file could use; runs no query. One thread at a time
 * uses a connection, which is what transactions see to: SQLite need not lock it on every call.
 */
sqlite3 *
ks_connection_open (const char *path, int flags, GError **error)
{
  sqlite3 *db = NULL;

  keep_locks ();
  if (sqlite3_open_v2 (path, &db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL)
      != SQLITE_OK)
    {
      g_autofree char *name = g_path_get_basename (path);

      g_set_error (error, KS_STORE_ERROR, get_error_code (sqlite3_errcode (db)),
                   _ ("%s cannot be opened; check the path and its permissions"), name);
      sqlite3_close_v2 (db);
      return NULL;
    }
  harden (db);
  return db;
}

/**
 * ks_connection_close:
 * @db: (transfer full): a connection
 *
 * Closes it, or lets it close itself once its last statement is freed.
 */
void
ks_connection_close (sqlite3 *db)
{
  sqlite3_close_v2 (db);
}

/**
 * ks_connection_exec:
 * @db: a connection
 * @sql: statements without results
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set when one of them fails; the earlier ones stand
 */
gboolean
ks_connection_exec (sqlite3 *db, const char *sql, GError **error)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  ks_connection_set_error (db, error);
  return FALSE;
}

/**
 * ks_connection_get_int:
 * @db: a connection
 * @sql: a query
 * @fallback: what to give when there is no row
 *
 * Returns: the first value of the first row, or @fallback
 */
gint64
ks_connection_get_int (sqlite3 *db, const char *sql, gint64 fallback)
{
  g_autoptr (KsStatement) statement = ks_statement_new (db, sql, NULL);
  gboolean has_row = FALSE;

  if (statement == NULL || !ks_statement_step (statement, &has_row, NULL) || !has_row)
    return fallback;
  return ks_statement_int (statement, 0);
}

/**
 * ks_connection_dup_text:
 * @db: a connection
 * @sql: a query
 *
 * Returns: (transfer full) (nullable): the first value of the first row as text
 */
char *
ks_connection_dup_text (sqlite3 *db, const char *sql)
{
  g_autoptr (KsStatement) statement = ks_statement_new (db, sql, NULL);
  gboolean has_row = FALSE;

  if (statement == NULL || !ks_statement_step (statement, &has_row, NULL) || !has_row)
    return NULL;
  return g_strdup (ks_statement_text (statement, 0));
}

/**
 * ks_statement_new:
 * @db: a connection that outlives the statement
 * @sql: one statement with named parameters
 * @error: return location for an error
 *
 * Returns: (transfer full): the statement, or %NULL with @error set
 */
KsStatement *
ks_statement_new (sqlite3 *db, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v3 (db, sql, -1, 0, &statement, NULL) != SQLITE_OK)
    {
      ks_connection_set_error (db, error);
      return NULL;
    }
  return statement;
}

/**
 * ks_statement_free:
 * @self: (transfer full): a statement
 *
 * Frees it, whether or not it ran to its end.
 */
void
ks_statement_free (KsStatement *self)
{
  sqlite3_finalize (self);
}

/**
 * ks_statement_parameter:
 * @self: a statement
 * @name: a parameter with its colon; one that the SQL does not have is a programming error
 *
 * Returns: the parameter's index, from 1
 */
int
ks_statement_parameter (KsStatement *self, const char *name)
{
  int index = sqlite3_bind_parameter_index (self, name);

  g_assert (index > 0);
  return index;
}

/**
 * ks_statement_bind_int:
 * @self: a statement
 * @name: a parameter
 * @value: its value
 */
void
ks_statement_bind_int (KsStatement *self, const char *name, gint64 value)
{
  sqlite3_bind_int64 (self, ks_statement_parameter (self, name), value);
}

/**
 * ks_statement_bind_text:
 * @self: a statement
 * @name: a parameter
 * @value: (nullable): its value, of which the statement keeps a copy; %NULL binds NULL
 */
void
ks_statement_bind_text (KsStatement *self, const char *name, const char *value)
{
  sqlite3_bind_text (self, ks_statement_parameter (self, name), value, -1, SQLITE_TRANSIENT);
}

/**
 * ks_statement_bind_blob:
 * @self: a statement
 * @name: a parameter
 * @data: bytes that must outlive the statement's next step
 * @length: how many
 */
void
ks_statement_bind_blob (KsStatement *self, const char *name, const void *data, gsize length)
{
  sqlite3_bind_blob64 (self, ks_statement_parameter (self, name), data, length, SQLITE_STATIC);
}

/**
 * ks_statement_step:
 * @self: a statement
 * @has_row: (out): whether there is a row to read
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set when the statement failed
 */
gboolean
ks_statement_step (KsStatement *self, gboolean *has_row, GError **error)
{
  int code = sqlite3_step (self);

  *has_row = code == SQLITE_ROW;
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;

  ks_connection_set_error (sqlite3_db_handle (self), error);
  return FALSE;
}

/**
 * ks_statement_run:
 * @self: a statement that gives no rows
 * @error: return location for an error
 *
 * Runs it and makes it ready for the next values.
 *
 * Returns: %FALSE with @error set when the statement failed
 */
gboolean
ks_statement_run (KsStatement *self, GError **error)
{
  gboolean has_row;
  gboolean ok = ks_statement_step (self, &has_row, error);

  sqlite3_reset (self);
  return ok;
}

/**
 * ks_statement_dup_ints:
 * @self: a statement whose rows begin with a number
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type gint64): the first column of all its rows, in their order,
 *   or %NULL with @error set
 */
GArray *
ks_statement_dup_ints (KsStatement *self, GError **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean has_row;

  while (ks_statement_step (self, &has_row, error))
    {
      gint64 number;

      if (!has_row)
        return g_steal_pointer (&numbers);
      number = ks_statement_int (self, 0);
      g_array_append_val (numbers, number);
    }
  return NULL;
}

/**
 * ks_statement_dup_rows:
 * @self: (nullable): a statement; %NULL: it could not be made, and @error is set
 * @read: makes a value of a row, %NULL: of this one none
 * @destroy: frees such a value
 * @error: return location for an error
 *
 * Returns: (transfer full): the values of all its rows, in their order, or %NULL with @error set
 */
GPtrArray *
ks_statement_dup_rows (KsStatement *self, KsRowFunc read, GDestroyNotify destroy, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (destroy);
  gboolean has_row;

  while (self != NULL && ks_statement_step (self, &has_row, error))
    {
      gpointer row;

      if (!has_row)
        return g_steal_pointer (&rows);
      row = read (self);
      if (row != NULL)
        g_ptr_array_add (rows, row);
    }
  return NULL;
}

/**
 * ks_statement_text:
 * @self: a statement on a row
 * @column: from 0
 *
 * Returns: the value as text until the next step; a NULL of the file reads as empty
 */
const char *
ks_statement_text (KsStatement *self, int column)
{
  const unsigned char *text = sqlite3_column_text (self, column);

  return text != NULL ? (const char *) text : "";
}

/**
 * ks_statement_int:
 * @self: a statement on a row
 * @column: from 0
 *
 * Returns: the value; a NULL of the file reads as 0
 */
gint64
ks_statement_int (KsStatement *self, int column)
{
  return sqlite3_column_int64 (self, column);
}

/**
 * ks_statement_is_null:
 * @self: a statement on a row
 * @column: from 0
 *
 * Returns: whether the value is NULL
 */
gboolean
ks_statement_is_null (KsStatement *self, int column)
{
  return sqlite3_column_type (self, column) == SQLITE_NULL;
}
