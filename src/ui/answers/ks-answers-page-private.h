/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-answers-page.h"

#include "ks-answers-pane.h"
#include "ks-decide-bar.h"
#include "ks-findings-view.h"
#include "ks-folder-watcher.h"
#include "ks-findings.h"
#include "ks-lazy-load.h"
#include "ks-row-model.h"
#include "ks-watch-bar.h"

G_BEGIN_DECLS

/* The seam between the aspects of the page. */
struct _KsAnswersPage
{
  GtkBox parent_instance;

  KsCampaign *campaign;
  KsRegistry *registry;
  KsRowModel *rows;
  guint n_batches;
  gint64 n_counted;
  gint64 n_waiting;
  KsFindingCounts finding_counts;
  GPtrArray *all_findings; /* of KsFinding */
  KsLazyLoad *lazy_load;

  KsFolderWatcher *watcher;

  KsWatchBar *watch_bar;
  GtkWidget *stack;
  GtkWidget *side_box;
  KsAnswersPane *pane;
  GtkStack *content; /* rows, findings */
  KsFindingsView *findings;
  GtkWidget *bar;
  KsDecideBar *decide_bar;
  GtkWidget *title;
  GtkWidget *scope;
  GtkWidget *table_stack;
  GtkWidget *table;
  GtkColumnViewColumn *file_column;
  GtkColumnViewColumn *row_column;
  GtkColumnViewColumn *time_column;
  GtkColumnViewColumn *unit_column;
  GtkColumnViewColumn *state_column;
  GtkColumnViewColumn *reason_column;
};

void ks_answers_page_show_error (KsAnswersPage *self, const GError *error);
void ks_answers_page_set_up_table (KsAnswersPage *self);
void ks_answers_page_load_rows (KsAnswersPage *self);
void ks_answers_page_install_actions (GtkWidgetClass *widget_class);
void ks_answers_page_selection_changed (KsAnswersPage *self);

/* In ks-answers-page-watch.c: */
void ks_answers_page_install_watch_actions (GtkWidgetClass *widget_class);
void ks_answers_page_init_watch (KsAnswersPage *self);
void ks_answers_page_end_watch (KsAnswersPage *self);
void ks_answers_page_watch_answers (KsAnswersPage *self);
void ks_answers_page_watch (KsAnswersPage *self);

G_END_DECLS
