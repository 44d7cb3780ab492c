/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-store-private.h"

#include <glib/gstdio.h>

#include "ks-file-header.h"
#include "ks-i18n.h"
#include "ks-inspect.h"
#include "ks-schema.h"
#include "ks-transaction.h"

G_DEFINE_FINAL_TYPE (KsStore, ks_store, G_TYPE_OBJECT)

static void
ks_store_finalize (GObject *object)
{
  KsStore *self = KS_STORE (object);

  ks_store_close (self, NULL);
  g_free (self->path);
  g_free (self->warning);
  g_free (self->holder);
  g_free (self->other);
  g_mutex_clear (&self->writing);
  g_mutex_clear (&self->reading);

  G_OBJECT_CLASS (ks_store_parent_class)->finalize (object);
}

static void
ks_store_class_init (KsStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_store_finalize;
}

static void
ks_store_init (KsStore *self)
{
  g_mutex_init (&self->writing);
  g_mutex_init (&self->reading);
  g_queue_init (&self->readers);
  ks_store_set_holder (self, g_get_user_name ());
}

static void
note_read_only (KsStore *self)
{
  self->read_only = sqlite3_db_readonly (self->writer, "main") == 1;
  if (self->read_only)
    self->warning = g_strdup (_ ("The file cannot be written here: it is open for reading only. "
                                 "Save a copy in a folder of your own to work on it."));
}

static KsStore *
open_writer (const char *path, int flags, GError **error)
{
  g_autoptr (KsStore) self = g_object_new (KS_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  self->writer = ks_connection_open (path, flags, error);
  if (self->writer == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

static gboolean
make_schema (KsStore *self, GError **error)
{
  g_autofree char *application
      = g_strdup_printf ("PRAGMA application_id = %d", KS_STORE_APPLICATION_ID);

  return ks_connection_exec (self->writer, application, error)
         && ks_schema_migrate (self->writer, ks_schema_migrations, 0, ks_schema_newest, error)
         && ks_store_hold (self, 0, NULL, error);
}

/**
 * ks_store_create:
 * @path: where the file shall be; nothing may be there yet
 * @error: return location for an error
 *
 * Makes a new, empty campaign file.
 *
 * Returns: (transfer full): the store, or %NULL with @error set and no file left behind
 */
KsStore *
ks_store_create (const char *path, GError **error)
{
  g_autoptr (KsStore) self = NULL;

  g_autofree char *name = g_path_get_basename (path);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, KS_STORE_ERROR, KS_STORE_ERROR_OPEN,
                   _ ("%s is there already; choose another name"), name);
      return NULL;
    }
  self = open_writer (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
  if (self == NULL)
    {
      g_set_error (error, KS_STORE_ERROR, KS_STORE_ERROR_OPEN,
                   _ ("%s cannot be made; choose a folder that is there and in which you may "
                      "write"),
                   name);
      return NULL;
    }
  if (!make_schema (self, error))
    {
      ks_store_close (self, NULL);
      g_unlink (path);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/* A copy that passed its own check stands beside the file before anything in it is moved. */
static gboolean
back_up (KsStore *self, int version, GError **error)
{
  g_autofree char *backup = g_strdup_printf ("%s.v%d.bak", self->path, version);

  return (g_file_test (backup, G_FILE_TEST_EXISTS) || ks_store_copy_to (self, backup, error))
         && ks_inspect_backup (backup, error);
}

static gboolean
migrate (KsStore *self, int version, GError **error)
{
  return version == ks_schema_newest
         || (ks_store_hold (self, KS_STORE_PATIENCE_MS, NULL, error) && back_up (self, version, error)
             && ks_schema_migrate (self->writer, ks_schema_migrations, version, ks_schema_newest,
                                   error));
}

/**
 * ks_store_open:
 * @path: a campaign file
 * @error: return location for an error
 *
 * Opens a campaign file. What is not ours, newer or damaged is refused and never changed; an
 * older format is brought up to date after a backup. Others may read and write the file until
 * ks_store_hold(), which the first write asks for by itself.
 *
 * Returns: (transfer full): the store, or %NULL with @error set
 */
KsStore *
ks_store_open (const char *path, GError **error)
{
  g_autoptr (KsStore) self = NULL;
  int version;

  if (!ks_file_header_read (path, &version, error) || !ks_inspect_file (path, &version, error))
    return NULL;
  self = open_writer (path, SQLITE_OPEN_READWRITE, error);
  if (self == NULL || !ks_connection_exec (self->writer, "PRAGMA cell_size_check = ON", error))
    return NULL;
  note_read_only (self);
  if (!migrate (self, version, error))
    return NULL;
  ks_store_has_changed (self);
  return g_steal_pointer (&self);
}

/* Who only read puts the journal away too, unless somebody works on the file. */
static gboolean
may_tidy (KsStore *self)
{
  if (self->read_only || !g_file_test (self->path, G_FILE_TEST_EXISTS))
    return FALSE;
  if (self->lock == NULL)
    self->lock = ks_file_lock_take (self->path, self->holder, NULL);
  return self->lock != NULL;
}

/**
 * ks_store_close:
 * @self: a store
 * @error: return location for an error
 *
 * Closes the file so that it is one file again. All transactions must have ended.
 *
 * Returns: %FALSE with @error set when the file could not be put together; nothing is lost then,
 *   the next opening does it
 */
gboolean
ks_store_close (KsStore *self, GError **error)
{
  gboolean ok = TRUE;

  if (self->writer == NULL)
    return TRUE;

  g_queue_clear_full (&self->readers, (GDestroyNotify) ks_connection_close);
  if (may_tidy (self))
    {
      /* Another window on the same file keeps the journal: that is no failure. */
      sqlite3_busy_timeout (self->writer, 0);
      sqlite3_exec (self->writer, "PRAGMA wal_checkpoint (TRUNCATE)", NULL, NULL, NULL);
      sqlite3_exec (self->writer, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
    }
  if (sqlite3_close (self->writer) != SQLITE_OK)
    {
      ks_connection_set_error (self->writer, error);
      sqlite3_close_v2 (self->writer);
      ok = FALSE;
    }
  self->writer = NULL;
  g_clear_pointer (&self->lock, ks_file_lock_free);
  return ok;
}

/**
 * ks_store_copy_to:
 * @self: a store
 * @path: where the copy shall be; nothing may be there yet
 * @error: return location for an error
 *
 * Writes a whole, compact copy of the file as it is now. (A plain copy of a file in use is none.)
 *
 * Returns: %FALSE with @error set and no file left behind
 */
gboolean
ks_store_copy_to (KsStore *self, const char *path, GError **error)
{
  g_autoptr (KsStatement) statement = NULL;
  gboolean ok;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_path_get_basename (path);

      g_set_error (error, KS_STORE_ERROR, KS_STORE_ERROR_OPEN,
                   _ ("%s is there already; choose another name"), name);
      return FALSE;
    }
  ks_store_take_writer (self);
  statement = ks_statement_new (self->writer, "VACUUM INTO :path", error);
  ok = statement != NULL;
  if (ok)
    {
      ks_statement_bind_text (statement, ":path", path);
      ok = ks_statement_run (statement, error);
    }
  g_clear_pointer (&statement, ks_statement_free);
  ks_store_return_writer (self);
  /* Half a copy would stand in the way of the next try, or pass for a backup. */
  if (!ok)
    g_unlink (path);
  return ok;
}

/**
 * ks_store_get_path:
 * @self: a store
 *
 * Returns: (transfer none): the path of the file
 */
const char *
ks_store_get_path (KsStore *self)
{
  return self->path;
}

/**
 * ks_store_get_warning:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): what the officer should know of the place of this file
 */
const char *
ks_store_get_warning (KsStore *self)
{
  return self->warning;
}

/**
 * ks_store_is_read_only:
 * @self: a store
 *
 * Returns: whether the file cannot be written
 */
gboolean
ks_store_is_read_only (KsStore *self)
{
  return self->read_only;
}

/**
 * ks_store_get_newest_version:
 *
 * Returns: the newest format of campaign files that this program knows
 */
int
ks_store_get_newest_version (void)
{
  return ks_schema_newest;
}

/**
 * ks_store_take_writer:
 * @self: a store
 *
 * Waits until no other thread writes; the thread that took the writer gives it back.
 *
 * Returns: (transfer none): the connection that writes
 */
sqlite3 *
ks_store_take_writer (KsStore *self)
{
  g_mutex_lock (&self->writing);
  return self->writer;
}

/**
 * ks_store_return_writer:
 * @self: a store
 *
 * Lets the next thread write.
 */
void
ks_store_return_writer (KsStore *self)
{
  g_mutex_unlock (&self->writing);
}

/**
 * ks_store_take_reader:
 * @self: a store
 * @error: return location for an error
 *
 * Returns: (transfer full): a connection that cannot write, or %NULL with @error set
 */
sqlite3 *
ks_store_take_reader (KsStore *self, GError **error)
{
  sqlite3 *db;

  g_mutex_lock (&self->reading);
  db = g_queue_pop_head (&self->readers);
  g_mutex_unlock (&self->reading);
  return db != NULL ? db : ks_connection_open (self->path, SQLITE_OPEN_READONLY, error);
}

/**
 * ks_store_return_reader:
 * @self: a store
 * @db: (transfer full): a connection taken from it
 *
 * Keeps the connection for the next reader.
 */
void
ks_store_return_reader (KsStore *self, sqlite3 *db)
{
  g_mutex_lock (&self->reading);
  g_queue_push_head (&self->readers, db);
  g_mutex_unlock (&self->reading);
}
