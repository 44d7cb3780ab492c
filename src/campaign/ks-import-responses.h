/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-answer-time.h"
#include "ks-encoding.h"
#include "ks-named-unit.h"
#include "ks-outcome.h"
#include "ks-personal-data.h"
#include "ks-response.h"

G_BEGIN_DECLS

/* What a file of answers is, before anything is written. */
typedef struct {
  char      *file;          /* base name; with the sheet's where answers stand on several */
  char      *sheet;         /* what its sheet, or its file in an archive, is called; or empty */
  char      *source;        /* as ks_inspection_name_source() names it */
  guint      n_rows;
  guint      n_columns;
  KsTimeReading times;
  gboolean   no_time;       /* no row tells when it was sent */
  KsNamed    named;         /* what the name of the sheet or file tells of the unit of all rows … */
  char      *named_unit;    /* … and as what it reads; NULL: nothing */
  char      *passed_over;   /* which sheets of the file are not read, as a sentence; of its first
                             * table alone; or NULL */
  char      *multi_separator;
  GPtrArray *columns;       /* of KsImportColumn */
} KsImportPlan;

typedef enum {
  KS_COLUMN_IGNORED,
  KS_COLUMN_TIME,
  KS_COLUMN_UNIT,
  KS_COLUMN_ID,        /* the number that the form service gave the row */
  KS_COLUMN_QUESTION,
} KsColumnRole;

typedef struct {
  char        *header;
  KsColumnRole role;
  char        *question_id;  /* of QUESTION columns */
  guint        choice;       /* of columns about one option: which, from 1; else 0 */
  KsPersonalKind personal;   /* of IGNORED columns: what it says of a person */
  char        *sample;       /* one single value, never a row; NULL of personal columns */
  guint        n_recognised; /* cells read without a doubt */
  guint        n_filled;
} KsImportColumn;

/* What an import did, or would do. added + known = rows; counted + waiting = added. */
typedef struct {
  char  *file;
  char  *source;
  gint64 batch;         /* 0 for a dry run and when nothing was new */
  guint  rows;
  guint  added;
  guint  known;
  guint  counted;
  guint  waiting;
  guint  reasons[KS_N_REASONS];
  guint  units;         /* units with counted answers among the added … */
  GByteArray *touched;  /* … which they are: 1 at their index */
  char  *notes[8];      /* what else is to be said of the file, up to a NULL */
  guint  unread;        /* cells whose text is no option of their question: kept blank */
} KsImportResult;

void            ks_import_plan_free (KsImportPlan *self);
const char     *ks_import_plan_get_source_label (const KsImportPlan *self);
const char     *ks_import_plan_name_date_order (const KsImportPlan *self);
char           *ks_import_plan_dup_doubt (const KsImportPlan *self, const char *time);
char           *ks_import_plan_dup_dates (const KsImportPlan *self);
char           *ks_import_plan_dup_zone (const KsImportPlan *self);
char           *ks_import_plan_dup_personal (const KsImportPlan *self);
char           *ks_import_plan_dup_no_time (const KsImportPlan *self);
char           *ks_import_plan_dup_named (const KsImportPlan *self);
void            ks_import_result_free (KsImportResult *self);
KsImportPlan   *ks_plan_import (KsCampaign *campaign, const char *path, KsJob *job, GError **error);
GPtrArray      *ks_plan_tables (KsCampaign *campaign, const char *path, KsJob *job, GError **error);
KsImportResult *ks_import_responses (KsCampaign *campaign, const char *path, gboolean dry_run,
                                     KsJob *job, KsOutcome **outcome, GError **error);
GPtrArray      *ks_import_files (KsCampaign *campaign, const char *const *paths,
                                 KsEncoding encoding, gboolean dry_run, KsJob *job,
                                 KsOutcome **outcome, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsImportPlan, ks_import_plan_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsImportResult, ks_import_result_free)

G_END_DECLS
