/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-shell.h"

G_BEGIN_DECLS

/* Who acts at this desk: the full name that the log of a campaign records. */

char *ks_officer_dup_name (void);
void  ks_officer_set_name (const char *name, KsCampaign *campaign);
void  ks_officer_ask (GtkWidget *widget, KsCampaign *campaign, KsShellFunc func, gpointer data,
                      GDestroyNotify destroy);

G_END_DECLS
