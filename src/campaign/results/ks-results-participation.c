/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-disclosure.h"
#include "ks-results-private.h"

/* Answers of people whom the survey does not ask, as they said themselves. */
static gint64
count_outside (KsResults *self, guint unit)
{
  const gint32 *slots;
  gint64 n_outside = 0;

  if (self->kind_question == NULL)
    return 0;
  slots = ks_tally_get_row (self->tally, unit) + 1 + self->kind_question->slot;
  for (guint i = 0; i < MIN (self->kind_question->n_options, 64); i++)
    if ((self->outside & (G_GUINT64_CONSTANT (1) << i)) != 0)
      n_outside += slots[1 + i];
  return n_outside;
}

/* The district that a unit belongs to. */
guint
ks_results_find_district (KsResults *self, guint unit)
{
  guint low = 0;
  guint high = ks_registry_get_n_districts (self->registry);

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (ks_registry_get_district (self->registry, middle)->first <= unit)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* N of a unit, or of a group in it; 0: not known. */
gint64
ks_results_get_unit_staff (KsResults *self, const KsScope *scope, guint unit)
{
  return scope->group != NULL
             ? ks_results_get_group_staff (self, scope, unit)
             : self->staff[unit];
}

/* Of a group in units with five sheets. */
static void
add_group (KsResults *self, const KsScope *scope, guint unit, KsParticipation *participation)
{
  const gint32 *row = ks_results_get_group_row (self, scope, unit);
  gboolean counts = ks_is_shown (ks_tally_get_row (self->tally, unit)[0]);

  participation->staff += ks_results_get_group_staff (self, scope, unit);
  participation->answers += row != NULL && counts ? row[0] : 0;
}

/* Adds who took part in a unit, of everybody or of a group, whatever may be told of it. */
void
ks_results_add_participation (KsResults *self, const KsScope *scope, guint unit,
                              KsParticipation *participation)
{
  gint64 staff;
  gint64 answers;

  if (scope->group != NULL)
    {
      add_group (self, scope, unit, participation);
      return;
    }
  staff = self->staff[unit];
  answers = ks_tally_get_row (self->tally, unit)[0];
  participation->staff += staff;
  participation->answers += answers;
  participation->outside += count_outside (self, unit);
  participation->n_units_with_answers += answers > 0;
  participation->n_units_complete += staff > 0 && answers == staff;
  participation->n_units_over += answers > staff;
}

static KsResultSums *
get_group_sums (KsResults *self, const KsScope *scope)
{
  gpointer key = GUINT_TO_POINTER (scope->group->slot + scope->choice);
  KsResultSums *sums;

  if (self->group_sums == NULL)
    self->group_sums
        = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) ks_result_sums_free);
  sums = g_hash_table_lookup (self->group_sums, key);
  if (sums == NULL)
    {
      sums = ks_result_sums_new (self, scope);
      g_hash_table_insert (self->group_sums, key, sums);
    }
  return sums;
}

static KsResultSums *
get_all_sums (KsResults *self, const KsScope *scope)
{
  if (self->sums == NULL)
    self->sums = ks_result_sums_new (self, scope);
  return self->sums;
}

/* The sums that the figures of a district or the province are, and which @row of them they are. */
KsResultSums *
ks_results_get_sums (KsResults *self, const KsScope *scope, guint *row)
{
  guint first;
  guint n_units;

  ks_results_get_slice (self, scope, &first, &n_units);
  *row = scope->kind == KS_SCOPE_PROVINCE ? ks_registry_get_n_districts (self->registry)
                                          : ks_results_find_district (self, first);
  return scope->group != NULL ? get_group_sums (self, scope) : get_all_sums (self, scope);
}

/**
 * ks_results_get_participation:
 * @self: results
 * @scope: a scope of theirs
 * @participation: (out caller-allocates): its figures, complete
 *
 * Sums up who took part. Of a group of people, in units with five sheets.
 */
void
ks_results_get_participation (KsResults *self, const KsScope *scope,
                              KsParticipation *participation)
{
  guint unit;

  if (scope->kind == KS_SCOPE_UNIT)
    {
      guint n_units;

      ks_results_get_slice (self, scope, &unit, &n_units);
      *participation = (KsParticipation){ .n_units = n_units };
      ks_results_add_participation (self, scope, unit, participation);
    }
  else
    {
      KsResultSums *sums = ks_results_get_sums (self, scope, &unit);

      *participation = *ks_result_sums_get_participation (sums, unit);
    }
  participation->scope = *scope;
  participation->hidden = scope->group != NULL && !ks_results_shows_group (self, scope, NULL);
  if (participation->hidden)
    participation->answers = 0;
}
