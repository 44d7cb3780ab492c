/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A card with one large figure. Property "caption": what it is. */
#define KS_TYPE_KEY_FIGURE (ks_key_figure_get_type ())
G_DECLARE_FINAL_TYPE (KsKeyFigure, ks_key_figure, KS, KEY_FIGURE, GtkBox)

void ks_key_figure_set (KsKeyFigure *self, const char *figure, const char *note);

G_END_DECLS
