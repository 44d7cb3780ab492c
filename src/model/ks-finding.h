/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-time.h"

G_BEGIN_DECLS

/* What the figures give reason to check. The order is the order in which they are listed. */
typedef enum {
  KS_FINDING_IDENTICAL,
  KS_FINDING_OVER_STAFF,
  KS_FINDING_RECONCILE,
  KS_FINDING_BURST,
  KS_FINDING_STRAIGHT,
  KS_FINDING_FAST,
  KS_FINDING_DOUBLE,
  KS_FINDING_VANISHED,
  KS_FINDING_NO_TIME,
  KS_FINDING_OUT_OF_SCOPE,
  KS_N_FINDING_KINDS,
} KsFindingKind;

/* What an officer decides. */
typedef enum {
  KS_DECISION_NONE,
  KS_DECISION_COUNT,
  KS_DECISION_EXCLUDE,
  KS_DECISION_MOVE,
  KS_N_DECISIONS,
} KsDecision;

/* Numbers of a finding, by its kind:
 *   identical: sheets; burst: sheets, seconds; straight: sheets, of so many; fast: sheets, the
 *   limit and the median in seconds; double: seconds;
 *   over_staff: sheets, staff; reconcile: staff, reported, sheets; vanished: sheets;
 *   out_of_scope: sheets, part-time workers, others. */
#define KS_N_FINDING_NUMBERS 3

/* A sign to check: of a unit, of an import, or of all. */
typedef struct {
  gint64        id;
  KsFindingKind kind;
  char         *unit;     /* code; empty: of no unit */
  gint64        batch;    /* import; 0: of none */
  gint64        key;      /* tells findings of one kind and unit apart */
  gint64        numbers[KS_N_FINDING_NUMBERS];
  double        share;    /* of the others or of all, 0…1 */
  gint64        n_rows;   /* sheets that it is about */
  KsDecision    decision; /* NONE: open */
  char         *reason;   /* of the decision; empty while open */
  char         *actor;    /* who decided */
  KsMoment      decided;
} KsFinding;

void        ks_finding_free (KsFinding *self);
KsFinding  *ks_finding_copy (const KsFinding *self);
gboolean    ks_finding_is_open (const KsFinding *self);
gboolean    ks_finding_settles_excess (const KsFinding *self, gint64 excess);
char       *ks_finding_dup_sentence (const KsFinding *self, const char *unit_name);
char       *ks_finding_dup_statement (const KsFinding *self, const char *unit_name);

const char *ks_finding_kind_to_id (KsFindingKind kind);
gboolean    ks_finding_kind_from_id (const char *id, KsFindingKind *kind);
const char *ks_finding_kind_get_title (KsFindingKind kind);
const char *ks_finding_kind_get_check (KsFindingKind kind);
const char *ks_finding_kind_get_scope (KsFindingKind kind);
gboolean    ks_finding_kind_needs_decision (KsFindingKind kind);
gboolean    ks_finding_kind_has_rows (KsFindingKind kind);
gboolean    ks_finding_kind_has_equals (KsFindingKind kind);
gboolean    ks_finding_kind_is_of_unit (KsFindingKind kind);

const char *ks_decision_to_id (KsDecision decision);
gboolean    ks_decision_from_id (const char *id, KsDecision *decision);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsFinding, ks_finding_free)

G_END_DECLS
