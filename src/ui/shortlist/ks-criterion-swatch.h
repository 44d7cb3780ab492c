/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The colour of a criterion, beside its name: the legend of the bars. */
GtkWidget *ks_criterion_swatch_new (guint criterion);

G_END_DECLS
