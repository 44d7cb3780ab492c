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
  GtkStack        *pages;
  KsJobBar        *job_bar;

  KsCampaign      *campaign;
  GPtrArray       *undo;       /* of KsOutcome, the newest last */
  KsJob           *job;        /* the work that the bar shows */
  guint            n_jobs;
  gboolean         closing;
};

/* pages */
void ks_window_add_pages (KsWindow *self);
void ks_window_set_campaign (KsWindow *self, KsCampaign *campaign);
void ks_window_show_page (KsWindow *self, const char *id, const char *detail);

/* jobs, toasts */
void ks_window_init_shell (KsShellInterface *iface);
void ks_window_clear_undo (KsWindow *self);
void ks_window_undo (KsWindow *self);

/* files */
void ks_window_init_drop (KsWindow *self);
void ks_window_import_files (KsWindow *self, GListModel *files);
void ks_window_show_failure (KsWindow *self, const GError *error);
char *ks_window_dup_sample_path (void);

/* actions */
void ks_window_install_actions (GtkWidgetClass *widget_class);
void ks_window_update_actions (KsWindow *self);

G_END_DECLS
