/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-criteria.h"
#include "ks-nominee.h"

G_BEGIN_DECLS

/* Why a unit is ranked or not. Findings on single sheets never bar: anybody could plant one. */
typedef enum {
  KS_STANDING_RANKED,
  KS_STANDING_FINDINGS, /* figures of the unit itself are being checked */
  KS_STANDING_FEW,      /* chưa đủ căn cứ: too few sheets, or the staff is not known */
  KS_STANDING_BARRED,   /* an officer leaves it out, with a reason */
} KsStanding;

/* A unit on the list, with its grounds. */
typedef struct {
  KsUnit    *unit;
  char      *blind_name;  /* "Đơn vị 12": shown while the scale is blind, tells nothing of the unit */
  guint      blind_rank;  /* 12 */
  guint      rank;        /* 0: not ranked */
  double     score;       /* of 100 */
  double    *measures;    /* per criterion, in its unit; NaN: nothing is known */
  double    *grades;      /* per criterion, 0…1 */
  double    *points;      /* per criterion: its points × the grade */
  gint64     answers;
  gint64     staff;
  KsMoment   reported;    /* KS_MOMENT_NONE: no report */
  gint64     told;        /* answers as the report tells them; below 0: nobody told */
  guint      n_publicity; /* of five */
  guint      n_meetings;
  guint      n_post_days; /* of the seven days before the day */
  guint      n_posts;
  gint64     n_apart;     /* its sheets that do not count */
  gint64     good;        /* x of n on the key question, where it may be shown: for uncertainty */
  gint64     answered;
  gboolean   open;        /* a finding of the unit itself waits for a decision */
  gboolean   settled;     /* more sheets than officials, and an officer decided that it is so */
  KsStanding standing;
  gboolean   eligible;    /* standing is RANKED */
  char      *reason;      /* why it is not eligible; empty otherwise */
  gboolean   chosen;
  char      *chosen_reason; /* why, for one outside the suggestion; empty otherwise */
  char      *chosen_merits; /* as the officer wrote them, else as drafted */
} KsCandidate;

typedef struct {
  KsCriteria *criteria;   /* the scale; points of a candidate stand in the order of its criteria */
  guint       n_criteria;
  GPtrArray  *candidates; /* of KsCandidate: by rank, ties in the office's order (while the scale is
                           * blind: of blind names); barred and others last */
  GPtrArray  *nominees;   /* of KsNominee: whom people chose, in their order */
  guint       cut;        /* the widest gap lies behind this rank: 3, 4 or 5; 0: nothing parts them */
  double      gap;
  guint       n_eligible;
  guint       n_findings; /* units of which figures are being checked */
  guint       n_few;
  guint       n_barred;
  double      beta_a;     /* how units differ in good opinions: see ks_beta_binomial_fit() */
  double      beta_b;
} KsShortlist;

KsShortlist *ks_shortlist_load (KsCampaign *campaign, GError **error);
KsShortlist *ks_shortlist_copy (const KsShortlist *self);
void         ks_shortlist_free (KsShortlist *self);
void         ks_candidate_free (KsCandidate *self);
KsCandidate *ks_shortlist_find (const KsShortlist *self, const char *code);

/* While a slider moves: grades and ranks anew in memory, by a scale with the same criteria and the same
 * checked_only; the order of candidates changes. FALSE: the criteria are others, load anew. */
gboolean     ks_shortlist_apply (KsShortlist *self, const KsCriteria *criteria);
gboolean     ks_shortlist_is_suggested (const KsShortlist *self, const KsCandidate *candidate);

/* What a candidate is called now: its blind name while the scale is blind. */
const char  *ks_shortlist_get_name (const KsShortlist *self, const KsCandidate *candidate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsShortlist, ks_shortlist_free)

G_END_DECLS
