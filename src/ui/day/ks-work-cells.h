/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-work-plan.h"

G_BEGIN_DECLS

/* The columns of the grid: those that one types, how many days have posts, and whether all was
 * checked. */
#define KS_WORK_CELLS_DAYS KS_N_WORK_COLUMNS
#define KS_WORK_CELLS_VERIFIED (KS_N_WORK_COLUMNS + 1)
#define KS_WORK_CELLS_N_COLUMNS (KS_N_WORK_COLUMNS + 2)

/* Reports and posts of units as a grid of cells that is typed into as in a spreadsheet: a painted
 * table whose two rows of titles and whose names stay where they are while it is scrolled.
 * Signals: "typed" (unit, column, text) → whether it was taken: else the handler said why by
 * ks_work_cells_show_problem(); "toggled" (unit, column); "moved": another cell is current;
 * "paste", "copy", "evidence": keys that ask for it; "turn" (int): to the district before or after. */
#define KS_TYPE_WORK_CELLS (ks_work_cells_get_type ())
G_DECLARE_FINAL_TYPE (KsWorkCells, ks_work_cells, KS, WORK_CELLS, GtkWidget)

void             ks_work_cells_set_adjustments (KsWorkCells *self, GtkAdjustment *across,
                                                GtkAdjustment *down);
void             ks_work_cells_show (KsWorkCells *self, KsWorkSheet *sheet, const char *district);
const KsWorkRow *ks_work_cells_get_current (KsWorkCells *self, guint *column);
gboolean         ks_work_cells_select (KsWorkCells *self, const char *unit, guint column);
GPtrArray       *ks_work_cells_dup_units_from_current (KsWorkCells *self);
guint            ks_work_cells_get_n_rows (KsWorkCells *self);
void             ks_work_cells_show_problem (KsWorkCells *self, const char *problem);
void             ks_work_cells_set_editable (KsWorkCells *self, gboolean editable);

G_END_DECLS
