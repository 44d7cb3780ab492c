/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-day-list.h"

G_BEGIN_DECLS

/* The units of a district on the day, or all that need attention; one is selected.
 * Signals: "unit-changed", another is selected or its figures are; "unit-activated", clicked or
 * Enter; "district-changed". */
#define KS_TYPE_DAY_UNITS (ks_day_units_get_type ())
G_DECLARE_FINAL_TYPE (KsDayUnits, ks_day_units, KS, DAY_UNITS, GtkBox)

void ks_day_units_show (KsDayUnits *self, KsDayFigures *day, KsDayCalls *calls, KsDayFigures *before);
const KsDayUnit *ks_day_units_get_unit (KsDayUnits *self);
const KsDayDistrict *ks_day_units_get_district (KsDayUnits *self, guint *index);
gboolean ks_day_units_select (KsDayUnits *self, const char *code);
void ks_day_units_step (KsDayUnits *self, int step);
void ks_day_units_turn (KsDayUnits *self, int step);
void ks_day_units_search (KsDayUnits *self);
GListModel *ks_day_units_get_rows (KsDayUnits *self);

G_END_DECLS
