/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The place of one mark over a painted chart: draws nothing but its focus ring and its hover, and
 * gives pointer, keyboard and screen reader something to hold. Signal "activate". */
#define KS_TYPE_CHART_MARK (ks_chart_mark_get_type ())
G_DECLARE_FINAL_TYPE (KsChartMark, ks_chart_mark, KS, CHART_MARK, GtkWidget)

GtkWidget *ks_chart_mark_new (const char *sentence);

G_END_DECLS
