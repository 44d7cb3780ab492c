/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-rows.h"

G_BEGIN_DECLS

/* Where rows stand in a table that shows so many of them at a time: any part is read at once,
 * however far down, even of ten million. */
typedef struct _KsRowIndex KsRowIndex;

gboolean    ks_row_index_is_cheap (const KsRowFilter *filter);
KsRowIndex *ks_row_index_new (KsCampaign *campaign, const KsRowFilter *filter, KsJob *job,
                              GError **error);
gint64      ks_row_index_get_n_rows (const KsRowIndex *self);
GPtrArray  *ks_row_index_load (const KsRowIndex *self, KsCampaign *campaign, gint64 position,
                               gint64 n_rows, GError **error);
void        ks_row_index_free (KsRowIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsRowIndex, ks_row_index_free)

G_END_DECLS
