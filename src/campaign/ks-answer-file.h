/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-response-reader.h"
#include "ks-sheet-source.h"

G_BEGIN_DECLS

/* Where a table of answers stands in its file, and what it is called. */
typedef struct {
  guint   sheet;
  guint64 header_row;
  guint   n_columns;   /* of the header */
  char   *label;       /* the file's name; with the sheet's where there are several */
} KsAnswerPlace;

/* A file of answers, whatever it is: tables below a header, one to a sheet. */
typedef struct {
  KsSheetSource *source;
  KsAnswerPlace  place;       /* of the table that is read */
  GPtrArray     *passed_over; /* of char *: sheets without answers, as they are told */
  gint64         done_before; /* for progress: bytes of the files before it … */
  gint64         total;       /* … and of all; 0: it is the only one */
  gboolean       glance;      /* it is looked at no further than until nothing is in doubt */
  gboolean       has_rows;    /* something stood in what was looked at */
  guint          n_passes;    /* how often it is read, for progress */
} KsAnswerFile;

gboolean     ks_answer_file_open (KsAnswerFile *self, const char *path, KsEncoding encoding,
                                  GError **error);
void         ks_answer_file_clear (KsAnswerFile *self);
const KsRow *ks_answer_file_find_header (KsAnswerFile *self, KsResponseReader *reader,
                                         GError **error);
void         ks_answer_file_leave_table (KsAnswerFile *self);
void         ks_answer_file_pass_over (KsAnswerFile *self, const char *sheet, const char *why);
gboolean     ks_answer_file_refuse (KsAnswerFile *self, gboolean has_header, GError **error);
const KsRow *ks_answer_file_go_to_header (KsAnswerFile *self, const KsAnswerPlace *place,
                                          GError **error);
const KsRow *ks_answer_file_next (KsAnswerFile *self, GError **error);
const char  *ks_answer_file_get_name (KsAnswerFile *self);
const char  *ks_answer_file_get_sheet_name (KsAnswerFile *self);
gboolean     ks_answer_file_report (KsAnswerFile *self, guint pass, KsJob *job, GError **error);
gboolean     ks_answer_file_report_at (KsAnswerFile *self, guint pass, gint64 position, KsJob *job,
                                       GError **error);

void         ks_answer_place_copy (const KsAnswerPlace *self, KsAnswerPlace *copy);
void         ks_answer_place_clear (KsAnswerPlace *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KsAnswerFile, ks_answer_file_clear)

G_END_DECLS
