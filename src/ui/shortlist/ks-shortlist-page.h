/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-page.h"

G_BEGIN_DECLS

/* "Đề xuất khen thưởng": criteria, ranking with its grounds, the choice of three to five. */
#define KS_TYPE_SHORTLIST_PAGE (ks_shortlist_page_get_type ())
G_DECLARE_FINAL_TYPE (KsShortlistPage, ks_shortlist_page, KS, SHORTLIST_PAGE, GtkBox)

GtkWidget *ks_shortlist_page_new (void);

G_END_DECLS
