/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-day-figures.h"

G_BEGIN_DECLS

/* The districts side by side, the province below. Signal "district-activated" (code). */
#define KS_TYPE_DAY_DISTRICTS (ks_day_districts_get_type ())
G_DECLARE_FINAL_TYPE (KsDayDistricts, ks_day_districts, KS, DAY_DISTRICTS, GtkBox)

void ks_day_districts_show (KsDayDistricts *self, KsDayFigures *figures, KsDayFigures *before);

G_END_DECLS
