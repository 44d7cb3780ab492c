/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "ks-store-error.h"

G_BEGIN_DECLS

/* Private to store/: SQLite's C interface with GError and with names for parameters. */

typedef sqlite3_stmt KsStatement;
typedef gpointer (*KsRowFunc) (KsStatement *row);

sqlite3     *ks_connection_open (const char *path, int flags, GError **error);
void         ks_connection_close (sqlite3 *db);
gboolean     ks_connection_exec (sqlite3 *db, const char *sql, GError **error);
gint64       ks_connection_get_int (sqlite3 *db, const char *sql, gint64 fallback);
char        *ks_connection_dup_text (sqlite3 *db, const char *sql);
void         ks_connection_set_error (sqlite3 *db, GError **error);

KsStatement *ks_statement_new (sqlite3 *db, const char *sql, GError **error);
void         ks_statement_free (KsStatement *self);
int          ks_statement_parameter (KsStatement *self, const char *name);
void         ks_statement_bind_int (KsStatement *self, const char *name, gint64 value);
void         ks_statement_bind_text (KsStatement *self, const char *name, const char *value);
void         ks_statement_bind_blob (KsStatement *self, const char *name, const void *data,
                                     gsize length);
gboolean     ks_statement_step (KsStatement *self, gboolean *has_row, GError **error);
gboolean     ks_statement_run (KsStatement *self, GError **error);
GArray      *ks_statement_dup_ints (KsStatement *self, GError **error);
GPtrArray   *ks_statement_dup_rows (KsStatement *self, KsRowFunc read, GDestroyNotify destroy,
                                    GError **error);
const char  *ks_statement_text (KsStatement *self, int column);
gint64       ks_statement_int (KsStatement *self, int column);
gboolean     ks_statement_is_null (KsStatement *self, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsStatement, ks_statement_free)

G_END_DECLS
