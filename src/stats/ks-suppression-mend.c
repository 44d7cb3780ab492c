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

static void
mark_behind (KsSuppression *self, guint column)
{
  if (self->column_behind[column] == self->behind_round)
    return;
  self->column_behind[column] = self->behind_round;
  g_array_append_val (self->near, column);
}

/* Marks the units of a district from whose cells of a column something still passes, and the
 * columns that lead to them. */
static void
go_back (KsSuppression *self, guint column, guint district, guint group)
{
  if (ks_suppression_find_column (self, district, group) != column)
    return;
  for (guint unit = self->counts->first[district]; unit < self->counts->first[district + 1]; unit++)
    {
      if (self->unit_behind[unit] == self->behind_round
          || ks_suppression_hidden (self, unit, group) == 0
          || ks_suppression_room (self, unit, group) <= 0)
        continue;
      self->unit_behind[unit] = self->behind_round;
      for (guint other = 0; other <= self->n_groups; other++)
        if (ks_suppression_hidden (self, unit, other) > 0)
          mark_behind (self, ks_suppression_column (self, unit, other));
    }
}

/* From which units of a range of districts, and from which columns, the target would be reached, if
 * one came there. */
static void
look_behind (KsSuppression *self, guint target, guint first, guint last)
{
  guint n_near = self->counts->n_districts * self->n_groups;

  self->behind_round++;
  g_array_set_size (self->near, 0);
  mark_behind (self, target);
  while (self->near->len > 0)
    {
      guint column = g_array_index (self->near, guint, self->near->len - 1);
      guint own = column / self->n_groups;

      g_array_set_size (self->near, self->near->len - 1);
      for (guint district = column < n_near ? MAX (own, first) : first;
           district < (column < n_near ? MIN (own + 1, last) : last); district++)
        for (guint group = 0; group <= self->n_groups; group++)
          go_back (self, column, district, group);
    }
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
  return self->column_seen[column] == self->round            ? SIDE_REACHED
         : self->column_behind[column] == self->behind_round ? SIDE_BEHIND
                                                             : SIDE_NEITHER;
}

static Side
find_unit_side (const KsSuppression *self, guint unit)
{
  return self->unit_seen[unit] == self->round            ? SIDE_REACHED
         : self->unit_behind[unit] == self->behind_round ? SIDE_BEHIND
                                                         : SIDE_NEITHER;
}

static gboolean
touches_behind (const KsSuppression *self, guint unit)
{
  for (guint group = 0; group < self->n_groups; group++)
    if (find_side (self, ks_suppression_column (self, unit, group)) == SIDE_BEHIND)
      return TRUE;
  return FALSE;
}

/* How well a cell joins what is reached with what lies behind, were it hidden: at once, with
 * another one of its unit, by reaching further. */
static guint
rank_cell (const KsSuppression *self, guint unit, guint group)
{
  Side from = find_unit_side (self, unit);
  Side to = find_side (self, ks_suppression_column (self, unit, group));

  if (from + to == SIDE_REACHED + SIDE_BEHIND && from != SIDE_NEITHER && to != SIDE_NEITHER)
    return 1;
  if (from == SIDE_NEITHER && to == SIDE_REACHED)
    return touches_behind (self, unit) ? 2 : 3;
  return from == SIDE_REACHED && to == SIDE_NEITHER ? 4 : 5;
}

static void
hide (KsSuppression *self, guint unit, guint group)
{
  self->shown->units[unit * self->n_groups + group] = FALSE;
  self->hidden[ks_suppression_cell (self, unit, group)] = ks_suppression_count (self, unit, group);
}

/* Hides the smallest shown cell of those units that join so well; of equals the later. */
static gboolean
hide_cell (KsSuppression *self, guint first, guint last, guint worst)
{
  guint best_rank = worst;
  gint64 best_count = G_MAXINT64;
  guint best = G_MAXUINT;

  for (guint cell = first * self->n_groups; cell < last * self->n_groups; cell++)
    {
      guint found = self->shown->units[cell]
                        ? rank_cell (self, cell / self->n_groups, cell % self->n_groups)
                        : G_MAXUINT;
      gint64 count = self->counts->counts[cell];

      if (found > best_rank || (found == best_rank && count > best_count))
        continue;
      best_rank = found;
      best_count = count;
      best = cell;
    }
  if (best != G_MAXUINT)
    hide (self, best / self->n_groups, best % self->n_groups);
  return best != G_MAXUINT;
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
  guint8 *best = NULL;

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
          best = &self->shown->districts[cell];
        }
    }
  if (best != NULL)
    *best = FALSE;
  return best != NULL;
}

/* Hides the smallest total of the whole, or of those that an end of the way has. */
static gboolean
hide_whole (KsSuppression *self, gboolean any)
{
  guint n_near = self->counts->n_districts * self->n_groups;
  gint64 least = G_MAXINT64;
  guint8 *found = NULL;

  for (guint group = 0; group < self->n_groups; group++)
    if (self->shown->whole[group] && (any || find_side (self, n_near + group) != SIDE_NEITHER)
        && self->whole_sums[group] <= least)
      {
        least = self->whole_sums[group];
        found = &self->shown->whole[group];
      }
  if (found != NULL)
    *found = FALSE;
  return found != NULL;
}

/* Hides something more for the sake of a cell that is not safe: within its unit, within its
 * district, then wherever the search came to. Nothing is left to hide where nothing is shown but
 * totals. */
static gboolean
hide_more (KsSuppression *self, guint unit, guint target)
{
  guint district = self->district[unit];
  guint first = self->counts->first[district];
  guint last = self->counts->first[district + 1];

  if (sum_hidden (self, unit) < KS_MIN_ANSWERS && hide_smallest (self, unit))
    return TRUE;
  look_behind (self, target, district, district + 1);
  if (hide_cell (self, first, last, 2))
    return TRUE;
  look_behind (self, target, 0, self->counts->n_districts);
  return hide_cell (self, first, last, 2) || hide_cell (self, 0, self->n_units, 2)
         || hide_district (self, 2) || hide_cell (self, first, last, 3) || hide_district (self, 3)
         || hide_whole (self, FALSE) || hide_cell (self, 0, self->n_units, 5)
         || hide_whole (self, TRUE) || hide_district (self, 4);
}

void
ks_suppression_mend (KsSuppression *self, guint unit, guint group)
{
  gint64 hidden = ks_suppression_hidden (self, unit, group);

  while (hidden > 0 && !ks_is_shown (hidden) && !ks_suppression_is_safe (self, unit, group))
    if (!hide_more (self, unit, ks_suppression_column (self, unit, group)))
      return;
}
