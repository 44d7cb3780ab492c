/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-page.h"

G_BEGIN_DECLS

/* Báo cáo: the papers of the survey as they will be printed; seals are checked here. */
#define KS_TYPE_PAPERS_PAGE (ks_papers_page_get_type ())
G_DECLARE_FINAL_TYPE (KsPapersPage, ks_papers_page, KS, PAPERS_PAGE, GtkBox)

GtkWidget *ks_papers_page_new (void);

G_END_DECLS
