/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-job.h"
#include "ks-response.h"
#include "ks-store.h"

G_BEGIN_DECLS

/* An answer sheet as the file keeps it. Strings are borrowed. */
typedef struct {
  gint64      id;
  gint64      batch;
  gint64      source_row;
  const char *unit;     /* code; empty while it waits for one */
  const char *given;    /* what the sheet says of its unit, kept while it waits */
  KsMoment    answered; /* KS_MOMENT_NONE: no time known */
  const char *answers;  /* fixed columns, see the form */
  KsState     state;
  KsReason    reason;
  gint64      digest;   /* of unit and closed answers: equal rows have equal digests */
  guint32     texts;    /* of what was written to open questions */
  gint64      service;  /* hash of the number that the form service gave it; 0: none */
  gint64      duration; /* seconds from its start to its end; 0: not known */
} KsResponse;

typedef gboolean (*KsResponseFunc) (const KsResponse *response, gpointer data, GError **error);
typedef gboolean (*KsRemarkFunc) (gint64 response, const char *question, const char *body,
                                  gpointer data);

/* What rows are looked for. */
typedef struct {
  int         state;   /* KsState, or -1 */
  int         reason;  /* KsReason, or -1 */
  const char *unit;    /* code, or NULL */
  gint64      batch;   /* or 0 */
  gint64      first;   /* the least id, or 0 */
  gint64      last;    /* the greatest, or 0 */
  gint64      finding; /* sheets that it is about, or 0 */
  KsMoment    since;   /* answered at it or later, or 0 */
  KsMoment    before;  /* answered before it, or 0 */
  gint64      offset;
  gint64      limit;   /* or 0 */
} KsResponseFilter;

#define KS_RESPONSE_FILTER_ALL ((KsResponseFilter){ .state = -1, .reason = -1 })

gboolean ks_response_table_foreach (KsTransaction *tx, const KsResponseFilter *filter,
                                    KsResponseFunc func, gpointer data, GError **error);
gboolean ks_response_table_foreach_withdrawn (KsTransaction *tx, KsResponseFunc func, gpointer data,
                                              GError **error);
/* Sheets whose ids follow each other without a gap: those of one import. */
typedef struct {
  gint64 first;
  gint64 last;
} KsResponseBlock;

GArray  *ks_response_table_find_blocks (KsTransaction *tx, GError **error);
GArray  *ks_response_table_load_ids (KsTransaction *tx, const KsResponseFilter *filter, KsJob *job,
                                     GError **error);
gint64   ks_response_table_count (KsTransaction *tx, const KsResponseFilter *filter,
                                  GError **error);
gboolean ks_response_table_foreach_remark (KsTransaction *tx, gint64 first, gint64 last,
                                           KsRemarkFunc func, gpointer data,
                                           GError **error);
gboolean ks_response_table_has_counted (KsTransaction *tx, gboolean *counted, GError **error);

G_END_DECLS
