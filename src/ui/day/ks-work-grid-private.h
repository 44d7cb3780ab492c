/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-work-grid.h"

#include "ks-lazy-load.h"
#include "ks-work-cells.h"

G_BEGIN_DECLS

struct _KsWorkGrid
{
  GtkBox parent_instance;
  KsCampaign *campaign;
  KsWorkSheet *sheet;   /* NULL: none yet */
  KsLazyLoad *lazy_load;
  GCancellable *loading; /* NULL: nothing is being read */
  char *district;        /* empty: all units */
  char *wanted;          /* a unit or district to go to once it is read */

  GtkWidget *stack;
  GtkWidget *scope;
  GtkWidget *previous;
  GtkWidget *next;
  GtkWidget *summary;
  GtkWidget *scroller;
  GtkWidget *cells;
  GtkWidget *doubts;
  GtkWidget *last;
  GtkWidget *evidence_title;
  GtkWidget *evidence_text;
};

/* grid */
void ks_work_grid_show_district (KsWorkGrid *self, const char *district);
void ks_work_grid_show_unit (KsWorkGrid *self);
void ks_work_grid_load (gpointer grid);
void ks_work_grid_note (KsWorkGrid *self, const char *sentence);

/* edit */
gboolean ks_work_grid_typed (KsWorkGrid *self, KsUnit *unit, guint column, const char *text);
void     ks_work_grid_toggled (KsWorkGrid *self, KsUnit *unit, guint column);
void     ks_work_grid_paste (KsWorkGrid *self);
void     ks_work_grid_copy (KsWorkGrid *self);

G_END_DECLS
