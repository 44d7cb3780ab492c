/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "ks-proof.h"

G_BEGIN_DECLS

/* A code that was found on a picture. */
typedef struct {
  char  *text;
  KsRect place;
} KsFoundCode;

/* What reads PDFs and codes: poppler and zbar, behind functions, in a module that is loaded when
 * the first file is proven. With them come 26 libraries, which no other start shall wait for.
 * Places on pages are in points from the top left corner, those on pictures in pixels. A document
 * is one thread's own, and its pages go before it. */
typedef struct {
  GObject   *(*load) (GBytes *bytes, gboolean *locked);
  void       (*unload) (GObject *document);
  guint      (*count_pages) (GObject *document);
  char      *(*dup_keywords) (GObject *document);
  GObject   *(*load_page) (GObject *document, guint index);
  void       (*measure_page) (GObject *page, double *width, double *height);
  char      *(*dup_text) (GObject *page, KsRect **places, guint *n_places);
  void       (*render) (GObject *page, cairo_t *cr);
  GPtrArray *(*read_codes) (const guint8 *grey, int width, int height, int step,
                            gboolean must_be);
} KsReader;

const KsReader *ks_reader_get (GError **error);

void            ks_found_code_free (KsFoundCode *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsFoundCode, ks_found_code_free)

G_END_DECLS
