/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Who took part in two surveys of the same units. */
GtkWidget *ks_rounds_table_new (GPtrArray *rounds);

G_END_DECLS
