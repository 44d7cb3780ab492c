/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-page.h"

G_BEGIN_DECLS

/* Báo cáo: the papers of the survey as they will be printed, what stands in them and where each
 * figure comes from; the figures are sealed and seals checked here. Its detail is a paper's id. */
#define KS_TYPE_PAPERS_PAGE (ks_papers_page_get_type ())
G_DECLARE_FINAL_TYPE (KsPapersPage, ks_papers_page, KS, PAPERS_PAGE, GtkBox)

GtkWidget *ks_papers_page_new (void);
void ks_papers_page_export_to (KsPapersPage *self, const char *path);

G_END_DECLS
