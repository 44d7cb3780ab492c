/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-import-responses.h"

G_BEGIN_DECLS

/* A column of a file of answers as an item of a list: what it is and how sure that is. */
#define KS_TYPE_IMPORT_COLUMN_ITEM (ks_import_column_item_get_type ())
G_DECLARE_FINAL_TYPE (KsImportColumnItem, ks_import_column_item, KS, IMPORT_COLUMN_ITEM, GObject)

GListModel *ks_import_columns_new (const KsImportPlan *plan, KsForm *form);

guint       ks_import_column_item_get_number (KsImportColumnItem *self);
const char *ks_import_column_item_get_header (KsImportColumnItem *self);
const char *ks_import_column_item_get_role (KsImportColumnItem *self);
const char *ks_import_column_item_get_sample (KsImportColumnItem *self);
const char *ks_import_column_item_get_grounds (KsImportColumnItem *self);

G_END_DECLS
