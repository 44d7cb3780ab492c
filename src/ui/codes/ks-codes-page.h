/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Mã QR: the link, the sheets with a preview of the real page, their proof, print and PDF. */
#define KS_TYPE_CODES_PAGE (ks_codes_page_get_type ())
G_DECLARE_FINAL_TYPE (KsCodesPage, ks_codes_page, KS, CODES_PAGE, GtkBox)

GtkWidget *ks_codes_page_new (void);

G_END_DECLS
