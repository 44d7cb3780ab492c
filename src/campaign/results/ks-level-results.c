/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-results-private.h"
#include "ks-unanimity.h"

/* Which units enter the tables of a question. (transfer full) */
static gboolean *
list_entering (KsResults *self, const KsQuestion *question)
{
  const KsScope everybody = { KS_SCOPE_PROVINCE, "", "" };
  guint n_units = ks_registry_get_n_units (self->registry);
  gboolean *enters = g_new (gboolean, MAX (n_units, 1));

  for (guint unit = 0; unit < n_units; unit++)
    {
      KsUnitCell cell;

      ks_results_get_cell (self, &everybody, question, unit, &cell);
      enters[unit] = cell.counts;
    }
  return enters;
}

/* The first unit of each district, and the number of all units behind them. (transfer full) */
guint *
ks_results_dup_first (KsResults *self, guint *n_districts)
{
  guint *first = NULL;

  *n_districts = ks_registry_get_n_districts (self->registry);
  first = g_new (guint, *n_districts + 1);
  for (guint i = 0; i < *n_districts; i++)
    first[i] = ks_registry_get_district (self->registry, i)->first;
  first[*n_districts] = ks_registry_get_n_units (self->registry);
  return first;
}

static KsLevelsHidden *
judge (KsResults *self, const KsQuestion *question)
{
  guint n_districts;
  g_autofree guint *first = ks_results_dup_first (self, &n_districts);
  g_autofree gboolean *enters = list_entering (self, question);
  g_autofree gboolean *good = g_new (gboolean, MAX (question->n_options, 1));
  const KsLevelCounts table = {
    .n_districts = n_districts,
    .first = first,
    .n_levels = question->n_options,
    .counts = self->tally->counts + 1 + question->slot + 1,
    .stride = self->tally->n_columns,
    .enters = enters,
    .good = good,
  };

  for (guint i = 0; i < question->n_options; i++)
    good[i] = question->options[i].good;
  return ks_levels_hidden_new (&table);
}

static const KsLevelsHidden *
get_hidden (KsResults *self, const KsQuestion *question)
{
  gpointer key = GUINT_TO_POINTER (question->slot + 1);
  KsLevelsHidden *hidden;

  if (self->levels_hidden == NULL)
    self->levels_hidden = g_hash_table_new_full (NULL, NULL, NULL,
                                                 (GDestroyNotify) ks_levels_hidden_free);
  hidden = g_hash_table_lookup (self->levels_hidden, key);
  if (hidden == NULL)
    {
      hidden = judge (self, question);
      g_hash_table_insert (self->levels_hidden, key, hidden);
    }
  return hidden;
}

/* Whether the levels of a unit, of a district (@place) or of the province would tell what each of a unit
 * answered, by themselves or when those of others are subtracted. */
gboolean
ks_results_hides_levels (KsResults *self, KsScopeKind kind, guint place, const KsQuestion *question)
{
  const KsLevelsHidden *hidden;

  if (question->type != KS_QUESTION_SINGLE || question->profile)
    return FALSE;
  hidden = get_hidden (self, question);
  return kind == KS_SCOPE_UNIT       ? hidden->units[place]
         : kind == KS_SCOPE_DISTRICT ? hidden->districts[place]
                                     : hidden->whole;
}
