/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a window shows before it holds a campaign: the sample, a new one, a file, recent ones. */
#define KS_TYPE_START_PAGE (ks_start_page_get_type ())
G_DECLARE_FINAL_TYPE (KsStartPage, ks_start_page, KS, START_PAGE, GtkWidget)

void ks_start_page_refresh (KsStartPage *self);

G_END_DECLS
