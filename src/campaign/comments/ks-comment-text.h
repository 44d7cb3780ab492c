/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-comment-table.h"

G_BEGIN_DECLS

/* What stands in place of words that are blacked out, however long they are. */
#define KS_BLACKED_OUT "▇▇▇"

typedef enum {
  KS_SPAN_PROPOSED,  /* nobody has decided yet: does not leave the program */
  KS_SPAN_BLACK,
} KsSpanState;

/* Characters of a comment that do not leave the program. */
typedef struct {
  glong       start;
  glong       length;
  KsSpanState state;
} KsCommentSpan;

GArray  *ks_comment_text_find_spans   (const char *text, GArray *marks);
char    *ks_comment_text_redact       (const char *text, GArray *spans);
char    *ks_comment_text_redact_words (const char *quote, const char *text, GArray *spans);
GArray  *ks_comment_text_find         (const char *text, const char *words, gboolean whole);
GArray  *ks_comment_text_mark         (const char *text, GArray *marks, GArray *ranges,
                                       gboolean kept);

G_END_DECLS
