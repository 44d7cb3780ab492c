/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-inspect.h"

#include <glib/gstdio.h>

#include "ks-connection.h"
#include "ks-file-header.h"
#include "ks-i18n.h"
#include "ks-schema.h"

/* Above this size the pages are not all read at opening; `check` does that. */
#define QUICK_CHECK_BYTES (128 * 1024 * 1024)

static gboolean
refuse_damaged (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, KS_STORE_ERROR, KS_STORE_ERROR_DAMAGED,
               _ ("%s is damaged and was not changed; open a copy or a backup of it"), name);
  return FALSE;
}

/* Whoever was ended while the file went over to its log, or back, left a journal: the file is what
 * it was once that is taken back, which a connection that cannot write does not do. */
static int
choose_flags (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  return g_file_test (journal, G_FILE_TEST_EXISTS) ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
}

/**
 * ks_inspect_file:
 * @path: a campaign file
 * @version: (inout): its format as the file alone tells it, and with its log
 * @error: return location for an error
 *
 * Looks at the whole file, through a connection that cannot write unless somebody was interrupted.
 * Whoever was ended after the format was brought up to date may have left the new one in the log.
 *
 * Returns: %FALSE with @error set when its schema is not ours or its pages are damaged
 */
gboolean
ks_inspect_file (const char *path, int *version, GError **error)
{
  sqlite3 *db = ks_connection_open (path, choose_flags (path), error);
  g_autofree char *verdict = NULL;
  GStatBuf status;
  gboolean ok;

  if (db == NULL)
    return FALSE;
  *version = (int) ks_connection_get_int (db, "PRAGMA user_version", *version);
  ok = ks_connection_exec (db, "PRAGMA cell_size_check = ON", error)
       && ks_file_header_check_version (path, *version, error)
       && ks_schema_verify (db, *version, error);
  if (ok && g_stat (path, &status) == 0 && status.st_size <= QUICK_CHECK_BYTES)
    {
      verdict = ks_connection_dup_text (db, "PRAGMA quick_check (1)");
      ok = g_strcmp0 (verdict, "ok") == 0 || refuse_damaged (path, error);
    }
  ks_connection_close (db);
  return ok;
}

/**
 * ks_inspect_backup:
 * @path: a copy of a campaign file, made just now
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set when the copy does not stand for the file
 */
gboolean
ks_inspect_backup (const char *path, GError **error)
{
  sqlite3 *db = ks_connection_open (path, SQLITE_OPEN_READONLY, error);
  g_autofree char *verdict = NULL;

  if (db == NULL)
    return FALSE;
  verdict = ks_connection_dup_text (db, "PRAGMA integrity_check (1)");
  ks_connection_close (db);
  return g_strcmp0 (verdict, "ok") == 0 || refuse_damaged (path, error);
}
