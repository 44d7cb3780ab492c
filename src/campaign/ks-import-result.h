/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-response.h"
#include "ks-unit-matcher.h"

G_BEGIN_DECLS

/* A text of a scale's cells that names none of its levels. */
typedef struct {
  char *question_id;
  char *text;
  guint n_cells;
} KsUnknownValue;

/* What rows say of their unit, which is none for certain. */
typedef struct {
  char *given;
  guint n_rows;
  guint n_guesses;
  char *guesses[KS_MATCH_MAX_GUESSES]; /* codes, the likest first */
} KsUnknownUnit;

/* What an import did, or would do. added + known = rows; counted + waiting + n_trials = added,
 * less those that an officer left out before an earlier import of them was withdrawn. */
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
  guint  n_trials;      /* trial answers: never counted */
  guint  n_trials_unknown; /* of these whose unit was not recognised */
  guint  units;         /* units with counted answers among the added … */
  GByteArray *touched;  /* … which they are: 1 at their index */
  char  *notes[10];     /* what else is to be said of the file, up to a NULL */
  guint  vanished;      /* sheets of earlier imports that it lacks, where that is news */
  gboolean recorded;    /* anything is to be written: sheets, or which of them vanished or are
                         * there again */
  guint  unread;        /* cells whose text is no option of their question: kept blank */
  GPtrArray *unknown_values; /* of KsUnknownValue, those in most cells first */
  GPtrArray *unknown_units;  /* of KsUnknownUnit, likewise */
} KsImportResult;

void            ks_import_result_free (KsImportResult *self);
KsImportResult *ks_import_results_sum (KsImportResult *const *results, guint n_results);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsImportResult, ks_import_result_free)

G_END_DECLS
