/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-finding.h"
#include "ks-response.h"
#include "ks-store.h"

G_BEGIN_DECLS

/* The last decision on a sheet, and where the sheet stood before the first. */
typedef struct {
  gint64     response;
  KsDecision decision;
  char      *reason;   /* the officer's words */
  char      *actor;
  KsMoment   decided;
  char      *unit_before;
  KsState    state_before;
  KsReason   reason_before;
} KsRowDecision;

/* A sheet of an import that was withdrawn, of which something was decided. */
typedef struct {
  gint64   id;
  gint64   batch;
  gint64   digest;
  KsMoment answered; /* KS_MOMENT_NONE: no time known */
  guint32  texts;
  char    *unit;     /* where the decision put it */
  KsState  state;
} KsDecidedSheet;

void           ks_decided_sheet_free (KsDecidedSheet *self);
GPtrArray     *ks_decision_table_load_withdrawn (KsTransaction *tx, GError **error);
void           ks_row_decision_free (KsRowDecision *self);
KsRowDecision *ks_decision_table_lookup (KsTransaction *tx, gint64 response, GError **error);
GPtrArray     *ks_decision_table_load (KsTransaction *tx, GError **error);
GArray        *ks_decision_table_load_ids (KsTransaction *tx, GError **error);
gboolean       ks_decision_table_save (KsTransaction *tx, const KsRowDecision *decision,
                                       GError **error);
gboolean       ks_decision_table_delete (KsTransaction *tx, gint64 response, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsRowDecision, ks_row_decision_free)

G_END_DECLS
