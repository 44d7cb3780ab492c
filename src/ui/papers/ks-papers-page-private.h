/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-latest-job.h"
#include "ks-lazy-load.h"
#include "ks-paper-sight.h"
#include "ks-paper-standing.h"
#include "ks-papers-page.h"
#include "ks-shell.h"

G_BEGIN_DECLS

struct _KsPapersPage
{
  GtkBox parent_instance;
  KsCampaign *campaign;
  KsLazyLoad *lazy_load;
  KsPaperStanding standing;
  gboolean known;    /* the standing is */
  KsPaperSight *sight; /* the paper that is shown; NULL: none is */
  guint asking;      /* the source that lays out another; 0: none is asked for */
  KsLatestJob *laying; /* out of another */
  char *state;

  GtkWidget *export_button;
  GtkWidget *codes_button;
  GtkWidget *side_box;
  GtkWidget *pane;
  GtkWidget *notice;
  GtkWidget *list;
  GtkWidget *bar;
  GtkWidget *stack;
  GtkWidget *preview;
  GtkWidget *figures;
  GtkWidget *empty_page;
  GtkWidget *empty_button;
};

KsPaperLine ks_papers_page_get_line (KsPapersPage *self);
void ks_papers_page_show_paper (KsPapersPage *self);
void ks_papers_page_take_laid_out (gpointer owner, gpointer data, const GError *error);
void ks_papers_page_forget (KsPapersPage *self);
void ks_papers_page_update_actions (KsPapersPage *self);
void ks_papers_page_show_figures (KsPapersPage *self);
void ks_papers_page_install_export_actions (GtkWidgetClass *widget_class);
void ks_papers_page_show_formats (KsPapersPage *self);

G_END_DECLS
