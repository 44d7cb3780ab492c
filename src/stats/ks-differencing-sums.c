/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-differencing-private.h"

#include "ks-disclosure.h"
#include "ks-known-sums.h"

/* Tables of more than two moments, taken from each other: sheets that came with others and were left
 * while these went stand alone then. Sheets of a unit that stand in the same of its versions are one
 * term; a table is a sum of terms, of a unit or of its district. A unit that never changed tells
 * nothing: once units are told, what it adds to its district is known, before that it is one more term
 * with the others of that kind. */

#define ALL_SHEETS KS_TABLE_N_QUESTIONS /* in place of a question */
#define MOST_VERSIONS 64
#define MOST_TERMS 400 /* beyond it the time would be felt; pairs of tables are judged in any case */

typedef struct {
  guint   unit;
  guint64 versions;  /* a bit each */
  guint   size;
} Term;

/* A sheet of a version. */
typedef struct {
  guint64 content;
  guint   version;
} Mark;

typedef struct {
  const KsTableUnit *units;
  guint              n_units;
  gint64             units_since;
  const gboolean    *fresh;
  guint              question;
  GArray            *terms;     /* of Term */
  gboolean           constant;  /* some units never changed */
} History;

static guint
count_versions (const KsTableUnit *unit)
{
  return unit->n_versions + 1;
}

/* The last one is what it would put into tables now. */
static const KsTableVersion *
get_version (const KsTableUnit *unit, guint version)
{
  return version < unit->n_versions ? &unit->versions[version] : &unit->now;
}

static gboolean
is_answered (const KsTableSheet *sheet, guint question)
{
  return question == ALL_SHEETS || (sheet->answered >> question & 1) != 0;
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const Mark *left = a;
  const Mark *right = b;

  if (left->content != right->content)
    return left->content < right->content ? -1 : 1;
  return (left->version > right->version) - (left->version < right->version);
}

/* The sheets of a version that answered; of fewer than five none stands in a table. */
static void
mark_version (GArray *marks, const KsTableVersion *version, guint question, guint index)
{
  guint before = marks->len;

  for (gsize i = 0; i < version->n; i++)
    if (is_answered (&version->sheets[i], question))
      {
        Mark mark = { version->sheets[i].content, index };

        g_array_append_val (marks, mark);
      }
  if (!ks_is_shown (marks->len - before))
    g_array_set_size (marks, before);
}

static void
add_sheet (History *self, guint unit, guint first, guint64 versions)
{
  const Term term = { unit, versions, 1 };

  for (guint i = first; i < self->terms->len; i++)
    if (g_array_index (self->terms, Term, i).versions == versions)
      {
        g_array_index (self->terms, Term, i).size++;
        return;
      }
  g_array_append_val (self->terms, term);
}

/* Sheets that say the same: a version that has one of them has the first, and so on. */
static void
add_equal (History *self, guint unit, guint first, const Mark *marks, guint n)
{
  guint n_left = n;

  for (guint copy = 0; n_left > 0; copy++)
    {
      guint64 versions = 0;
      guint rank = 0;

      for (guint i = 0; i < n; i++)
        {
          rank = i > 0 && marks[i].version == marks[i - 1].version ? rank + 1 : 0;
          if (rank != copy)
            continue;
          versions |= G_GUINT64_CONSTANT (1) << marks[i].version;
          n_left--;
        }
      add_sheet (self, unit, first, versions);
    }
}

static void
add_terms (History *self, guint unit)
{
  const KsTableUnit *of = &self->units[unit];
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  guint first = self->terms->len;
  guint from = 0;

  for (guint i = 0; i < count_versions (of); i++)
    if (i < of->n_versions || self->fresh[unit])
      mark_version (marks, get_version (of, i), self->question, i);
  g_array_sort (marks, compare_marks);
  for (guint i = 1; i <= marks->len; i++)
    if (i == marks->len
        || g_array_index (marks, Mark, i).content != g_array_index (marks, Mark, from).content)
      {
        add_equal (self, unit, first, &g_array_index (marks, Mark, from), i - from);
        from = i;
      }
}

/* The version of a unit that stands in the tables of a moment; the number of them: none yet. */
static guint
find_version (const History *self, guint unit, gint64 seq)
{
  const KsTableUnit *of = &self->units[unit];
  guint n = of->n_versions;

  if (seq >= of->now.seq && self->fresh[unit])
    return n;
  while (n > 0 && of->versions[n - 1].seq > seq)
    n--;
  return n > 0 ? n - 1 : count_versions (of);
}

/* Whether the unit stands in all tables with the same sheets. */
static gboolean
is_constant (const History *self, guint unit, gint64 first)
{
  const KsTableUnit *of = &self->units[unit];
  guint version = find_version (self, unit, first);

  return version < count_versions (of) && version == find_version (self, unit, of->now.seq);
}

static gboolean
stands (const History *self, const Term *term, gint64 seq)
{
  guint version = find_version (self, term->unit, seq);

  return version < MOST_VERSIONS && (term->versions >> version & 1) != 0;
}

/* The table of the district, or with @unit that of a unit. */
static void
add_table (const History *self, KsKnownSums *sums, gint64 seq, guint unit)
{
  g_autofree gboolean *terms = g_new0 (gboolean, self->terms->len + 1);

  for (guint i = 0; i < self->terms->len; i++)
    {
      const Term *term = &g_array_index (self->terms, Term, i);

      terms[i] = term->unit == G_MAXUINT ? unit == G_MAXUINT
                                         : (unit == G_MAXUINT || term->unit == unit)
                                               && stands (self, term, seq);
    }
  ks_known_sums_add (sums, terms);
}

static void
add_moment (const History *self, KsKnownSums *sums, gint64 seq)
{
  add_table (self, sums, seq, G_MAXUINT);
  for (guint i = 0; seq >= self->units_since && i < self->n_units; i++)
    add_table (self, sums, seq, i);
}

static void
add_moments (const History *self, KsKnownSums *sums)
{
  gint64 now = self->units[0].now.seq;
  gint64 seq = G_MININT64;

  while ((seq = ks_table_find_next_moment (self->units, self->n_units, seq)) != G_MAXINT64)
    add_moment (self, sums, seq);
  if (self->units_since < now)
    add_moment (self, sums, self->units_since);
  add_moment (self, sums, now);
}

static void
collect_terms (History *self)
{
  gint64 first = ks_table_find_next_moment (self->units, self->n_units, G_MININT64);
  gboolean constant = FALSE;

  for (guint i = 0; i < self->n_units; i++)
    if (is_constant (self, i, first))
      constant = TRUE;
    else
      add_terms (self, i);
  if (constant && self->units_since > self->units[0].now.seq)
    {
      const Term rest = { G_MAXUINT, 0, KS_MIN_ANSWERS };

      g_array_append_val (self->terms, rest);
    }
}

static gboolean
tell_few (const KsTableUnit *units, guint n_units, gint64 units_since, const gboolean *fresh,
          guint question)
{
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (Term));
  History self = { units, n_units, units_since, fresh, question, terms };
  g_autoptr (KsKnownSums) sums = NULL;
  g_autofree guint *sizes = NULL;

  collect_terms (&self);
  if (terms->len == 0 || terms->len > MOST_TERMS)
    return FALSE;
  sizes = g_new (guint, terms->len);
  for (guint i = 0; i < terms->len; i++)
    sizes[i] = g_array_index (terms, Term, i).size;
  sums = ks_known_sums_new (sizes, terms->len);
  add_moments (&self, sums);
  return ks_known_sums_tell_few (sums);
}

/* The questions that somebody left blank: of others the tables are sums of all sheets. */
static guint64
find_blank (const KsTableUnit *units, guint n_units)
{
  guint64 always = G_MAXUINT64;
  guint64 ever = 0;

  for (guint i = 0; i < n_units; i++)
    for (guint k = 0; k < count_versions (&units[i]); k++)
      for (gsize s = 0; s < get_version (&units[i], k)->n; s++)
        {
          always &= get_version (&units[i], k)->sheets[s].answered;
          ever |= get_version (&units[i], k)->sheets[s].answered;
        }
  return ever & ~always;
}

/* Whether all tables that were given out of a district and its units, and those that would be now,
 * tell together what one to four people answered. Units of more versions than are looked at do. */
gboolean
ks_tables_tell_few (const KsTableUnit *units, guint n_units, gint64 units_since,
                    const gboolean *fresh)
{
  guint64 blank = find_blank (units, n_units);
  guint n_versions = 0;

  for (guint i = 0; i < n_units; i++)
    n_versions = MAX (n_versions, count_versions (&units[i]));
  if (n_versions > MOST_VERSIONS)
    return TRUE;
  if (ks_table_find_next_moment (units, n_units, G_MININT64) == G_MAXINT64)
    return FALSE;
  if (tell_few (units, n_units, units_since, fresh, ALL_SHEETS))
    return TRUE;
  for (guint i = 0; i < KS_TABLE_N_QUESTIONS; i++)
    if ((blank >> i & 1) != 0 && tell_few (units, n_units, units_since, fresh, i))
      return TRUE;
  return FALSE;
}
