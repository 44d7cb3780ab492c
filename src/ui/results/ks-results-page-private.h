/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-results-page.h"

#include "ks-latest-job.h"
#include "ks-lazy-load.h"
#include "ks-look-history.h"
#include "ks-publish.h"
#include "ks-results.h"

G_BEGIN_DECLS

struct _KsResultsPage
{
  GtkBox parent_instance;
  KsCampaign *campaign;
  KsResults *results;
  KsLazyLoad *lazy_load;
  KsLatestJob *reading;     /* of the results of many units */
  gboolean again;           /* what is read now is older than the campaign */
  char *detail;             /* what is to be shown of what is read; NULL: nothing of its own */
  GSettings *settings;      /* of the campaign at this desk; NULL: none */
  KsResultsLook *look;      /* what is shown */
  KsLookHistory *history;
  gboolean updating;        /* the switcher follows the look, not the other way round */
  GHashTable *open;         /* codes of the districts whose units are seen in the table of colours */
  KsPublication publication; /* whether and when the figures were settled */
  const char *export;       /* what is about to be written; static */
  KsScope picked;           /* whose figure the account tells; strings of the results */
  const KsQuestion *picked_question;

  GtkWidget *export_button;
  GtkWidget *publish_button;
  GtkWidget *comments;
  GtkWidget *stack;
  GtkWidget *progress;
  GtkWidget *views;
  GtkWidget *bar;
  GtkWidget *side_box;
  GtkWidget *account;
};

/* load */
void ks_results_page_load (gpointer page);
void ks_results_page_take_read (gpointer owner, gpointer data, const GError *error);
void ks_results_page_forget (KsResultsPage *self);

/* page */
void ks_results_page_take (KsResultsPage *self, KsResults *results, KsPublication *publication);
gboolean ks_results_page_shows_answers (KsResultsPage *self);
gboolean ks_results_page_has_figures (KsResultsPage *self);
void ks_results_page_get_choice (KsResultsPage *self, KsChartChoice *choice);
void ks_results_page_show (KsResultsPage *self);
void ks_results_page_go (KsResultsPage *self, const KsResultsLook *look);
void ks_results_page_step (KsResultsPage *self, int step);
void ks_results_page_copy_table (KsResultsPage *self);
void ks_results_page_copy_picture (KsResultsPage *self);
void ks_results_page_export (KsResultsPage *self, const char *name);
void ks_results_page_close_account (KsResultsPage *self);
void ks_results_page_install_actions (GtkWidgetClass *widget_class);
void ks_results_page_update_actions (KsResultsPage *self);

G_END_DECLS
