/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One process at a time holds a file. Stands in a file of its own beside it (“.~lock.NAME#”),
 * which tells others who that is. */
typedef struct _KsFileLock KsFileLock;

KsFileLock *ks_file_lock_take (const char *path, const char *holder, char **other);
void        ks_file_lock_free (KsFileLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsFileLock, ks_file_lock_free)

G_END_DECLS
