/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "ks-disclosure.h"
#include "ks-results-private.h"
#include "ks-suppression.h"

/* Results by body and kind of person. Their counts are read when somebody asks for the first of them;
 * if the answers have changed meanwhile they are of another moment than the snapshot and tell nothing:
 * who heard of the change makes another snapshot. */

static gboolean
is_of_same_moment (KsResults *self, KsTransaction *tx)
{
  g_autoptr (KsTally) now = ks_tally_table_load (tx, self->registry, self->form, NULL);

  return now != NULL
         && memcmp (now->counts, self->tally->counts,
                    (gsize) now->n_units * now->n_columns * sizeof *now->counts)
                == 0;
}

static KsGroupTally *
load (KsCampaign *campaign, KsResults *self)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), NULL);

  return tx != NULL && is_of_same_moment (self, tx)
             ? ks_tally_load_groups (tx, self->registry, self->form, NULL)
             : NULL;
}

/* They are asked for once: the moment does not come again. */
static KsGroupTally *
get_groups (KsResults *self)
{
  g_autoptr (KsCampaign) campaign = g_steal_pointer (&self->campaign);

  if (campaign != NULL)
    self->groups = load (campaign, self);
  return self->groups;
}

/* Counts of a group in a unit, as in a row of the tally. (nullable) */
const gint32 *
ks_results_get_group_row (KsResults *self, const KsScope *scope, guint unit)
{
  KsGroupTally *groups = get_groups (self);

  return groups != NULL ? ks_group_tally_get_row (groups, unit, scope->group, scope->choice) : NULL;
}

/* Labels are read once for all units. Returns -1 where the group is no body of its own. */
static int
find_body (KsResults *self, const KsScope *scope)
{
  KsBody body;

  if (self->body_group != scope->group || self->body_choice != scope->choice)
    {
      self->body_group = scope->group;
      self->body_choice = scope->choice;
      self->body = ks_group_find_body (scope->group, scope->choice, &body) ? (int) body : -1;
    }
  return self->body;
}

/* So many officials belong to the group in a unit; 0: not known. Part-time workers have no body of
 * their own: where the survey asks them, too, nobody knows in which they are. */
gint64
ks_results_get_group_staff (KsResults *self, const KsScope *scope, guint unit)
{
  KsUnit *of = ks_registry_get_unit (self->registry, unit);
  const KsStaff *staff = ks_unit_get_staff (of);
  int body = find_body (self, scope);
  gint64 in_bodies = 0;

  for (guint i = 0; i < KS_N_BODIES; i++)
    in_bodies += staff->total[i] - staff->excused[i];
  if (body < 0 || in_bodies != ks_unit_get_staff_in_scope (of))
    return 0;
  return MAX (staff->total[body] - staff->excused[body], 0);
}

/* How many answered, of everybody or of a group; the sheets where no question is asked for. */
static gint64
count_answers (const gint32 *row, const KsQuestion *question)
{
  /* A file may say anything. */
  return row == NULL ? 0 : MAX (question != NULL ? row[1 + question->slot] : row[0], 0);
}

static KsGroupsShown *
judge (KsResults *self, const KsQuestion *group, const KsQuestion *question)
{
  guint n_units = ks_registry_get_n_units (self->registry);
  guint n_districts;
  g_autofree guint *first = ks_results_dup_first (self, &n_districts);
  g_autofree gint64 *counts = g_new (gint64, (gsize) n_units * group->n_options);
  g_autofree gint64 *totals = g_new (gint64, n_units);
  const KsGroupCounts table = { n_districts, first, group->n_options, counts, totals };

  for (guint unit = 0; unit < n_units; unit++)
    {
      totals[unit] = count_answers (ks_tally_get_row (self->tally, unit), question);
      for (guint i = 0; i < group->n_options; i++)
        counts[unit * group->n_options + i] = count_answers (
            ks_group_tally_get_row (get_groups (self), unit, group, i + 1), question);
    }
  return ks_groups_shown_new (&table);
}

static void
compare_with_sheets (const KsQuestion *questions, guint n_questions, const gint32 *row, guint8 *all)
{
  for (guint i = 0; row != NULL && i < n_questions; i++)
    all[questions[i].slot] &= count_answers (row, &questions[i]) == count_answers (row, NULL);
}

/* Of which questions everybody answered, in one way through the counts: a byte per slot. */
static guint8 *
list_answered_by_all (KsResults *self, const KsQuestion *group)
{
  guint n_questions;
  const KsQuestion *questions = ks_form_get_questions (self->form, &n_questions);
  guint8 *all = g_malloc (ks_form_get_n_slots (self->form) + 1);

  memset (all, TRUE, ks_form_get_n_slots (self->form) + 1);
  for (guint unit = 0; unit < ks_registry_get_n_units (self->registry); unit++)
    {
      compare_with_sheets (questions, n_questions, ks_tally_get_row (self->tally, unit), all);
      for (guint i = 1; i <= group->n_options; i++)
        compare_with_sheets (questions, n_questions,
                             ks_group_tally_get_row (get_groups (self), unit, group, i), all);
    }
  return all;
}

/* Whether everybody answered the question, as where the form asks for an answer: then what may be told
 * of it is what may be told of the sheets. */
static gboolean
is_answered_by_all (KsResults *self, const KsQuestion *group, const KsQuestion *question)
{
  gpointer key = GUINT_TO_POINTER (group->slot + 1);
  guint8 *all;

  if (self->answered_by_all == NULL)
    self->answered_by_all = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  all = g_hash_table_lookup (self->answered_by_all, key);
  if (all == NULL)
    {
      all = list_answered_by_all (self, group);
      g_hash_table_insert (self->answered_by_all, key, all);
    }
  return all[question->slot];
}

static KsGroupsShown *
get_shown (KsResults *self, const KsQuestion *group, const KsQuestion *question)
{
  g_autofree char *key
      = g_strdup_printf ("%u %u", group->slot, question != NULL ? question->slot : G_MAXUINT);
  KsGroupsShown *shown;

  if (self->groups_shown == NULL)
    self->groups_shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                (GDestroyNotify) ks_groups_shown_unref);
  shown = g_hash_table_lookup (self->groups_shown, key);
  if (shown == NULL)
    {
      shown = question != NULL && is_answered_by_all (self, group, question)
                  ? ks_groups_shown_ref (get_shown (self, group, NULL))
                  : judge (self, group, question);
      g_hash_table_insert (self->groups_shown, g_steal_pointer (&key), shown);
    }
  return shown;
}

static guint
count_units (KsResults *self, guint first, guint n_units)
{
  guint n = 0;

  for (guint unit = first; unit < first + n_units; unit++)
    n += ks_is_shown (count_answers (ks_tally_get_row (self->tally, unit), NULL));
  return n;
}

#define KINDS_ALONE G_MAXUINT /* the form asks for no body */

static guint
count_least_units (KsResults *self)
{
  const KsQuestion *questions[KS_MAX_GROUP_QUESTIONS];
  guint least = KINDS_ALONE - 1;

  if (ks_group_list_questions (self->form, questions) < KS_MAX_GROUP_QUESTIONS)
    return KINDS_ALONE;
  for (guint i = 0; i < ks_registry_get_n_districts (self->registry); i++)
    {
      const KsDistrict *district = ks_registry_get_district (self->registry, i);

      least = MIN (least, count_units (self, district->first, district->n_units));
    }
  return least;
}

/* Civil servants all work for the government: what it has beside them are, in a unit, its two or three
 * leaders, and a kind of people within a body is never told. Kinds are told of five units together and
 * more; of no district where one of them is smaller, for it could be told by subtraction. */
static gboolean
tells_kinds (KsResults *self, const KsScope *scope)
{
  if (scope->group != self->kind_question)
    return TRUE;
  if (!self->has_least_units)
    self->least_units = count_least_units (self);
  self->has_least_units = TRUE;
  if (self->least_units == KINDS_ALONE)
    return TRUE;
  if (scope->kind == KS_SCOPE_PROVINCE)
    return count_units (self, 0, ks_registry_get_n_units (self->registry)) >= KS_LEAST_UNITS_OF_KINDS;
  return scope->kind == KS_SCOPE_DISTRICT && self->least_units >= KS_LEAST_UNITS_OF_KINDS;
}

/* Whether the answers of a group to a question, or without one the number of its sheets, may be told
 * beside all else that may. */
gboolean
ks_results_shows_group (KsResults *self, const KsScope *scope, const KsQuestion *question)
{
  guint option = scope->choice - 1;
  const KsGroupsShown *shown;
  guint first;
  guint n_units;

  if (get_groups (self) == NULL
      || (question != NULL && (question->profile || question->type == KS_QUESTION_TEXT))
      || !tells_kinds (self, scope))
    return FALSE;
  shown = get_shown (self, scope->group, question);
  if (scope->kind == KS_SCOPE_PROVINCE)
    return shown->whole[option];
  ks_results_get_slice (self, scope, &first, &n_units);
  if (scope->kind == KS_SCOPE_UNIT)
    return shown->units[first * scope->group->n_options + option];
  return shown->districts[ks_results_find_district (self, first) * scope->group->n_options + option];
}

/**
 * ks_results_dup_groups:
 * @self: results
 * @scope: a scope of theirs
 * @question: a question that tells groups apart (ks_group_list_questions())
 *
 * Returns: (transfer full) (element-type KsScope): the groups of the people in @scope, in the order of
 *   the question's options
 */
GArray *
ks_results_dup_groups (KsResults *self, const KsScope *scope, const KsQuestion *question)
{
  GArray *scopes = g_array_new (FALSE, FALSE, sizeof (KsScope));

  for (guint choice = 1; choice <= question->n_options; choice++)
    {
      KsScope group = *scope;

      group.group = question;
      group.choice = choice;
      g_array_append_val (scopes, group);
    }
  return scopes;
}
