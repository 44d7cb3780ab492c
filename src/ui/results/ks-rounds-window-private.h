/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-rounds-window.h"

#include "ks-compare-shares.h"
#include "ks-publish.h"
#include "ks-shell.h"

G_BEGIN_DECLS

struct _KsRoundsWindow
{
  AdwWindow parent_instance;
  GtkWidget *owner; /* a widget of the window that it belongs to */
  KsCampaign *campaign;
  char *code; /* of the place */

  char *path; /* of the earlier survey; NULL: none was chosen */
  KsCampaignInfo *earlier;
  KsShareComparison *comparison; /* NULL: not yet, or there is none */
  gboolean settled;              /* the figures of this survey */
  gboolean earlier_settled;

  GtkWidget *toasts;
  GtkWidget *switcher;
  GtkWidget *stack;
  GtkWidget *problem;
  GtkWidget *views;
  GtkWidget *shares;
  GtkWidget *refused;
  GtkWidget *card;
  GtkWidget *chart_button;
  GtkWidget *table_button;
  GtkWidget *copy_button;
  GtkWidget *export_button;
  GtkWidget *participation;
};

KsShell *ks_rounds_window_get_shell (KsRoundsWindow *self);
gboolean ks_rounds_window_shows_shares (KsRoundsWindow *self);
void ks_rounds_window_show_toast (KsRoundsWindow *self, const char *text);
void ks_rounds_window_update_actions (KsRoundsWindow *self);
void ks_rounds_window_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
