/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "ks-palette.h"

G_BEGIN_DECLS

/* What a painter knows of the place it paints for: colours, the font and its measures. */
typedef struct _KsChartContext {
  const KsPalette *palette;
  const char      *font;   /* interned description without size */
  double           em;     /* size of the body text in the chart's units */
  double           unit;   /* 1 where the body text is 11 points at 96 dpi: all measures grow with it */
  gboolean         paper;
  double           offset; /* so much is scrolled away above */
} KsChartContext;

typedef enum {
  KS_ALIGN_LEFT,
  KS_ALIGN_CENTRE,
  KS_ALIGN_RIGHT,
} KsAlign;

/* A style of text: its size against the body's. */
typedef struct {
  double   scale;
  gboolean bold;
} KsTextStyle;

/* Between the two lines of a heading. */
#define KS_HEADING_LINE 1.15

/* Half the height of a figure in em (Noto Sans 0.714, Liberation Serif 0.66): what stands in the
 * middle of a row is the middle of its figures. */
#define KS_HALF_FIGURE 0.355

#define KS_TEXT_ROW          ((KsTextStyle) { 10.0 / 11, FALSE })
#define KS_TEXT_ROW_BOLD     ((KsTextStyle) { 10.0 / 11, TRUE })
#define KS_TEXT_CAPTION      ((KsTextStyle) { 9.0 / 11, FALSE })
#define KS_TEXT_CAPTION_BOLD ((KsTextStyle) { 9.0 / 11, TRUE })

void        ks_chart_context_init (KsChartContext *self, const KsPalette *palette,
                                   const PangoFontDescription *font);
const char *ks_chart_context_say (const KsChartContext *self, const char *msgid,
                                  const char *vietnamese);
double      ks_chart_context_measure (const KsChartContext *self, const char *text,
                                      KsTextStyle style);
PangoLayoutLine *ks_chart_context_get_line (const KsChartContext *self, const char *text,
                                            KsTextStyle style);
double      ks_chart_context_measure_column (const KsChartContext *self, const void *rows,
                                             guint n_rows, gsize stride, gsize offset,
                                             KsTextStyle style);
double      ks_chart_context_show (const KsChartContext *self, cairo_t *cr, const char *text,
                                   KsTextStyle style, KsAlign align, double x, double middle,
                                   double width);
double      ks_chart_context_measure_heading (const KsChartContext *self, const char *text);
void        ks_chart_context_show_heading (const KsChartContext *self, cairo_t *cr,
                                           const char *text, KsAlign align, double x,
                                           double middle, double width);
void        ks_chart_context_hatch (const KsChartContext *self, cairo_t *cr,
                                    const cairo_rectangle_t *rect, const KsColour *colour);

G_END_DECLS
