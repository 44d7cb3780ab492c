/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is seen of a widget that is higher than the scrolled window it stands in. */

GtkAdjustment *ks_view_find_adjustment (GtkWidget *widget);
void           ks_view_get_part (GtkWidget *widget, double *top, double *height);
void           ks_view_reveal (GtkWidget *widget, double top, double height, double heading);

G_END_DECLS
