/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-day-page.h"

#include "ks-day-snapshot.h"
#include "ks-day-units.h"
#include "ks-latest-job.h"
#include "ks-lazy-load.h"

G_BEGIN_DECLS

struct _KsDayPage
{
  GtkBox parent_instance;
  KsCampaign *campaign;
  KsLazyLoad *lazy_load;
  KsDaySnapshot *shown; /* NULL: none yet */
  KsMoment at;          /* the moment that is asked for; KS_MOMENT_NONE: the newest */
  KsMoment newest;      /* what the newest figures speak of */
  KsLatestJob *reading; /* of the figures */
  guint changes;        /* of KsChange, since the last time that something was read */
  gboolean again;       /* what is read now is older than the campaign */
  gboolean armed;       /* G was pressed: a number follows */

  GtkWidget *stack;
  GtkWidget *views;
  GtkWidget *tools;
  GtkWidget *as_of;
  GtkWidget *arrival;
  GtkWidget *moments;
  GtkWidget *newest_button;
  GtkWidget *note;
  GtkWidget *side_box;
  GtkWidget *title;
  GtkWidget *chart;
  GtkWidget *table;
  GtkWidget *pane;
  GtkWidget *districts;
  GtkWidget *hours;
  GtkWidget *reconcile;
  GtkWidget *work;
};

/* load */
void ks_day_page_load (gpointer page);
void ks_day_page_take_read (gpointer owner, gpointer data, const GError *error);
void ks_day_page_forget (KsDayPage *self);

/* page */
void ks_day_page_show (KsDayPage *self, KsDaySnapshot *snapshot);
void ks_day_page_show_moment (KsDayPage *self, KsMoment at);
gboolean ks_day_page_shows (KsDayPage *self, const char *view);

/* actions */
void ks_day_page_install_actions (GtkWidgetClass *widget_class);
void ks_day_page_update_actions (KsDayPage *self);

/* send */
gboolean ks_day_page_check_sendable (KsDayPage *self);
void ks_day_page_install_send_actions (GtkWidgetClass *widget_class);

/* papers */
void ks_day_page_install_paper_actions (GtkWidgetClass *widget_class);
void ks_day_page_update_paper_actions (KsDayPage *self, gboolean shown);

/* calls */
void ks_day_page_install_call_actions (GtkWidgetClass *widget_class);
void ks_day_page_add_keys (KsDayPage *self);

G_END_DECLS
