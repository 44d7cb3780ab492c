/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  KS_CELL_PLAIN = 0,
  KS_CELL_STRONG = 1 << 0,
  KS_CELL_SECONDARY = 1 << 1,
  KS_CELL_FIGURE = 1 << 2, /* text that is a figure stands as numbers do */
} KsCellStyle;

/* What a cell says of an item. Text: (transfer full). */
typedef char *(*KsTextFunc) (gpointer item, gpointer data);
typedef gint64 (*KsNumberFunc) (gpointer item, gpointer data);
/* A style class for the cell of an item, NULL: none. */
typedef const char *(*KsMarkFunc) (gpointer item, gpointer data);

/* Columns of a GtkColumnView over items that do not change: text is cut off at its end and shows
 * whole in a tooltip, numbers stand at the right in even figures, as do their titles. The same
 * functions make the text that is copied. */
void  ks_column_set_text (GtkColumnViewColumn *column, KsCellStyle style, KsTextFunc func,
                          gpointer data);
void  ks_column_set_number (GtkColumnViewColumn *column, KsCellStyle style, KsNumberFunc func,
                            gpointer data);
/* Text that takes this width and, where the column expands, what is left: so that the table stands
 * still while it scrolls. */
void  ks_column_set_chars (GtkColumnViewColumn *column, int chars);
/* What leads the eye to some of the cells. */
void  ks_column_set_mark (GtkColumnViewColumn *column, KsMarkFunc func, gpointer data);
void  ks_column_refresh (GtkColumnViewColumn *column);
GtkWidget *ks_column_find_cell (GtkColumnViewColumn *column, gpointer item);
gboolean ks_column_view_find_at (GtkColumnView *view, double x, double y,
                                 GtkColumnViewColumn **column, guint *position);
void  ks_column_view_align_titles (GtkColumnView *view);

/* A column, in its place, and whether there is need and room for it. */
typedef struct
{
  GtkColumnViewColumn *column;
  gboolean wanted;
} KsColumnChoice;

void ks_column_view_choose (GtkColumnView *view, const KsColumnChoice *choice, guint n_columns);

guint ks_column_view_copy_selection (GtkColumnView *view);

G_END_DECLS
