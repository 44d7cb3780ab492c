/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-suppression-private.h"

/* Who sees the totals of units, the groups of districts and of the whole, and those cells that are
 * shown, can add and subtract them. A sum of hidden cells comes out of that exactly if there is a
 * set S of units and a set T of groups (each of a district, or of all districts that hide it) such
 * that every hidden cell of a group of T lies in a unit of S: then the totals of S less the groups
 * of T are the hidden cells of S outside T. Call a hidden cell small if it has one to four answers.
 * The small cell of unit u and group t is safe if every such pair with u in S and t outside T
 * leaves at least five answers in that sum. By the theorem of maximal flow and minimal cut this is
 * a flow of five from u to t, where answers pass from units to groups through small cells as far as
 * these reach, and through all other hidden cells and from groups to units without limit. What is
 * unsafe is mended by hiding more. To hide more never makes another cell unsafe, so each is looked
 * at once. */

void
ks_reach_begin (KsReach *reach)
{
  reach->round++;
  reach->far = 0;
}

/* Comes to the columns of some groups of a district. Groups of many districts share theirs, and those
 * that no total tells have one. Returns whether these are more of such columns than before. */
gboolean
ks_reach_add (KsReach *reach, const KsSuppression *self, guint district, KsGroupSet groups)
{
  KsGroupSet far = reach->far;

  if (reach->districts[district] != reach->round)
    reach->near[district] = 0;
  reach->districts[district] = reach->round;
  reach->near[district] |= groups & self->own[district];
  groups &= ~self->own[district];
  reach->far |= groups & self->whole;
  if ((groups & ~self->whole) != 0)
    reach->far |= ~self->whole;
  return reach->far != far;
}

gboolean
ks_reach_has (const KsReach *reach, const KsSuppression *self, guint column)
{
  guint district = column / self->n_groups;
  guint group = column % self->n_groups;

  if (column == self->n_columns - 1)
    return (reach->far & ~self->whole) != 0;
  if (district == self->counts->n_districts)
    return (reach->far & self->whole & KS_GROUP_BIT (group)) != 0;
  return reach->districts[district] == reach->round
         && (reach->near[district] & KS_GROUP_BIT (group)) != 0;
}

static guint
find_first (KsGroupSet groups)
{
  guint64 low = (guint64)groups;

  return low != 0 ? (guint)__builtin_ctzll (low)
                  : 64 + (guint)__builtin_ctzll ((guint64)(groups >> 64));
}

/* Goes from a unit to the columns of its hidden cells, of which those of @known are none to go to. */
static void
enter_unit (KsSuppression *self, guint unit, KsGroupSet known)
{
  guint district = self->district[unit];
  KsGroupSet groups = self->room_bits[unit] & ~known;

  for (KsGroupSet left = groups; left != 0; left &= left - 1)
    {
      guint group = find_first (left);
      guint column = ks_suppression_find_column (self, district, group);

      if (!ks_reach_has (&self->reached, self, column))
        self->column_from[column] = ks_suppression_cell (self, unit, group);
      ks_reach_add (&self->reached, self, district, KS_GROUP_BIT (group));
    }
}

/* Goes to and fro between the columns that were come to and the units of a district. Returns whether
 * the target was come to. */
static gboolean
enter_district (KsSuppression *self, guint district, guint target)
{
  KsGroupSet groups, before;

  do
    {
      groups = before = ks_reach_get (&self->reached, self, district);
      for (guint unit = self->counts->first[district];
           before != 0 && unit < self->counts->first[district + 1]; unit++)
        {
          KsGroupSet by = self->hidden_bits[unit] & groups;

          if (by == 0 || self->reached.units[unit] == self->reached.round)
            continue;
          self->reached.units[unit] = self->reached.round;
          self->from_cell[unit] = ks_suppression_cell (self, unit, find_first (by));
          if ((self->room_bits[unit] & ~groups) == 0)
            continue;
          enter_unit (self, unit, groups);
          if (ks_reach_has (&self->reached, self, target))
            return TRUE;
          groups = ks_reach_get (&self->reached, self, district);
        }
    }
  while (groups != before);
  return FALSE;
}

/* A way from the unit to the target on which something still passes: through its own district, where
 * most are found, and through columns of many districts through the others. */
static gboolean
find_way (KsSuppression *self, guint unit, guint target)
{
  guint home = self->district[unit];
  KsGroupSet far;

  ks_reach_begin (&self->reached);
  self->reached.units[unit] = self->reached.round;
  self->from_cell[unit] = G_MAXUINT;
  enter_unit (self, unit, 0);
  if (ks_reach_has (&self->reached, self, target) || enter_district (self, home, target))
    return TRUE;
  do
    {
      far = self->reached.far;
      for (guint i = 0; far != 0 && i < self->counts->n_districts; i++)
        if (enter_district (self, i, target)
            || (self->reached.far != far && enter_district (self, home, target)))
          return TRUE;
    }
  while (self->reached.far != far);
  return FALSE;
}

static void
set_room (KsSuppression *self, guint cell)
{
  guint unit = cell / (self->n_groups + 1);
  guint group = cell % (self->n_groups + 1);
  KsGroupSet bit = KS_GROUP_BIT (group);

  if (ks_suppression_room (self, unit, group) > 0)
    self->room_bits[unit] |= bit & self->hidden_bits[unit];
  else
    self->room_bits[unit] &= ~bit;
}

static void
add_flow (KsSuppression *self, guint cell, gint64 amount)
{
  if (self->flow[cell] == 0)
    g_array_append_val (self->changed, cell);
  self->flow[cell] += amount;
  set_room (self, cell);
}

/* How much passes on the way that was found, up to @most; with @amount, lets it pass. */
static gint64
follow_way (KsSuppression *self, guint target, gint64 most, gint64 amount)
{
  guint cell = self->column_from[target];

  for (;;)
    {
      guint unit = cell / (self->n_groups + 1);
      guint back = self->from_cell[unit];

      most = MIN (most, ks_suppression_room (self, unit, cell % (self->n_groups + 1)));
      if (amount > 0)
        add_flow (self, cell, amount);
      if (back == G_MAXUINT)
        return most;
      if (amount > 0)
        add_flow (self, back, -amount);
      cell = self->column_from[ks_suppression_column (self, back / (self->n_groups + 1),
                                                      back % (self->n_groups + 1))];
    }
}

/* Where the cell is not safe, the sets S and T are what the last search has seen. */
gboolean
ks_suppression_is_safe (KsSuppression *self, guint unit, guint group)
{
  guint target = ks_suppression_column (self, unit, group);
  gint64 left = KS_MIN_ANSWERS;

  for (guint i = 0; i < self->changed->len; i++)
    {
      guint cell = g_array_index (self->changed, guint, i);

      self->flow[cell] = 0;
      set_room (self, cell);
    }
  g_array_set_size (self->changed, 0);
  while (left > 0 && find_way (self, unit, target))
    {
      gint64 amount = follow_way (self, target, left, 0);

      follow_way (self, target, left, amount);
      left -= amount;
    }
  return left <= 0;
}
