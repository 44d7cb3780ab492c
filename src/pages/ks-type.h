/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "ks-fonts.h"

G_BEGIN_DECLS

#define KS_POINTS_PER_MM (72.0 / 25.4)
#define KS_MM_PER_POINT (25.4 / 72.0)

/* How a line is set. Sizes in points; track in 1/1000 em between letters. */
typedef struct {
  KsFamily family;
  double   size;
  gboolean bold;
  gboolean italic;
  double   track;
} KsStyle;

/* A shaped line. Lengths in mm: width is the advance, the ink is what is black of it, relative to
 * the pen: rise above and fall below the baseline. */
typedef struct {
  double width;
  double ink_left;
  double ink_rise;
  double ink_fall;
} KsMeasure;

/* The fonts of one thread. Hinting is off: a page looks the same on paper and on every screen. */
typedef struct _KsType KsType;

double   ks_type_get_cap_height (KsFamily family);
gboolean ks_type_check_family (KsFamily family, GError **error);
KsType  *ks_type_get (void);
void     ks_type_measure (KsType *self, const KsStyle *style, const char *text,
                          KsMeasure *measure);
double   ks_type_get_width (KsType *self, const KsStyle *style, const char *text);
double   ks_type_measure_fall (KsType *self, const KsStyle *style, const char *text, double reach);
void     ks_type_show (KsType *self, cairo_t *cr, const KsStyle *style, const char *text,
                       double stretch);
void     ks_type_outline (KsType *self, cairo_t *cr, const KsStyle *style, const char *text);
double   ks_type_fit (KsType *self, const KsStyle *style, const char *text, double width,
                      const double *sizes, guint n_sizes);

G_END_DECLS
