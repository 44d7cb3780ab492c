/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-attention.h"
#include "ks-confirm-form.h"
#include "ks-trials.h"

G_BEGIN_DECLS

/* What must be ready before the day, in the order of the work. */
typedef enum {
  KS_READY_STAFF,     /* units whose number of officials is known */
  KS_READY_CONTACTS,  /* units with the head of the working group and a telephone */
  KS_READY_FORM,      /* the form itself, not the stand-in */
  KS_READY_LINK,      /* links set, and one code scanned */
  KS_READY_SETTINGS,  /* how the form is set at its service */
  KS_READY_CODES,     /* codes read back, and none to be printed again */
  KS_READY_SENT,      /* districts whose pack was sent */
  KS_READY_RECEIVED,  /* units that have their code and scanned it */
  KS_READY_TRIAL,     /* links that a trial answer tried */
  KS_N_READY,
} KsReadyItem;

typedef enum {
  KS_READY_DONE,
  KS_READY_NEEDED,  /* missing, and something rests on it */
  KS_READY_OPEN,    /* still to come */
} KsReadyState;

typedef struct {
  KsReadyState state;
  guint        n;      /* of … */
  guint        whole;
  KsMoment     when;   /* when it was last worked at; KS_MOMENT_NONE: never */
} KsReadyLine;

/* How ready a campaign is. A plain value. */
typedef struct {
  KsReadyLine      lines[KS_N_READY];
  guint            n_done;
  gint64           staff;
  gboolean         scanned;
  KsFormSettings   settings;
  guint            n_again;    /* sheets that no longer hold */
  guint            n_tried;
  guint            n_posted;
  KsTrials         trials;
  KsAttentionRules rules;      /* the hours of the day */
} KsReadiness;

gboolean    ks_readiness_load (KsCampaign *campaign, KsTransaction *tx, guint n_again,
                               KsReadiness *readiness, GError **error);
KsReadyItem ks_readiness_find_next (const KsReadiness *self);

G_END_DECLS
