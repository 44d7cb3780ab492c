/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-results.h"

G_BEGIN_DECLS

/* The registry as a table: search without diacritics, by district and kind, in the office's order,
 * by name or code, and by the columns' titles. Several rows can be selected, to copy them.
 * Property "narrow": only the columns that tell which unit it is and how large.
 * Signals "selection-changed", "unit-activated" and "edited" (KsUnit, KsUnitField, text): something
 * was typed into a cell that is to be saved. */
#define KS_TYPE_UNITS_TABLE (ks_units_table_get_type ())
G_DECLARE_FINAL_TYPE (KsUnitsTable, ks_units_table, KS, UNITS_TABLE, GtkBox)

void     ks_units_table_set_registry (KsUnitsTable *self, KsRegistry *registry);
void     ks_units_table_set_results (KsUnitsTable *self, KsResults *results);
guint    ks_units_table_get_n_selected (KsUnitsTable *self);
KsUnit  *ks_units_table_dup_selected (KsUnitsTable *self, gint64 *staff);
GPtrArray *ks_units_table_dup_all_selected (KsUnitsTable *self);
GPtrArray *ks_units_table_dup_from_selected (KsUnitsTable *self, guint *n_selected);
void     ks_units_table_step (KsUnitsTable *self, int step);
gboolean ks_units_table_select (KsUnitsTable *self, const char *code);
gboolean ks_units_table_show_district (KsUnitsTable *self, const char *code);
void     ks_units_table_show_over (KsUnitsTable *self);
void     ks_units_table_unselect (KsUnitsTable *self);
void     ks_units_table_start_search (KsUnitsTable *self);
void     ks_units_table_set_editable (KsUnitsTable *self, gboolean editable);
guint    ks_units_table_copy (KsUnitsTable *self);

G_END_DECLS
