/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-results-page.h"

#include "ks-lazy-load.h"
#include "ks-likert-view.h"
#include "ks-results.h"

G_BEGIN_DECLS

struct _KsResultsPage
{
  GtkBox parent_instance;
  KsCampaign *campaign;
  KsResults *results;
  KsLazyLoad *lazy_load;

  GtkWidget *summary_button;
  GtkWidget *stack;
  GtkWidget *views;
  GtkWidget *tools;
  GtkWidget *scope_button;
  GtkWidget *order;
  GtkWidget *numbers;
  GtkWidget *badges;
  GtkWidget *form_badge;
  GtkWidget *table_button;
  GtkWidget *copy_button;
  GtkWidget *side_box;
  GtkWidget *participation;
  GtkWidget *likert;
  GtkWidget *account;
};

gboolean ks_results_page_shows_answers (KsResultsPage *self);
void ks_results_page_get_scope (KsResultsPage *self, KsScope *scope);
void ks_results_page_get_look (KsResultsPage *self, KsLikertLook *look);
void ks_results_page_install_actions (GtkWidgetClass *widget_class);
void ks_results_page_update_actions (KsResultsPage *self);

G_END_DECLS
