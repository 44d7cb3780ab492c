/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign-info.h"
#include "ks-pages.h"
#include "ks-sheet-options.h"
#include "ks-sheet-texts.h"
#include "ks-unit.h"

G_BEGIN_DECLS

/* Of a layout; it changes when a cell moves, so that files of another version are proven by their
 * captions. */
#define KS_LAYOUT_VERSION 1

/* What one unit needs for its sheet. */
typedef struct {
  KsUnit *unit;
  char   *token;
  char   *link;
  guint   number;  /* its place in the registry, from 1: "Tờ 4/209" */
  guint   version;        /* of what it says, counted over its prints; 0: that of all sheets */
  KsDay   version_day;
  char   *union_contact;  /* NULL or who speaks for the district's union: "name, phone" */
} KsSheet;

KsSheet *ks_sheet_new (KsUnit *unit, const char *token, const char *link, guint number);
KsSheet *ks_sheet_copy (const KsSheet *self);
void     ks_sheet_free (KsSheet *self);
void     ks_sheet_set_union_contact (KsSheet *self, const char *name, const char *phone);
char    *ks_sheet_dup_signs (const KsSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsSheet, ks_sheet_free)

/* What all sheets of a campaign share. */
typedef struct {
  const KsCampaignInfo *info;
  const KsSheetTexts   *texts;  /* NULL: the usual words */
  guint    version;      /* Bản 1: of a list, and of sheets that have none of their own */
  KsDay    version_day;
  guint    total;        /* units of the registry, "209" */
  gboolean one_colour;   /* "Tiết kiệm mực": the accent becomes black */
} KsSheetContext;

/* "từ 0 giờ đến 24 giờ"; every one of them says "gia hạn đến …" once the end was moved. */
char    *ks_sheet_format_hours (const KsCampaignInfo *info);
char    *ks_sheet_format_deadline (const KsCampaignInfo *info);
char    *ks_sheet_format_extension (const KsCampaignInfo *info);

/* sheets: of KsSheet, in the order in which they are laid out. They are copied. */
KsPages *ks_sheet_pages_new (GPtrArray *sheets, const KsSheetContext *context,
                             const KsSheetOptions *options, GError **error);
KsPages *ks_poster_pages_new (GPtrArray *sheets, const KsSheetContext *context, GError **error);
KsPages *ks_annex_pages_new (GPtrArray *sheets, const KsSheetContext *context, guint n_columns,
                             GError **error);

/* What a PDF of ours says of itself in its keywords, so that its cells are known again. */
typedef struct {
  KsSheetOptions options;
  guint          version;    /* of the layout */
  char         **codes;      /* NULL: all units of the registry */
} KsSheetMark;

KsSheetMark *ks_sheet_mark_parse (const char *keywords);
void         ks_sheet_mark_free (KsSheetMark *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsSheetMark, ks_sheet_mark_free)

G_END_DECLS
