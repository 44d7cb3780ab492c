/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-pages-private.h"

G_BEGIN_DECLS

/* The Party layout of papers: A4, margins 20 / 20 / 30 / 20 mm, Liberation Serif. */

#define KS_PAPER_LEFT 30.0
#define KS_PAPER_RIGHT 190.0
#define KS_PAPER_WIDTH (KS_PAPER_RIGHT - KS_PAPER_LEFT)
#define KS_PAPER_CENTRE 110.0
#define KS_PAPER_BOTTOM 277.0
#define KS_PAPER_INDENT 12.7
#define KS_TABLE_LINE 0.2

#define KS_PAPER_PARTY "ĐẢNG CỘNG SẢN VIỆT NAM"

/* A page and the edges of its text, from the page's upper left corner. */
typedef struct {
  double width;
  double height;
  double left;
  double top;
  double right;
  double bottom;
} KsPaperPlace;

extern const KsPaperPlace ks_paper_upright;
extern const KsPaperPlace ks_paper_flat;

#define KS_SERIF(points) ((KsStyle){ .family = KS_FAMILY_SERIF, .size = (points) })
#define KS_SERIF_BOLD(points) \
  ((KsStyle){ .family = KS_FAMILY_SERIF, .size = (points), .bold = TRUE })
#define KS_SERIF_ITALIC(points) \
  ((KsStyle){ .family = KS_FAMILY_SERIF, .size = (points), .italic = TRUE })

/* Blanks to be filled in by hand. */
#define KS_BLANK_NUMBER "\xE2\x80\x83\xE2\x80\x83"
#define KS_BLANK_DAY "\xE2\x80\x83\xE2\x80\x82"

void   ks_paper_add_head (KsFolio *page, const char *superior, const char *organ,
                          const char *number, const char *place_date);
double ks_paper_add_head_at (KsFolio *page, const KsPaperPlace *place, const char *superior,
                             const char *organ, const char *number, const char *place_date);
char  *ks_paper_dup_place_date (const char *superior, KsMoment day);
char  *ks_paper_dup_open_date (KsMoment day);
char  *ks_paper_format_rate (gint64 answers, gint64 staff, gboolean reconciling);
void   ks_paper_add_number (KsFolio *page, const KsPaperPlace *place, guint number);
void   ks_paper_add_simulated (KsFolio *page, const KsPaperPlace *place, gboolean watermark);
void   ks_paper_add_centred (KsFolio *page, const KsStyle *style, double y, const char *text);
char **ks_paper_wrap (const KsStyle *style, const char *text, double indent, double width);
void   ks_paper_add_cell (KsFolio *page, const KsStyle *style, KsAlign align, const KsRect *cell,
                          double padding, const char *text);
double ks_paper_measure_cell (const KsStyle *style, double width, double padding,
                              const char *text);

G_END_DECLS
