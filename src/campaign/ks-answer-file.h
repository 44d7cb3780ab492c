/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-response-reader.h"
#include "ks-sheet-source.h"

G_BEGIN_DECLS

/* A file of answers, whatever it is, as the rows of one table below a header. */
typedef struct {
  KsSheetSource *source;
  guint          sheet;
  guint64        header_row;
  guint          n_columns;  /* of the header */
  gint64         done_before; /* for progress: bytes of the files before it … */
  gint64         total;       /* … and of all; 0: it is the only one */
} KsAnswerFile;

gboolean     ks_answer_file_open (KsAnswerFile *self, const char *path, KsEncoding encoding,
                                  GError **error);
void         ks_answer_file_close (KsAnswerFile *self);
void         ks_answer_file_clear (KsAnswerFile *self);
const KsRow *ks_answer_file_find_header (KsAnswerFile *self, KsResponseReader *reader,
                                         GError **error);
const KsRow *ks_answer_file_go_to_header (KsAnswerFile *self, const KsAnswerFile *place,
                                          GError **error);
gboolean     ks_answer_file_check_alone (KsAnswerFile *self, KsCampaign *campaign, GError **error);
const KsRow *ks_answer_file_next (KsAnswerFile *self, GError **error);
const char  *ks_answer_file_get_name (KsAnswerFile *self);
gboolean     ks_answer_file_report (KsAnswerFile *self, guint pass, KsJob *job, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KsAnswerFile, ks_answer_file_clear)

G_END_DECLS
