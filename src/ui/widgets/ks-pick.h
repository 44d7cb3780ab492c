/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A button in the row of a long list with one of several answers on it. The answers are asked for
 * when it is pressed, so that a row costs little; its popover lists them. */
typedef char **(*KsPickListFunc) (gpointer data, guint *chosen);
typedef void (*KsPickFunc) (guint index, gpointer data);

GtkWidget *ks_pick_new (void);
void       ks_pick_set_label (GtkWidget *pick, const char *label);
void       ks_pick_set_funcs (GtkWidget *pick, KsPickListFunc list, KsPickFunc func, gpointer data);

G_END_DECLS
