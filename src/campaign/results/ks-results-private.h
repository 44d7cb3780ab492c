/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-result-sums.h"
#include "ks-share.h"
#include "ks-tally-table.h"

G_BEGIN_DECLS

/* Rows of one unit that do not count. */
typedef struct {
  gint64 waiting[KS_N_REASONS];
  gint64 excluded;
  gint64 trial;
} KsApart;

/* What a unit put into tables that left the program. */
typedef struct {
  KsMoment at;       /* when it last changed in them */
  gboolean earlier;  /* its sheets are others by now */
} KsUnitGiven;

struct _KsResults {
  GObject     parent_instance;

  KsRegistry *registry;
  KsForm     *form;
  KsTally    *tally;
  gint32     *staff;    /* per unit: officials in scope */
  KsApart    *apart;    /* per unit; the last one is of rows without a unit */
  GPtrArray  *files;    /* of char *: names of the imported files */
  KsMoment    newest_answer;
  gint64      n_counted;
  gint64      n_excluded;
  gint64      n_trials;
  gint64      n_waiting[KS_N_REASONS];
  const KsQuestion *kind_question; /* of the form: what kind of person answers; or NULL */
  guint64     outside;  /* a bit per option of it: people whom the survey does not ask */
  KsArrivals *arrivals;
  KsDay       day;
  KsMoment    from;     /* first second of the survey window */
  KsMoment    to;       /* first second after it */
  gboolean    closed;   /* the survey has ended: answers may be shown */
  KsUnitGiven *given;   /* per unit, of results that leave the program; NULL: the desk's own */
  gboolean   *silent;   /* per unit, of results that leave: not told by itself, see ks_given_ledger_load(); or NULL */
  gboolean   *checking; /* per unit, of results that leave: being reconciled, not named; or NULL */
  KsMoment    settled;  /* when figures were settled or corrected last; KS_MOMENT_NONE: not yet */
  KsResultSums *sums;   /* of districts and province; NULL: nobody asked for them yet */
  GHashTable *group_sums; /* the same of a group, by its slot; NULL as well */
  GHashTable *answered_by_all; /* by the slot of a group question: a byte per slot of the form */
  KsCampaign *campaign; /* of the desk's own, until the counts of groups were asked for; or NULL */
  KsGroupTally *groups; /* NULL: not read yet, or there are none */
  GHashTable *levels_hidden; /* by the slot of a question: KsLevelsHidden */
  GHashTable *groups_shown; /* by the slots of group and question: KsGroupsShown */
  GHashTable *group_levels; /* by the same: KsLevelsHidden */
  gboolean    has_least_units;
  guint       least_units; /* with enough sheets, in the district that has fewest */
  const KsQuestion *body_group; /* the group whose body was asked for last */
  guint       body_choice;
  int         body;         /* a KsBody; -1: none */
};

/* What the sheets of one unit say of a question. */
typedef struct {
  gint64        sheets;
  const gint32 *slots;   /* any answer to the question, then its choices */
  gboolean      counts;  /* it enters the figures of district and province, and is shown by itself
                            unless it is of a group */
} KsUnitCell;

void       ks_results_add_participation (KsResults *self, const KsScope *scope, guint unit,
                                         KsParticipation *participation);
KsResultSums *ks_results_get_sums (KsResults *self, const KsScope *scope, guint *row);
void       ks_results_get_cell    (KsResults *self, const KsScope *scope,
                                   const KsQuestion *question, guint unit, KsUnitCell *cell);
gint64     ks_results_get_unit_staff (KsResults *self, const KsScope *scope, guint unit);
guint      ks_results_find_district (KsResults *self, guint unit);
const gint32 *ks_results_get_group_row (KsResults *self, const KsScope *scope, guint unit);
gint64     ks_results_get_group_staff (KsResults *self, const KsScope *scope, guint unit);
gboolean   ks_results_shows_group (KsResults *self, const KsScope *scope,
                                   const KsQuestion *question);
guint     *ks_results_dup_first (KsResults *self, guint *n_districts);
gboolean   ks_results_hides_group_levels (KsResults *self, const KsScope *scope,
                                          const KsQuestion *question);
gboolean   ks_results_hides_levels (KsResults *self, KsScopeKind kind, guint place,
                                    const KsQuestion *question);
gboolean   ks_results_leave_unnamed (KsResults *self, KsTransaction *tx, GError **error);
gboolean   ks_results_may_tell (KsResults *self, KsScopeKind kind, guint unit,
                                const KsQuestion *question);
void       ks_results_get_units_share (KsResults *self, GArray *units, const KsQuestion *question,
                                       KsShare *share);
gint64     ks_results_sum_apart   (KsResults *self, const KsScope *scope, KsApart *sum);
KsResults *ks_results_load_within (KsCampaign *campaign, KsTransaction *tx, GError **error);
void       ks_results_get_slice   (KsResults *self, const KsScope *scope, guint *first,
                                   guint *n_units);

G_END_DECLS
