/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-reader.h"

G_BEGIN_DECLS

#define KS_PROOF_DPI 300.0

/* Enough to see that a code stands where none belongs. */
#define KS_STRAY_DPI 150.0
/* So that every second line is looked at: three cross a finder pattern of the least module. */
#define KS_STRAY_MODULE_MM 1.1

/* A part of a page in grey, a byte a pixel. */
typedef struct {
  guint8 *grey;
  int     width;
  int     height;
  double  x;       /* of its corner on the page, in mm */
  double  y;
  double  per_mm;  /* pixels */
} KsRaster;

/* A token in the text layer of a page. */
typedef struct {
  char  *token;
  KsRect place;    /* in mm, from the corner of the page */
} KsCaption;

/* The text layer of a page, and where each of its characters stands, in mm. */
typedef struct {
  char   *text;
  KsRect *places;
  guint   n_places;
} KsPageText;

KsRect      ks_page_measure (GObject *page);
KsPageText *ks_page_text_new (GObject *page);
void        ks_page_text_free (KsPageText *self);
gboolean    ks_page_text_holds (const KsPageText *self, const KsRect *area, const char *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsPageText, ks_page_text_free)

GPtrArray  *ks_captions_read (const KsPageText *text);
double      ks_rect_distance (const KsRect *a, const KsRect *b);

KsRaster   *ks_raster_render (GObject *page, const KsRect *area, double dpi);
KsRaster   *ks_raster_crop (const KsRaster *self, const KsRect *area);
void        ks_raster_free (KsRaster *self);
gboolean    ks_raster_find_ink (const KsRaster *self, KsRect *ink);
gboolean    ks_raster_is_dark (const KsRaster *self, double x, double y);
GPtrArray  *ks_raster_read_codes (const KsRaster *self, double module, gboolean must_be);
KsProofVerdict ks_raster_judge_symbol (const KsRaster *self, const KsCodeCell *cell, char **found);
gboolean    ks_rect_holds_middle (const KsRect *self, const KsRect *other);
void        ks_raster_erase (KsRaster *self, const KsRect *area);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsRaster, ks_raster_free)

/* Every thread has a document of its own: poppler's are not shared. */
GObject         *ks_proof_file_load (KsProofFile *self, GError **error);

/* Runs work for every page, on two threads; results of a page are kept in the order of pages. */
typedef GPtrArray *(*KsPageProof) (GObject *page, guint index, gpointer data);

GPtrArray       *ks_proof_file_map_pages (KsProofFile *self, guint n_pages, KsPageProof proof,
                                          gpointer data, KsJob *job, GError **error);

KsProofResult   *ks_proof_result_new (guint page, const char *unit_code, const char *token,
                                      KsProofVerdict verdict, const char *found);

G_END_DECLS
