/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-job-bar.h"
#include "ks-shell.h"
#include "ks-sidebar.h"
#include "ks-start-page.h"
#include "ks-window.h"

G_BEGIN_DECLS

/* The seam between the aspects of the window. */
struct _KsWindow {
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack        *views;      /* start, busy, failure, campaign */
  KsStartPage     *start;
  AdwStatusPage   *failure;
  AdwLeaflet      *leaflet;
  KsSidebar       *sidebar;
  GtkWidget       *frame;      /* around the pages */
  GtkStack        *pages;
  GtkRevealer     *watch_bar;
  GtkLabel        *watch_label;
  KsJobBar        *job_bar;
  GMenu           *recent_menu;

  KsCampaign      *campaign;
  GPtrArray       *undo;       /* of KsOutcome, the newest last */
  AdwToast        *outcome_toast; /* says the newest, and offers to take it back; NULL: gone */
  guint            leaving_id; /* not 0 while that toast is about to go */
  GPtrArray       *jobs;       /* of KsJob under way; the bar shows the newest, which is last */
  guint            n_quiet;    /* how many of the jobs nobody asked for */
  guint            n_early;    /* times that undoing was asked for while work was under way */
  gint64           early_time; /* when it was last */
  guint            watch_id;   /* not 0 while another program works on the campaign */
  gboolean         renewing;   /* findings are looked for */
  gboolean         closing;
  gboolean         discarding; /* what stands typed and not saved may go, now */
};

/* pages */
void ks_window_set_campaign (KsWindow *self, KsCampaign *campaign);
void ks_window_show_page (KsWindow *self, const char *id, const char *detail);
gboolean ks_window_finish_typing (KsWindow *self, const char *action);

/* narrow */
void ks_window_init_narrow (KsWindow *self);
void ks_window_adapt_page (KsWindow *self, GtkWidget *page);

/* jobs */
void ks_window_run_job (KsWindow *self, KsJob *job, gboolean quiet, KsJobFunc func, gpointer data,
                        GDestroyNotify destroy, KsShellDoneFunc done, gpointer user_data);
void ks_window_stop_jobs (KsWindow *self);

/* toasts */
void ks_window_init_shell (KsShellInterface *iface);
void ks_window_clear_undo (KsWindow *self);
void ks_window_undo (KsWindow *self);
void ks_window_undo_early (KsWindow *self);

/* open */
void ks_window_show_failure (KsWindow *self, const GError *error);
void ks_window_leave_failure (KsWindow *self);

/* findings */
void ks_window_renew_findings (KsWindow *self);

/* watch */
void ks_window_begin_watching (KsWindow *self, const GError *reason);
void ks_window_end_watching (KsWindow *self);

/* import */
void ks_window_init_drop (KsWindow *self);
void ks_window_import_files (KsWindow *self, GListModel *files);

/* actions */
void ks_window_install_actions (GtkWidgetClass *widget_class);
void ks_window_update_actions (KsWindow *self);

G_END_DECLS
