/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-day-units.h"

G_BEGIN_DECLS

/* How many columns there is room for. */
typedef enum {
  KS_DAY_NARROW,
  KS_DAY_SNUG,
  KS_DAY_USUAL,
  KS_DAY_ROOMY,
} KsDayRoom;

struct _KsDayUnits
{
  GtkBox parent_instance;
  KsDayFigures *day; /* NULL: none are known */
  KsDayFigures *before; /* those shown before, as long as their difference is told */
  KsDayCalls *calls;
  KsRegistry *registry; /* of the button of places */
  KsDayLook look;
  char *unit;        /* code of the selected one, which stays selected */
  KsDayList *list;
  GtkSliceListModel *front; /* the rows that have come into the table so far */
  GtkSingleSelection *selection;
  KsDayRoom room;
  guint fit; /* chooses the columns in the next frame */
  gboolean filling;

  GtkWidget *head;
  GtkWidget *place;
  GtkWidget *summary;
  GtkWidget *filter;
  GtkStringList *filters;
  GtkWidget *order;
  GtkWidget *stack;
  GtkWidget *view;
  GtkColumnViewColumn *unit_column;
  GtkColumnViewColumn *district_column;
  GtkColumnViewColumn *staff_column;
  GtkColumnViewColumn *answers_column;
  GtkColumnViewColumn *change_column;
  GtkColumnViewColumn *rate_column;
  GtkColumnViewColumn *bar_column;
  GtkColumnViewColumn *last_column;
  GtkColumnViewColumn *report_column;
  GtkColumnViewColumn *publicity_column;
  GtkColumnViewColumn *posts_column;
  GtkColumnViewColumn *call_column;
};

/* columns */
void ks_day_units_set_up_columns (KsDayUnits *self);
void ks_day_units_choose_columns (KsDayUnits *self);

/* head */
void ks_day_units_fill_head (KsDayUnits *self);

G_END_DECLS
