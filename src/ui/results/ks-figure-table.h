/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-figures.h"

G_BEGIN_DECLS

/* A table of figures on screen, with rows under titles of sections. Up and Down walk the rows.
 * Signals "figure-activated" (guint key): Enter or a click on a row that leads somewhere;
 * "figure-selected" (guint key): the person came to such a row. */
#define KS_TYPE_FIGURE_TABLE (ks_figure_table_get_type ())
G_DECLARE_FINAL_TYPE (KsFigureTable, ks_figure_table, KS, FIGURE_TABLE, GtkBox)

GtkWidget *ks_figure_table_new (void);
void ks_figure_table_set_figures (KsFigureTable *self, KsFigures *figures);
void ks_figure_table_select (KsFigureTable *self, guint key);

G_END_DECLS
