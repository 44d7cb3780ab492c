/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-day-figures.h"
#include "ks-figures.h"
#include "ks-hours-chart.h"

G_BEGIN_DECLS

char *ks_day_dup_as_of (KsDayFigures *figures);
char *ks_day_dup_title (KsDayFigures *figures, const KsDayDistrict *district);
char *ks_day_dup_lagging (KsDayFigures *figures, const KsDayDistrict *district);
KsChart *ks_day_create_hours (KsDayFigures *figures, const KsDayDistrict *district, double height);

KsFigures *ks_day_create_hours_table (KsDayFigures *figures, const KsDayDistrict *district);

G_END_DECLS
