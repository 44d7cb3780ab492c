/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-units-import-view.h"

G_BEGIN_DECLS

struct _KsUnitsImportView
{
  AdwBin parent_instance;

  KsUnitsPlan *plan;
  guint sheet;          /* whose columns are shown */
  gboolean stale;       /* the list of changes is older than a decision */
  GListStore *doubtful; /* KsUnitsImportItem: the rows to look at, decided or not */

  GtkWidget *side_box;
  GtkLabel *todo;
  GtkWidget *skip_button;
  GtkListBox *sheets;
  GtkListBox *counts;
  GtkLabel *columns_title;
  GtkColumnView *columns;
  GtkColumnViewColumn *letter_column;
  GtkColumnViewColumn *header_column;
  GtkColumnViewColumn *meaning_column;
  GtkColumnViewColumn *sample_column;
  GtkWidget *switcher;
  GtkStack *stack;
  GtkStackPage *doubts_page;
  GtkStackPage *changes_page;
  GtkStackPage *notes_page;
  GtkStackPage *absent_page;
  GtkListView *doubts;
  GtkColumnView *changes;
  GtkColumnViewColumn *unit_column;
  GtkColumnViewColumn *change_column;
  GtkColumnViewColumn *staff_column;
  GtkColumnViewColumn *mark_column;
  GtkListView *notes;
  GtkListView *absent;
};

/* ks-units-import-view-pane.c: what stands at the side. */
void ks_units_import_view_show_sheets (KsUnitsImportView *self);
void ks_units_import_view_show_counts (KsUnitsImportView *self);
void ks_units_import_title_page (GtkStackPage *page, const char *words, guint count);

G_END_DECLS
