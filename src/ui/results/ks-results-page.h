/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-page.h"

G_BEGIN_DECLS

/* "Tổng hợp kết quả": who took part and what was answered, as charts and tables, with the account
 * of every figure. */
#define KS_TYPE_RESULTS_PAGE (ks_results_page_get_type ())
G_DECLARE_FINAL_TYPE (KsResultsPage, ks_results_page, KS, RESULTS_PAGE, GtkBox)

GtkWidget *ks_results_page_new (void);

G_END_DECLS
