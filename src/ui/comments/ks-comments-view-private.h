/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-comments-view.h"

#include "ks-comment-card.h"
#include "ks-comment-model.h"
#include "ks-comments-filter.h"
#include "ks-lazy-load.h"
#include "ks-theme-list.h"

G_BEGIN_DECLS

struct _KsCommentsView
{
  GtkBox parent_instance;

  KsCampaign *campaign;
  char *scope; /* code; "" for the province */
  KsLazyLoad *lazy_load;
  KsCommentModel *comments;
  GtkSelectionModel *selection;
  guint last_selected; /* position, for who goes on when it leaves the list */

  GtkWidget *stack;
  GtkWidget *status;
  GtkWidget *side_box;
  GtkWidget *filter;
  GtkWidget *note;
  GtkWidget *list_stack;
  GtkWidget *list;
  GtkWidget *foot;
  GtkWidget *card;
  GtkWidget *themes;
};

void ks_comments_view_install_actions (GtkWidgetClass *widget_class);
void ks_comments_view_add_keys (KsCommentsView *self);
void ks_comments_view_add_menu (KsCommentsView *self);
KsThemeUse ks_comments_view_get_use (gint64 theme, gpointer view);
void ks_comments_view_update_actions (KsCommentsView *self);
void ks_comments_view_tag (KsCommentsView *self, gint64 theme, gboolean tagged);
GArray *ks_comments_view_dup_selected (KsCommentsView *self);
KsCommentItem *ks_comments_view_dup_single (KsCommentsView *self);

G_END_DECLS
