/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-campaign.h"

G_BEGIN_DECLS

/* Ý kiến: the open comments of a scope, shuffled, without unit and time; sorted by theme, blacked
 * out and picked for papers. It fills what it is given, has no header bar of its own and stands in a
 * window that is a KsShell, which shows what was done and takes it back. The page around it tells
 * the campaign (NULL: it is closed), the scope (code of a unit or a district, "" for the province),
 * and each change of the campaign, and hands Ctrl+F on. Where nobody looks it is filled later. */
#define KS_TYPE_COMMENTS_VIEW (ks_comments_view_get_type ())
G_DECLARE_FINAL_TYPE (KsCommentsView, ks_comments_view, KS, COMMENTS_VIEW, GtkBox)

GtkWidget *ks_comments_view_new (void);
void ks_comments_view_set_campaign (KsCommentsView *self, KsCampaign *campaign);
void ks_comments_view_set_scope (KsCommentsView *self, const char *code);
void ks_comments_view_refresh (KsCommentsView *self, KsChange change);
void ks_comments_view_start_search (KsCommentsView *self);

G_END_DECLS
