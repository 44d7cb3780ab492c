/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-day-figures.h"

G_BEGIN_DECLS

/* Staff, report and answers of every unit side by side, those that contradict each other first. Signal
 * "unit-activated" (code). */
#define KS_TYPE_DAY_RECONCILE (ks_day_reconcile_get_type ())
G_DECLARE_FINAL_TYPE (KsDayReconcile, ks_day_reconcile, KS, DAY_RECONCILE, GtkBox)

void ks_day_reconcile_show (KsDayReconcile *self, KsDayFigures *figures);

G_END_DECLS
