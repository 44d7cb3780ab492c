/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-store.h"
#include "ks-time.h"

G_BEGIN_DECLS

/* What is done for a district or a unit before the day, and put on record by hand. */
typedef enum {
  KS_STEP_DONE_SENT,      /* of a district: its pack was sent */
  KS_STEP_DONE_RECEIVED,  /* of a unit, and so the next two: it has its code */
  KS_STEP_DONE_TRIED,     /* its code was scanned and opened the right form */
  KS_STEP_DONE_POSTED,    /* its sheet hangs */
  KS_N_STEPS_DONE,
} KsStepKind;

typedef struct {
  KsStepKind kind;
  char      *code;   /* of the district or the unit */
  KsMoment   done;   /* when it was put on record */
  char      *actor;
} KsStepDone;

const char *ks_step_kind_to_id (KsStepKind kind);
gboolean    ks_step_kind_from_id (const char *id, KsStepKind *kind);
gboolean    ks_step_kind_is_of_district (KsStepKind kind);

void        ks_step_done_free (KsStepDone *self);
GPtrArray  *ks_step_table_load (KsTransaction *tx, GError **error);
gboolean    ks_step_table_save (KsTransaction *tx, const KsStepDone *step, GError **error);
gboolean    ks_step_table_delete (KsTransaction *tx, KsStepKind kind, const char *code,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsStepDone, ks_step_done_free)

G_END_DECLS
