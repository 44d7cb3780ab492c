/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-page.h"

G_BEGIN_DECLS

/* Phiếu khảo sát: the form, to be edited, loaded, saved and printed. */
#define KS_TYPE_FORM_PAGE (ks_form_page_get_type ())
G_DECLARE_FINAL_TYPE (KsFormPage, ks_form_page, KS, FORM_PAGE, GtkBox)

GtkWidget *ks_form_page_new (void);

G_END_DECLS
