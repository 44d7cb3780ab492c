/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-answer-file.h"
#include "ks-response-row.h"
#include "ks-source-keeper.h"

G_BEGIN_DECLS

/* Private to the import of answers: the rows of a table, read, kept and coded in a thread of its
 * own, a few blocks ahead of whoever writes them. */

#define KS_BLOCK_ROWS 256

typedef struct {
  KsReadResponse rows[KS_BLOCK_ROWS];
  guint          n_rows;
  GString       *texts;    /* of the remarks of all rows */
  gint64         position; /* of the file, for progress */
  gboolean       last;
} KsReadBlock;

typedef struct _KsResponseStream KsResponseStream;

KsResponseStream *ks_response_stream_new (KsAnswerFile *file, const KsRow *header,
                                          KsResponseReader *reader, KsImportResult *result,
                                          KsSourceKeeper *keeper);
KsReadBlock  *ks_response_stream_next (KsResponseStream *self, GError **error);
void              ks_response_stream_free (KsResponseStream *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsResponseStream, ks_response_stream_free)

G_END_DECLS
