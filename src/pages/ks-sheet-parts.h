/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-sheet-private.h"

G_BEGIN_DECLS

#define KS_SANS(points) ((KsStyle){ .family = KS_FAMILY_SANS, .size = (points) })
#define KS_SANS_BOLD(points) \
  ((KsStyle){ .family = KS_FAMILY_SANS, .size = (points), .bold = TRUE })

/* Between letters, in 1/1000 em. */
#define KS_TRACK_HEAD 20
#define KS_TRACK_TOKEN 50

/* A line of a layout in Noto Sans. */
typedef struct {
  double   size;
  gboolean bold;
  KsAlign  align;
  double   x;
  double   y;
  double   width;    /* what it must not exceed: it is set smaller; 0: whatever comes */
  double   least;    /* what must be left of its size on paper, in points */
  double   track;
  KsInk    ink;
} KsLine;

double      ks_line_fit (KsFolio *page, const KsLine *line, const char *text);
double      ks_line_add (KsFolio *page, const KsLine *line, const char *text);
guint       ks_line_add_wrapped (KsFolio *page, const KsLine *line, double pitch,
                                 guint max_lines, const char *text);

char       *ks_sheet_format_when (const KsCampaignInfo *info);
char       *ks_sheet_shorten_hours (const KsCampaignInfo *info);
char       *ks_sheet_shorten_when (const KsCampaignInfo *info);
char       *ks_sheet_shorten_district (const char *district);
void        ks_sheet_add_district (KsFolio *page, const KsLine *line, double least,
                                   const char *district);
char       *ks_sheet_dup_contact (const char *name, const char *phone);
void        ks_sheet_add_head (const KsSheetSet *set, KsFolio *page);
void        ks_sheet_add_cut_marks (KsFolio *page);
void        ks_sheet_add_number (const KsSheetSet *set, KsFolio *page, const KsSheet *sheet,
                                 double x, double y, double size, double tag_height);

G_END_DECLS
