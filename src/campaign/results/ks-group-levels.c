/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-results-private.h"
#include "ks-unanimity.h"

/* Where all of a group chose the same level, x and n are told and no levels: nor may these be had by
 * subtracting the other groups of the unit, or the other units of the group. So no group of such a
 * unit has its levels told, and of the group in another unit they are left out as ks_levels_hidden_new()
 * says, which is why none of that unit's groups has, either. Who belongs to no group that is shown is
 * a group as well: the rest. */

typedef struct {
  KsResults        *self;
  const KsQuestion *group;
  const KsQuestion *question;
  guint             n_units;
  guint             n_districts;
  guint            *first;
  gboolean         *good;
  KsLevelsHidden   *hidden;
} Judgement;

/* Adds the levels of a scope, of everybody or of a group, to a row; in units that count. */
static void
add_levels (const Judgement *judgement, const KsScope *scope, guint first, guint n_units, gint32 *row)
{
  for (guint unit = first; unit < first + n_units; unit++)
    {
      KsUnitCell cell;

      ks_results_get_cell (judgement->self, scope, judgement->question, unit, &cell);
      for (guint i = 0; cell.counts && i < judgement->question->n_options; i++)
        row[i] += cell.slots[1 + i];
    }
}

static gboolean
is_unanimous (const gint32 *row, guint n_levels)
{
  guint n_chosen = 0;

  for (guint i = 0; i < n_levels; i++)
    n_chosen += row[i] != 0;
  return n_chosen == 1;
}

/* Whether the rest of a scope (@place: which unit or district it is), or all of it, says one thing; or its
 * levels are not told at all. */
static gboolean
hides_row (const Judgement *judgement, const KsScope *whole, guint place, guint first, guint n_units)
{
  g_autoptr (GArray) groups = ks_results_dup_groups (judgement->self, whole, judgement->group);
  guint n_levels = judgement->question->n_options;
  g_autofree gint32 *rest = g_new0 (gint32, n_levels);
  gboolean unanimous;

  if (ks_results_hides_levels (judgement->self, whole->kind, place, judgement->question))
    return TRUE;
  add_levels (judgement, whole, first, n_units, rest);
  unanimous = is_unanimous (rest, n_levels);
  for (guint i = 0; i < groups->len; i++)
    {
      const KsScope *scope = &g_array_index (groups, KsScope, i);
      g_autofree gint32 *row = g_new0 (gint32, n_levels);

      if (!ks_results_shows_group (judgement->self, scope, judgement->question))
        continue;
      add_levels (judgement, scope, first, n_units, row);
      unanimous |= is_unanimous (row, n_levels);
      for (guint k = 0; k < n_levels; k++)
        rest[k] -= row[k];
    }
  return unanimous || is_unanimous (rest, n_levels);
}

/* The levels of a group in all scopes of a kind that show it. */
static gint32 *
collect_column (const Judgement *judgement, const KsScope *group, KsScopeKind kind)
{
  g_autoptr (GArray) scopes = ks_results_dup_parts (judgement->self, group, kind);
  guint n_levels = judgement->question->n_options;
  gint32 *counts = g_new0 (gint32, MAX ((gsize) scopes->len * n_levels, 1));

  for (guint i = 0; i < scopes->len; i++)
    {
      const KsScope *scope = &g_array_index (scopes, KsScope, i);
      guint first = kind == KS_SCOPE_UNIT ? i : judgement->first[i];
      guint n_units = kind == KS_SCOPE_UNIT ? 1 : judgement->first[i + 1] - first;

      if (ks_results_shows_group (judgement->self, scope, judgement->question))
        add_levels (judgement, scope, first, n_units, counts + (gsize) i * n_levels);
    }
  return counts;
}

/* One group over the units, and over the districts, which are the units of the whole then. */
static void
hide_column (Judgement *judgement, const KsScope *group)
{
  g_autofree gint32 *units = collect_column (judgement, group, KS_SCOPE_UNIT);
  g_autofree gint32 *districts = collect_column (judgement, group, KS_SCOPE_DISTRICT);
  const guint all_districts[] = { 0, judgement->n_districts };
  guint n_levels = judgement->question->n_options;
  g_autoptr (KsLevelsHidden) by_unit = ks_levels_hidden_new (
      &(KsLevelCounts){ judgement->n_districts, judgement->first, n_levels, units, n_levels, NULL,
                        judgement->good });
  g_autoptr (KsLevelsHidden) by_district = ks_levels_hidden_new (
      &(KsLevelCounts){ 1, all_districts, n_levels, districts, n_levels, NULL, judgement->good });

  for (guint i = 0; i < judgement->n_units; i++)
    judgement->hidden->units[i] |= by_unit->units[i];
  for (guint i = 0; i < judgement->n_districts; i++)
    judgement->hidden->districts[i] |= by_unit->districts[i] || by_district->units[i];
  judgement->hidden->whole |= by_unit->whole || by_district->districts[0] || by_district->whole;
}

static void
hide_rows (Judgement *judgement)
{
  for (KsScopeKind kind = KS_SCOPE_PROVINCE; kind <= KS_SCOPE_UNIT; kind++)
    {
      g_autoptr (GArray) scopes = ks_results_dup_scopes (judgement->self, kind);
      gboolean *hidden = kind == KS_SCOPE_PROVINCE   ? &judgement->hidden->whole
                         : kind == KS_SCOPE_DISTRICT ? judgement->hidden->districts
                                                     : judgement->hidden->units;

      for (guint i = 0; i < scopes->len; i++)
        {
          const KsScope *scope = &g_array_index (scopes, KsScope, i);
          guint first;
          guint n_units;

          ks_results_get_slice (judgement->self, scope, &first, &n_units);
          hidden[i] = hidden[i] || hides_row (judgement, scope, i, first, n_units);
        }
    }
}

static KsLevelsHidden *
judge (KsResults *self, const KsQuestion *group, const KsQuestion *question)
{
  const KsScope province = { KS_SCOPE_PROVINCE, "", "" };
  g_autoptr (GArray) groups = ks_results_dup_groups (self, &province, group);
  guint n_districts;
  g_autofree guint *first = ks_results_dup_first (self, &n_districts);
  g_autofree gboolean *good = g_new (gboolean, MAX (question->n_options, 1));
  Judgement judgement = { self, group, question, ks_registry_get_n_units (self->registry),
                          n_districts, first, good, g_new0 (KsLevelsHidden, 1) };

  judgement.hidden->units = g_new0 (gboolean, MAX (judgement.n_units, 1));
  judgement.hidden->districts = g_new0 (gboolean, MAX (n_districts, 1));
  for (guint i = 0; i < question->n_options; i++)
    good[i] = question->options[i].good;
  for (guint i = 0; i < groups->len; i++)
    hide_column (&judgement, &g_array_index (groups, KsScope, i));
  hide_rows (&judgement);
  return judgement.hidden;
}

static const KsLevelsHidden *
get_hidden (KsResults *self, const KsQuestion *group, const KsQuestion *question)
{
  g_autofree char *key = g_strdup_printf ("%u %u", group->slot, question->slot);
  KsLevelsHidden *hidden;

  if (self->group_levels == NULL)
    self->group_levels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                (GDestroyNotify) ks_levels_hidden_free);
  hidden = g_hash_table_lookup (self->group_levels, key);
  if (hidden == NULL)
    {
      hidden = judge (self, group, question);
      g_hash_table_insert (self->group_levels, g_steal_pointer (&key), hidden);
    }
  return hidden;
}

/* Whether the levels of groups in a scope would tell what each of one of them answered. */
gboolean
ks_results_hides_group_levels (KsResults *self, const KsScope *scope, const KsQuestion *question)
{
  const KsLevelsHidden *hidden;
  guint first;
  guint n_units;

  if (question->type != KS_QUESTION_SINGLE || question->profile)
    return FALSE;
  hidden = get_hidden (self, scope->group, question);
  ks_results_get_slice (self, scope, &first, &n_units);
  if (scope->kind == KS_SCOPE_UNIT)
    return hidden->units[first];
  return scope->kind == KS_SCOPE_DISTRICT ? hidden->districts[ks_results_find_district (self, first)]
                                          : hidden->whole;
}
