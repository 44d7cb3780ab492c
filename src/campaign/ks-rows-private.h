/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-response-table.h"
#include "ks-rows.h"

G_BEGIN_DECLS

/* Between the readings of rows. */
GPtrArray       *ks_rows_new (void);
gboolean         ks_rows_append (KsCampaign *campaign, const KsResponseFilter *filters,
                                 guint n_filters, GPtrArray *rows, GError **error);
KsResponseFilter ks_rows_translate_filter (const KsRowFilter *filter);

G_END_DECLS
