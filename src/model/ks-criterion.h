/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What points are earned by. The measure of each kind, in which its anchors stand:
 *   participation: counted answers of officials in scope, 0…1
 *   report: hours from 24:00 of the day to the working group's report (full lies before zero)
 *   agreement: the widest difference of staff, report and answers, as a share of the staff
 *   publicity: ways used, of the five of the plan
 *   posts: days with a post, of the seven before the day
 *   order: received sheets of the unit that count, 0…1
 *   own: what the office gave, 0…10, from a file or typed, with a note
 *   answers: share of good opinions on the key question, 0…1: it invites faking, see the warning */
typedef enum {
  KS_CRITERION_PARTICIPATION,
  KS_CRITERION_REPORT,
  KS_CRITERION_AGREEMENT,
  KS_CRITERION_PUBLICITY,
  KS_CRITERION_POSTS,
  KS_CRITERION_ORDER,
  KS_CRITERION_OWN,
  KS_CRITERION_ANSWERS,
} KsCriterionKind;
#define KS_N_CRITERION_KINDS (KS_CRITERION_ANSWERS + 1)

#define KS_FULL_POINTS 100.0
#define KS_OWN_VALUE_MAX 10.0

typedef struct {
  char           *id;           /* participation …; own ones: own1, own2 … */
  KsCriterionKind kind;
  char           *name;         /* for people; of own ones what the office called it */
  double          points;       /* most points, of 100; 0: not used */
  double          zero;         /* the measure that earns nothing */
  double          full;         /* the measure that earns all */
  gboolean        checked_only; /* marks count only once an officer checked them */
} KsCriterion;

KsCriterion *ks_criterion_new (KsCriterionKind kind);
KsCriterion *ks_criterion_copy (const KsCriterion *self);
gboolean     ks_criterion_equal (const KsCriterion *self, const KsCriterion *other);
void         ks_criterion_free (KsCriterion *self);
double       ks_criterion_grade (const KsCriterion *self, double value);

const char  *ks_criterion_kind_to_id (KsCriterionKind kind);
gboolean     ks_criterion_kind_from_id (const char *id, KsCriterionKind *kind);
gboolean     ks_criterion_kind_has_marks (KsCriterionKind kind);
void         ks_criterion_kind_get_range (KsCriterionKind kind, double *low, double *high,
                                          double *step);

/* For people. */
const char  *ks_criterion_get_source (const KsCriterion *self);
const char  *ks_criterion_get_warning (const KsCriterion *self);
char        *ks_criterion_dup_value_words (const KsCriterion *self, double value);
char        *ks_criterion_dup_anchors (const KsCriterion *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsCriterion, ks_criterion_free)

G_END_DECLS
