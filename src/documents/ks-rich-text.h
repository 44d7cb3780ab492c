/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-figure-book.h"

G_BEGIN_DECLS

/* Where a figure stands in a text, in bytes. */
typedef struct {
  const KsFigure *figure;
  gsize           from;
  gsize           to;
} KsSpan;

/* A text whose marks are read. */
typedef struct {
  char   *text;
  GArray *spans;  /* of KsSpan, in order */
} KsRichText;

/* What reading a text found. */
typedef enum {
  KS_MARK_FINE,
  KS_MARK_DIGIT,    /* a digit that is no figure and does not say so */
  KS_MARK_UNKNOWN,  /* an id that is not in the book */
  KS_MARK_OPEN,     /* a brace that does not end */
} KsMarkFault;

KsRichText *ks_rich_text_new (const char *marked, KsFigureBook *book);
KsRichText *ks_rich_text_new_plain (const char *text);
void        ks_rich_text_free (KsRichText *self);
KsMarkFault ks_rich_text_judge (const char *marked, KsFigureBook *book, char **word);
char       *ks_text_dup_printable (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsRichText, ks_rich_text_free)

G_END_DECLS
