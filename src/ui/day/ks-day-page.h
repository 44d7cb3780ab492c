/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-page.h"

G_BEGIN_DECLS

/* Page 5: who has answered so far, whom to call, what to send. Who took part alone, never what was
 * answered. */
#define KS_TYPE_DAY_PAGE (ks_day_page_get_type ())
G_DECLARE_FINAL_TYPE (KsDayPage, ks_day_page, KS, DAY_PAGE, GtkBox)

GtkWidget *ks_day_page_new (void);

G_END_DECLS
