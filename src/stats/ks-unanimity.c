/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-unanimity.h"

/* Where everybody of a unit chose the same level, its levels are not told: they would tell what each
 * colleague answered. Nor may they be had by subtracting the other units from their district. So the
 * levels of another unit are left out too, one that has a different level among those that x does not
 * tell apart: then either may have it. Where the district has no such unit, its own levels are left
 * out, and those of another district, and at last those of the whole. */

#define NO_LEVEL G_MAXUINT

static const gint64 *
get_unit (const KsLevelCounts *self, guint unit)
{
  return self->counts + (gsize) unit * self->n_levels;
}

static gint64
sum (const gint64 *row, guint n_levels)
{
  gint64 n = 0;

  for (guint i = 0; i < n_levels; i++)
    n += row[i];
  return n;
}

/* The level that all chose. */
static guint
find_only_level (const KsLevelCounts *self, const gint64 *row)
{
  guint level = NO_LEVEL;

  for (guint i = 0; i < self->n_levels; i++)
    if (row[i] > 0)
      {
        if (level != NO_LEVEL)
          return NO_LEVEL;
        level = i;
      }
  return level;
}

/* Whether x leaves the level open: there is another one on its side of the scale. */
static gboolean
is_open (const KsLevelCounts *self, guint level)
{
  for (guint i = 0; i < self->n_levels; i++)
    if (i != level && !self->good[i] == !self->good[level])
      return TRUE;
  return FALSE;
}

/* Whether some of these may as well be of who chose @level throughout. */
static gboolean
covers (const KsLevelCounts *self, const gint64 *row, guint level)
{
  for (guint i = 0; i < self->n_levels; i++)
    if (i != level && row[i] > 0 && !self->good[i] == !self->good[level])
      return TRUE;
  return FALSE;
}

/* One that is hidden already, else the smallest that is not. @rows: n of them, side by side. */
static int
find_cover (const KsLevelCounts *self, const gint64 *rows, guint n, guint level,
            const gboolean *hidden)
{
  int found = -1;

  for (guint i = 0; i < n; i++)
    {
      const gint64 *row = rows + (gsize) i * self->n_levels;

      if (!covers (self, row, level))
        continue;
      if (hidden[i])
        return (int) i;
      if (found < 0
          || sum (row, self->n_levels)
                 < sum (rows + (gsize) found * self->n_levels, self->n_levels))
        found = (int) i;
    }
  return found;
}

/* Hides those with one level, and for each of them another one. Sets @uncovered for levels that
 * nobody covers. */
static void
hide_rows (const KsLevelCounts *self, const gint64 *rows, guint n, gboolean *hidden,
           gboolean *uncovered)
{
  for (guint i = 0; i < n; i++)
    {
      guint level = find_only_level (self, rows + (gsize) i * self->n_levels);

      hidden[i] |= level != NO_LEVEL;
    }
  for (guint i = 0; i < n; i++)
    {
      guint level = find_only_level (self, rows + (gsize) i * self->n_levels);
      int cover;

      if (level == NO_LEVEL || !is_open (self, level))
        continue;
      cover = find_cover (self, rows, n, level, hidden);
      if (cover >= 0)
        hidden[cover] = TRUE;
      else
        uncovered[level] = TRUE;
    }
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
try_cover (const KsLevelCounts *self, const KsLevelsHidden *hidden, guint unit, guint district,
           Cover *best)
{
  gint64 size = sum (get_unit (self, unit), self->n_levels);
  guint rank = hidden->units[unit] ? 1 + !!hidden->districts[district] : 0;

  if (!best->found || rank > best->rank || (rank == best->rank && size < best->size))
    *best = (Cover){ TRUE, unit, district, rank, size };
}

/* A unit of another district: one that is hidden together with its district, else one that is hidden,
 * else the smallest. */
static Cover
find_cover_outside (const KsLevelCounts *self, const KsLevelsHidden *hidden, guint district,
                    guint level)
{
  Cover best = { FALSE };

  for (guint home = 0; home < self->n_districts; home++)
    for (guint unit = self->first[home]; home != district && unit < self->first[home + 1]; unit++)
      if (covers (self, get_unit (self, unit), level))
        try_cover (self, hidden, unit, home, &best);
  return best;
}

/* A district that is left out could be had by subtracting the others from the whole. */
static void
hide_district (const KsLevelCounts *self, KsLevelsHidden *hidden, guint district, guint level)
{
  Cover cover = find_cover_outside (self, hidden, district, level);

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
  g_autofree gboolean *uncovered
      = g_new0 (gboolean, MAX ((gsize) counts->n_districts * counts->n_levels, 1));

  self->units = g_new0 (gboolean, MAX (counts->first[counts->n_districts], 1));
  self->districts = g_new0 (gboolean, MAX (counts->n_districts, 1));
  for (guint i = 0; i < counts->n_districts; i++)
    {
      guint first = counts->first[i];

      hide_rows (counts, get_unit (counts, first), counts->first[i + 1] - first,
                 self->units + first, uncovered + (gsize) i * counts->n_levels);
    }
  for (guint i = 0; i < counts->n_districts; i++)
    for (guint level = 0; level < counts->n_levels; level++)
      if (uncovered[(gsize) i * counts->n_levels + level])
        hide_district (counts, self, i, level);
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
