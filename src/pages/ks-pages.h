/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "ks-job.h"
#include "ks-proof.h"
#include "ks-time.h"

G_BEGIN_DECLS

/* A document for paper: pages that are laid out when they are asked for and painted on cairo.
 * Screen preview, print operation, PDF and PNG use the same painter. Made by ks_poster_pages_new
 * and its sisters; usable from several threads at once. */
#define KS_TYPE_PAGES (ks_pages_get_type ())
G_DECLARE_FINAL_TYPE (KsPages, ks_pages, KS, PAGES, GObject)

void        ks_pages_let_go (KsPages *self);
const char *ks_pages_get_title (KsPages *self);
const char *ks_pages_get_keywords (KsPages *self);
guint       ks_pages_get_n_pages (KsPages *self);
void        ks_pages_get_size (KsPages *self, double *width_mm, double *height_mm);
double      ks_pages_get_module_mm (KsPages *self);
const char *ks_pages_get_warning (KsPages *self);

void        ks_pages_paint (KsPages *self, guint index, cairo_t *cr);
gboolean    ks_pages_write_pdf (KsPages *self, const char *path, KsMoment stamp, KsJob *job,
                                GError **error);
GBytes     *ks_pages_dup_pdf (KsPages *self, KsMoment stamp, KsJob *job, GError **error);
gboolean    ks_pages_write_png (KsPages *self, guint index, double dpi, const char *path,
                                GError **error);

/* Pages as pictures, one after the other; made on several threads, handed out in their order. */
typedef enum {
  KS_FORMAT_PNG,
  KS_FORMAT_SVG,
} KsPictureFormat;

typedef gboolean (*KsPictureFunc) (guint index, GBytes *picture, gpointer data, GError **error);

GBytes     *ks_pages_dup_picture (KsPages *self, guint index, KsPictureFormat format,
                                  GError **error);
gboolean    ks_pages_make_pictures (KsPages *self, KsPictureFormat format, KsPictureFunc func,
                                    gpointer data, KsJob *job, GError **error);

GPtrArray  *ks_pages_dup_cells (KsPages *self, guint index);
GPtrArray  *ks_pages_dup_all_cells (KsPages *self, GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
