/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The about window: the one place that knows how this version of libadwaita shows it. */
void ks_about_present (GtkWindow *parent);

G_END_DECLS
