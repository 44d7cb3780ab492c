/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-likert-bar.h"
#include "ks-multiples-chart.h"

G_BEGIN_DECLS

/* A row, copied; its words are those of the chart. */
typedef struct {
  KsLikertRow row;
  const char *levels[KS_MAX_LEVELS];
  gint64      counts[KS_MAX_LEVELS];
  gboolean    good[KS_MAX_LEVELS];
  gboolean    poor[KS_MAX_LEVELS];
} KsMultiplesRow;

/* A panel, copied. */
typedef struct {
  char           *label;
  char           *count_text;  /* "385/410" */
  gint64          n;
  gint64          population;
  const KsMultiplesRow *rows;
  guint           n_rows;
  KsLikertSeries *series;      /* what is seen of it, made when it is */
  guint           first_mark;  /* its name; its questions follow */
} KsMultiplesItem;

typedef struct {
  GArray             *items;    /* of KsMultiplesItem */
  KsMultiplesRow     *rows;     /* of all panels, one after the other */
  guint               n_rows;
  GStringChunk       *words;
  const KsLikertItem *legend;   /* a question whose scale they have; NULL: none */
  double              left;     /* farthest of all, per cent */
  double              right;
  guint               most;     /* questions of a panel */
} KsMultiplesSeries;

/* Where everything stands. What is within a panel is told from its upper left corner. */
typedef struct {
  double   width;
  double   unit;
  KsLegend legend;
  double   top;           /* of the first line of panels */
  guint    n_across;      /* panels beside each other */
  double   panel_width;
  double   panel_step;    /* from one to the next beside it */
  double   panel_height;
  double   line_step;     /* from one to the next below it */
  guint    first;         /* panels to paint: from here … */
  guint    end;           /* … to before here */
  double   title_y;
  double   rows_top;
  double   pitch;
  double   bar_height;
  gboolean labelled;
  double   figure_right;
  KsScale  scale;
  double   axis_y;
} KsMultiplesLayout;

const KsLikertSeries *
       ks_multiples_item_get_series (KsMultiplesItem *self);
double ks_multiples_layout_measure (const KsMultiplesSeries *series,
                                    const KsChartContext *context, double width);
void   ks_multiples_layout_init (KsMultiplesLayout *self, const KsMultiplesSeries *series,
                                 const KsChartContext *context, double width);
void   ks_multiples_layout_clip (KsMultiplesLayout *self, guint n_panels, cairo_t *cr);
void   ks_multiples_layout_get_corner (const KsMultiplesLayout *self, guint panel, double *x,
                                       double *y);
void   ks_multiples_paint (const KsMultiplesSeries *series, const KsMultiplesLayout *layout,
                           const KsChartContext *context, cairo_t *cr);

G_END_DECLS
