/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A spin button whose figures stand as offices write them: 17,14, but 40; point and comma are read. */
void ks_figure_spin_set_up (GtkSpinButton *spin);

void ks_figure_ignore_wheel (GtkWidget *widget);

G_END_DECLS
