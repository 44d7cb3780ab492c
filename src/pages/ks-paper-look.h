/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-paper.h"

G_BEGIN_DECLS

/* Measures of the Party layout, in mm and points, for whatever a paper is written as. */

#define KS_PAPER_SUBJECT_PITCH 6.6
#define KS_PAPER_DASHES "-----"
#define KS_PAPER_DASHES_PITCH 6.0
#define KS_PAPER_COMPACT 3.0 /* how much higher the title of a compact paper stands */
#define KS_PAPER_AFTER_COMPACT 0.5
#define KS_PAPER_CAPTION_SIZE 13.0
#define KS_PAPER_CAPTION_PITCH 5.8
#define KS_PAPER_CAPTION_ROOM 7.0
#define KS_PAPER_NUMBER_SHARE 0.7 /* of the top margin, above the baseline of a page's number */
#define KS_PAPER_MARK_SIZE 9.0    /* of what stands in a box on every page */
#define KS_PAPER_BOX_SIZE 12.0    /* of what stands in a box on the first one */
#define KS_PAPER_RECIPIENTS "Nơi nhận:"
#define KS_PAPER_RECIPIENT_SIZE 12.0
#define KS_PAPER_RECIPIENT_PITCH 5.0
#define KS_PAPER_SIGNATURE_PITCH 6.2
#define KS_PAPER_CLOSING_GAP 6.0 /* above the closing */

/* The head of a paper. Baselines count from the top of the text, or from the one that is named. */
typedef struct
{
  double size;
  double party; /* size of the Party's name */
  double first; /* baseline of both sides */
  double organ;
  double star;
  double number;
  double date;
  double left;   /* middle of the left side, from the left edge of the text */
  double right;  /* middle of the right side, from the right edge */
  double width;  /* of the left side */
  double narrow; /* size for what is wider */
} KsPaperHead;

/* How a paper is opened. Baselines count from the top of the text. */
typedef struct
{
  double with_number;
  double without;
  double title;     /* size */
  double reference; /* size */
  double pitch;     /* of the reference */
  double after;     /* under the last line */
} KsPaperTitle;

/* Where a paper is signed: the middles of both sides, from the edges of the text. */
typedef struct
{
  double preparer;
  double signature;
} KsPaperSigning;

gboolean ks_paper_is_upright (const KsPaperPlace *place);
const KsPaperHead *ks_paper_get_head (const KsPaperPlace *place);
const KsPaperTitle *ks_paper_get_title (const KsPaperPlace *place);
const KsPaperSigning *ks_paper_get_signing (const KsPaperPlace *place);
char *ks_paper_fit_organ (const KsPaperHead *head, const char *organ, double *size);

G_END_DECLS
