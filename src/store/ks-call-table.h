/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-store.h"

G_BEGIN_DECLS

/* What came of a call. */
typedef enum {
  KS_CALL_REMINDED,
  KS_CALL_UNREACHABLE,
  KS_CALL_APPOINTMENT, /* they will have done it by a time */
  KS_CALL_TROUBLE,     /* something hinders them: the note says what */
} KsCallOutcome;
#define KS_N_CALL_OUTCOMES (KS_CALL_TROUBLE + 1)

/* A call to a unit or a district. */
typedef struct {
  gint64        id;          /* 0: not kept yet */
  gboolean      district;    /* code is a district's */
  char         *code;
  KsMoment      called;
  char         *actor;       /* who called */
  KsCallOutcome outcome;
  KsMoment      appointment; /* KS_MOMENT_NONE: none */
  char         *note;
} KsCall;

KsCall     *ks_call_new (gboolean district, const char *code);
void        ks_call_free (KsCall *self);
const char *ks_call_outcome_get_id (KsCallOutcome outcome);
gboolean    ks_call_outcome_find (const char *id, KsCallOutcome *outcome);

GPtrArray  *ks_call_table_load (KsTransaction *tx, const char *code, GError **error);
KsCall     *ks_call_table_find (KsTransaction *tx, gint64 id, GError **error);
gboolean    ks_call_table_add (KsTransaction *tx, KsCall *call, GError **error);
gboolean    ks_call_table_delete (KsTransaction *tx, gint64 id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsCall, ks_call_free)

G_END_DECLS
