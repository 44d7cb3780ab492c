/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-chart-context.h"

G_BEGIN_DECLS

#define KS_FIGURE_RUN_CHARACTERS "0123456789.,/%*"

/* Thousands of figures of one style and colour, shown at once: a table of them would take longer
 * to lay out one by one than to paint. */
typedef struct {
  const KsChartContext *context;
  KsTextStyle           style;
  cairo_scaled_font_t  *font;     /* NULL: no font has all the characters, each text for itself */
  gulong                glyph[sizeof KS_FIGURE_RUN_CHARACTERS];
  double                advance[sizeof KS_FIGURE_RUN_CHARACTERS];
  GArray               *glyphs;   /* of cairo_glyph_t */
} KsFigureRun;

void   ks_figure_run_init (KsFigureRun *self, const KsChartContext *context, KsTextStyle style);
void   ks_figure_run_clear (KsFigureRun *self);
double ks_figure_run_measure (const KsFigureRun *self, const char *text);
void   ks_figure_run_add (KsFigureRun *self, cairo_t *cr, const char *text, KsAlign align,
                          double x, double middle);
void   ks_figure_run_show (KsFigureRun *self, cairo_t *cr);

G_END_DECLS
