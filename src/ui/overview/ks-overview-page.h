/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-page.h"

G_BEGIN_DECLS

/* Where the campaign stands: the next step, key figures, participation by district, and what
 * needs a decision. Before the first answers a checklist. */
#define KS_TYPE_OVERVIEW_PAGE (ks_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (KsOverviewPage, ks_overview_page, KS, OVERVIEW_PAGE, GtkBox)

GtkWidget *ks_overview_page_new (void);

G_END_DECLS
