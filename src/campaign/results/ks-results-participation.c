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
             : ks_unit_get_staff_in_scope (ks_registry_get_unit (self->registry, unit));
}

static void
take_group (KsResults *self, KsParticipation *participation, guint unit)
{
  const gint32 *row = ks_results_get_group_row (self, &participation->scope, unit);
  gboolean counts = ks_is_shown (ks_tally_get_row (self->tally, unit)[0]);

  participation->staff += ks_results_get_group_staff (self, &participation->scope, unit);
  participation->answers += row != NULL && counts && !participation->hidden ? row[0] : 0;
}

/* Adds who took part in a unit. */
void
ks_results_add_participation (KsResults *self, guint unit, KsParticipation *participation)
{
  gint64 staff = ks_unit_get_staff_in_scope (ks_registry_get_unit (self->registry, unit));
  gint64 answers = ks_tally_get_row (self->tally, unit)[0];

  participation->staff += staff;
  participation->answers += answers;
  participation->outside += count_outside (self, unit);
  participation->n_units_with_answers += answers > 0;
  participation->n_units_complete += staff > 0 && answers == staff;
  participation->n_units_over += answers > staff;
}

/* The sums that the figures of a district or the province are, and which @row of them they are. */
KsResultSums *
ks_results_get_sums (KsResults *self, const KsScope *scope, guint *row)
{
  guint first;
  guint n_units;

  if (self->sums == NULL)
    self->sums = ks_result_sums_new (self);
  ks_results_get_slice (self, scope, &first, &n_units);
  *row = scope->kind == KS_SCOPE_PROVINCE ? ks_registry_get_n_districts (self->registry)
                                          : ks_results_find_district (self, first);
  return self->sums;
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
  guint first;
  guint n_units;

  if (scope->group == NULL && scope->kind != KS_SCOPE_UNIT)
    {
      KsResultSums *sums = ks_results_get_sums (self, scope, &first);

      *participation = *ks_result_sums_get_participation (sums, first);
      participation->scope = *scope;
      return;
    }
  ks_results_get_slice (self, scope, &first, &n_units);
  *participation = (KsParticipation){ .scope = *scope, .n_units = n_units };
  participation->hidden = scope->group != NULL && !ks_results_shows_group (self, scope, NULL);
  for (guint i = first; i < first + n_units; i++)
    if (scope->group != NULL)
      take_group (self, participation, i);
    else
      ks_results_add_participation (self, i, participation);
}
