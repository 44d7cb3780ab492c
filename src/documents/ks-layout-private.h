/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-document-private.h"
#include "ks-lines.h"

G_BEGIN_DECLS

/* Where a figure stands on paper. */
typedef struct {
  guint           page;
  KsRect          rect;
  const KsFigure *figure;
} KsPrinted;

/* A document while it is laid out. */
typedef struct {
  KsDocument   *document;
  KsPaperPlace  place;
  KsPaperFlow   flow;
  GArray       *printed;    /* of KsPrinted */
  GArray       *bookmarks;  /* of KsBookmark; titles are owned */
} KsLayout;

/* How a paragraph is set. */
typedef struct {
  KsStyle  style;
  double   pitch;
  double   indent;
  double   gap;      /* above it */
  gboolean ragged;
} KsParagraphLook;

void   ks_layout_add_gap (KsLayout *self, double gap);
void   ks_layout_mark_line (KsLayout *self, const KsStyle *style, const KsRichText *text,
                            const KsLine *line, double x, double y, double stretch);
KsParagraphLook ks_layout_get_look (KsLayout *self, const KsBlock *block);
void   ks_layout_add_paragraphs (KsLayout *self, const KsBlock *block, double after);
double ks_layout_measure_lead (KsLayout *self, guint index);
double ks_layout_measure_tail (KsLayout *self, guint index);
double ks_layout_measure_table_lead (KsLayout *self, guint index);
void   ks_layout_add_table (KsLayout *self, guint index);
double ks_layout_measure_chart (KsLayout *self, const KsBlock *block);
void   ks_layout_add_chart (KsLayout *self, const KsBlock *block);
double ks_chart_paint_fitted (cairo_t *cr, double width, double height, gpointer block);

G_END_DECLS
