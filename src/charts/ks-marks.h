/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-chart.h"

G_BEGIN_DECLS

/* The marks of a chart: a list, row by row in the order of the eye, or a table of rows that are
 * all alike, of which hundreds of thousands cost nothing. */
typedef struct {
  GArray    *list;   /* of KsMark */
  GArray    *cells;  /* of cairo_rectangle_t: the columns of the table, from a row's corner */
  KsMarkGrid grid;
} KsMarks;

void  ks_marks_init (KsMarks *self);
void  ks_marks_clear (KsMarks *self);
void  ks_marks_reset (KsMarks *self);
void  ks_marks_add (KsMarks *self, const KsMark *mark);
void  ks_marks_set_grid (KsMarks *self, const KsMarkGrid *grid);
guint ks_marks_get_n (const KsMarks *self);
void  ks_marks_get (const KsMarks *self, guint index, KsMark *mark);
int   ks_marks_hit (const KsMarks *self, double x, double y);
int   ks_marks_move (const KsMarks *self, int from, KsChartMove move);

G_END_DECLS
