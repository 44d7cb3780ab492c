/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-given-unit-table.h"
#include "ks-group.h"
#include "ks-results.h"

G_BEGIN_DECLS

#define KS_TEST_N_UNITS 8

/* A small survey, made to be attacked: three districts, of three units, of three and of one, and a unit
 * without a district; a few sheets each, which change from moment to moment. */
typedef struct {
  char       *folder;
  KsClock    *clock;
  KsCampaign *campaign;
  KsRegistry *registry;
  KsForm     *form;
  GRand      *rand;
  GPtrArray  *now[KS_TEST_N_UNITS];  /* of char *: what its sheets say */
  guint       mood[KS_TEST_N_UNITS]; /* what all of a unit choose; 0: as they like */
  GPtrArray  *moments;               /* of GArray of guint, KS_TEST_N_UNITS a moment: numbers of sheets */
  GHashTable *numbers;               /* unit, answers and which of equal ones → number */
  GPtrArray  *answers;               /* by number, as in @numbers */
} KsTestSurvey;

void    ks_test_survey_set_up         (KsTestSurvey *self, gconstpointer data);
void    ks_test_survey_tear_down      (KsTestSurvey *self, gconstpointer data);
/* A survey of its own for each seed; nothing was given out of it. */
void    ks_test_survey_begin          (KsTestSurvey *self, guint32 seed);
/* Sheets come, go, say something else; then it is another moment. */
void    ks_test_survey_change         (KsTestSurvey *self);
guint   ks_test_survey_get_n_moments  (KsTestSurvey *self);
GArray *ks_test_survey_get_sheets     (KsTestSurvey *self, guint moment, guint unit);
const char *ks_test_survey_get_answers (KsTestSurvey *self, guint sheet);
GArray *ks_test_survey_dup_scopes     (KsTestSurvey *self, KsScopeKind kind);

/* What somebody knows of it, question by question. Every figure that is read is first counted here,
 * sheet by sheet. */
typedef struct _KsTestKnown KsTestKnown;

KsTestKnown *ks_test_known_new         (KsTestSurvey *survey);
void         ks_test_known_free        (KsTestKnown *self);
/* @versions: per unit the sheets that the figures rest on. Returns whether it is shown, which it must
 * not be where it may not leave. */
gboolean     ks_test_known_read        (KsTestKnown *self, KsResults *results, const KsScope *scope,
                                        const KsQuestion *question, GArray *const *versions,
                                        gboolean may_leave);
/* Everybody and the groups of a question. Returns how many figures of groups are shown. */
guint        ks_test_known_read_groups (KsTestKnown *self, KsResults *results,
                                        const KsQuestion *group);
/* Whether it comes out which level all of a unit chose, of the tables since the last were forgotten:
 * those of one moment. (What five and more changed between two is told by both.) */
gboolean     ks_test_known_tells_level (KsTestKnown *self);
void         ks_test_known_forget_levels (KsTestKnown *self);
/* See ks_test_knowledge_isolate(). */
char        *ks_test_known_isolate     (KsTestKnown *self, gboolean differences);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsTestKnown, ks_test_known_free)

G_END_DECLS
