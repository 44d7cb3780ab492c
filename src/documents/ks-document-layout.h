/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-document.h"
#include "ks-job.h"

G_BEGIN_DECLS

/* A figure on a page, for whoever points at it. */
typedef struct {
  KsRect          rect;    /* in mm */
  const KsFigure *figure;  /* the document's: it lives as long as the pages */
} KsFigureRect;

KsPages        *ks_document_lay_out (KsDocument *self, KsJob *job, GError **error);
const KsFigure *ks_document_find_figure (KsPages *pages, guint page, double x, double y);
GArray         *ks_document_dup_figure_rects (KsPages *pages, guint page);

G_END_DECLS
