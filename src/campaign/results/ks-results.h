/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-response.h"

G_BEGIN_DECLS

typedef enum {
  KS_SCOPE_PROVINCE,
  KS_SCOPE_DISTRICT,
  KS_SCOPE_UNIT,
} KsScopeKind;

typedef struct {
  KsScopeKind kind;
  const char *code;   /* borrowed from the results' registry; "" for the province */
  const char *name;
  const KsQuestion *group; /* a profile question that tells groups of people apart; NULL: everybody */
  guint       choice; /* an option of it, from 1: these people alone */
} KsScope;

/* Participation of a scope: complete, whatever may be shown of its answers; but of a group only its
 * answers and staff, and they only if it can be told. */
typedef struct {
  KsScope scope;
  gint64  staff;
  gint64  answers;
  gint64  outside;             /* of these by people whom the survey does not ask */
  guint   n_units;
  guint   n_units_with_answers;
  guint   n_units_complete;
  guint   n_units_over;        /* more answers than staff */
  gboolean hidden;             /* a group of which nothing may be told: answers is 0 */
} KsParticipation;

/* One question in one scope, by the rules of anonymity: units with fewer than five counted
 * answers are left out of their parents' figures too. */
typedef struct {
  const KsQuestion *question;
  gint64  answered;     /* n: rows with any answer to the question */
  gint64  blank;        /* counted rows without one */
  gint64 *counts;       /* per option, in the form's order; empty when !shown */
  gint64  good;         /* x */
  gint64  poor;         /* at a level of the lower half of the scale */
  gint64  dont_know;
  gint64  staff;        /* N of the scope */
  gint64  left_out;     /* answers of units under five */
  gboolean shown;       /* x and n may be shown */
  gboolean levels_shown; /* the levels too: FALSE when everybody chose the same (counts are zeros) */
} KsQuestionResult;

/* How figures of a scope may leave the program. */
typedef struct {
  gboolean leaving;          /* these are the ones that may; FALSE: they are the desk's own */
  KsMoment settled_at;       /* when they were settled or corrected; KS_MOMENT_NONE: preliminary */
  guint    n_earlier_units;  /* units whose sheets are others by now */
  KsMoment given_at;         /* the oldest figures of these; KS_MOMENT_NONE: there are none */
} KsGivenState;

/* A snapshot of the tallies: cost follows units × questions, never answers. */
#define KS_TYPE_RESULTS (ks_results_get_type ())
G_DECLARE_FINAL_TYPE (KsResults, ks_results, KS, RESULTS, GObject)

KsResults        *ks_results_load (KsCampaign *campaign, GError **error);
KsResults        *ks_results_load_sendable (KsCampaign *campaign, KsJob *job, GError **error);
KsResults        *ks_results_load_settled (KsCampaign *campaign, GError **error);
gboolean          ks_results_prepare (KsResults *self, KsJob *job, GError **error);
KsRegistry       *ks_results_get_registry (KsResults *self);
KsForm           *ks_results_get_form (KsResults *self);
gboolean          ks_results_is_open (KsResults *self);
gint64            ks_results_get_received (KsResults *self);
gint64            ks_results_get_counted (KsResults *self);
gint64            ks_results_get_trials (KsResults *self);
gint64            ks_results_get_waiting (KsResults *self, int reason);
gint64            ks_results_get_excluded (KsResults *self);
KsMoment          ks_results_get_as_of (KsResults *self);
gint64            ks_results_get_unit_answers (KsResults *self, KsUnit *unit);
GArray           *ks_results_dup_scopes (KsResults *self, KsScopeKind kind);
GArray           *ks_results_dup_parts (KsResults *self, const KsScope *parent, KsScopeKind kind);
GArray           *ks_results_dup_groups (KsResults *self, const KsScope *scope,
                                         const KsQuestion *question);
gboolean          ks_results_find_scope (KsResults *self, const char *code, KsScope *scope);
void              ks_results_get_participation (KsResults *self, const KsScope *scope,
                                                KsParticipation *participation);
void              ks_results_get_given (KsResults *self, const KsScope *scope, KsGivenState *given);
guint             ks_results_count_unnamed (KsResults *self, const KsScope *scope);
gboolean          ks_results_tells (KsResults *self, const KsQuestion *question);
KsQuestionResult *ks_results_dup_question (KsResults *self, const KsScope *scope,
                                           const KsQuestion *question);
void              ks_question_result_free (KsQuestionResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsQuestionResult, ks_question_result_free)

/* The account of a figure: how it came about, in sentences. Never a row of anybody. */
GPtrArray        *ks_results_dup_account (KsResults *self, const KsScope *scope,
                                          const KsQuestion *question);

G_END_DECLS
