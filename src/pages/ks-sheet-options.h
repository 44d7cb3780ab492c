/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-label-grid.h"

G_BEGIN_DECLS

typedef enum {
  KS_LAYOUT_POSTER,
  KS_LAYOUT_ANNEX,
  KS_LAYOUT_GUIDE,   /* phiếu hướng dẫn tổ công tác: no code of a unit stands on it */
  KS_LAYOUT_LABELS,
  KS_LAYOUT_CARDS,
  KS_LAYOUT_IMAGE,   /* the picture for a phone, a page each */
} KsLayout;
#define KS_N_LAYOUTS (KS_LAYOUT_IMAGE + 1)

/* Of posters. */
typedef enum {
  KS_PAPER_A4,
  KS_PAPER_A3,
  KS_PAPER_2A5,  /* two units on an A4, to be cut */
} KsPosterPaper;
#define KS_N_PAPER_SIZES (KS_PAPER_2A5 + 1)

/* Of posters, labels, cards and pictures; lists keep the office's own. */
typedef enum {
  KS_ORDER_OFFICE,
  KS_ORDER_NAME,    /* the Vietnamese alphabet of the bare names */
  KS_ORDER_CODE,
} KsSheetOrder;
#define KS_N_ORDERS (KS_ORDER_CODE + 1)

/* How sheets are laid out. A field that a layout has no use for is passed over; zero means the
 * usual: one column, one copy, labels of 70 × 37. */
typedef struct {
  KsLayout      layout;
  KsPosterPaper paper;
  guint         columns;         /* of units in the annex: 1 or 2 */
  gboolean      district_pages;  /* in the annex every district begins on a page of its own */
  KsSheetOrder  order;
  guint         copies;          /* of every poster, label or card, one after the other */
  guint         skip;            /* labels of the first sheet that are used already */
  KsLabelGrid   grid;
} KsSheetOptions;

#define KS_MOST_COPIES 100

gboolean      ks_layout_from_id (const char *id, KsLayout *layout);
const char   *ks_layout_get_id (KsLayout layout);
gboolean      ks_layout_is_list (KsLayout layout);
gboolean      ks_poster_paper_from_id (const char *id, KsPosterPaper *paper);
const char   *ks_poster_paper_get_id (KsPosterPaper paper);

gboolean      ks_sheet_order_from_id (const char *id, KsSheetOrder *order);

gboolean      ks_sheet_options_complete (const KsSheetOptions *self, KsSheetOptions *full,
                                         GError **error);
char         *ks_sheet_options_to_text (const KsSheetOptions *self);
gboolean      ks_sheet_options_read (KsSheetOptions *self, const char *field);

G_END_DECLS
