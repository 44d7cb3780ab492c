/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-cell-editor.h"
#include "ks-units-table.h"

G_BEGIN_DECLS

struct _KsUnitsTable
{
  GtkBox parent_instance;

  KsRegistry *registry;
  KsResults *results;
  gboolean narrow;
  char *wanted;       /* what is searched, folded; empty: nothing */
  char *kind;         /* of the units to show; NULL: any */
  gboolean only_over; /* of all units those with more answers than staff */
  GtkFilter *filter;
  GListModel *found;         /* all units that pass the filters, in their order */
  GtkSliceListModel *front;  /* those of them that are rows now */
  guint front_step;

  gboolean editable;
  KsCellEditor *editor;
  GtkColumnViewColumn *edit_column; /* that is typed into, or was clicked last; borrowed */
  guint edit_position;
  KsUnit *edited;   /* NULL: no cell is open */
  gboolean edit_fresh; /* the field is not open yet */
  char *edit_start; /* what is typed in place of the cell's text; NULL: that stays */
  guint edit_step;
  guint edit_frames; /* to wait before the cell lies in its place */

  GListStore *rows;
  GtkSliceListModel *district_slice;
  GtkFilterListModel *filtered;
  GtkMultiSorter *sorter;
  GtkMultiSelection *selection;
  GtkStringList *districts;
  GtkStringList *kinds;
  GtkSearchEntry *search;
  GtkDropDown *district_choice;
  GtkDropDown *kind_choice;
  GtkDropDown *order_choice;
  GtkStack *stack;
  GtkColumnView *view;
  GtkColumnViewColumn *code_column;
  GtkColumnViewColumn *name_column;
  GtkColumnViewColumn *district_column;
  GtkColumnViewColumn *party_column;
  GtkColumnViewColumn *government_column;
  GtkColumnViewColumn *front_column;
  GtkColumnViewColumn *unions_column;
  GtkColumnViewColumn *excused_column;
  GtkColumnViewColumn *staff_column;
  GtkColumnViewColumn *answers_column;
  GtkLabel *total;
  GtkLabel *by_kind;
  GtkLabel *shown;
};

/* ks-units-table-filter.c: what is looked for, and in which order it stands. */
void ks_units_table_bind_filter_callbacks (GtkWidgetClass *widget_class);
void ks_units_table_add_filter (KsUnitsTable *self);
void ks_units_table_fill_choices (KsUnitsTable *self);
void ks_units_table_fill_kinds (KsUnitsTable *self);

/* ks-units-table-edit.c: typing through the cells. */
void ks_units_table_add_editor (KsUnitsTable *self);
void ks_units_table_remove_editor (KsUnitsTable *self);

/* ks-units-table-selection.c */
void ks_units_table_show_row (KsUnitsTable *self, guint position);

/* ks-units-table-front.c: how many of the units found are rows. */
void ks_units_table_add_front (KsUnitsTable *self);
void ks_units_table_remove_front (KsUnitsTable *self);
void ks_units_table_show_all_rows (KsUnitsTable *self);
void ks_units_table_show_first_rows (KsUnitsTable *self);

G_END_DECLS
