/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-work-cells.h"

#include "ks-cell-editor.h"

G_BEGIN_DECLS

struct _KsWorkCells
{
  GtkWidget parent_instance;
  KsWorkSheet *sheet; /* NULL: none */
  GArray *units;      /* of guint: the rows of the sheet that are shown */
  guint row;          /* the current cell */
  guint column;
  gboolean editable;
  GtkAdjustment *across;
  GtkAdjustment *down;
  KsCellEditor *editor;
  gboolean editing;
};

/* The measures of the grid, in pixels. */
typedef struct
{
  double scale; /* of the text, against the usual one */
  int name;     /* width of the names */
  int line;     /* height of a row */
  int head;     /* height of both rows of titles */
  int lefts[KS_WORK_CELLS_N_COLUMNS + 1]; /* where columns begin, then where the last ends */
} KsWorkMeasures;

void             ks_work_cells_measure_grid (KsWorkCells *self, int width, KsWorkMeasures *measures);
int              ks_work_cells_get_least_width (KsWorkCells *self);
const KsWorkRow *ks_work_cells_get_row (KsWorkCells *self, guint row);
void             ks_work_cells_find_cell (KsWorkCells *self, guint row, guint column,
                                          GdkRectangle *place);
void             ks_work_cells_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
char            *ks_work_cells_dup_text (KsWorkCells *self, const KsWorkRow *row, guint column);
char            *ks_work_cells_dup_title (KsWorkCells *self, guint column);
void             ks_work_cells_go_to (KsWorkCells *self, guint row, guint column);
gboolean         ks_work_cells_find_at (KsWorkCells *self, double x, double y, guint *row,
                                        guint *column);
void             ks_work_cells_add_keys (KsWorkCells *self);
gboolean         ks_work_column_is_check (guint column);

G_END_DECLS
