/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-campaign-info.h"

G_BEGIN_DECLS

/* A page as the sidebar names it. */
typedef struct {
  const char *id;
  const char *title;   /* translated when it is shown */
  const char *icon;
  const char *phase;   /* heading above it; NULL: the same as before */
} KsSidebarEntry;

/* The pages in the order of the work, each with its short state. Signal "activated" (id); property
 * "simulated" (read-only): whether the figures of the campaign are invented. */
#define KS_TYPE_SIDEBAR (ks_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (KsSidebar, ks_sidebar, KS, SIDEBAR, GtkWidget)

void ks_sidebar_add (KsSidebar *self, const KsSidebarEntry *entry);
void ks_sidebar_set_state (KsSidebar *self, const char *id, const char *state);
void ks_sidebar_select (KsSidebar *self, const char *id);
void ks_sidebar_set_campaign (KsSidebar *self, const KsCampaignInfo *info, const char *path,
                              gboolean read_only);

G_END_DECLS
