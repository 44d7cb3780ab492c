/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How a KsChartArea asks a chart of src/charts, which knows nothing of windows. Sizes are in
 * logical pixels. A mark is what a person can point at: a bar, a segment, a row. */
typedef struct {
  int   (*measure_height) (gpointer chart, int width);
  void  (*paint) (gpointer chart, cairo_t *cr, int width, int height, gboolean dark);
  guint (*get_n_marks) (gpointer chart);
  void  (*get_mark_area) (gpointer chart, guint mark, int width, int height, GdkRectangle *area);
  char *(*dup_mark_sentence) (gpointer chart, guint mark);
} KsChartSource;

G_END_DECLS
