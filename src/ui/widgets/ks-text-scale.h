/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The usual size of text, in pixels: Noto Sans 11; and that of tables. */
#define KS_TEXT_USUAL 14.67
#define KS_TEXT_TABLE 13.33

double ks_text_scale_get (GtkWidget *widget, double usual);

G_END_DECLS
