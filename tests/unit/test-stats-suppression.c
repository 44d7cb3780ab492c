/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-suppression.h"

#include <string.h>

#include "ks-disclosure.h"

#define MAX_UNITS 6
#define MAX_GROUPS 3
#define MAX_DISTRICTS 3
#define MAX_CELLS (MAX_UNITS * (MAX_GROUPS + 1))
#define N_TABLES 20000
#define PRIME G_GINT64_CONSTANT (2147483647)

/* A survey small enough to be attacked in every way. */
typedef struct
{
  guint first[MAX_DISTRICTS + 1];
  gint64 counts[MAX_UNITS * MAX_GROUPS];
  gint64 totals[MAX_UNITS];
  KsGroupCounts table;
} Survey;

static gint64
draw_count (GRand *rand)
{
  int kind = g_rand_int_range (rand, 0, 4);

  return kind == 0 ? 0 : g_rand_int_range (rand, 0, kind == 1 ? 12 : 6);
}

static void
draw (Survey *self, GRand *rand)
{
  guint n_districts = (guint)g_rand_int_range (rand, 1, MAX_DISTRICTS + 1);
  guint n_groups = (guint)g_rand_int_range (rand, 1, MAX_GROUPS + 1);

  self->first[0] = 0;
  for (guint i = 0; i < n_districts; i++)
    self->first[i + 1]
        = self->first[i] + (guint)g_rand_int_range (rand, 1, MAX_UNITS / MAX_DISTRICTS + 1);
  for (guint unit = 0; unit < self->first[n_districts]; unit++)
    {
      self->totals[unit] = g_rand_boolean (rand) ? g_rand_int_range (rand, 0, 4) : 0;
      for (guint group = 0; group < n_groups; group++)
        self->totals[unit] += self->counts[unit * n_groups + group] = draw_count (rand);
    }
  self->table = (KsGroupCounts){ n_districts, self->first, n_groups, self->counts, self->totals };
}

static guint
district_of (const Survey *self, guint unit)
{
  guint district = 0;

  while (self->first[district + 1] <= unit)
    district++;
  return district;
}

static gint64
power (gint64 base, gint64 exponent)
{
  gint64 result = 1;

  for (; exponent > 0; exponent >>= 1, base = base * base % PRIME)
    if ((exponent & 1) != 0)
      result = result * base % PRIME;
  return result;
}

/* What somebody knows who keeps every figure: sums of cells, as a basis in row echelon form. */
typedef struct
{
  gint64 rows[MAX_CELLS][MAX_CELLS];
  int pivots[MAX_CELLS];
  guint n_rows;
  guint n_cells;
} Knowledge;

/* Takes what is known off a sum of cells. Returns the first cell that is left, or -1. */
static int
reduce (const Knowledge *self, gint64 *sum)
{
  for (guint i = 0; i < self->n_rows; i++)
    {
      gint64 factor = sum[self->pivots[i]];

      for (guint k = 0; factor != 0 && k < self->n_cells; k++)
        sum[k] = (sum[k] + (PRIME - factor) * self->rows[i][k]) % PRIME;
    }
  for (guint k = 0; k < self->n_cells; k++)
    if (sum[k] != 0)
      return (int)k;
  return -1;
}

static void
learn (Knowledge *self, gint64 *sum)
{
  int pivot = reduce (self, sum);
  gint64 inverse;

  if (pivot < 0)
    return;
  inverse = power (sum[pivot], PRIME - 2);
  for (guint k = 0; k < self->n_cells; k++)
    self->rows[self->n_rows][k] = sum[k] * inverse % PRIME;
  self->pivots[self->n_rows++] = pivot;
}

/* The cells of one district (G_MAXUINT: all) and group that count at all. */
static void
learn_group (Knowledge *self, const Survey *survey, guint district, guint group)
{
  gint64 sum[MAX_CELLS] = { 0 };

  for (guint unit = 0; unit < survey->first[survey->table.n_districts]; unit++)
    sum[unit * (survey->table.n_groups + 1) + group]
        = ks_is_shown (survey->totals[unit])
          && (district == G_MAXUINT || district == district_of (survey, unit));
  learn (self, sum);
}

static void
learn_all (Knowledge *self, const Survey *survey, const KsGroupsShown *shown)
{
  const guint n_groups = survey->table.n_groups;
  const guint n_units = survey->first[survey->table.n_districts];

  self->n_cells = n_units * (n_groups + 1);
  for (guint unit = 0; unit < n_units; unit++)
    {
      gint64 sum[MAX_CELLS] = { 0 };

      for (guint group = 0; group <= n_groups; group++)
        sum[unit * (n_groups + 1) + group] = ks_is_shown (survey->totals[unit]);
      learn (self, sum);
      for (guint group = 0; group < n_groups; group++)
        if (shown->units[unit * n_groups + group])
          {
            memset (sum, 0, sizeof sum);
            sum[unit * (n_groups + 1) + group] = 1;
            learn (self, sum);
          }
    }
  for (guint group = 0; group < n_groups; group++)
    {
      for (guint district = 0; district < survey->table.n_districts; district++)
        if (shown->districts[district * n_groups + group])
          learn_group (self, survey, district, group);
      if (shown->whole[group])
        learn_group (self, survey, G_MAXUINT, group);
    }
}

/* Cells with one to four people. */
static guint
list_small (const Survey *survey, guint *cells, gint64 *counts)
{
  const guint n_groups = survey->table.n_groups;
  guint n = 0;

  for (guint unit = 0; unit < survey->first[survey->table.n_districts]; unit++)
    {
      gint64 rest = survey->totals[unit];

      for (guint group = 0; ks_is_shown (survey->totals[unit]) && group <= n_groups; group++)
        {
          gint64 count = group < n_groups ? survey->counts[unit * n_groups + group] : rest;

          rest -= count;
          if (count == 0 || ks_is_shown (count))
            continue;
          cells[n] = unit * (n_groups + 1) + group;
          counts[n++] = count;
        }
    }
  return n;
}

/* Empty cells tell nothing, so sums may hold them: they are taken as known. */
static void
learn_empty (Knowledge *self, const Survey *survey)
{
  const guint n_groups = survey->table.n_groups;

  for (guint unit = 0; unit < survey->first[survey->table.n_districts]; unit++)
    {
      gint64 rest = survey->totals[unit];

      for (guint group = 0; group <= n_groups; group++)
        {
          gint64 sum[MAX_CELLS] = { 0 };
          gint64 count = group < n_groups ? survey->counts[unit * n_groups + group] : rest;

          rest -= count;
          sum[unit * (n_groups + 1) + group] = 1;
          if (count == 0)
            learn (self, sum);
        }
    }
}

/* Whether any group of one to four people comes out of what is known, with the cells from @from on
 * added to @sum, whose people are @people so far. */
static gboolean
isolates (const Knowledge *known,
          const guint *cells,
          const gint64 *counts,
          guint n_cells,
          guint from,
          const gint64 *sum,
          gint64 people)
{
  for (guint i = from; i < n_cells; i++)
    {
      gint64 more[MAX_CELLS];
      gint64 rest[MAX_CELLS];

      if (people + counts[i] >= KS_MIN_ANSWERS)
        continue;
      memcpy (more, sum, sizeof more);
      more[cells[i]] = 1;
      memcpy (rest, more, sizeof rest);
      if (reduce (known, rest) < 0
          || isolates (known, cells, counts, n_cells, i + 1, more, people + counts[i]))
        return TRUE;
    }
  return FALSE;
}

static gboolean
attack (const Survey *survey, const KsGroupsShown *shown)
{
  g_autofree Knowledge *known = g_new0 (Knowledge, 1);
  const gint64 nothing[MAX_CELLS] = { 0 };
  guint cells[MAX_CELLS];
  gint64 counts[MAX_CELLS];
  guint n_cells = list_small (survey, cells, counts);

  learn_all (known, survey, shown);
  learn_empty (known, survey);
  return isolates (known, cells, counts, n_cells, 0, nothing, 0);
}

/* Every table survives every sum and difference; most are not hidden altogether, and to show by the
 * threshold alone would betray many: the attack finds what it looks for. */
static void
test_attack (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n_betrayed = 0;
  guint n_large = 0;
  guint n_shown = 0;

  for (int i = 0; i < N_TABLES; i++)
    {
      g_autoptr (KsGroupsShown) shown = NULL;
      Survey survey;

      draw (&survey, rand);
      shown = ks_groups_shown_new (&survey.table);
      if (attack (&survey, shown))
        g_error ("table %d is betrayed", i);
      for (guint unit = 0; unit < survey.first[survey.table.n_districts]; unit++)
        for (guint group = 0; group < survey.table.n_groups; group++)
          {
            guint cell = unit * survey.table.n_groups + group;
            gboolean large = ks_is_shown (survey.counts[cell]) && ks_is_shown (survey.totals[unit]);

            g_assert_true (large || !shown->units[cell]);
            n_large += large;
            n_shown += shown->units[cell];
            shown->units[cell] = (guint8)large;
          }
      n_betrayed += attack (&survey, shown);
    }
  g_test_message ("%u of %u cells shown; the threshold alone betrays %u of %d tables", n_shown,
                  n_large, n_betrayed, N_TABLES);
  g_assert_cmpuint (n_betrayed, >, N_TABLES / 10);
  g_assert_cmpuint (3 * n_shown, >, n_large);
}

static void
assert_units (const KsGroupCounts *table, const gboolean *units, guint n_cells)
{
  g_autoptr (KsGroupsShown) shown = ks_groups_shown_new (table);

  for (guint i = 0; i < n_cells; i++)
    g_assert_cmpint (shown->units[i], ==, units[i]);
}

/* Within one unit the rule is that of subgroups: 6 + 6 + 2 would reveal the 2. */
static void
test_one_unit (void)
{
  static const guint first[] = { 0, 1 };
  static const gint64 totals[] = { 14, 24, 22, 26 };
  static const gint64 counts[][4]
      = { { 6, 6, 2, 0 }, { 9, 6, 2, 7 }, { 9, 8, 2, 3 }, { 9, 6, 4, 6 } };
  static const gboolean shown[][4] = {
    { TRUE, FALSE, FALSE, FALSE },
    { TRUE, FALSE, FALSE, TRUE },
    { TRUE, TRUE, FALSE, FALSE },
    { TRUE, TRUE, FALSE, FALSE }, /* of equals the later; one belongs to no group: 4 + 1 */
  };

  for (guint i = 0; i < 3; i++)
    assert_units (&(KsGroupCounts){ 1, first, 4, counts[i], &totals[i] }, shown[i], 4);
  /* 4 of a group and 1 of none hide each other. */
  assert_units (&(KsGroupCounts){ 1, first, 4, counts[3], &totals[3] },
                (const gboolean[]){ TRUE, TRUE, FALSE, TRUE }, 4);
}

/* Two units of a district that add up to it: to hide the 2 in its unit is not enough. */
static void
test_rectangle (void)
{
  static const guint first[] = { 0, 2 };
  static const gint64 counts[] = { 2, 6, 9, 8, 7, 9 };
  static const gint64 totals[] = { 17, 24 };
  const KsGroupCounts table = { 1, first, 3, counts, totals };
  g_autoptr (KsGroupsShown) shown = ks_groups_shown_new (&table);

  g_assert_false (shown->units[0] || shown->units[1]);
  g_assert_false (shown->units[3] || shown->units[4]);
  g_assert_true (shown->units[2] && shown->units[5]);
  for (guint group = 0; group < 3; group++)
    g_assert_true (shown->districts[group] && shown->whole[group]);
}

/* A unit under five is in no figure; where all are large, all are shown. */
static void
test_plain (void)
{
  static const guint first[] = { 0, 2, 3 };
  static const gint64 counts[] = { 3, 1, 8, 9, 6, 5 };
  static const gint64 totals[] = { 4, 17, 11 };
  const KsGroupCounts table = { 2, first, 2, counts, totals };
  g_autoptr (KsGroupsShown) shown = ks_groups_shown_new (&table);
  g_autoptr (KsGroupsShown) again = ks_groups_shown_new (&table);

  g_assert_false (shown->units[0] || shown->units[1]);
  for (guint i = 2; i < 6; i++)
    g_assert_true (shown->units[i]);
  for (guint i = 0; i < 4; i++)
    g_assert_true (shown->districts[i]);
  g_assert_true (shown->whole[0] && shown->whole[1]);
  g_assert_cmpmem (shown->units, 6, again->units, 6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats/suppression/attack", test_attack);
  g_test_add_func ("/stats/suppression/one-unit", test_one_unit);
  g_test_add_func ("/stats/suppression/rectangle", test_rectangle);
  g_test_add_func ("/stats/suppression/plain", test_plain);
  return g_test_run ();
}
