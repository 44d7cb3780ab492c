/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-disclosure.h"
#include "ks-reach.h"
#include "ks-suppression.h"

G_BEGIN_DECLS

/* What is hidden so far, and what a search through it has come to. */
typedef struct
{
  const KsGroupCounts *counts;
  KsGroupsShown *shown;
  guint n_units;
  guint n_groups;
  guint n_columns;         /* groups of each district, of the whole, and what no total tells */
  guint *district;         /* per unit */
  gint64 *hidden;          /* answers per cell; 0: shown. The last cell of a unit: no group */
  gint64 *flow;            /* per hidden cell, from unit to group */
  GArray *changed;         /* of guint: cells with a flow */
  KsGroupSet *hidden_bits; /* per unit: its hidden cells */
  KsGroupSet *room_bits;   /* … from which something may still pass to the group */
  KsGroupSet *shown_bits;  /* its shown cells */
  KsGroupSet *own;         /* per district: groups whose total it shows */
  KsGroupSet whole;        /* groups whose total of the whole is shown */
  KsReach reached;         /* from the unit that a way is looked for */
  KsReach behind;          /* from where the target is reached */
  guint *from_cell;        /* per unit: the cell that it was reached by */
  guint *column_from;      /* per column: the cell that it was reached by */
  gint64 *district_sums;   /* district × group, of the units that count */
  gint64 *whole_sums;
} KsSuppression;

static inline gint64
ks_suppression_count (const KsSuppression *self, guint unit, guint group)
{
  return self->counts->counts[unit * self->n_groups + group];
}

static inline guint
ks_suppression_cell (const KsSuppression *self, guint unit, guint group)
{
  return unit * (self->n_groups + 1) + group;
}

static inline gint64
ks_suppression_hidden (const KsSuppression *self, guint unit, guint group)
{
  return self->hidden[ks_suppression_cell (self, unit, group)];
}

/* The column that a cell belongs to: that of its district if this is shown, else that of the whole
 * if this is, else the last, of which no total tells. */
static inline guint
ks_suppression_find_column (const KsSuppression *self, guint district, guint group)
{
  if (group == self->n_groups)
    return self->n_columns - 1;
  if (self->shown->districts[district * self->n_groups + group])
    return district * self->n_groups + group;
  if (self->shown->whole[group])
    return self->counts->n_districts * self->n_groups + group;
  return self->n_columns - 1;
}

static inline guint
ks_suppression_column (const KsSuppression *self, guint unit, guint group)
{
  return ks_suppression_find_column (self, self->district[unit], group);
}

/* What may still pass from a unit to a group; nothing where no cell is hidden. */
static inline gint64
ks_suppression_room (const KsSuppression *self, guint unit, guint group)
{
  guint cell = ks_suppression_cell (self, unit, group);

  return self->hidden[cell] >= KS_MIN_ANSWERS ? G_MAXINT64 : self->hidden[cell] - self->flow[cell];
}

/* Those groups of a district whose columns were come to. */
static inline KsGroupSet
ks_reach_get (const KsReach *reach, const KsSuppression *self, guint district)
{
  KsGroupSet near = reach->districts[district] == reach->round ? reach->near[district] : 0;

  return near | (reach->far & ~self->own[district]);
}

gboolean ks_reach_has (const KsReach *reach, const KsSuppression *self, guint column);
void ks_reach_begin (KsReach *reach);
gboolean ks_reach_add (KsReach *reach, const KsSuppression *self, guint district, KsGroupSet groups);
gboolean ks_suppression_is_safe (KsSuppression *self, guint unit, guint group);
void ks_suppression_mend (KsSuppression *self, guint unit, guint group);

G_END_DECLS
