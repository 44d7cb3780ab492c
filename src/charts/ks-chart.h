/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib-object.h>
#include <pango/pango.h>

#include "ks-palette.h"

G_BEGIN_DECLS

/* A chart that paints itself into any width × height on cairo: screen, PDF, PNG and paper are
 * users of one painter. Its marks (a bar, a segment, a row that is not shown) can be hit by the
 * pointer, walked by keys and read as sentences.
 *
 * Fonts: a size in points is taken at 96 dpi on the screen palettes and at 72 dpi (a unit is a
 * point) on paper; an absolute size is taken as it is. All measures follow the size of the font.
 * Charts are safe to use from several threads. */
#define KS_TYPE_CHART (ks_chart_get_type ())
G_DECLARE_DERIVABLE_TYPE (KsChart, ks_chart, KS, CHART, GObject)

/* One thing in the chart that has a figure. */
typedef struct {
  cairo_rectangle_t rect;
  guint             row;     /* of the rows given, in the caller's order */
  guint             column;  /* within the row, from the left */
} KsMark;

/* Marks that stand in rows which are all alike, one below the other. */
typedef struct {
  double top;      /* of the first row */
  double pitch;
  double covered;  /* what lies above this is behind the heading, out of the pointer's reach */
  double heading;  /* height of the heading that stays in sight */
  guint  n_rows;   /* in the caller's order */
  guint  n_columns;
  const cairo_rectangle_t *cells;  /* of a row, from its upper left corner */
} KsMarkGrid;

typedef struct _KsChartContext KsChartContext;  /* see ks-chart-context.h */

typedef enum {
  KS_CHART_LEFT,
  KS_CHART_RIGHT,
  KS_CHART_UP,
  KS_CHART_DOWN,
  KS_CHART_FIRST,
  KS_CHART_LAST,
} KsChartMove;

struct _KsChartClass {
  GObjectClass parent_class;

  double (*measure) (KsChart *self, KsChartContext *context, double width);
  void   (*lay_out) (KsChart *self, KsChartContext *context, double width, double height);
  void   (*paint) (KsChart *self, KsChartContext *context, cairo_t *cr);
  char  *(*describe) (KsChart *self, guint row, guint column);
  /* Of charts whose marks do not stand row by row; of a mark, not of none. */
  guint (*move) (KsChart *self, guint mark, KsChartMove move);
  gboolean rigid;  /* its rows are as high as they are: it cannot give way */
};

double ks_chart_measure_height (KsChart *self, double width, const KsPalette *palette,
                                const PangoFontDescription *font);
void   ks_chart_lay_out (KsChart *self, double width, double height, const KsPalette *palette,
                         const PangoFontDescription *font);
void   ks_chart_paint (KsChart *self, cairo_t *cr, double width, double height,
                       const KsPalette *palette, const PangoFontDescription *font);
void   ks_chart_set_offset (KsChart *self, double offset);
double ks_chart_get_heading_height (KsChart *self);
gboolean ks_chart_is_rigid (KsChart *self);

guint  ks_chart_get_n_marks (KsChart *self);
void   ks_chart_get_mark_rect (KsChart *self, guint mark, cairo_rectangle_t *rect);
guint  ks_chart_get_mark_row (KsChart *self, guint mark);
guint  ks_chart_get_mark_column (KsChart *self, guint mark);
char  *ks_chart_dup_mark_sentence (KsChart *self, guint mark);
int    ks_chart_hit (KsChart *self, double x, double y);
int    ks_chart_move (KsChart *self, int mark, KsChartMove move);

void   ks_chart_add_mark (KsChart *self, const cairo_rectangle_t *rect, guint row, guint column);
void   ks_chart_set_grid (KsChart *self, const KsMarkGrid *grid);

G_END_DECLS
