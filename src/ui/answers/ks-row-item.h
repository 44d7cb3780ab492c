/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-rows.h"

G_BEGIN_DECLS

/* A row of answers, without its answers, as an item of a list. Immutable. */
#define KS_TYPE_ROW_ITEM (ks_row_item_get_type ())
G_DECLARE_FINAL_TYPE (KsRowItem, ks_row_item, KS, ROW_ITEM, GObject)

KsRowItem   *ks_row_item_new (KsResponseRow *row);
const KsResponseRow *ks_row_item_get_row (KsRowItem *self);
char        *ks_row_item_dup_time (KsRowItem *self);
const char  *ks_row_item_get_state (KsRowItem *self);
const char  *ks_row_item_name_state (KsState state);
const char  *ks_row_item_name_reason (KsReason reason);

G_END_DECLS
