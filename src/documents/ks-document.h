/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-figure-book.h"
#include "ks-paper-flow.h"

G_BEGIN_DECLS

/* The content of a paper, from which DOCX, PDF and XLSX are made.
 *
 * In its texts and cells {id} prints the figure of that id in the book, {=01/4/2024} prints digits
 * that are no figure, and {{ a brace. Any other digit is refused: a paper is not made with a number
 * that has no account. Names that may hold digits go through ks_document_quote(). */
typedef struct _KsDocument KsDocument;

typedef struct {
  const char *id;         /* "report" */
  const char *title;      /* of the file: not printed */
  const char *author;
  gboolean    landscape;
  gboolean    simulated;
  gboolean    internal;   /* LƯU HÀNH NỘI BỘ */
  const char *draft;      /* "DỰ THẢO LẦN 2"; NULL: none */
  const char *notice;     /* "SỐ LIỆU SƠ BỘ"; NULL: none */
  gboolean    unnumbered; /* its pages go apart */
  double      margins[4]; /* top, right, bottom, left in mm; all 0: those of the Party layout */
  gboolean    compact;    /* for one page: the title stands higher, without dashes under it */
  const char *font;       /* of the DOCX; NULL: Times New Roman */
  double      size;       /* of the body, in points, where all must stand on one page; 0: as usual */
  double      pitch;      /* from line to line of it, in mm; 0: as usual */
} KsDocumentFacts;

typedef enum {
  KS_ROW_PLAIN,
  KS_ROW_GROUP,  /* a district with its sums, above its units: bold, told again on the next page */
  KS_ROW_TOTAL,  /* bold; stands with some rows above it */
  KS_ROW_BOUND,  /* plain; stands on the page of the row above it */
} KsRowKind;

typedef struct {
  const char        *sheet;      /* what its tab in a workbook says; NULL: its number */
  const char        *lead;       /* told above it in a workbook, where no text is; NULL: nothing */
  const char        *caption;    /* "Biểu {=1}. …"; NULL: none */
  guint              n_columns;
  const double      *widths;     /* in mm */
  const KsAlign     *aligns;
  const char *const *header;     /* a line feed breaks a line; NULL: none */
  gboolean           numbered;   /* a row (1) (2) … under the header */
  double             size;       /* of the type, in points; 0: 12 */
  double             row_height; /* at least, in mm; 0: as high as its text */
  gboolean           breaks;     /* rows are high: even a short one is broken between them */
} KsDocumentTable;

/* Where a figure stands in a paper. */
typedef struct {
  char *id;
  char *where;  /* the beginning of the sentence, or caption and row of a table */
} KsFigurePlace;

KsDocument *ks_document_new (const KsDocumentFacts *facts, KsFigureBook *book);
KsDocument *ks_document_ref (KsDocument *self);
void        ks_document_unref (KsDocument *self);
KsFigureBook *ks_document_get_book (KsDocument *self);
char       *ks_document_quote (const char *text);

void        ks_document_open (KsDocument *self, const KsPaperOpening *opening);
void        ks_document_add_title (KsDocument *self, const char *label, const char *title,
                                   const char *reference);
void        ks_document_add_heading (KsDocument *self, guint level, const char *text);
void        ks_document_add_text (KsDocument *self, const char *text);
void        ks_document_add_point (KsDocument *self, const char *text);
void        ks_document_add_note (KsDocument *self, const char *text);
void        ks_document_add_blank (KsDocument *self, const char *lead);
void        ks_document_add_plain (KsDocument *self, const char *text);
void        ks_document_begin_table (KsDocument *self, const KsDocumentTable *table);
void        ks_document_add_row (KsDocument *self, KsRowKind kind, const char *const *cells,
                                 guint n_cells);
void        ks_document_end_table (KsDocument *self);
void        ks_document_add_chart (KsDocument *self, const char *caption, KsFolioPainter paint,
                                   gpointer chart, GDestroyNotify destroy, double height_mm,
                                   const char *alt);
void        ks_document_break_page (KsDocument *self);
void        ks_document_close (KsDocument *self, const KsPaperClosing *closing);

gboolean    ks_document_check (KsDocument *self, GError **error);
GPtrArray  *ks_document_dup_figures (KsDocument *self);
void        ks_figure_place_free (KsFigurePlace *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsDocument, ks_document_unref)

G_END_DECLS
