/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-write-papers.h"

G_BEGIN_DECLS

/* Xuất tất cả: asks which files, and for a folder; then writes every paper that can be made, each
 * marked as @marks say. */
void ks_export_papers_ask (GtkWidget *widget, KsCampaign *campaign, const KsPaperWish *marks);
void ks_export_papers_write (GtkWidget *widget, KsCampaign *campaign, const KsPapersChoice *choice,
                             const char *folder);

G_END_DECLS
