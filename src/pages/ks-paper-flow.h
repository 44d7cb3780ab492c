/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-paper.h"

G_BEGIN_DECLS

#define KS_PAPER_PITCH 6.6            /* of the body, from line to line */
#define KS_PAPER_HEADER_PADDING 0.4   /* of cells in the header of a table */

/* Told where a line of the title stands. */
typedef void (*KsLinePlacedFunc) (const KsStyle *style, double x, double y, const char *line,
                                  gpointer data);

/* A paper in the Party layout while it is written: what comes next stands at y of the last page. */
typedef struct {
  gboolean    simulated;
  const char *notice;    /* a few words in a box on every page; NULL or empty: none */
  GPtrArray  *pages;     /* of KsFolio */
  KsFolio    *page;      /* the last one */
  double      y;
  const KsPaperPlace *place;        /* NULL: upright, with the usual margins */
  const char *const  *boxes;        /* in boxes on the first page: DỰ THẢO …; NULL: none */
  KsLinePlacedFunc    placed;       /* NULL: nobody is told */
  gpointer            placed_data;
  gboolean            compact;      /* the title stands higher, without dashes under it */
  gboolean            unnumbered;   /* pages go apart: they have no numbers */
} KsPaperFlow;

/* How a paper begins. */
typedef struct {
  const char        *superior;    /* TỈNH ỦY … */
  const char        *organ;
  const char        *number;      /* "Số …-BC/BDVTU"; NULL: none */
  const char        *place_date;  /* NULL: none */
  const char        *title;
  const char *const *subjects;    /* NULL-terminated */
  const char        *reference;   /* in italics; NULL: none */
} KsPaperOpening;

/* How a paper ends: NULL-terminated lines. */
typedef struct {
  const char *const *recipients;  /* under "Nơi nhận:" */
  const char *const *signature;   /* who signs, above the room for it */
  const char *const *preparer;    /* who signs on the left, where no recipients are; NULL: nobody */
} KsPaperClosing;

const KsPaperPlace *ks_paper_flow_get_place (const KsPaperFlow *flow);
gboolean ks_paper_flow_begin (KsPaperFlow *flow, GError **error);
void     ks_paper_flow_begin_page (KsPaperFlow *flow);
void     ks_paper_flow_keep (KsPaperFlow *flow, double height);
void     ks_paper_flow_open (KsPaperFlow *flow, const KsPaperOpening *opening);
double   ks_paper_flow_measure_closing (const KsPaperClosing *closing);
void     ks_paper_flow_close (KsPaperFlow *flow, const KsPaperClosing *closing);
void     ks_paper_flow_drop (KsPaperFlow *flow);
KsPages *ks_paper_flow_end (KsPaperFlow *flow, const KsPagesFacts *facts, gpointer owned,
                            GDestroyNotify destroy);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KsPaperFlow, ks_paper_flow_drop)

G_END_DECLS
