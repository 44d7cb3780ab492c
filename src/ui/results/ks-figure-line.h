/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ks-figures.h"

G_BEGIN_DECLS

/* How wide the columns of a table are, for all its lines. */
typedef struct
{
  int minimum; /* of one that shows text it is less than the text */
  int natural;
} KsFigureWidth;

#define KS_FIGURE_TITLES G_MAXUINT

/* A row of a table of figures, or its titles, painted as one widget: tables of thousands of rows
 * and twenty columns have no time for a label in each cell. A screen reader hears the titles with
 * the figures. Signal "clicked". */
#define KS_TYPE_FIGURE_LINE (ks_figure_line_get_type ())
G_DECLARE_FINAL_TYPE (KsFigureLine, ks_figure_line, KS, FIGURE_LINE, GtkWidget)

GtkWidget *ks_figure_line_new (void);
void ks_figure_line_set (KsFigureLine *self, KsFigures *figures, guint row, GArray *widths);
char *ks_figure_line_dup_text (KsFigureLine *self);
GArray *ks_figure_line_measure (GtkWidget *widget, KsFigures *figures);

G_END_DECLS
