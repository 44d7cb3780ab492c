/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-answer-file.h"
#include "ks-known-rows.h"
#include "ks-response-writer.h"
#include "ks-source-keeper.h"
#include "ks-tally-table.h"

G_BEGIN_DECLS

/* Private to the import of answers: tables that were looked at come in, all in one transaction. */

/* A table of answers. */
typedef struct {
  char             *path;
  KsAnswerPlace     place;  /* where it stands in its file */
  KsEncoding        encoding; /* what the file's text is in, if it leaves doubt */
  gint64            done_before; /* for progress, as in KsAnswerFile */
  gint64            total;
  KsResponseReader *reader;
  KsDateEvidence    evidence; /* of a table that was glanced at: what all its times say */
  KsImportPlan     *plan;
  KsImportResult   *result;
  char             *sha256; /* of the file as it was given, once it was read … */
  gint64            size;   /* … and its bytes */
} KsImportInput;

typedef struct {
  KsCampaign       *campaign;
  KsTransaction    *tx;
  KsResponseWriter *writer;
  KsKnownRows      *known;
  KsTally          *tally;
  guint             n_left;   /* tables that follow */
  gboolean          trial;
  gint64            first;    /* id of the first sheet that comes in */
  guint             n_held;   /* earlier decisions that hold again */
  guint             n_passes; /* over each file, for progress */
  gboolean          misread;  /* a table is not what its first rows said: it must be looked at whole */

  KsImportInput    *last;     /* the table before, whose file is open still */
  KsAnswerFile      file;

  /* Of the table that is read: */
  KsImportInput    *input;
  KsSourceKeeper   *keeper;
  gint64            batch;
} KsImportRun;

void     ks_import_input_free (KsImportInput *self);
gboolean ks_import_run_begin (KsImportRun *self, KsCampaign *campaign, GPtrArray *inputs,
                              gboolean trial, GError **error);
gboolean ks_import_run_add (KsImportRun *self, KsImportInput *input, KsJob *job, GError **error);
gboolean ks_import_run_finish (KsImportRun *self, GError **error);
gboolean ks_import_run_commit (KsImportRun *self, const char *payload, GError **error);
void     ks_import_run_clear (KsImportRun *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsImportInput, ks_import_input_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KsImportRun, ks_import_run_clear)

G_END_DECLS
