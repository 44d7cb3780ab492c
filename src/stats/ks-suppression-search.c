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

/* Goes from a unit to the columns of its hidden cells. Returns whether one is the target. */
static gboolean
enter_unit (KsSuppression *self, guint unit, guint target)
{
  for (guint group = 0; group <= self->n_groups; group++)
    {
      guint column;

      if (ks_suppression_hidden (self, unit, group) == 0
          || ks_suppression_room (self, unit, group) <= 0)
        continue;
      column = ks_suppression_column (self, unit, group);
      if (self->column_seen[column] == self->round)
        continue;
      self->column_seen[column] = self->round;
      self->column_from[column] = ks_suppression_cell (self, unit, group);
      if (column == target)
        return TRUE;
      g_array_append_val (
          column < self->counts->n_districts * self->n_groups ? self->near : self->far, column);
    }
  return FALSE;
}

/* Goes from a column to the units of a district that have hidden cells of it. */
static gboolean
enter_district (KsSuppression *self, guint column, guint district, guint group, guint target)
{
  if (ks_suppression_find_column (self, district, group) != column)
    return FALSE;
  for (guint unit = self->counts->first[district]; unit < self->counts->first[district + 1]; unit++)
    {
      if (self->unit_seen[unit] == self->round || ks_suppression_hidden (self, unit, group) == 0)
        continue;
      self->unit_seen[unit] = self->round;
      self->from_cell[unit] = ks_suppression_cell (self, unit, group);
      if (enter_unit (self, unit, target))
        return TRUE;
    }
  return FALSE;
}

static gboolean
enter_column (KsSuppression *self, guint column, guint target)
{
  guint n_near = self->counts->n_districts * self->n_groups;

  if (column < n_near)
    return enter_district (self, column, column / self->n_groups, column % self->n_groups, target);
  for (guint district = 0; district < self->counts->n_districts; district++)
    for (guint group = 0; group <= self->n_groups; group++)
      if (enter_district (self, column, district, group, target))
        return TRUE;
  return FALSE;
}

/* A way from the unit to the target on which something still passes. */
static gboolean
find_way (KsSuppression *self, guint unit, guint target)
{
  self->round++;
  g_array_set_size (self->near, 0);
  g_array_set_size (self->far, 0);
  self->unit_seen[unit] = self->round;
  self->from_cell[unit] = G_MAXUINT;
  if (enter_unit (self, unit, target))
    return TRUE;
  while (self->near->len > 0 || self->far->len > 0)
    {
      GArray *next = self->near->len > 0 ? self->near : self->far;
      guint column = g_array_index (next, guint, next->len - 1);

      g_array_set_size (next, next->len - 1);
      if (enter_column (self, column, target))
        return TRUE;
    }
  return FALSE;
}

static void
add_flow (KsSuppression *self, guint cell, gint64 amount)
{
  if (self->flow[cell] == 0)
    g_array_append_val (self->changed, cell);
  self->flow[cell] += amount;
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
    self->flow[g_array_index (self->changed, guint, i)] = 0;
  g_array_set_size (self->changed, 0);
  while (left > 0 && find_way (self, unit, target))
    {
      gint64 amount = follow_way (self, target, left, 0);

      follow_way (self, target, left, amount);
      left -= amount;
    }
  return left <= 0;
}
