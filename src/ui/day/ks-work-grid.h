/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-campaign.h"

G_BEGIN_DECLS

/* Reports of the working groups and posts of their Zalo group, typed by hand: a district at a time. */
#define KS_TYPE_WORK_GRID (ks_work_grid_get_type ())
G_DECLARE_FINAL_TYPE (KsWorkGrid, ks_work_grid, KS, WORK_GRID, GtkBox)

GtkWidget *ks_work_grid_new (void);
void       ks_work_grid_set_campaign (KsWorkGrid *self, KsCampaign *campaign);
void       ks_work_grid_refresh (KsWorkGrid *self, KsChange change);
gboolean   ks_work_grid_select (KsWorkGrid *self, const char *code);

G_END_DECLS
