/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-latest-job.h"
#include "ks-lazy-load.h"
#include "ks-ranking-model.h"
#include "ks-shell.h"
#include "ks-shortlist-page.h"

G_BEGIN_DECLS

/* Private to the files of the page. */
struct _KsShortlistPage
{
  GtkBox parent_instance;
  KsCampaign *campaign;
  KsRegistry *registry;
  KsRankingModel *ranking;
  GtkSliceListModel *slice; /* the lines that have widgets */
  GtkSingleSelection *selection;
  guint n_collectives; /* of the list of proposals that is kept */
  guint n_people;
  KsLazyLoad *lazy_load;
  KsLatestJob *reading; /* of the ranking */
  gboolean again;       /* something changed while it was read */
  guint apply_tick;  /* ranks anew in the next frame */
  guint save_wait;   /* keeps the scale when it is left alone */

  GtkWidget *find;
  GtkWidget *stack;
  GtkWidget *side_box;
  GtkWidget *panes;
  GtkWidget *scale;
  GtkWidget *unit;
  GtkWidget *stability;
  GtkWidget *titles_place;
  GtkWidget *titles;
  GtkWidget *list;
  GtkWidget *foot;
};

/* ks-shortlist-page.c */
const KsShortlist *ks_shortlist_page_get_list (KsShortlistPage *self);
gboolean           ks_shortlist_page_is_blind (KsShortlistPage *self);
void               ks_shortlist_page_measure (KsShortlistPage *self);
void               ks_shortlist_page_update_actions (KsShortlistPage *self);

/* ks-shortlist-page-list.c */
void  ks_shortlist_page_install_list (GtkWidgetClass *klass);
void  ks_shortlist_page_set_up_list (KsShortlistPage *self);
guint ks_shortlist_page_find_top (const KsShortlist *list);
void  ks_shortlist_page_show_stability (KsShortlistPage *self);
gboolean ks_shortlist_page_is_at_top (KsShortlistPage *self);
void  ks_shortlist_page_go_to_top (KsShortlistPage *self);
void  ks_shortlist_page_show_unit (KsShortlistPage *self, const char *code);

/* ks-shortlist-page-scale.c */
void     ks_shortlist_page_install_scale (GtkWidgetClass *klass);
void     ks_shortlist_page_scale_changed (KsShortlistPage *self);
void     ks_shortlist_page_apply_draft (KsShortlistPage *self);
gboolean ks_shortlist_page_keep_scale (KsShortlistPage *self);

/* ks-shortlist-page-choice.c */
void ks_shortlist_page_install_choice (GtkWidgetClass *klass);

G_END_DECLS
