/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-outcome.h"

G_BEGIN_DECLS

/* Chốt số liệu: what the figures are that papers by unit may be made of. */
typedef struct {
  KsMoment settled_at;     /* KS_MOMENT_NONE: not yet */
  char    *actor;          /* who settled them, NULL: nobody */
  char    *note;
  guint    n_corrections;
  guint    n_changed_units; /* whose answers are others by now */
} KsPublication;

/* What settling the figures now, or correcting them, would do. */
typedef struct {
  gboolean settled;            /* they were settled before */
  gint64   n_sheets;           /* that count now */
  guint    n_units;            /* with sheets that count */
  guint    n_changed_units;    /* which enter the tables as they are now */
  guint    n_held_units;       /* which stay as they were given out: one to four sheets differ */
  gint64   n_held_sheets;      /* by which those differ: whose answers a correction could tell */
  guint    n_units_to_check;   /* with open findings */
} KsPublicationPlan;

void     ks_publication_clear    (KsPublication *self);
gboolean ks_publication_load     (KsCampaign *campaign, KsPublication *publication,
                                  GError **error);
gboolean ks_plan_publication     (KsCampaign *campaign, KsPublicationPlan *plan, GError **error);
gboolean ks_publish              (KsCampaign *campaign, const char *note, KsOutcome **outcome,
                                  GError **error);
gboolean ks_correct_publication  (KsCampaign *campaign, const char *reason, const char *agreed,
                                  KsOutcome **outcome, GError **error);
char    *ks_publication_plan_dup_warning (const KsPublicationPlan *plan);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KsPublication, ks_publication_clear)

G_END_DECLS
