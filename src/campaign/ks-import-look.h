/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-answer-time.h"
#include "ks-campaign.h"
#include "ks-named-unit.h"
#include "ks-personal-data.h"
#include "ks-recipe.h"

G_BEGIN_DECLS

/* What a file of answers is, before anything is written. */
typedef struct {
  guint      file_index;    /* of its file among those that were looked at together */
  char      *file;          /* base name; with the sheet's where answers stand on several */
  char      *sheet;         /* what its sheet, or its file in an archive, is called; or empty */
  char      *source;        /* as ks_inspection_name_source() names it */
  guint      n_rows;
  gboolean   glanced;       /* only so many rows were looked at; they leave no doubt */
  guint      n_columns;
  KsTimeReading times;
  gboolean   no_time;       /* no row tells when it was sent */
  KsNamed    named;         /* what the name of the sheet or file tells of the unit of all rows … */
  char      *named_unit;    /* … and as what it reads; NULL: nothing */
  char      *passed_over;   /* which sheets of the file are not read, as a sentence; of its first
                             * table alone; or NULL */
  char      *multi_separator;
  GPtrArray *columns;       /* of KsImportColumn */
  KsRecipe  *recipe;        /* how it is read: what an import keeps */
  gboolean   is_known;      /* this header was read before */
  GPtrArray *missing;       /* of char *: headers of the file before that are not there */
  char      *lost;          /* the first of these that was over a question, or NULL */
} KsImportPlan;

typedef struct {
  char        *header;
  KsColumnRole role;         /* never PERSONAL: see below */
  gboolean     is_new;       /* the file before had no such header */
  char        *question_id;  /* of QUESTION columns */
  guint        choice;       /* of columns about one option: which, from 1; else 0 */
  KsPersonalKind personal;   /* of IGNORED columns: what it says of a person */
  char        *sample;       /* one single value, never a row; NULL of personal columns */
  guint        n_recognised; /* cells read without a doubt */
  guint        n_filled;
} KsImportColumn;

void            ks_import_plan_free (KsImportPlan *self);
const char     *ks_import_plan_get_source_label (const KsImportPlan *self);
const char     *ks_import_plan_name_date_order (const KsImportPlan *self);
gboolean        ks_import_plan_reads_both_ways (const KsImportPlan *self);
const char     *ks_import_plan_get_time_sample (const KsImportPlan *self);
char           *ks_import_plan_dup_doubt (const KsImportPlan *self, const char *time);
char           *ks_import_plan_dup_dates (const KsImportPlan *self);
char           *ks_import_plan_dup_zone (const KsImportPlan *self);
char           *ks_import_plan_dup_personal (const KsImportPlan *self);
char           *ks_import_plan_dup_no_time (const KsImportPlan *self);
char           *ks_import_plan_dup_named (const KsImportPlan *self);
char           *ks_import_plan_dup_changes (const KsImportPlan *self);
const KsImportColumn *ks_import_plan_find_unclear (const KsImportPlan *self);
KsImportPlan   *ks_plan_import (KsCampaign *campaign, const char *path, KsJob *job, GError **error);
GPtrArray      *ks_plan_files (KsCampaign *campaign, const char *const *paths,
                               const KsEncoding *encodings, GPtrArray *answers, KsJob *job,
                               GError **error);
GPtrArray      *ks_plan_tables (KsCampaign *campaign, const char *path, GPtrArray *answers,
                                KsJob *job, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsImportPlan, ks_import_plan_free)

G_END_DECLS
