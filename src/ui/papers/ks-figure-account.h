/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-figure-book.h"

G_BEGIN_DECLS

/* Căn cứ of a figure, beside it: what it is, its value, how it came about; to be copied. */
#define KS_TYPE_FIGURE_ACCOUNT (ks_figure_account_get_type ())
G_DECLARE_FINAL_TYPE (KsFigureAccount, ks_figure_account, KS, FIGURE_ACCOUNT, GtkPopover)

GtkWidget *ks_figure_account_new (void);
void ks_figure_account_show (KsFigureAccount *self, const KsFigure *figure, const char *meaning);

G_END_DECLS
