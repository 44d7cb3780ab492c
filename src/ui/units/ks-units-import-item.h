/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-units-plan.h"

G_BEGIN_DECLS

/* A row or a column of a plan of lists of units, as an item of a list on the screen. Its plan must
 * not be matched anew while somebody asks it. Signal "changed": a decision has changed it. */
#define KS_TYPE_UNITS_IMPORT_ITEM (ks_units_import_item_get_type ())
G_DECLARE_FINAL_TYPE (KsUnitsImportItem, ks_units_import_item, KS, UNITS_IMPORT_ITEM, GObject)

KsUnitsImportItem *ks_units_import_item_new (KsUnitsPlan *plan, guint sheet, guint index);
guint ks_units_import_item_get_sheet (KsUnitsImportItem *self);
guint ks_units_import_item_get_index (KsUnitsImportItem *self);
void ks_units_import_item_emit_changed (KsUnitsImportItem *self);

/* Of a column. */
KsListColumn *ks_units_import_item_get_column (KsUnitsImportItem *self);
guint ks_units_import_count_meanings (void);
KsListMeaning ks_units_import_get_meaning (guint number);
const char *ks_units_import_name_meaning (KsListMeaning meaning);

/* Of a row. */
KsPlanRow *ks_units_import_item_get_row (KsUnitsImportItem *self);
char *ks_units_import_item_dup_unit (gpointer item, gpointer data);
char *ks_units_import_item_dup_changes (gpointer item, gpointer data);
char *ks_units_import_item_dup_staff (gpointer item, gpointer data);
char *ks_units_import_item_dup_mark (gpointer item, gpointer data);
char *ks_units_import_item_dup_title (KsUnitsImportItem *self);
char *ks_units_import_item_dup_question (KsUnitsImportItem *self);
char *ks_units_import_item_dup_answer (KsUnitsImportItem *self);
char **ks_units_import_item_dup_answers (gpointer item, guint *chosen);
void ks_units_import_item_decide (KsUnitsImportItem *self, guint answer);

G_END_DECLS
