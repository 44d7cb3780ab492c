/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-time.h"

G_BEGIN_DECLS

/* Where an answer sheet stands. Only COUNTED rows enter a figure. */
typedef enum {
  KS_STATE_COUNTED,
  KS_STATE_WAITING,   /* phiếu chờ xem xét: has a reason */
  KS_STATE_EXCLUDED,  /* không tính: decided by an officer */
  KS_STATE_TRIAL,     /* phiếu thử: sent, and brought in, before the survey; never counted */
  KS_N_STATES,
} KsState;

/* Why a row waits. The order is the order in which the reasons are tried. */
typedef enum {
  KS_REASON_NONE,
  KS_REASON_UNKNOWN_UNIT,
  KS_REASON_TOKEN_MISMATCH,
  KS_REASON_OUTSIDE_WINDOW,
  KS_REASON_INCOMPLETE,
  KS_REASON_KNOWN_ID,      /* the form service's number of another sheet, with other answers */
  KS_N_REASONS,
} KsReason;

const char *ks_state_to_id (KsState state);
gboolean    ks_state_from_id (const char *id, KsState *state);
const char *ks_reason_to_id (KsReason reason);
gboolean    ks_reason_from_id (const char *id, KsReason *reason);
char       *ks_trial_dup_sentence (KsReason reason, const char *given_unit, KsMoment moment);
char       *ks_reason_dup_sentence (KsReason reason, const char *given_unit, KsMoment moment,
                                    guint n_answered, guint n_asked);

G_END_DECLS
