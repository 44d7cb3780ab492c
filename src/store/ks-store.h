/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ks-store-error.h"
#include "ks-time.h"

G_BEGIN_DECLS

#define KS_STORE_APPLICATION_ID 0x4b534154 /* "KSAT" */

/* A write waits for another program this long before it says that the file is in use. */
#define KS_STORE_PATIENCE_MS 5000

/* A campaign file. Threads may share it: writers wait for each other, readers have connections
 * of their own. */
#define KS_TYPE_STORE (ks_store_get_type ())
G_DECLARE_FINAL_TYPE (KsStore, ks_store, KS, STORE, GObject)

typedef struct _KsTransaction KsTransaction;

KsStore       *ks_store_create (const char *path, GError **error);
KsStore       *ks_store_open (const char *path, GError **error);
void           ks_store_set_holder (KsStore *self, const char *holder);
gboolean       ks_store_hold (KsStore *self, guint patience, gboolean *changed, GError **error);
gboolean       ks_store_has_changed (KsStore *self);
gboolean       ks_store_close (KsStore *self, GError **error);
gboolean       ks_store_copy_to (KsStore *self, const char *path, GError **error);
const char    *ks_store_get_path (KsStore *self);
const char    *ks_store_get_warning (KsStore *self);
gboolean       ks_store_is_read_only (KsStore *self);
int            ks_store_get_newest_version (void);

/* Everything is read and written inside a transaction; one that is freed without a commit leaves
 * the file as it was. A write commits together with its row of the log, never without. */
KsTransaction *ks_store_begin_read (KsStore *self, GError **error);
KsTransaction *ks_store_begin_write (KsStore *self, GError **error);
gboolean       ks_transaction_commit (KsTransaction *self, KsMoment now, const char *actor,
                                      const char *action, const char *payload, GError **error);
void           ks_transaction_free (KsTransaction *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsTransaction, ks_transaction_free)

/* Lines that name what is wrong with the file itself, empty when nothing is. */
GPtrArray     *ks_transaction_check_integrity (KsTransaction *self, GError **error);

G_END_DECLS
