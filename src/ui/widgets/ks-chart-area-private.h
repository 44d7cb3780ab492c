/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-chart-area.h"

G_BEGIN_DECLS

struct _KsChartArea
{
  GtkWidget parent_instance;

  KsChart *chart;
  GPtrArray *marks; /* borrowed KsChartMark, children in the order of the chart; or the current */
  guint n_marks;    /* of the chart */
  guint current;    /* where Tab enters */
  int pressed;      /* the mark below the pointer as it was pressed, if it is no widget */
  double squeeze;   /* the least height, of the natural one */
  GtkAdjustment *adjustment; /* of the view it stands in, while it is seen */
  int width;          /* that the marks were laid out for */
  double seen_top;    /* what was painted last */
  double seen_height;
  guint reveal_id;
};

gboolean ks_chart_area_has_one (KsChartArea *self);
GtkWidget *ks_chart_area_add_mark (KsChartArea *self, guint index);
void ks_chart_area_place_mark (KsChartArea *self, GtkWidget *mark, guint index);
void ks_chart_area_reveal (KsChartArea *self, guint index);
gboolean ks_chart_area_focus_mark (KsChartArea *self, guint index);
void ks_chart_area_tell_activated (KsChartArea *self, guint index);
void ks_chart_area_set_up_pointer (KsChartArea *self);
gboolean ks_chart_area_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                                      GtkTooltip *tooltip);

G_END_DECLS
