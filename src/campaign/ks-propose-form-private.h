/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-csv-reader.h"
#include "ks-form-builder.h"
#include "ks-propose-form.h"

G_BEGIN_DECLS

/* What was seen in one column of an export. */
typedef struct {
  char       *header;    /* cleaned */
  GPtrArray  *values;    /* different texts, as they were first met; owned by counts */
  GHashTable *counts;    /* text → how often */
  gint64      n_filled;
  gint64      n_times;   /* cells that are a date with a time */
  gboolean    overflow;  /* more different texts than were kept */
} KsSeenColumn;

KsSeenColumn *ks_seen_column_new (const char *header);
void          ks_seen_column_free (KsSeenColumn *self);
void          ks_seen_column_add (KsSeenColumn *self, const KsCell *cell);
guint         ks_seen_column_count (const KsSeenColumn *self, guint value);

/* The options of a question with several answers, in their order; NULL where the cells are no
 * lists of a few options. */
GPtrArray    *ks_seen_column_split (const KsSeenColumn *self, gboolean *unsure);

/* A column as the scale that its labels show: levels best first, what cannot be judged last. */
typedef struct {
  char     *stem;        /* what is graded; "" for numbers */
  GArray   *levels;      /* KsSeenLevel */
  GPtrArray *apart;      /* labels of "không biết" */
  gboolean  numbers;
} KsSeenScale;

typedef struct {
  char *label;
  int   rank;
} KsSeenLevel;

KsSeenScale  *ks_seen_scale_new (const KsSeenColumn *column);
void          ks_seen_scale_free (KsSeenScale *self);
gboolean      ks_seen_scale_merge (KsSeenScale *self, const KsSeenScale *other);
void          ks_seen_scale_fill (KsSeenScale *self, const char *id, KsScale *scale);

/* What a column is taken for. */
typedef enum {
  KIND_LEFT_OUT,
  KIND_UNIT,
  KIND_TEXT,
  KIND_SINGLE,
  KIND_MULTI,
  KIND_SCALE,
  KIND_PART,     /* one option of a question with several, in a column of its own */
} KsProposedKind;

typedef struct {
  KsSeenColumn *seen;
  KsProposedKind          kind;
  char         *id;       /* "A5", from the header; NULL */
  char         *text;     /* the header without it */
  char         *part;     /* KIND_PART: the option */
  GPtrArray    *options;  /* KIND_MULTI */
  KsSeenScale  *scale;
  guint         scale_number;  /* from 1 */
  gboolean      unsure;
} KsProposedColumn;

struct _KsFormProposer {
  GPtrArray     *columns;
  GPtrArray     *scales;   /* KsSeenScale of all questions that share one; borrowed */
  KsFormBuilder *builder;
  gint64         n_rows;
};

void          ks_form_proposer_judge (KsFormProposer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsSeenColumn, ks_seen_column_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsSeenScale, ks_seen_scale_free)

G_END_DECLS
