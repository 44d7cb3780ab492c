/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-page.h"

G_BEGIN_DECLS

/* Phiếu trả lời: the imports and what they brought, the sheets that wait and why. Never answers. */
#define KS_TYPE_ANSWERS_PAGE (ks_answers_page_get_type ())
G_DECLARE_FINAL_TYPE (KsAnswersPage, ks_answers_page, KS, ANSWERS_PAGE, GtkBox)

GtkWidget *ks_answers_page_new (void);

G_END_DECLS
