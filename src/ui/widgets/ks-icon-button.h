/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A flat button for the end of a row; @label is its name and its tooltip. */
GtkWidget *ks_icon_button_new (const char *icon, const char *label);

G_END_DECLS
