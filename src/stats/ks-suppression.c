/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-suppression-private.h"

/* A unit that counts: its large groups are shown, the rest is hidden. */
static void
take_unit (KsSuppression *self, guint unit)
{
  gint64 rest = self->counts->totals[unit];

  for (guint group = 0; group < self->n_groups; group++)
    {
      gint64 count = ks_suppression_count (self, unit, group);

      self->shown->units[unit * self->n_groups + group] = ks_is_shown (count);
      self->hidden[ks_suppression_cell (self, unit, group)] = ks_is_shown (count) ? 0 : count;
      self->district_sums[self->district[unit] * self->n_groups + group] += count;
      self->whole_sums[group] += count;
      rest -= count;
    }
  self->hidden[ks_suppression_cell (self, unit, self->n_groups)] = MAX (rest, 0);
}

/* The same, bit by bit. */
static void
take_bits (KsSuppression *self)
{
  for (guint unit = 0; unit < self->n_units; unit++)
    for (guint group = 0; group <= self->n_groups; group++)
      {
        if (ks_suppression_hidden (self, unit, group) > 0)
          self->hidden_bits[unit] |= KS_GROUP_BIT (group);
        self->room_bits[unit] = self->hidden_bits[unit];
        if (group < self->n_groups && self->shown->units[unit * self->n_groups + group])
          self->shown_bits[unit] |= KS_GROUP_BIT (group);
      }
  for (guint i = 0; i < self->counts->n_districts * self->n_groups; i++)
    if (self->shown->districts[i])
      self->own[i / self->n_groups] |= KS_GROUP_BIT (i % self->n_groups);
  for (guint group = 0; group < self->n_groups; group++)
    if (self->shown->whole[group])
      self->whole |= KS_GROUP_BIT (group);
}

static void
show_large (KsSuppression *self)
{
  for (guint unit = 0; unit < self->n_units; unit++)
    if (ks_is_shown (self->counts->totals[unit]))
      take_unit (self, unit);
  for (guint i = 0; i < self->counts->n_districts * self->n_groups; i++)
    self->shown->districts[i] = ks_is_shown (self->district_sums[i]);
  for (guint group = 0; group < self->n_groups; group++)
    self->shown->whole[group] = ks_is_shown (self->whole_sums[group]);
}

static void
begin_reach (const KsSuppression *self, KsReach *reach)
{
  reach->units = g_new0 (guint, MAX (self->n_units, 1));
  reach->districts = g_new0 (guint, MAX (self->counts->n_districts, 1));
  reach->near = g_new0 (KsGroupSet, MAX (self->counts->n_districts, 1));
}

static void
end_reach (KsReach *reach)
{
  g_free (reach->units);
  g_free (reach->districts);
  g_free (reach->near);
}

static void
begin (KsSuppression *self, const KsGroupCounts *counts, KsGroupsShown *shown)
{
  *self = (KsSuppression){
    .counts = counts,
    .shown = shown,
    .n_units = counts->first[counts->n_districts],
    .n_groups = counts->n_groups,
    .n_columns = (counts->n_districts + 1) * counts->n_groups + 1,
    .changed = g_array_new (FALSE, FALSE, sizeof (guint)),
  };
  self->district = g_new (guint, self->n_units);
  self->hidden = g_new0 (gint64, (gsize)self->n_units * (self->n_groups + 1));
  self->flow = g_new0 (gint64, (gsize)self->n_units * (self->n_groups + 1));
  self->hidden_bits = g_new0 (KsGroupSet, MAX (self->n_units, 1));
  self->room_bits = g_new0 (KsGroupSet, MAX (self->n_units, 1));
  self->shown_bits = g_new0 (KsGroupSet, MAX (self->n_units, 1));
  self->own = g_new0 (KsGroupSet, MAX (counts->n_districts, 1));
  begin_reach (self, &self->reached);
  begin_reach (self, &self->behind);
  self->from_cell = g_new0 (guint, self->n_units);
  self->column_from = g_new0 (guint, self->n_columns);
  self->district_sums = g_new0 (gint64, (gsize)counts->n_districts * counts->n_groups);
  self->whole_sums = g_new0 (gint64, counts->n_groups);
  for (guint district = 0; district < counts->n_districts; district++)
    for (guint unit = counts->first[district]; unit < counts->first[district + 1]; unit++)
      self->district[unit] = district;
}

static void
end (KsSuppression *self)
{
  g_array_unref (self->changed);
  g_free (self->district);
  g_free (self->hidden);
  g_free (self->flow);
  g_free (self->hidden_bits);
  g_free (self->room_bits);
  g_free (self->shown_bits);
  g_free (self->own);
  end_reach (&self->reached);
  end_reach (&self->behind);
  g_free (self->from_cell);
  g_free (self->column_from);
  g_free (self->district_sums);
  g_free (self->whole_sums);
}

/**
 * ks_groups_shown_new:
 * @counts: answers to one question by unit and group
 *
 * A group is shown from five answers, in a unit, a district and the whole. Units with fewer than
 * five answers in all stay out of every figure. Beyond that, so much is hidden that no sums and
 * differences of what is shown tell the answers of one to four people: within a unit those that are
 * not shown hold together none or at least five, and so do those of a group over the units of a
 * district and of the whole. The same counts always give the same cells.
 *
 * Returns: (transfer full): what may be shown
 */
KsGroupsShown *
ks_groups_shown_new (const KsGroupCounts *counts)
{
  KsGroupsShown *shown = g_rc_box_new0 (KsGroupsShown);
  KsSuppression search;

  begin (&search, counts, shown);
  shown->units = g_new0 (guint8, (gsize)search.n_units * counts->n_groups);
  shown->districts = g_new0 (guint8, (gsize)counts->n_districts * counts->n_groups);
  shown->whole = g_new0 (guint8, counts->n_groups);
  show_large (&search);
  take_bits (&search);
  for (guint unit = 0; unit < search.n_units; unit++)
    for (guint group = 0; group <= search.n_groups; group++)
      ks_suppression_mend (&search, unit, group);
  end (&search);
  return shown;
}

/**
 * ks_groups_shown_ref:
 * @self: what may be shown
 *
 * Returns: (transfer full): the same once more
 */
KsGroupsShown *
ks_groups_shown_ref (KsGroupsShown *self)
{
  return g_rc_box_acquire (self);
}

static void
clear_shown (gpointer data)
{
  KsGroupsShown *self = data;

  g_free (self->units);
  g_free (self->districts);
  g_free (self->whole);
}

/**
 * ks_groups_shown_unref:
 * @self: (nullable): what may be shown
 *
 * Frees it, unless somebody else has it.
 */
void
ks_groups_shown_unref (KsGroupsShown *self)
{
  if (self != NULL)
    g_rc_box_release_full (self, clear_shown);
}
