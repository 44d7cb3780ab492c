/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-before-view.h"
#include "ks-chart-area.h"
#include "ks-key-figure.h"
#include "ks-overview-page.h"
#include "ks-participation-figures.h"
#include "ks-side-box.h"
#include "ks-step-card.h"
#include "ks-titled-list.h"

G_BEGIN_DECLS

/* Private to the overview: the page, and its figures. */

struct _KsOverviewPage
{
  GtkBox parent_instance;

  KsCampaign *campaign;
  KsResults *results;
  KsParticipationFigures *participation; /* its strings belong to the results */
  gboolean stale;                        /* the campaign changed since it was read */

  AdwWindowTitle *window_title;
  KsSideBox *side_box;
  GtkWidget *body;
  KsStepCard *step_card;
  GtkGrid *figures;
  KsKeyFigure *units;
  KsKeyFigure *answers;
  KsKeyFigure *rate;
  KsKeyFigure *reports;
  GtkBox *main;
  GtkWidget *chart_card;
  GtkLabel *chart_title;
  GtkLabel *chart_subtitle;
  KsChartArea *chart;
  GtkWidget *lists;
  KsTitledList *todo;
  KsTitledList *notes;
  KsTitledList *counts;
  KsBeforeView *before;
};

void ks_overview_page_show_figures (KsOverviewPage *self, const KsOverview *overview);

G_END_DECLS
