/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an office may word otherwise on its sheets. The bodies at the head belong to the campaign
 * itself and stand in KsCampaignInfo. */
typedef enum {
  KS_TEXT_SUPERIOR_BODY,
  KS_TEXT_ISSUING_BODY,
  KS_TEXT_TITLE,
  KS_TEXT_SUBTITLE,
  KS_TEXT_AUDIENCE,
  KS_TEXT_CALL,
  KS_TEXT_STEP_1,          /* and its second line, and so on for the three steps */
  KS_TEXT_STEP_1_NOTE,
  KS_TEXT_STEP_2,
  KS_TEXT_STEP_2_NOTE,
  KS_TEXT_STEP_3,
  KS_TEXT_STEP_3_NOTE,
  KS_TEXT_ASSURANCE,
  KS_TEXT_ASSURANCE_NOTE,
  KS_TEXT_WHERE,
  KS_TEXT_NOT_WHERE,
  KS_TEXT_CARD_STEP_1,
  KS_TEXT_CARD_STEP_2,
  KS_TEXT_CARD_STEP_3,
  KS_TEXT_LABEL_CALL,
  KS_TEXT_IMAGE_ONCE,
  KS_TEXT_IMAGE_NOTE,
  KS_TEXT_GUIDE_1,         /* what the working group does, four times of the day */
  KS_TEXT_GUIDE_2,
  KS_TEXT_GUIDE_3,
  KS_TEXT_GUIDE_4,
  KS_TEXT_GUIDE_NOTE,
  KS_TEXT_BOARD_CONTACT,
  KS_TEXT_GROUP_NAME,
  KS_TEXT_GROUP_LINK,
  KS_TEXT_LABEL_GRID,      /* which sheet of labels the office uses */
  KS_TEXT_MARGIN,          /* what the office's printer cannot print on, in mm */
  KS_TEXT_LOGO_NAME,       /* of the file that the logo came from */
  KS_TEXT_LOGO,            /* a PNG or SVG in base 64; see ks-logo.h */
} KsSheetText;
#define KS_N_SHEET_TEXTS (KS_TEXT_LOGO + 1)

/* NULL: the usual words. */
typedef struct {
  char *texts[KS_N_SHEET_TEXTS];
} KsSheetTexts;

const char   *ks_sheet_text_get_id (KsSheetText text);
const char   *ks_sheet_text_get_label (KsSheetText text);
const char   *ks_sheet_text_get_default (KsSheetText text);
gboolean      ks_sheet_text_find (const char *id, KsSheetText *text);
gboolean      ks_sheet_text_check (KsSheetText text, const char *words, GError **error);

KsSheetTexts *ks_sheet_texts_new (void);
KsSheetTexts *ks_sheet_texts_copy (const KsSheetTexts *self);
void          ks_sheet_texts_free (KsSheetTexts *self);
const char   *ks_sheet_texts_get (const KsSheetTexts *self, KsSheetText text);
double        ks_sheet_texts_get_margin (const KsSheetTexts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsSheetTexts, ks_sheet_texts_free)

G_END_DECLS
