/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-day-figures.h"

G_BEGIN_DECLS

/* What came in each hour, of the province or a district: a chart and the table behind it. */
#define KS_TYPE_DAY_HOURS (ks_day_hours_get_type ())
G_DECLARE_FINAL_TYPE (KsDayHours, ks_day_hours, KS, DAY_HOURS, GtkBox)

void ks_day_hours_show (KsDayHours *self, KsDayFigures *figures);
const KsDayDistrict *ks_day_hours_get_district (KsDayHours *self);

G_END_DECLS
