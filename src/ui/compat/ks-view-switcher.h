/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tabs: the one place that knows how this version of libadwaita lays them out. */
void ks_view_switcher_pack (GtkWidget *root);

G_END_DECLS
