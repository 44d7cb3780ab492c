/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-response-table.h"
#include "ks-row-identity.h"
#include "ks-store.h"

G_BEGIN_DECLS

/* The answer sheets that a campaign holds already, each of which one row of a file is the same as:
 * a multiset, so that a file that comes again adds nothing, a grown one its new rows, and two
 * honest equal rows stay two. 24 to 32 bytes a sheet. */
typedef struct _KsKnownRows KsKnownRows;

typedef enum {
  KS_ROW_NEW,
  KS_ROW_KNOWN,
  KS_ROW_CHANGED, /* the number that the service gave it is known, with another content */
} KsRowVerdict;

KsKnownRows *ks_known_rows_load (KsTransaction *tx, GError **error);
gboolean     ks_known_rows_has_earlier (KsKnownRows *self);
void         ks_known_rows_next_file (KsKnownRows *self, gboolean last);
void         ks_known_rows_free (KsKnownRows *self);
KsRowVerdict ks_known_rows_take (KsKnownRows *self, const KsRowIdentity *row, guint step);
gboolean     ks_known_rows_has_taken (KsKnownRows *self);
gboolean     ks_known_rows_take_missing (KsKnownRows *self, const KsResponse *response);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsKnownRows, ks_known_rows_free)

G_END_DECLS
