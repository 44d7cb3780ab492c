/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-day-list.h"

G_BEGIN_DECLS

/* The units of a district on the day, or all that need attention; one is selected.
 * Signals: "unit-changed", another is selected or its figures are; "unit-activated", clicked or
 * Enter; "district-changed". */
#define KS_TYPE_DAY_TABLE (ks_day_table_get_type ())
G_DECLARE_FINAL_TYPE (KsDayTable, ks_day_table, KS, DAY_TABLE, GtkBox)

void ks_day_table_show (KsDayTable *self, KsDayFigures *day, KsDayCalls *calls, KsDayFigures *before);
const KsDayUnit *ks_day_table_get_unit (KsDayTable *self);
const KsDayDistrict *ks_day_table_get_district (KsDayTable *self, guint *index);
gboolean ks_day_table_select (KsDayTable *self, const char *code);
void ks_day_table_step (KsDayTable *self, int step);
void ks_day_table_turn (KsDayTable *self, int step);
void ks_day_table_search (KsDayTable *self);
GListModel *ks_day_table_get_rows (KsDayTable *self);

G_END_DECLS
