/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-store.h"

G_BEGIN_DECLS

/* A comment: what one sheet that counts says to one open question. Strings are borrowed. */
typedef struct {
  gint64      response;
  const char *question;
  const char *unit;
  const char *body;
} KsCommentRow;

typedef gboolean (*KsCommentFunc) (const KsCommentRow *row, gpointer data, GError **error);

/* Characters of a comment, counted from 0. */
typedef struct {
  glong    start;
  glong    length;
  gboolean kept;   /* FALSE: blacked out; TRUE: an officer leaves it readable */
} KsCommentMark;

/* What papers say of a comment. */
typedef struct {
  gint64 response;
  char  *question;
  char  *comment;  /* the whole of it */
  char  *body;     /* as an officer worded it */
} KsQuoteRow;

gboolean   ks_comment_table_foreach       (KsTransaction *tx, KsCommentFunc func, gpointer data,
                                           GError **error);
char      *ks_comment_table_find          (KsTransaction *tx, gint64 response, const char *question,
                                           GError **error);
GArray    *ks_comment_table_load_marks    (KsTransaction *tx, gint64 response, const char *question,
                                           GError **error);
gboolean   ks_comment_table_replace_marks (KsTransaction *tx, gint64 response, const char *question,
                                           GArray *marks, GError **error);

void       ks_quote_row_free              (KsQuoteRow *self);
GPtrArray *ks_quote_table_load            (KsTransaction *tx, GError **error);
gboolean   ks_quote_table_find            (KsTransaction *tx, gint64 response, const char *question,
                                           char **body, GError **error);
gboolean   ks_quote_table_save            (KsTransaction *tx, gint64 response, const char *question,
                                           const char *body, GError **error);

gboolean   ks_comment_table_carry         (KsTransaction *tx, gint64 from, gint64 to,
                                           GError **error);
GPtrArray *ks_comment_table_find_faults   (KsTransaction *tx, GError **error);

G_END_DECLS
