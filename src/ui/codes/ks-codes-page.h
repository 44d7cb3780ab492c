/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-page.h"

G_BEGIN_DECLS

/* Mã QR: the link of the form, the sheets with the codes as they will be printed, their proof. */
#define KS_TYPE_CODES_PAGE (ks_codes_page_get_type ())
G_DECLARE_FINAL_TYPE (KsCodesPage, ks_codes_page, KS, CODES_PAGE, GtkBox)

GtkWidget *ks_codes_page_new (void);

G_END_DECLS
