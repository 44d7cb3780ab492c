/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-pattern.h"

#include <stdlib.h>

#include "ks-discovery.h"
#include "ks-distribution.h"

#define LIMIT_LEVEL 0.95

static int
compare_sheets (gconstpointer a, gconstpointer b)
{
  const KsSheet *left = a, *right = b;

  if (left->unit != right->unit)
    return left->unit < right->unit ? -1 : 1;
  if (left->pattern != right->pattern)
    return left->pattern < right->pattern ? -1 : 1;
  if (left->time != right->time)
    return left->time < right->time ? -1 : 1;
  return left->index < right->index ? -1 : left->index > right->index;
}

/**
 * ks_sheets_sort:
 * @sheets: (array length=n) (nullable): answer sheets; %NULL if there are none
 * @n: number of sheets
 *
 * Sorts by unit, pattern and time, as the functions below need it.
 */
void
ks_sheets_sort (KsSheet *sheets, gsize n)
{
  if (n > 0)
    qsort (sheets, n, sizeof *sheets, compare_sheets);
}

static gsize
end_of_run (const KsSheet *sheets, gsize n, gsize first)
{
  gsize end = first + 1;

  while (end < n && sheets[end].unit == sheets[first].unit
         && sheets[end].pattern == sheets[first].pattern)
    end++;
  return end;
}

typedef struct {
  guint64 n_sheets;
  guint64 n_patterns;
} UnitCounts;

/* Finds the runs that are long enough; how often their patterns come in all is asked next. */
static GArray *
collect_runs (const KsSheet *sheets, gsize n, UnitCounts *units, GHashTable *totals)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (KsPatternGroup));

  for (gsize first = 0, end; first < n; first = end)
    {
      KsPatternGroup group = { .first = first, .unit = sheets[first].unit };

      end = end_of_run (sheets, n, first);
      group.n = end - first;
      units[group.unit].n_sheets += group.n;
      units[group.unit].n_patterns++;
      if (group.n < KS_PATTERN_MIN_SHEETS)
        continue;
      g_array_append_val (groups, group);
      if (!g_hash_table_contains (totals, &sheets[first].pattern))
        g_hash_table_insert (totals, (gpointer) &sheets[first].pattern, g_new0 (gsize, 1));
    }
  return groups;
}

static void
count_totals (const KsSheet *sheets, gsize n, GHashTable *totals)
{
  for (gsize first = 0, end; first < n; first = end)
    {
      gsize *total = g_hash_table_lookup (totals, &sheets[first].pattern);

      end = end_of_run (sheets, n, first);
      if (total != NULL)
        *total += end - first;
    }
}

/* The limit lies above the share itself, so most patterns need no limit at all. */
static double
limit_share (gsize outside, gsize n_outside)
{
  if (n_outside == 0 || (double) outside > KS_PATTERN_MAX_SHARE * (double) n_outside)
    return 1;
  return ks_binomial_upper_limit ((gint64) outside, (gint64) n_outside, LIMIT_LEVEL);
}

static gboolean
weigh (KsPatternGroup *group, const UnitCounts *unit, gsize total, gsize n)
{
  group->share = limit_share (total - group->n, n - unit->n_sheets);
  if (group->share > KS_PATTERN_MAX_SHARE)
    return FALSE;
  group->p = ks_binomial_upper ((gint64) group->n, (gint64) unit->n_sheets, group->share)
             * (double) unit->n_patterns;
  group->p = MIN (group->p, 1);
  return TRUE;
}

/**
 * ks_pattern_groups_find:
 * @sheets: (array length=n): answer sheets, sorted
 * @n: number of sheets
 * @n_units: number of units
 *
 * Of every pattern with c ≥ 5 sheets in a unit, f is the 95 % upper limit of Clopper and Pearson
 * for its share among all sheets of the other units. Only patterns with f ≤ 0.01 are told: one that
 * is common everywhere cannot be told from people who agree. p = P(Bin(n_i, f) ≥ c) times the
 * number of patterns of the unit, at most 1.
 *
 * Returns: (transfer full) (element-type KsPatternGroup): the groups, by unit
 */
GArray *
ks_pattern_groups_find (const KsSheet *sheets, gsize n, guint n_units)
{
  g_autofree UnitCounts *units = g_new0 (UnitCounts, (gsize) n_units + 1);
  g_autoptr (GHashTable) totals
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  GArray *groups = collect_runs (sheets, n, units, totals);
  guint kept = 0;

  if (groups->len > 0)
    count_totals (sheets, n, totals);
  for (guint i = 0; i < groups->len; i++)
    {
      KsPatternGroup *group = &g_array_index (groups, KsPatternGroup, i);
      gsize *total = g_hash_table_lookup (totals, &sheets[group->first].pattern);

      if (weigh (group, &units[group->unit], *total, n))
        g_array_index (groups, KsPatternGroup, kept++) = *group;
    }
  g_array_set_size (groups, kept);
  return groups;
}

/**
 * ks_pattern_groups_keep_identical:
 * @groups: (element-type KsPatternGroup): groups of all units
 * @n_units: number of units that have sheets
 *
 * A unit's p is the least of its groups, 1 if it has none; the units that stand out are told by
 * Benjamini and Hochberg over all. Only their groups that do so stay.
 */
void
ks_pattern_groups_keep_identical (GArray *groups, guint n_units)
{
  g_autofree double *p = g_new (double, (gsize) n_units + 1);
  guint n_with_group = 0;
  guint kept = 0;
  double threshold;

  for (guint i = 0; i < groups->len; i++)
    {
      const KsPatternGroup *group = &g_array_index (groups, KsPatternGroup, i);

      if (i == 0 || group->unit != group[-1].unit)
        p[n_with_group++] = group->p;
      else
        p[n_with_group - 1] = MIN (p[n_with_group - 1], group->p);
    }
  g_return_if_fail (n_with_group <= n_units);
  for (guint i = n_with_group; i < n_units; i++)
    p[i] = 1;
  threshold = ks_discovery_threshold (p, n_units, KS_DISCOVERY_RATE);
  for (guint i = 0; i < groups->len; i++)
    if (g_array_index (groups, KsPatternGroup, i).p <= threshold)
      g_array_index (groups, KsPatternGroup, kept++) = g_array_index (groups, KsPatternGroup, i);
  g_array_set_size (groups, kept);
}

/**
 * ks_pattern_group_find_burst:
 * @group: sheets of a unit with a pattern that is rare elsewhere
 * @sheets: the sorted sheets
 * @burst: (out caller-allocates): the most of them that were sent within a minute
 *
 * Time alone is normal: people answer together in a hall.
 *
 * Returns: whether there are at least five of them
 */
gboolean
ks_pattern_group_find_burst (const KsPatternGroup *group, const KsSheet *sheets, KsBurst *burst)
{
  gsize end = group->first + group->n;
  gsize last = group->first;

  *burst = (KsBurst) { 0 };
  for (gsize first = group->first; first < end; first++)
    {
      if (sheets[first].time == KS_PATTERN_NO_TIME)
        continue;
      last = MAX (last, first);
      while (last + 1 < end && sheets[last + 1].time - sheets[first].time <= KS_PATTERN_SECONDS)
        last++;
      if (last - first + 1 > burst->n)
        *burst = (KsBurst) { first, last - first + 1, sheets[last].time - sheets[first].time };
    }
  return burst->n >= KS_PATTERN_MIN_SHEETS;
}

/**
 * ks_sheets_foreach_near_pair:
 * @sheets: (array length=n): answer sheets, sorted
 * @n: number of sheets
 * @func: called with every two sheets of a unit with one pattern that follow each other within a
 *   minute
 * @data: for @func
 *
 * Finds what may be one sheet sent twice; the texts decide.
 */
void
ks_sheets_foreach_near_pair (const KsSheet *sheets, gsize n, KsSheetPairFunc func, gpointer data)
{
  for (gsize i = 1; i < n; i++)
    {
      const KsSheet *first = &sheets[i - 1], *second = &sheets[i];

      if (first->unit == second->unit && first->pattern == second->pattern
          && first->time != KS_PATTERN_NO_TIME
          && second->time - first->time <= KS_PATTERN_SECONDS)
        func (first, second, data);
    }
}
