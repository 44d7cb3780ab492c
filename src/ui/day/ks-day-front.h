/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ks_day_front_begin (GtkSliceListModel *front, GtkWidget *view);
void ks_day_front_end (GtkSliceListModel *front, GtkWidget *view);

G_END_DECLS
