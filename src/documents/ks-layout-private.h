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
  KsJob        *job;        /* NULL: nobody stops it */
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

/* How the cells of a table are set: in mm, but for the size. */
typedef struct {
  double size;
  double pitch;
  double air;         /* above and below the text of a row, together */
  double header_air;
} KsTableLook;

#define KS_TABLE_GAP 3.0             /* above it, but for what follows a heading */
#define KS_TABLE_HEADING_GAP 2.0
#define KS_TABLE_PADDING 1.6
#define KS_TABLE_CENTRED_PADDING 0.6 /* nothing leans on the lines beside a centred text */
#define KS_TABLE_NUMBER_ROW 5.0
#define KS_TABLE_FEW_ROWS 6          /* a table up to this long stays on one page */
#define KS_CHART_GAP 3.0
#define KS_CHART_AFTER 2.0

void   ks_layout_add_gap (KsLayout *self, double gap);
void   ks_layout_mark_line (KsLayout *self, const KsStyle *style, const KsRichText *text,
                            const KsLine *line, double x, double y, double stretch);
KsParagraphLook ks_paragraph_get_look (const KsDocument *document, KsBlockKind kind, guint level);
void   ks_layout_add_centred (KsLayout *self, const KsStyle *style, double pitch,
                              const char *marked);
double ks_caption_measure (const char *marked, const KsDocument *document,
                           const KsPaperPlace *place);
void   ks_layout_add_caption (KsLayout *self, const char *marked);
void   ks_layout_add_paragraphs (KsLayout *self, const KsBlock *block, double after);
double ks_layout_measure_lead (KsLayout *self, guint index);
double ks_layout_measure_tail (KsLayout *self, guint index);
double ks_layout_measure_end (KsLayout *self, guint index);
double ks_layout_measure_table_lead (KsLayout *self, guint index);
void   ks_table_get_look (const KsDocument *document, const KsDocumentTable *table,
                          KsTableLook *look);
gboolean ks_table_is_short (const KsDocumentTable *table, const GArray *rows);
guint  ks_table_find_last_rows (const KsBlock *block);
void   ks_layout_add_table (KsLayout *self, guint index);
double ks_chart_measure (const KsBlock *block, const KsDocument *document,
                         const KsPaperPlace *place);
double ks_layout_measure_chart (KsLayout *self, const KsBlock *block);
void   ks_layout_add_chart (KsLayout *self, const KsBlock *block);
double ks_chart_paint_fitted (cairo_t *cr, double width, double height, gpointer block);

G_END_DECLS
