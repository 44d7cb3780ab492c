/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-outcome.h"
#include "ks-results.h"

G_BEGIN_DECLS

#define KS_N_CRITERIA 4

/* A criterion of the commendation: its id, its points of 100 and how a unit earns them. */
typedef struct {
  const char *id;
  const char *name;
  const char *anchors;  /* "0 điểm ở 50%, điểm tối đa ở 100%" */
  double      points;
} KsCriterion;

/* A unit on the list, with its grounds. */
typedef struct {
  KsUnit  *unit;
  guint    rank;        /* 0: not ranked */
  double   score;       /* of 100 */
  double   points[KS_N_CRITERIA];
  gint64   answers;
  gint64   staff;
  KsMoment reported;    /* KS_MOMENT_NONE: no report */
  guint    n_publicity; /* of five */
  guint    n_meetings;
  guint    n_post_days; /* of the seven days before the day */
  guint    n_posts;
  gboolean open;        /* a finding of the unit itself waits for a decision */
  gboolean settled;     /* more sheets than officials, and an officer decided that it is so */
  gboolean eligible;
  char    *reason;      /* why it is not eligible; empty otherwise */
  gboolean chosen;
  char    *chosen_reason;
} KsCandidate;

typedef struct {
  KsCriterion criteria[KS_N_CRITERIA];
  GPtrArray  *candidates;  /* of KsCandidate: by rank, ties in the office's order; others last */
  guint       cut;         /* the widest gap lies behind this rank: 3, 4 or 5 */
  double      gap;
  guint       n_eligible;
} KsShortlist;

KsShortlist *ks_shortlist_load (KsCampaign *campaign, GError **error);
void         ks_candidate_free (KsCandidate *self);
void         ks_shortlist_free (KsShortlist *self);
char        *ks_candidate_dup_grounds (const KsCandidate *self);

/* 3 to 5 units (none takes the choice back), with the reason for each or one for all. */
gboolean     ks_choose (KsCampaign *campaign, const char *const *codes, const char *const *reasons,
                        KsOutcome **outcome, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsShortlist, ks_shortlist_free)

G_END_DECLS
