/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-criterion.h"
#include "ks-time.h"

G_BEGIN_DECLS

/* The scale was locked: who, when, and what it said then. */
typedef struct {
  KsMoment at;
  char    *actor;
  char    *hash;   /* SHA-256 of scale, 64 hexadecimal digits */
  char    *scale;  /* canonical JSON, see ks_criteria_dup_json() */
} KsCriteriaLock;

/* The scale of the commendation. */
typedef struct {
  GPtrArray      *criteria;  /* of KsCriterion, in their order */
  guint           n_draws;   /* of the measure of stability, and its seed: both are locked too */
  guint64         seed;
  char           *hash;      /* of the scale as it is now */
  GPtrArray      *locks;     /* of KsCriteriaLock: all there ever were, the last one counts */
  const KsCriteriaLock *lock;    /* the last; NULL: never locked */
  gboolean        changed_after_lock; /* the scale is another than the last lock's */
  gboolean        blind;     /* never locked yet: names stay hidden in the window */
} KsCriteria;

KsCriteria  *ks_criteria_new_default (void);
KsCriteria  *ks_criteria_copy (const KsCriteria *self);
gboolean     ks_criteria_equal (const KsCriteria *self, const KsCriteria *other);
void         ks_criteria_free (KsCriteria *self);
void         ks_criteria_seal (KsCriteria *self);
KsCriterion *ks_criteria_lookup (const KsCriteria *self, const char *id);
KsCriterion *ks_criteria_add_own (KsCriteria *self, const char *name);
gboolean     ks_criteria_remove_own (KsCriteria *self, const char *id);
double       ks_criteria_get_sum (const KsCriteria *self);
void         ks_criteria_balance (KsCriteria *self, const char *id, double points);
char        *ks_criteria_dup_json (const KsCriteria *self);
char        *ks_criteria_dup_lock_words (const KsCriteria *self);
void         ks_criteria_lock_free (KsCriteriaLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsCriteria, ks_criteria_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsCriteriaLock, ks_criteria_lock_free)

G_END_DECLS
