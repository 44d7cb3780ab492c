/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ks_css_class_set (GtkWidget *widget, const char *name, gboolean set);

G_END_DECLS
