/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-proof.h"
#include "ks-symbol.h"
#include "ks-type.h"

G_BEGIN_DECLS

#define KS_SIMULATED "SỐ LIỆU MÔ PHỎNG"
#define KS_TAG_PADDING 1.5
/* Of a watermark along the rising diagonal of an A4, in degrees. */
#define KS_WATERMARK_UPRIGHT 54.7
#define KS_WATERMARK_FLAT 35.0

typedef enum {
  KS_INK_BLACK,
  KS_INK_ACCENT,
  KS_INK_WHITE,
} KsInk;

typedef enum {
  KS_ALIGN_LEFT,
  KS_ALIGN_CENTRE,
  KS_ALIGN_RIGHT,
  KS_ALIGN_AXIS,  /* the ink of the first letter, not its advance, starts at x */
} KsAlign;

typedef enum {
  KS_PICTURE_CHAT,
  KS_PICTURE_CAMERA,
  KS_PICTURE_PHONE,
  KS_PICTURE_SCAN,
  KS_PICTURE_FORM,
  KS_PICTURE_SEND,
  KS_PICTURE_SHIELD,
  KS_PICTURE_CLOCK,
  KS_PICTURE_SHEET,
  KS_PICTURE_GLOBE,
  KS_N_PICTURES,
} KsPicture;

/* A part of a page that is laid out in measures of its own: what is added stands at the frame's
 * origin, larger by scale, and turned by 180° about that origin if so wished. */
typedef struct {
  double   x;
  double   y;
  double   scale;
  gboolean turned;
} KsFrame;

/* What it returns is not used here. */
typedef double (*KsFolioPainter) (cairo_t *cr, double width, double height, gpointer data);

/* One page as positioned items, in the order of painting. Positions and sizes in mm from the top
 * left corner, y of text is its baseline. */
typedef struct _KsFolio KsFolio;

KsFolio   *ks_folio_new (void);
KsFolio   *ks_folio_ref (KsFolio *self);
void      ks_folio_unref (KsFolio *self);

void      ks_folio_set_frame (KsFolio *self, const KsFrame *frame);
double    ks_folio_get_size (KsFolio *self, double size, double least);

void      ks_folio_add_text (KsFolio *self, const KsStyle *style, KsInk ink, KsAlign align, double x,
                            double y, const char *text);
void      ks_folio_add_stretched (KsFolio *self, const KsStyle *style, double x, double y,
                                 double width, const char *text);
void      ks_folio_add_rect (KsFolio *self, KsInk ink, const KsRect *rect);
void      ks_folio_add_frame (KsFolio *self, const KsRect *rect, double line);
void      ks_folio_add_line (KsFolio *self, double x1, double y1, double x2, double y2, double line);
void      ks_folio_add_disc (KsFolio *self, KsInk ink, double x, double y, double radius);
void      ks_folio_add_picture (KsFolio *self, KsPicture picture, double x, double y, double size,
                               double stroke);
void      ks_folio_add_tag (KsFolio *self, const KsStyle *style, double x, double y, double height,
                           const char *text);
void      ks_folio_add_dots (KsFolio *self, double x1, double x2, double y);
void      ks_folio_add_watermark (KsFolio *self, double x, double y, double rise,
                                 const char *text);
void      ks_folio_add_painting (KsFolio *self, const KsRect *rect, KsFolioPainter painter,
                                gpointer data);
void      ks_folio_add_code (KsFolio *self, const KsCodeCell *cell, const KsRect *symbol);

GPtrArray *ks_folio_dup_cells (KsFolio *self, guint index);
double    ks_folio_measure_margin (KsFolio *self, double width, double height);
gboolean  ks_folio_find_text (KsFolio *self, const char *text, KsStyle *style, double *x, double *y);

void      ks_folio_encode (KsFolio *self);
void      ks_folio_paint (KsFolio *self, cairo_t *cr, gboolean one_colour);
void      ks_picture_paint (KsPicture picture, cairo_t *cr, double x, double y, double size,
                            double stroke);
GBytes   *ks_painting_dup_png (KsFolioPainter painter, gpointer data, double width, double height,
                               double dpi, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsFolio, ks_folio_unref)

G_END_DECLS
