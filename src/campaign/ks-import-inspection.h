/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-answer-file.h"
#include "ks-personal-data.h"

G_BEGIN_DECLS

/* Private to the import of answers: what the rows of a file tell of its columns. */

/* What the first rows say of a column. */
typedef struct {
  guint  n_filled;
  guint  n_times;
  double sum_of_times;  /* for the mean: the last of several times is when a sheet was sent */
  guint  n_units;       /* proven, or at least shaped like a token */
  guint  n_read;        /* cells of a question that were read without a doubt */
  guint  n_personal[KS_N_PERSONAL];
  char  *sample;
} KsColumnSigns;

typedef struct {
  KsResponseReader *reader;
  KsAnswerFile     *file;
  GPtrArray        *headers;   /* of char * */
  KsColumnSigns    *columns;
  GPtrArray        *sample;    /* of char **: the first rows, for the columns found afterwards */
  KsDateEvidence    evidence;
  guint             n_rows;
  gboolean          glanced;       /* at the first rows alone */
  guint             n_proven;
  guint             n_mismatched;
  KsNamed           named;         /* what the name of the sheet or file tells of the unit */
} KsInspection;

void        ks_inspection_init (KsInspection *self, KsResponseReader *reader, KsAnswerFile *file,
                                const KsRow *header);
void        ks_inspection_clear (KsInspection *self);
void        ks_inspection_add (KsInspection *self, const KsRow *row);
gboolean    ks_inspection_is_settled (const KsInspection *self);
void        ks_inspection_finish (KsInspection *self);
const char *ks_inspection_name_source (const KsInspection *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KsInspection, ks_inspection_clear)

G_END_DECLS
