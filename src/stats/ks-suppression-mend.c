/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-suppression-private.h"

static gint64
sum_hidden (const KsSuppression *self, guint unit)
{
  gint64 sum = 0;

  for (guint group = 0; group <= self->n_groups; group++)
    sum += ks_suppression_hidden (self, unit, group);
  return sum;
}

/* Goes back to the units of a district from whose cells something still passes to the columns, and on
 * to the columns that lead to those. */
static void
go_back (KsSuppression *self, guint district)
{
  KsGroupSet groups, before;

  do
    {
      groups = before = ks_reach_get (&self->behind, self, district);
      for (guint unit = self->counts->first[district];
           before != 0 && unit < self->counts->first[district + 1]; unit++)
        {
          if ((self->room_bits[unit] & groups) == 0
              || self->behind.units[unit] == self->behind.round)
            continue;
          self->behind.units[unit] = self->behind.round;
          ks_reach_add (&self->behind, self, district, self->hidden_bits[unit]);
          groups = ks_reach_get (&self->behind, self, district);
        }
    }
  while (groups != before);
}

/* From which units of a range of districts, and from which columns, the target would be reached, if
 * one came there. */
static void
look_behind (KsSuppression *self, guint home, guint group, guint first, guint last)
{
  KsGroupSet far;

  ks_reach_begin (&self->behind);
  ks_reach_add (&self->behind, self, home, KS_GROUP_BIT (group));
  go_back (self, home);
  do
    {
      far = self->behind.far;
      for (guint district = first; far != 0 && district < last; district++)
        go_back (self, district);
    }
  while (self->behind.far != far);
}

typedef enum
{
  SIDE_NEITHER,
  SIDE_REACHED,
  SIDE_BEHIND,
} Side;

static Side
find_side (const KsSuppression *self, guint column)
{
  return ks_reach_has (&self->reached, self, column)  ? SIDE_REACHED
         : ks_reach_has (&self->behind, self, column) ? SIDE_BEHIND
                                                      : SIDE_NEITHER;
}

static Side
find_unit_side (const KsSuppression *self, guint unit)
{
  return self->reached.units[unit] == self->reached.round ? SIDE_REACHED
         : self->behind.units[unit] == self->behind.round ? SIDE_BEHIND
                                                          : SIDE_NEITHER;
}

/* How well shown cells of a unit join what is reached with what lies behind, were one hidden: at once,
 * with another one of its unit, by reaching further; and which they are. @reached, @behind: groups of
 * its district on either side. */
static KsGroupSet
find_best_cells (const KsSuppression *self, guint unit, KsGroupSet reached, KsGroupSet behind,
                 guint *rank)
{
  Side side = find_unit_side (self, unit);
  KsGroupSet shown = self->shown_bits[unit];
  KsGroupSet joining = shown & (side == SIDE_REACHED ? behind : reached);

  if (side == SIDE_NEITHER)
    *rank = behind != 0 ? 2 : 3;
  else
    *rank = 1;
  if (joining == 0 && side == SIDE_REACHED)
    {
      *rank = 4;
      joining = shown & ~reached;
    }
  if (joining != 0)
    return joining;
  *rank = 5;
  return shown;
}

static void
hide (KsSuppression *self, guint unit, guint group)
{
  gint64 count = ks_suppression_count (self, unit, group);

  self->shown->units[unit * self->n_groups + group] = FALSE;
  self->shown_bits[unit] &= ~KS_GROUP_BIT (group);
  if (count > 0)
    {
      self->hidden_bits[unit] |= KS_GROUP_BIT (group);
      self->room_bits[unit] |= KS_GROUP_BIT (group);
    }
  self->hidden[ks_suppression_cell (self, unit, group)] = count;
}

typedef struct
{
  guint rank;
  gint64 count;
  guint unit; /* G_MAXUINT: none */
  guint group;
} BestCell;

/* Of equals the later. */
static void
try_cells (const KsSuppression *self, guint unit, KsGroupSet cells, guint rank, BestCell *best)
{
  for (guint group = 0; group < self->n_groups; group++)
    {
      gint64 count = ks_suppression_count (self, unit, group);

      if ((cells & KS_GROUP_BIT (group)) == 0 || (rank == best->rank && count > best->count))
        continue;
      *best = (BestCell){ rank, count, unit, group };
    }
}

/* Hides the smallest shown cell of those districts that joins so well. */
static gboolean
hide_cell (KsSuppression *self, guint first, guint last, guint worst)
{
  BestCell best = { worst, G_MAXINT64, G_MAXUINT, 0 };

  for (guint district = first; district < last; district++)
    {
      KsGroupSet reached = ks_reach_get (&self->reached, self, district);
      KsGroupSet groups = KS_GROUP_BIT (self->n_groups) - 1;
      KsGroupSet behind = ks_reach_get (&self->behind, self, district) & ~reached & groups;

      for (guint unit = self->counts->first[district]; unit < self->counts->first[district + 1];
           unit++)
        {
          guint rank;
          KsGroupSet cells;

          if (self->shown_bits[unit] == 0)
            continue;
          cells = find_best_cells (self, unit, reached & groups, behind, &rank);
          if (rank <= best.rank)
            try_cells (self, unit, cells, rank, &best);
        }
    }
  if (best.unit != G_MAXUINT)
    hide (self, best.unit, best.group);
  return best.unit != G_MAXUINT;
}

/* Within a unit the smallest group goes, whatever it joins. */
static gboolean
hide_smallest (KsSuppression *self, guint unit)
{
  const guint8 *shown = self->shown->units + (gsize)unit * self->n_groups;
  guint best = G_MAXUINT;

  for (guint group = 0; group < self->n_groups; group++)
    if (shown[group]
        && (best == G_MAXUINT
            || ks_suppression_count (self, unit, group) <= ks_suppression_count (self, unit, best)))
      best = group;
  if (best != G_MAXUINT)
    hide (self, unit, best);
  return best != G_MAXUINT;
}

/* Which sides the totals of a group are on: a bit per side. */
static guint
find_sides (const KsSuppression *self, guint group)
{
  guint sides = 0;

  for (guint district = 0; district < self->counts->n_districts; district++)
    sides |= 1u << find_side (self, ks_suppression_find_column (self, district, group));
  return sides;
}

/* How well it joins both sides to hide the total of a district: it becomes one with those of the
 * districts that hide it. */
static guint
rank_district (const KsSuppression *self, guint district, guint group, guint sides)
{
  guint n_near = self->counts->n_districts * self->n_groups;
  guint joined = self->shown->whole[group] ? n_near + group : self->n_columns - 1;
  Side from = find_side (self, ks_suppression_find_column (self, district, group));
  Side to = find_side (self, joined);

  if (from == SIDE_NEITHER)
    return 4;
  if (to != SIDE_NEITHER)
    return from != to ? 1 : 4;
  return (sides & (1u << (from == SIDE_REACHED ? SIDE_BEHIND : SIDE_REACHED))) != 0 ? 2 : 3;
}

/* Hides the smallest total of a district that joins best. */
static gboolean
hide_district (KsSuppression *self, guint worst)
{
  guint best_rank = worst;
  gint64 best_sum = G_MAXINT64;
  guint best = G_MAXUINT;

  for (guint group = 0; group < self->n_groups; group++)
    {
      guint sides = find_sides (self, group);

      for (guint district = 0; district < self->counts->n_districts; district++)
        {
          guint cell = district * self->n_groups + group;
          guint found = self->shown->districts[cell] ? rank_district (self, district, group, sides)
                                                     : G_MAXUINT;

          if (found > best_rank || (found == best_rank && self->district_sums[cell] > best_sum))
            continue;
          best_rank = found;
          best_sum = self->district_sums[cell];
          best = cell;
        }
    }
  if (best == G_MAXUINT)
    return FALSE;
  self->shown->districts[best] = FALSE;
  self->own[best / self->n_groups] &= ~KS_GROUP_BIT (best % self->n_groups);
  return TRUE;
}

/* Hides the smallest total of the whole, or of those that an end of the way has. */
static gboolean
hide_whole (KsSuppression *self, gboolean any)
{
  guint n_near = self->counts->n_districts * self->n_groups;
  gint64 least = G_MAXINT64;
  guint found = G_MAXUINT;

  for (guint group = 0; group < self->n_groups; group++)
    if (self->shown->whole[group] && (any || find_side (self, n_near + group) != SIDE_NEITHER)
        && self->whole_sums[group] <= least)
      {
        least = self->whole_sums[group];
        found = group;
      }
  if (found == G_MAXUINT)
    return FALSE;
  self->shown->whole[found] = FALSE;
  self->whole &= ~KS_GROUP_BIT (found);
  return TRUE;
}

/* Hides something more for the sake of a cell that is not safe: within its unit, within its
 * district, then wherever the search came to. Nothing is left to hide where nothing is shown but
 * totals. */
static gboolean
hide_more (KsSuppression *self, guint unit, guint group)
{
  guint home = self->district[unit];
  guint n_districts = self->counts->n_districts;

  look_behind (self, home, group, home, home + 1);
  if (hide_cell (self, home, home + 1, 2))
    return TRUE;
  look_behind (self, home, group, 0, n_districts);
  return hide_cell (self, home, home + 1, 2) || hide_cell (self, 0, n_districts, 2)
         || hide_district (self, 2) || hide_cell (self, home, home + 1, 3)
         || hide_district (self, 3) || hide_whole (self, FALSE) || hide_cell (self, 0, n_districts, 5)
         || hide_whole (self, TRUE) || hide_district (self, 4);
}

/* A unit that hides one to four in all is not safe, wherever the rest of the way leads. */
void
ks_suppression_mend (KsSuppression *self, guint unit, guint group)
{
  gint64 hidden = ks_suppression_hidden (self, unit, group);

  while (hidden > 0 && !ks_is_shown (hidden))
    {
      if (sum_hidden (self, unit) < KS_MIN_ANSWERS && hide_smallest (self, unit))
        continue;
      if (ks_suppression_is_safe (self, unit, group) || !hide_more (self, unit, group))
        return;
    }
}
