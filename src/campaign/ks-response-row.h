/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-response-reader.h"
#include "ks-row-identity.h"

G_BEGIN_DECLS

/* Private to the import of answers: from a row of cells to a response. */

/* A row, read. Strings live until the next one is read. */
typedef struct {
  KsUnit  *unit;        /* NULL: not proven */
  char    *given;       /* what the row says of its unit */
  KsMoment time;
  gint64   duration;    /* seconds from start to end; 0: not known */
  char    *answers;
  KsState  state;
  KsReason reason;
  KsRowIdentity identity;
  guint    n_unread;
  GArray  *remarks;     /* of guint: columns with a text */
  GString *texts;       /* of many rows: those of this one stand from first_text on, each with a NUL */
  gsize    first_text;
  guint64  number;      /* of the row in its file */
} KsReadResponse;

void ks_response_reader_read (KsResponseReader *self, const KsRow *row, KsReadResponse *response);
void ks_read_response_hold (KsReadResponse *self, KsReason reason);
void ks_read_response_init (KsReadResponse *self, KsForm *form, GString *texts);
void ks_read_response_clear (KsReadResponse *self);

gboolean ks_response_answers_nothing (KsForm *form, const char *answers);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KsReadResponse, ks_read_response_clear)

G_END_DECLS
