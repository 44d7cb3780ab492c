/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-unanimity.h"

/* Where everybody of a unit chose the same level, its levels are not told: they would tell what each
 * colleague answered. Nor may they be had by subtracting the other units from their district. So the
 * levels of another unit are left out too, one that has a different level among those that x does not
 * tell apart: then either may have it. Where the district has no such unit, its own levels are left
 * out, and those of another district, and at last those of the whole. */

/* Which levels somebody chose: a bit each, of more than any form has (KS_FORM_MAX_OPTIONS). */
__extension__ typedef unsigned __int128 LevelSet;

#define LEVEL(i) ((LevelSet) 1 << (i))

typedef struct {
  const KsLevelCounts *counts;
  LevelSet            *chosen;  /* per unit */
  gint64              *sizes;   /* its answers */
  LevelSet             good;    /* what x counts */
  LevelSet             all;
} Levels;

static void
take_unit (Levels *self, guint unit)
{
  const gint32 *row = self->counts->counts + unit * self->counts->stride;
  gboolean enters = self->counts->enters == NULL || self->counts->enters[unit];
  LevelSet chosen = 0;
  gint64 size = 0;

  for (guint i = 0; enters && i < self->counts->n_levels; i++)
    {
      chosen |= row[i] > 0 ? LEVEL (i) : 0;
      size += row[i];
    }
  self->chosen[unit] = chosen;
  self->sizes[unit] = size;
}

static void
begin (Levels *self, const KsLevelCounts *counts)
{
  guint n_units = counts->first[counts->n_districts];

  *self = (Levels){ .counts = counts,
                    .chosen = g_new (LevelSet, MAX (n_units, 1)),
                    .sizes = g_new (gint64, MAX (n_units, 1)) };
  for (guint i = 0; i < counts->n_levels; i++)
    {
      self->all |= LEVEL (i);
      self->good |= counts->good[i] ? LEVEL (i) : 0;
    }
  for (guint i = 0; i < n_units; i++)
    take_unit (self, i);
}

static void
end (Levels *self)
{
  g_free (self->chosen);
  g_free (self->sizes);
}

static gboolean
is_one (LevelSet levels)
{
  return levels != 0 && (levels & (levels - 1)) == 0;
}

/* The other levels on the side of the scale that a single one is on. */
static LevelSet
find_others (const Levels *self, LevelSet level)
{
  return (level & self->good ? self->good : self->all & ~self->good) & ~level;
}

/* One that is hidden already, else the smallest that is not, of those of whom some may as well be of
 * who chose a level throughout: they chose one of the @others. */
static int
find_cover (const Levels *self, guint first, guint end, LevelSet others, const gboolean *hidden)
{
  int found = -1;

  for (guint i = first; i < end; i++)
    {
      if ((self->chosen[i] & others) == 0)
        continue;
      if (hidden[i])
        return (int) i;
      if (found < 0 || self->sizes[i] < self->sizes[found])
        found = (int) i;
    }
  return found;
}

/* Hides those units of a district with one level, and for each of them another one. Returns the levels
 * that nobody covers. */
static LevelSet
hide_units (const Levels *self, guint district, gboolean *hidden)
{
  guint first = self->counts->first[district];
  guint end = self->counts->first[district + 1];
  LevelSet uncovered = 0;

  for (guint i = first; i < end; i++)
    hidden[i] |= is_one (self->chosen[i]);
  for (guint i = first; i < end; i++)
    {
      LevelSet others = is_one (self->chosen[i]) ? find_others (self, self->chosen[i]) : 0;
      int cover;

      /* Where x leaves no other level open, nothing covers it. */
      if (others == 0)
        continue;
      cover = find_cover (self, first, end, others, hidden);
      if (cover >= 0)
        hidden[cover] = TRUE;
      else
        uncovered |= self->chosen[i];
    }
  return uncovered;
}

/* How welcome a unit is as a cover: most the one that costs nothing. */
typedef struct {
  gboolean found;
  guint    unit;
  guint    district;
  guint    rank;
  gint64   size;
} Cover;

static void
try_cover (const Levels *self, const KsLevelsHidden *hidden, guint unit, guint district, Cover *best)
{
  gint64 size = self->sizes[unit];
  guint rank = hidden->units[unit] ? 1 + !!hidden->districts[district] : 0;

  if (!best->found || rank > best->rank || (rank == best->rank && size < best->size))
    *best = (Cover){ TRUE, unit, district, rank, size };
}

/* A unit of another district: one that is hidden together with its district, else one that is hidden,
 * else the smallest. */
static Cover
find_cover_outside (const Levels *self, const KsLevelsHidden *hidden, guint district, LevelSet others)
{
  const guint *first = self->counts->first;
  Cover best = { FALSE };

  for (guint home = 0; home < self->counts->n_districts; home++)
    for (guint unit = first[home]; home != district && unit < first[home + 1]; unit++)
      if ((self->chosen[unit] & others) != 0)
        try_cover (self, hidden, unit, home, &best);
  return best;
}

/* A district that is left out could be had by subtracting the others from the whole. */
static void
hide_district (const Levels *self, KsLevelsHidden *hidden, guint district, LevelSet level)
{
  Cover cover = find_cover_outside (self, hidden, district, find_others (self, level));

  hidden->districts[district] = TRUE;
  hidden->whole |= !cover.found;
  if (cover.found)
    hidden->units[cover.unit] = hidden->districts[cover.district] = TRUE;
}

/**
 * ks_levels_hidden_new:
 * @counts: the answers of all units
 *
 * Decides whose levels are not told (methods: Anonymity, all-same cells). Whatever level everybody of
 * a unit chose, what is told of all units, districts and the whole leaves at least two possible, where
 * x and n do.
 *
 * Returns: (transfer full): what is left out
 */
KsLevelsHidden *
ks_levels_hidden_new (const KsLevelCounts *counts)
{
  KsLevelsHidden *self = g_new0 (KsLevelsHidden, 1);
  g_autofree LevelSet *uncovered = g_new0 (LevelSet, MAX (counts->n_districts, 1));
  Levels levels;

  begin (&levels, counts);
  self->units = g_new0 (gboolean, MAX (counts->first[counts->n_districts], 1));
  self->districts = g_new0 (gboolean, MAX (counts->n_districts, 1));
  for (guint i = 0; i < counts->n_districts; i++)
    uncovered[i] = hide_units (&levels, i, self->units);
  for (guint i = 0; i < counts->n_districts; i++)
    for (guint level = 0; uncovered[i] != 0 && level < counts->n_levels; level++)
      if ((uncovered[i] & LEVEL (level)) != 0)
        hide_district (&levels, self, i, LEVEL (level));
  end (&levels);
  return self;
}

/**
 * ks_levels_hidden_free:
 * @self: (nullable): what is left out
 *
 * Frees it.
 */
void
ks_levels_hidden_free (KsLevelsHidden *self)
{
  if (self == NULL)
    return;
  g_free (self->units);
  g_free (self->districts);
  g_free (self);
}
