/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-folio.h"

G_BEGIN_DECLS

/* White columns and rows around the codes in a mask: readers draw the outermost pixels of an image
 * up to a quarter narrower. */
#define KS_MASK_MARGIN 2

typedef enum {
  KS_ITEM_TEXT,
  KS_ITEM_RECT,
  KS_ITEM_FRAME,
  KS_ITEM_LINE,
  KS_ITEM_DOTS,
  KS_ITEM_DISC,
  KS_ITEM_PICTURE,
  KS_ITEM_WATERMARK,
  KS_ITEM_PAINTING,
  KS_ITEM_CODE,
} KsItemKind;

typedef struct {
  KsItemKind     kind;
  KsInk          ink;
  KsAlign        align;
  KsStyle        style;
  const char    *text;    /* in the folio's chunk */
  KsRect         rect;    /* width and height: those of the item; the second point of a line */
  double         line;    /* width of a stroke or a stretched text, radius, angle */
  gboolean       turned;  /* by 180° */
  KsPicture      picture;
  KsCodeCell    *cell;
  KsSymbol      *symbol;  /* made by ks_folio_encode() */
  guint          row;     /* of the symbol in the folio's mask */
  KsFolioPainter painter;
  gpointer       data;
} KsItem;

struct _KsFolio {
  GArray          *items;
  GStringChunk    *texts;
  KsFrame          frame;   /* of what is added */
  gsize            encoded;
  cairo_surface_t *mask;  /* the codes of the folio, below each other */
};

G_END_DECLS
