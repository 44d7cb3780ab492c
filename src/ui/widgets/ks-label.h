/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ks_label_cut (GtkLabel *label);
void ks_label_wrap_link (GtkLabel *label);

G_END_DECLS
