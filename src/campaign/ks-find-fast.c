/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-find-private.h"

#include <stdlib.h>

#include "ks-straight.h"

/* Fewer sheets say nothing of a unit, as with equal ones. */
#define LEAST_SHEETS 5

static const KsTimedSheet *
get_timed (const KsAnswerPatterns *patterns)
{
  return (const KsTimedSheet *) (const void *) patterns->timed->data;
}

static int
compare_seconds (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return left < right ? -1 : left > right;
}

/* The lower one of the two in the middle: a time that somebody took. */
static guint32
find_median (const KsAnswerPatterns *patterns)
{
  guint n = patterns->timed->len;
  g_autofree guint32 *seconds = g_new (guint32, n);

  for (guint i = 0; i < n; i++)
    seconds[i] = get_timed (patterns)[i].seconds;
  qsort (seconds, n, sizeof *seconds, compare_seconds);
  return seconds[(n - 1) / 2];
}

static gboolean
is_fast (const KsTimedSheet *sheet, guint32 median)
{
  return 2 * (guint64) sheet->seconds < median;
}

static KsStratum *
count_fast (const KsAnswerPatterns *patterns, guint n_units, guint32 median)
{
  KsStratum *units = g_new0 (KsStratum, (gsize) n_units + 1);

  for (guint i = 0; i < patterns->timed->len; i++)
    {
      const KsTimedSheet *sheet = &get_timed (patterns)[i];

      units[sheet->unit].n++;
      units[sheet->unit].x += is_fast (sheet, median);
    }
  return units;
}

static KsFound *
make_found (const KsAnswerPatterns *patterns, guint unit, gint64 n_fast, guint32 median)
{
  KsFound *found = ks_found_new (
      KS_FINDING_FAST, ks_unit_get_code (ks_registry_get_unit (patterns->registry, unit)), 0, 0);

  found->finding->numbers[0] = n_fast;
  /* The least whole number of seconds that is not fast. */
  found->finding->numbers[1] = (median + 1) / 2;
  found->finding->numbers[2] = median;
  return found;
}

/* Sheets come by their ids. */
static void
add_rows (const KsAnswerPatterns *patterns, guint32 median, KsFound **of_unit)
{
  for (guint i = 0; i < patterns->timed->len; i++)
    {
      const KsTimedSheet *sheet = &get_timed (patterns)[i];

      if (of_unit[sheet->unit] != NULL && is_fast (sheet, median))
        ks_found_add_row (of_unit[sheet->unit], sheet->id, 0);
    }
}

/* Adds units many of whose sheets took less than half the median of all. In every unit some people
 * are quick: one is told of where chance, and what units differ by, do not account for so many. */
void
ks_find_fast (const KsAnswerPatterns *patterns, GPtrArray *found)
{
  guint n_units = ks_registry_get_n_units (patterns->registry);
  g_autofree gboolean *flagged = g_new0 (gboolean, (gsize) n_units + 1);
  g_autofree KsFound **of_unit = g_new0 (KsFound *, (gsize) n_units + 1);
  g_autofree KsStratum *units = NULL;
  guint32 median;
  double share;

  if (patterns->timed->len == 0)
    return;
  median = find_median (patterns);
  units = count_fast (patterns, n_units, median);
  if (!ks_stand_out_find (units, n_units, 1, flagged, &share))
    return;
  for (guint i = 0; i < n_units; i++)
    if (flagged[i] && units[i].x >= LEAST_SHEETS)
      {
        of_unit[i] = make_found (patterns, i, units[i].x, median);
        g_ptr_array_add (found, of_unit[i]);
      }
  add_rows (patterns, median, of_unit);
}
