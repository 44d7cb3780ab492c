/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-chart.h"

G_BEGIN_DECLS

/* Shows a chart, light or dark as the window is. One stop for Tab; inside it the arrows, Home and
 * End walk the marks, each of which tells its sentence on hover and to a screen reader.
 * Of a chart with hundreds of marks, or with a heading that stays, only the current one is a widget, framed as selected; the
 * others tell their sentence on hover and are selected by a click. In a scrolled window only what
 * is seen is painted.
 * Property "squeeze": how far it may give way where room is short, of its natural height.
 * Signals "mark-activated" (guint mark): clicked, or Enter or Space pressed on it; "mark-focused"
 * (guint mark): the focus came to it. */
#define KS_TYPE_CHART_AREA (ks_chart_area_get_type ())
G_DECLARE_FINAL_TYPE (KsChartArea, ks_chart_area, KS, CHART_AREA, GtkWidget)

GtkWidget *ks_chart_area_new (void);
void       ks_chart_area_set_chart (KsChartArea *self, KsChart *chart);
void       ks_chart_area_pick (KsChartArea *self, int mark);

G_END_DECLS
