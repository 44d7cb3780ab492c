/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-row-item.h"

G_BEGIN_DECLS

#define KS_ROW_MODEL_PAGE 200

/* The rows of answers as a list of KsRowItem that is read from the campaign a page at a time, when
 * somebody looks at it; a few pages are kept. Filtered by the store.
 * Signal "loaded": it is what was asked for last. Signal "failed" (GError): rows could not be found,
 * and there are none, or a page could not be read, and its rows are blank. */
#define KS_TYPE_ROW_MODEL (ks_row_model_get_type ())
G_DECLARE_FINAL_TYPE (KsRowModel, ks_row_model, KS, ROW_MODEL, GObject)

KsRowModel *ks_row_model_new (void);
void        ks_row_model_load (KsRowModel *self, KsCampaign *campaign, const char *state,
                               const char *unit);
gboolean    ks_row_model_is_loading (KsRowModel *self);
guint       ks_row_model_get_n_kept (KsRowModel *self);

G_END_DECLS
