/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "ks-file-lock.h"
#include "ks-store.h"

G_BEGIN_DECLS

struct _KsStore {
  GObject     parent_instance;

  char       *path;
  char       *warning;
  char       *holder;  /* this program, for others */
  char       *other;   /* who was found holding the file; NULL: nobody */
  KsFileLock *lock;    /* NULL: not held */
  sqlite3    *writer;
  GMutex      writing;
  GMutex      reading; /* of readers */
  GQueue      readers; /* idle connections */
  gint64      data_version; /* by which changes of others are known */
  gboolean    read_only;
};

gboolean ks_store_hold_for_write (KsStore *self, GError **error);

G_END_DECLS
