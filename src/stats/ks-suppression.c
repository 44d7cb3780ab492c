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
begin (KsSuppression *self, const KsGroupCounts *counts, KsGroupsShown *shown)
{
  *self = (KsSuppression){
    .counts = counts,
    .shown = shown,
    .n_units = counts->first[counts->n_districts],
    .n_groups = counts->n_groups,
    .n_columns = (counts->n_districts + 1) * counts->n_groups + 1,
    .changed = g_array_new (FALSE, FALSE, sizeof (guint)),
    .near = g_array_new (FALSE, FALSE, sizeof (guint)),
    .far = g_array_new (FALSE, FALSE, sizeof (guint)),
  };
  self->district = g_new (guint, self->n_units);
  self->hidden = g_new0 (gint64, (gsize)self->n_units * (self->n_groups + 1));
  self->flow = g_new0 (gint64, (gsize)self->n_units * (self->n_groups + 1));
  self->unit_seen = g_new0 (guint, self->n_units);
  self->from_cell = g_new0 (guint, self->n_units);
  self->column_seen = g_new0 (guint, self->n_columns);
  self->column_from = g_new0 (guint, self->n_columns);
  self->unit_behind = g_new0 (guint, self->n_units);
  self->column_behind = g_new0 (guint, self->n_columns);
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
  g_array_unref (self->near);
  g_array_unref (self->far);
  g_free (self->district);
  g_free (self->hidden);
  g_free (self->flow);
  g_free (self->unit_seen);
  g_free (self->from_cell);
  g_free (self->column_seen);
  g_free (self->column_from);
  g_free (self->unit_behind);
  g_free (self->column_behind);
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
  KsGroupsShown *shown = g_new0 (KsGroupsShown, 1);
  KsSuppression search;

  begin (&search, counts, shown);
  shown->units = g_new0 (guint8, (gsize)search.n_units * counts->n_groups);
  shown->districts = g_new0 (guint8, (gsize)counts->n_districts * counts->n_groups);
  shown->whole = g_new0 (guint8, counts->n_groups);
  show_large (&search);
  for (guint unit = 0; unit < search.n_units; unit++)
    for (guint group = 0; group <= search.n_groups; group++)
      ks_suppression_mend (&search, unit, group);
  end (&search);
  return shown;
}

/**
 * ks_groups_shown_free:
 * @self: (nullable): what may be shown
 *
 * Frees it.
 */
void
ks_groups_shown_free (KsGroupsShown *self)
{
  if (self == NULL)
    return;
  g_free (self->units);
  g_free (self->districts);
  g_free (self->whole);
  g_free (self);
}
