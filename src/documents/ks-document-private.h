/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-document.h"
#include "ks-job.h"
#include "ks-paper.h"
#include "ks-rich-text.h"

G_BEGIN_DECLS

#define KS_INTERNAL "LƯU HÀNH NỘI BỘ"
#define KS_DOCUMENT_KEYWORDS "khaosat:paper=%s;v=1" /* by which a file is told; takes the id */

typedef enum {
  KS_BLOCK_OPENING,
  KS_BLOCK_TITLE,
  KS_BLOCK_HEADING,
  KS_BLOCK_TEXT,
  KS_BLOCK_POINT,
  KS_BLOCK_NOTE,
  KS_BLOCK_BLANK,
  KS_BLOCK_PLAIN,
  KS_BLOCK_TABLE,
  KS_BLOCK_CHART,
  KS_BLOCK_BREAK,
  KS_BLOCK_CLOSING,
} KsBlockKind;

typedef struct {
  KsRowKind           kind;
  const char *const  *cells;
} KsTableRow;

/* Everything that a document was given, in its order. Texts are in the document's chunk. */
typedef struct {
  KsBlockKind       kind;
  guint             level;      /* of a heading */
  const char       *label;      /* of a title */
  const char       *text;       /* or the title, the caption */
  const char       *reference;  /* of a title; what a chart shows, in words */
  KsDocumentTable   table;
  GArray           *rows;       /* of KsTableRow */
  KsFolioPainter    paint;
  gpointer          chart;
  GDestroyNotify    destroy;
  double            height_mm;
  KsPaperOpening    opening;
  KsPaperClosing    closing;
} KsBlock;

struct _KsDocument {
  KsDocumentFacts  facts;
  KsFigureBook    *book;
  GPtrArray       *blocks;  /* of KsBlock */
  GPtrArray       *arrays;  /* of what the blocks point at, beside texts */
  GStringChunk    *texts;
  KsBlock         *table;   /* the one that takes rows */
};

#define ks_document_get_block(self, index) \
  ((const KsBlock *) g_ptr_array_index ((self)->blocks, (index)))

gboolean ks_document_is_stopped (KsJob *job);

void ks_document_get_place (const KsDocument *self, KsPaperPlace *place);

guint    ks_document_find_tail (const KsDocument *self, guint index);
gboolean ks_document_is_closing (const KsDocument *self, guint index);

/* A text of a document, and where it stands. */
typedef gboolean (*KsMarkedFunc) (const KsBlock *block, guint row, const char *marked,
                                  gpointer data);

gboolean ks_document_each_text (KsDocument *self, KsMarkedFunc func, gpointer data);

gboolean  ks_table_row_is_plain (const KsTableRow *row);
KsRowKind ks_table_get_kind (const GArray *rows, guint index);

G_END_DECLS
