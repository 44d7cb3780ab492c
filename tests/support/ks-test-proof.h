/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-test-sheets.h"

/* A fault that somebody's printer, scissors or old file makes; in mm. */
typedef void (*KsTestSpoil) (cairo_t *cr, const KsCodeCell *cell);

/* A copy of sheets that says nothing of its layout. */
typedef struct {
  int         n_pages;  /* fewer than there are, or the last again and again */
  double      scale;    /* of the page; 0: 1 */
  KsTestSpoil spoil;    /* what is drawn over the code at index; NULL: nothing */
  guint       index;
} KsTestCopy;

void         ks_test_fill (cairo_t *cr, double grey, double x, double y, double width, double height);
KsProofFile *ks_test_print_copy (KsPages *pages, const KsTestCopy *copy);
GPtrArray   *ks_test_prove_captions (KsProofFile *file, GPtrArray *sheets, const KsCampaignInfo *info);
