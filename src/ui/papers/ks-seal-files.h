/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-campaign.h"

G_BEGIN_DECLS

void ks_seal_files_ask (GtkWidget *widget, KsCampaign *campaign);
void ks_seal_files_write (GtkWidget *widget, KsCampaign *campaign, const char *path,
                          gboolean archive, GListModel *papers);
char *ks_seal_files_dup_archive (const char *path);

G_END_DECLS
