/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-folio.h"
#include "ks-pages.h"

G_BEGIN_DECLS

#define KS_A4_WIDTH 210.0
#define KS_A4_HEIGHT 297.0

/* How a kind of document is laid out. Called from any thread; a layout never changes. */
typedef struct {
  KsFolio *(*lay_out) (gconstpointer layout, guint index);
  void    (*free) (gpointer layout);
} KsPagesKind;

/* What a document says of itself. */
typedef struct {
  const char *title;
  const char *author;
  const char *keywords;
  const char *warning;     /* NULL: all its codes are large enough */
  guint       n_pages;
  double      width_mm;    /* of a page; 0: that of A4, upright */
  double      height_mm;
  double      module_mm;   /* 0: no codes */
  gboolean    one_colour;
} KsPagesFacts;

typedef struct {
  char *title;
  guint page;
} KsBookmark;

KsPages          *ks_pages_new (const KsPagesKind *kind, gpointer layout,
                                const KsPagesFacts *facts);
void              ks_pages_add_bookmark (KsPages *self, const char *title, guint page);
void              ks_pages_add_warning (KsPages *self, const char *warning);
guint             ks_pages_get_n_bookmarks (KsPages *self);
const KsBookmark *ks_pages_get_bookmark (KsPages *self, guint index);
gboolean          ks_pages_get_one_colour (KsPages *self);
const char       *ks_pages_get_author (KsPages *self);
KsFolio           *ks_pages_lay_out (KsPages *self, guint index);

G_END_DECLS
