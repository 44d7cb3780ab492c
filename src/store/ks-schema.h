/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-connection.h"

G_BEGIN_DECLS

/* Migration i leads from version i to i + 1. */
extern const char *const ks_schema_migrations[];
extern const int ks_schema_newest;
extern const char ks_schema_newest_list[];

gboolean ks_schema_migrate (sqlite3 *db, const char *const *migrations, int from, int to,
                            GError **error);
char    *ks_schema_dup_list (sqlite3 *db, GError **error);
gboolean ks_schema_verify (sqlite3 *db, int version, GError **error);

G_END_DECLS
