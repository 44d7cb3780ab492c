/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-layout-private.h"
#include "ks-paper-look.h"
#include "ks-time.h"

G_BEGIN_DECLS

/* WordprocessingML (ECMA-376, transitional). Its lengths: twips, 1/20 of a point. */
#define KS_TWIPS(mm) ((int) ((mm) * KS_POINTS_PER_MM * 20 + 0.5))
#define KS_HALF_POINTS(points) ((int) ((points) * 2 + 0.5))

#define KS_DOCX_PROLOG "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define KS_DOCX_W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define KS_DOCX_R "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/* A document while it is written. */
typedef struct {
  KsDocument   *document;
  KsJob        *job;       /* NULL: nobody stops it */
  KsPaperPlace  place;
  double        width;     /* of the text, in mm */
  GString      *body;      /* what stands on the pages */
  GHashTable   *names;     /* of the bookmarks, in small letters */
  GHashTable   *counts;    /* bookmarks of a figure, by its name */
  guint         n_marks;
  GPtrArray    *pictures;  /* of GBytes, PNG */
  GPtrArray    *painted;   /* of KsBlock: the chart that each picture shows */
  guint         n_drawings; /* of pictures, some more than once */
  gboolean      new_page;  /* the next paragraph begins one */
  gboolean      tabled;    /* a table is the last that was written */
} KsDocx;

/* What a paragraph does beside what its style says. */
typedef enum {
  KS_DOCX_KEEP_NEXT = 1 << 0,
  KS_DOCX_KEEP_LINES = 1 << 1,
} KsDocxFlags;

/* ks-docx-text.c */
void ks_docx_add_escaped (GString *xml, const char *text, gssize length);
void ks_docx_begin_paragraph (KsDocx *self, const char *style, guint flags);
void ks_docx_end_paragraph (KsDocx *self);
void ks_docx_add_rich (KsDocx *self, const KsRichText *text, const char *look);
void ks_docx_add_marked (KsDocx *self, const char *style, guint flags, const char *marked);
void ks_docx_add_given (KsDocx *self, const char *style, guint flags, const char *text);

/* ks-docx-table.c */
void ks_docx_begin_frame (KsDocx *self, const double *widths, guint n, double top, double height);
void ks_docx_begin_cell (KsDocx *self, int twips, const char *more);
void ks_docx_end_cell (KsDocx *self);
void ks_docx_end_frame (KsDocx *self);
char *ks_docx_name_cells (const KsDocx *self, const char *style, double size);
void ks_docx_add_table (KsDocx *self, guint index);

/* ks-docx-chart.c */
gboolean ks_docx_add_chart (KsDocx *self, const KsBlock *block, GError **error);

/* ks-docx-body.c */
gboolean ks_docx_add_blocks (KsDocx *self, GError **error);

/* ks-docx-styles.c, ks-docx-header.c */
GBytes *ks_docx_write_styles (const KsDocx *self);
GBytes *ks_docx_write_header (const KsDocx *self, gboolean first);

G_END_DECLS
