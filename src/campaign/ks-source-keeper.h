/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-csv-reader.h"
#include "ks-store.h"

G_BEGIN_DECLS

/* Keeps a source with the campaign, in compressed parts, and hashes it twice: as the file was
 * given, and as it is kept, without the columns that were dropped. Hashing and compressing go on in
 * a thread of their own. What reads the source may be another thread than that which writes. */
typedef struct _KsSourceKeeper KsSourceKeeper;

KsSourceKeeper *ks_source_keeper_new (KsTransaction *tx, gint64 batch);
void            ks_source_keeper_free (KsSourceKeeper *self);
void            ks_source_keeper_add_given (KsSourceKeeper *self, GBytes *bytes);
void            ks_source_keeper_add_cell (KsSourceKeeper *self, const KsCell *cell);
void            ks_source_keeper_end_row (KsSourceKeeper *self);
gboolean        ks_source_keeper_write (KsSourceKeeper *self, GError **error);
gboolean        ks_source_keeper_finish (KsSourceKeeper *self, GError **error);
const char     *ks_source_keeper_get_given_sha256 (KsSourceKeeper *self);
gint64          ks_source_keeper_get_given_size (KsSourceKeeper *self);
const char     *ks_source_keeper_get_kept_sha256 (KsSourceKeeper *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsSourceKeeper, ks_source_keeper_free)

G_END_DECLS
