/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where one goes on after a cell. */
typedef enum {
  KS_CELL_STAY,
  KS_CELL_DOWN,
  KS_CELL_UP,
  KS_CELL_NEXT,
  KS_CELL_PREVIOUS,
} KsCellMove;

/* A field that lies over a cell of a table and is typed into as in a spreadsheet: Enter and Down
 * go to the row below, Tab to the next cell, Escape leaves all as it was.
 * Signal "typed" (KsCellMove): the text is to be taken; the handler closes the field, moves it or
 * shows what is wrong. */
#define KS_TYPE_CELL_EDITOR (ks_cell_editor_get_type ())
G_DECLARE_FINAL_TYPE (KsCellEditor, ks_cell_editor, KS, CELL_EDITOR, GtkPopover)

GtkWidget  *ks_cell_editor_new (void);
void        ks_cell_editor_open (KsCellEditor *self, const GdkRectangle *cell, const char *name,
                                 const char *text, float xalign);
void        ks_cell_editor_move (KsCellEditor *self, const GdkRectangle *cell);
void        ks_cell_editor_close (KsCellEditor *self);
void        ks_cell_editor_replace (KsCellEditor *self, const char *text);
void        ks_cell_editor_show_problem (KsCellEditor *self, const char *problem);
const char *ks_cell_editor_get_text (KsCellEditor *self);
gboolean    ks_cell_editor_is_changed (KsCellEditor *self);

G_END_DECLS
