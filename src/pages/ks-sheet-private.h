/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-logo.h"
#include "ks-pages-private.h"
#include "ks-sheet.h"

G_BEGIN_DECLS

/* The picture for a phone is measured in pixels, and laid out as a page. */
#define KS_IMAGE_WIDTH_PX 1240
#define KS_IMAGE_HEIGHT_PX 1600
#define KS_IMAGE_MM(px) ((px) * 210.0 / KS_IMAGE_WIDTH_PX)

/* What every layout of sheets works on: copies of what it was given. */
typedef struct {
  GPtrArray      *sheets;   /* of KsSheet; those of copies stand beside each other */
  KsCampaignInfo *info;
  KsSheetTexts   *texts;
  KsLogo         *logo;     /* NULL: none */
  KsSheetContext  context;
  KsSheetOptions  options;
} KsSheetSet;

/* Where a code stands: the square of its modules at most, and what is free around it, in mm. */
typedef struct {
  KsSymbolLevel level;
  double        size;
  double        margin;
  double        scale;      /* of the frame that it is laid out in */
  gboolean      flush;      /* a shrunk code keeps to the left edge, where text stands too */
  gboolean      grouped;    /* the district is named above, not beside */
  KsRect        sheet;      /* where the names stand; without width: where the caption stands */
} KsCodePlace;

/* What makes a document of sheets. */
typedef struct {
  const char *title;        /* before the campaign's id */
  KsFamily    family;
  KsCodePlace place;        /* of the units' codes; size 0: there are none */
  guint       n_pages;
  double      width_mm;     /* 0: A4, upright */
  double      height_mm;
} KsSheetFacts;

void        ks_sheet_set_init (KsSheetSet *self, GPtrArray *sheets, const KsSheetContext *context,
                               const KsSheetOptions *options);
void        ks_sheet_set_clear (KsSheetSet *self);
void        ks_sheet_set_free (gpointer self);
const char *ks_sheet_set_get_text (const KsSheetSet *self, KsSheetText text);
KsSheet    *ks_sheet_set_get (const KsSheetSet *self, guint index);
KsPages    *ks_sheet_set_make_pages (KsSheetSet *self, const KsPagesKind *kind,
                                     const KsSheetFacts *facts);
void        ks_sheet_set_add_bookmarks (const KsSheetSet *self, KsPages *pages, guint first,
                                        guint per_page);

char       *ks_sheet_dup_version (const KsSheetContext *context, const KsSheet *sheet);
char       *ks_sheet_dup_stamp (const KsSheet *sheet, const KsSheetContext *context);
void        ks_sheet_place_code (const KsSheet *sheet, KsFolio *page,
                                 const KsCodePlace *place, const KsRect *symbol,
                                 const KsRect *cell);
double      ks_sheet_get_code_side (const KsSheet *sheet, const KsCodePlace *place);
void        ks_sheet_add_code (const KsSheet *sheet, KsFolio *page, const KsCodePlace *place,
                               double x, double y, const KsRect *cell);
gboolean    ks_sheets_check (GPtrArray *sheets, KsLayout layout, GError **error);
double      ks_sheets_measure_module (GPtrArray *sheets, const KsCodePlace *place);
char       *ks_sheets_dup_warning (GPtrArray *sheets, const KsCodePlace *place);
char       *ks_sheet_mark_dup (const KsSheetSet *set);

/* The layouts. set: (transfer full) */
KsPages    *ks_poster_lay_out (KsSheetSet *set);
KsPages    *ks_annex_lay_out (KsSheetSet *set);
KsPages    *ks_guide_lay_out (KsSheetSet *set);
KsPages    *ks_labels_lay_out (KsSheetSet *set);
KsPages    *ks_cards_lay_out (KsSheetSet *set);
KsPages    *ks_image_lay_out (KsSheetSet *set);

G_END_DECLS
