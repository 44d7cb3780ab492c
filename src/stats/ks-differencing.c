/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-differencing-private.h"

#include <string.h>

#include "ks-disclosure.h"

/* How many sheets differ between two tables: of all, and of those that answered each question. */
typedef struct {
  gint64 sheets;
  gint64 answers[KS_TABLE_N_QUESTIONS];
} Changes;

static void
add_answers (Changes *counts, guint64 answered)
{
  counts->sheets++;
  for (; answered != 0; answered &= answered - 1)
    counts->answers[g_bit_nth_lsf (answered, -1)]++;
}

static void
count_all (Changes *counts, const KsTableVersion *version)
{
  for (gsize i = 0; i < version->n; i++)
    add_answers (counts, version->sheets[i].answered);
}

/* The sheets that stand in one of the two alone; equal ones are matched one with one. */
static void
count_apart (Changes *counts, const KsTableVersion *a, const KsTableVersion *b)
{
  gsize i = 0;
  gsize j = 0;

  while (i < a->n || j < b->n)
    {
      gboolean first = j >= b->n
                       || (i < a->n && a->sheets[i].content <= b->sheets[j].content);
      gboolean second = i >= a->n
                        || (j < b->n && b->sheets[j].content <= a->sheets[i].content);

      if (first != second)
        add_answers (counts, first ? a->sheets[i].answered : b->sheets[j].answered);
      i += first;
      j += second;
    }
}

/* Less than five of a unit enter no table at all, so that all of the others are the change. */
static gint64
judge_change (gint64 before, gint64 now, gint64 apart)
{
  if (ks_is_shown (before) && ks_is_shown (now))
    return apart;
  return (ks_is_shown (before) ? before : 0) + (ks_is_shown (now) ? now : 0);
}

static void
add_changes (Changes *changes, const KsTableVersion *a, const KsTableVersion *b)
{
  Changes before = { 0 };
  Changes now = { 0 };
  Changes apart = { 0 };

  if (a->n == b->n && (a->n == 0 || memcmp (a->sheets, b->sheets, a->n * sizeof *a->sheets) == 0))
    return;
  count_all (&before, a);
  count_all (&now, b);
  count_apart (&apart, a, b);
  changes->sheets += judge_change (before.sheets, now.sheets, apart.sheets);
  for (guint i = 0; i < KS_TABLE_N_QUESTIONS; i++)
    changes->answers[i] += judge_change (before.answers[i], now.answers[i], apart.answers[i]);
}

static gboolean
is_isolating (gint64 change)
{
  return change > 0 && !ks_is_shown (change);
}

static gboolean
isolate (const Changes *changes)
{
  gboolean isolating = is_isolating (changes->sheets);

  for (guint i = 0; i < KS_TABLE_N_QUESTIONS; i++)
    isolating |= is_isolating (changes->answers[i]);
  return isolating;
}

static int
compare_sheets (gconstpointer a, gconstpointer b)
{
  const KsTableSheet *left = a;
  const KsTableSheet *right = b;

  if (left->content != right->content)
    return left->content < right->content ? -1 : 1;
  return (left->answered > right->answered) - (left->answered < right->answered);
}

/**
 * ks_table_sheets_sort:
 * @sheets: (array length=n): sheets of a unit
 * @n: how many
 *
 * Puts them into the order in which versions hold them.
 */
void
ks_table_sheets_sort (KsTableSheet *sheets, gsize n)
{
  if (n > 1) /* of nothing, qsort() wants an address all the same */
    qsort (sheets, n, sizeof *sheets, compare_sheets);
}

/**
 * ks_table_count_apart:
 * @a: sheets of a unit in one table
 * @b: those in another
 *
 * Returns: how many sheets stand in one of the two alone
 */
gint64
ks_table_count_apart (const KsTableVersion *a, const KsTableVersion *b)
{
  Changes changes = { 0 };

  count_apart (&changes, a, b);
  return changes.sheets;
}

/**
 * ks_table_isolates:
 * @a: sheets of a unit in one table
 * @b: those in another
 *
 * Returns: whether their difference, in all or of one question, is that of one to four sheets. A unit
 *   with less than five is in no table: it differs from one with more by all of them.
 */
gboolean
ks_table_isolates (const KsTableVersion *a, const KsTableVersion *b)
{
  Changes changes = { 0 };

  add_changes (&changes, a, b);
  return isolate (&changes);
}

/* What stood in the tables of a moment: the last version until then. */
static KsTableVersion
find_version (const KsTableUnit *unit, gint64 seq)
{
  KsTableVersion found = { NULL, 0, seq };

  for (guint i = 0; i < unit->n_versions && unit->versions[i].seq <= seq; i++)
    found = unit->versions[i];
  return found;
}

/* Whether a table of that moment, of all sheets or of a question, held sheets of one unit alone. */
static void
find_companions (const KsTableUnit *units, guint n_units, guint unit, gint64 seq, Changes *others)
{
  for (guint i = 0; i < n_units; i++)
    {
      KsTableVersion then = find_version (&units[i], seq);
      KsTableVersion none = { NULL, 0, seq };

      if (i != unit)
        add_changes (others, &none, &then);
    }
}

/* A change that no table of a single unit has told before, but that of a district might have: where
 * nobody else of it stood in the table. */
static gboolean
isolates_alone (const KsTableUnit *units, guint n_units, guint unit, const KsTableVersion *version)
{
  Changes changes = { 0 };
  Changes others = { 0 };
  gboolean alone;

  add_changes (&changes, version, &units[unit].now);
  if (!isolate (&changes))
    return FALSE;
  find_companions (units, n_units, unit, version->seq, &others);
  alone = is_isolating (changes.sheets) && others.sheets == 0;
  for (guint i = 0; i < KS_TABLE_N_QUESTIONS; i++)
    alone |= is_isolating (changes.answers[i]) && others.answers[i] == 0;
  return alone;
}

/* Once tables of units were given out, each unit is held against all of its own: those that stood
 * then and came since; and always against those in which it stood alone. */
static gboolean
unit_may_change (const KsTableUnit *units, guint n_units, guint unit, gint64 units_since)
{
  const KsTableUnit *self = &units[unit];

  for (guint i = 0; i < self->n_versions; i++)
    {
      const KsTableVersion *version = &self->versions[i];
      gint64 next = i + 1 < self->n_versions ? self->versions[i + 1].seq : self->now.seq;
      gboolean told = next > units_since;

      if (told ? ks_table_isolates (version, &self->now)
               : isolates_alone (units, n_units, unit, version))
        return FALSE;
    }
  return TRUE;
}

static gboolean
group_may_change (const KsTableUnit *units, guint n_units, gint64 seq, const gboolean *fresh)
{
  Changes changes = { 0 };

  for (guint i = 0; i < n_units; i++)
    {
      KsTableVersion then = find_version (&units[i], seq);
      KsTableVersion now = fresh[i] ? units[i].now : find_version (&units[i], G_MAXINT64);

      add_changes (&changes, &then, &now);
    }
  return !isolate (&changes);
}

/* The next moment after @seq at which one of them changed in the tables. */
gint64
ks_table_find_next_moment (const KsTableUnit *units, guint n_units, gint64 seq)
{
  gint64 next = G_MAXINT64;

  for (guint i = 0; i < n_units; i++)
    for (guint j = 0; j < units[i].n_versions; j++)
      if (units[i].versions[j].seq > seq)
        next = MIN (next, units[i].versions[j].seq);
  return next;
}

/* What may enter by one unit after the other, and by pairs of tables of the district. */
static void
choose_fresh (const KsTableUnit *units, guint n_units, gint64 units_since, gboolean *fresh)
{
  gint64 seq = G_MININT64;

  for (guint i = 0; i < n_units; i++)
    fresh[i] = unit_may_change (units, n_units, i, units_since);
  while ((seq = ks_table_find_next_moment (units, n_units, seq)) != G_MAXINT64)
    if (!group_may_change (units, n_units, seq, fresh))
      {
        memset (fresh, 0, n_units * sizeof *fresh);
        return;
      }
}

/* Where even what was given out tells somebody once single units are told, these are not. */
static void
judge_group (const KsTableUnit *units, guint n_units, gint64 units_since, gboolean *fresh)
{
  if (units_since < units->now.seq && !ks_table_may_tell_units (units, n_units, units_since))
    units_since = KS_TABLE_NEVER;
  choose_fresh (units, n_units, units_since, fresh);
  if (!ks_tables_tell_few (units, n_units, units_since, fresh))
    return;
  memset (fresh, 0, n_units * sizeof *fresh);
  if (units_since != units->now.seq || !ks_tables_tell_few (units, n_units, units_since, fresh))
    return;
  choose_fresh (units, n_units, KS_TABLE_NEVER, fresh);
  if (ks_tables_tell_few (units, n_units, KS_TABLE_NEVER, fresh))
    memset (fresh, 0, n_units * sizeof *fresh);
}

/**
 * ks_table_may_tell_units:
 * @units: (array length=n_units): the units of a district
 * @n_units: how many
 * @units_since: seq of the first tables of single units
 *
 * Returns: whether these, beside the tables of the district until then, tell nobody's answers. If not
 *   they must not be given out, and @units_since is none for this district
 */
gboolean
ks_table_may_tell_units (const KsTableUnit *units, guint n_units, gint64 units_since)
{
  g_autofree KsTableUnit *until = g_memdup2 (units, n_units * sizeof *units);
  g_autofree gboolean *fresh = g_new0 (gboolean, MAX (n_units, 1));

  for (guint i = 0; i < n_units; i++)
    {
      while (until[i].n_versions > 0
             && until[i].versions[until[i].n_versions - 1].seq > units_since)
        until[i].n_versions--;
      until[i].now = (KsTableVersion){ NULL, 0, units_since };
    }
  return !ks_tables_tell_few (until, n_units, units_since, fresh);
}

/**
 * ks_table_choose:
 * @units: (array length=n_units): the units that the next tables are of, district by district
 * @n_units: how many
 * @units_since: seq of the first tables of single units, which may be those that are decided on;
 *   %KS_TABLE_NEVER: there are none yet
 * @fresh: (out caller-allocates) (array length=n_units): which of them enter the next tables as they
 *   are now; the others as they last did
 *
 * Decides what the next tables rest on, so that none of them, subtracted from any earlier one of the
 * same or of a greater scope, tells the answers of one to four people, nor all of them added up and
 * subtracted in any way (methods: Anonymity). Where this cannot be had once single units are told, see
 * ks_table_may_tell_units(). Before
 * tables of single units were given out whole districts decide; afterwards each unit, and then its
 * district. The province is the sum of districts, so it differs by what they differ.
 *
 * Returns: how many are held at what they were
 */
guint
ks_table_choose (const KsTableUnit *units, guint n_units, gint64 units_since, gboolean *fresh)
{
  guint n_held = 0;
  guint first = 0;

  for (guint i = 0; i < n_units; i++)
    if (i + 1 == n_units || units[i + 1].group != units[first].group)
      {
        judge_group (units + first, i + 1 - first, units_since, fresh + first);
        for (; first <= i; first++)
          n_held += !fresh[first];
      }
  return n_held;
}
