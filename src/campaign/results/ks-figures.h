/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "ks-csv-writer.h"
#include "ks-sheet-writer.h"

G_BEGIN_DECLS

typedef enum
{
  KS_FIGURE_TEXT,   /* at the left, takes the room that is left */
  KS_FIGURE_ID,     /* at the left, in secondary colour */
  KS_FIGURE_NUMBER, /* at the right */
  KS_FIGURE_STRONG, /* at the right, bold */
  KS_FIGURE_NOTE,   /* at the left, in secondary colour, behind the numbers */
} KsFigureStyle;

typedef enum
{
  KS_FIGURE_ROW,
  KS_FIGURE_SECTION, /* one title across all columns */
  KS_FIGURE_TOTAL,
} KsFigureRowKind;

#define KS_FIGURE_NO_KEY G_MAXUINT

/* A table of figures, before it is a widget or text on the clipboard: what a chart shows, written
 * out. Cells are added from the left to the row that was added last. */
typedef struct _KsFigures KsFigures;

KsFigures *ks_figures_new (void);
KsFigures *ks_figures_ref (KsFigures *self);
void ks_figures_free (KsFigures *self);
void ks_figures_add_column (KsFigures *self, const char *title, KsFigureStyle style);
void ks_figures_add_section (KsFigures *self, const char *title);
void ks_figures_add_row (KsFigures *self, KsFigureRowKind kind, guint key);
void ks_figures_add_text (KsFigures *self, const char *text);
void ks_figures_add_none (KsFigures *self);
void ks_figures_add_count (KsFigures *self, gint64 count);
void ks_figures_add_staff (KsFigures *self, gint64 staff);
void ks_figures_add_hundredths (KsFigures *self, gint64 hundredths);
void ks_figures_add_points (KsFigures *self, gint64 hundredths);

guint ks_figures_get_n_columns (KsFigures *self);
const char *ks_figures_get_title (KsFigures *self, guint column);
KsFigureStyle ks_figures_get_style (KsFigures *self, guint column);
guint ks_figures_get_n_rows (KsFigures *self);
KsFigureRowKind ks_figures_get_kind (KsFigures *self, guint row);
guint ks_figures_get_key (KsFigures *self, guint row);
const char *ks_figures_get_cell (KsFigures *self, guint row, guint column);
void ks_figures_write (KsFigures *self, KsCsvWriter *writer);
void ks_figures_write_sheet (KsFigures *self, KsSheetWriter *writer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsFigures, ks_figures_free)

G_END_DECLS
