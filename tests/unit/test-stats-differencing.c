/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-differencing.h"
#include "ks-known-sums.h"

#include <string.h>

/* The attack: somebody keeps every table that was ever given out and subtracts each from each. The
 * sheets are compared here one by one, by another way than that of the code. */

#define N_SEEDS 1000
#define N_DISTRICTS 2
#define N_UNITS 5 /* three and two; a seed may leave the last district a single unit */
#define MAX_SHEETS 24
#define N_MOMENTS 12
#define N_QUESTIONS 3
#define N_CONTENTS 40

typedef struct
{
  KsTableSheet sheets[MAX_SHEETS];
  guint n;
} Unit;

/* Which sheets a unit puts into a table of a question, by their content; none under five. */
typedef guint8 Set[N_UNITS][N_CONTENTS];

typedef struct
{
  guint first;
  guint n_units;
  gint64 seq;
  Set sets[N_QUESTIONS + 1]; /* per question; the last one of all sheets */
} Table;

typedef struct
{
  GRand *rand;
  guint n_units;
  Unit now[N_UNITS];
  GArray *versions[N_UNITS]; /* of KsTableVersion */
  GPtrArray *memory;         /* their sheets */
  GArray *tables;            /* of Table */
  gint64 published;
} Survey;

static guint
find_district (guint unit)
{
  return unit < 3 ? 0 : 1;
}

static KsTableSheet
invent_sheet (GRand *rand)
{
  guint content = (guint)g_rand_int_range (rand, 0, N_CONTENTS);
  guint64 answered = content % 5 != 0 ? 7 : content % 2 ? 3 : 5;

  return (KsTableSheet){ content, answered };
}

/* Late sheets, exclusions, sheets changed or moved to another unit. */
static void
change_something (Survey *self)
{
  guint n_acts = (guint)g_rand_int_range (self->rand, 0, 9);

  for (guint i = 0; i < n_acts; i++)
    {
      Unit *unit = &self->now[g_rand_int_range (self->rand, 0, (gint32)self->n_units)];
      int act = g_rand_int_range (self->rand, 0, 3);

      if (act == 0 && unit->n < MAX_SHEETS)
        unit->sheets[unit->n++] = invent_sheet (self->rand);
      else if (act == 1 && unit->n > 0)
        {
          unit->n--;
          unit->sheets[g_rand_int_range (self->rand, 0, (gint32)unit->n + 1)] = unit->sheets[unit->n];
        }
      else if (unit->n > 0)
        unit->sheets[g_rand_int_range (self->rand, 0, (gint32)unit->n)] = invent_sheet (self->rand);
      ks_table_sheets_sort (unit->sheets, unit->n);
    }
}

static void
keep_version (Survey *self, guint unit, gint64 seq)
{
  KsTableSheet *sheets = g_memdup2 (self->now[unit].sheets, sizeof self->now[unit].sheets);
  KsTableVersion version = { sheets, self->now[unit].n, seq };

  g_ptr_array_add (self->memory, sheets);
  g_array_append_val (self->versions[unit], version);
}

static void
fill_set (Set set, guint unit, const KsTableVersion *version, guint question)
{
  guint n = 0;

  for (gsize i = 0; i < version->n; i++)
    if (question == N_QUESTIONS || (version->sheets[i].answered >> question & 1))
      {
        set[unit][version->sheets[i].content]++;
        n++;
      }
  if (n < 5)
    memset (set[unit], 0, N_CONTENTS);
}

static void
give_table (Survey *self, guint first, guint n_units, gint64 seq)
{
  Table table = { .first = first, .n_units = n_units, .seq = seq };

  for (guint unit = first; unit < first + n_units; unit++)
    {
      GArray *versions = self->versions[unit];

      for (guint question = 0; versions->len > 0 && question <= N_QUESTIONS; question++)
        fill_set (table.sets[question], unit,
                  &g_array_index (versions, KsTableVersion, versions->len - 1), question);
    }
  g_array_append_val (self->tables, table);
}

static void
list_units (Survey *self, guint first, guint n_units, gint64 seq, KsTableUnit *units)
{
  for (guint i = 0; i < n_units; i++)
    {
      GArray *versions = self->versions[first + i];

      units[i] = (KsTableUnit){ (KsTableVersion *)versions->data,
                                versions->len,
                                { self->now[first + i].sheets, self->now[first + i].n, seq },
                                find_district (first + i) };
    }
}

/* Tables of the units of a district, where they may be told at all. */
static void
give_units (Survey *self, guint first, guint n_units, gint64 seq)
{
  KsTableUnit units[N_UNITS];

  list_units (self, first, n_units, seq, units);
  for (guint i = 0; i < n_units && ks_table_may_tell_units (units, n_units, self->published); i++)
    give_table (self, first + i, 1, seq);
}

/* Tables of a district or of all, or of everything with every unit. */
static void
give_out (Survey *self, gint64 seq)
{
  int what = g_rand_int_range (self->rand, 0, 4); /* a district, a district, all, publish */
  guint first = what == 1 ? 3 : 0;
  guint n_units = what == 0 ? 3 : self->n_units - first;
  KsTableUnit units[N_UNITS];
  gboolean fresh[N_UNITS];

  list_units (self, first, n_units, seq, units);
  if (what == 3 && self->published == KS_TABLE_NEVER)
    self->published = seq;
  ks_table_choose (units, n_units, self->published, fresh);
  for (guint i = 0; i < n_units; i++)
    if (fresh[i])
      keep_version (self, first + i, seq);
  give_table (self, first, n_units, seq);
  if (what == 3)
    {
      give_table (self, 0, 3, seq);
      give_table (self, 3, self->n_units - 3, seq);
      give_units (self, 0, 3, seq);
      give_units (self, 3, self->n_units - 3, seq);
    }
}

/* Sheets of the greater table that are not in the smaller one and the other way round, where both
 * speak of the same units; else all of the greater one. */
static guint
count_apart (const Table *greater, const Table *smaller, guint question, gboolean rest)
{
  guint apart = 0;

  for (guint unit = greater->first; unit < greater->first + greater->n_units; unit++)
    for (guint i = 0; i < N_CONTENTS; i++)
      {
        gboolean common = unit >= smaller->first && unit < smaller->first + smaller->n_units;
        int left = greater->sets[question][unit][i];
        int right = common ? smaller->sets[question][unit][i] : 0;

        apart += common || rest ? (guint)ABS (left - right) : 0;
      }
  return apart;
}

static gboolean
holds (const Table *greater, const Table *smaller)
{
  return smaller->first >= greater->first
         && smaller->first + smaller->n_units <= greater->first + greater->n_units;
}

static guint
attack (Survey *self)
{
  guint n_pairs = 0;

  for (guint i = 0; i < self->tables->len; i++)
    for (guint j = 0; j < self->tables->len; j++)
      {
        const Table *greater = &g_array_index (self->tables, Table, i);
        const Table *smaller = &g_array_index (self->tables, Table, j);

        for (guint question = 0; holds (greater, smaller) && question <= N_QUESTIONS; question++)
          {
            guint apart = count_apart (greater, smaller, question, TRUE);

            if (apart > 0 && apart < 5)
              g_test_message ("units %u+%u of %d less units %u+%u of %d, question %u: %u sheets (units since %d)",
                              greater->first, greater->n_units, (int)greater->seq, smaller->first,
                              smaller->n_units, (int)smaller->seq, question, apart, (int)self->published);
            g_assert_true (apart == 0 || apart >= 5);
            n_pairs++;
          }
      }
  return n_pairs;
}

static guint
run_survey (guint32 seed)
{
  Survey self = { .rand = g_rand_new_with_seed (seed), .published = KS_TABLE_NEVER };
  guint n_pairs;

  self.n_units = N_UNITS - seed % 2;
  self.memory = g_ptr_array_new_with_free_func (g_free);
  self.tables = g_array_new (FALSE, FALSE, sizeof (Table));
  for (guint i = 0; i < self.n_units; i++)
    {
      self.versions[i] = g_array_new (FALSE, FALSE, sizeof (KsTableVersion));
      self.now[i].n = (guint)g_rand_int_range (self.rand, 0, 12);
      for (guint j = 0; j < self.now[i].n; j++)
        self.now[i].sheets[j] = invent_sheet (self.rand);
      ks_table_sheets_sort (self.now[i].sheets, self.now[i].n);
    }
  for (gint64 seq = 1; seq <= N_MOMENTS; seq++)
    {
      give_out (&self, seq);
      change_something (&self);
    }
  n_pairs = attack (&self);
  for (guint i = 0; i < self.n_units; i++)
    g_array_unref (self.versions[i]);
  g_array_unref (self.tables);
  g_ptr_array_unref (self.memory);
  g_rand_free (self.rand);
  return n_pairs;
}

static void
test_attack (void)
{
  guint n_pairs = 0;

  for (guint32 seed = 1; seed <= N_SEEDS; seed++)
    n_pairs += run_survey (seed);
  g_test_message ("%u pairs of tables", n_pairs);
  g_assert_cmpuint (n_pairs, >, N_SEEDS * 100);
}

static KsTableVersion
make_version (KsTableSheet *sheets, guint n, guint64 first, gint64 seq)
{
  for (guint i = 0; i < n; i++)
    sheets[i] = (KsTableSheet){ first + i, 1 };
  return (KsTableVersion){ sheets, n, seq };
}

static void
test_changes (void)
{
  KsTableSheet a[20];
  KsTableSheet b[20];
  const struct
  {
    guint n_before, n_now;
    guint64 moved; /* the second begins so much later */
    gboolean isolates;
  } cases[] = {
    { 10, 10, 0, FALSE }, { 10, 11, 0, TRUE },  { 10, 14, 0, TRUE }, { 10, 15, 0, FALSE },
    { 10, 10, 1, TRUE },  { 10, 10, 3, FALSE }, { 3, 4, 0, FALSE },  { 4, 5, 0, FALSE },
    { 5, 4, 0, FALSE },   { 0, 6, 0, FALSE },   { 6, 5, 0, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KsTableVersion before = make_version (a, cases[i].n_before, 0, 1);
      KsTableVersion now = make_version (b, cases[i].n_now, cases[i].moved, 2);

      g_assert_cmpint (ks_table_isolates (&before, &now), ==, cases[i].isolates);
    }
}

/* Five sheets more, of which two answered the question: its table would tell them. */
static void
test_one_question (void)
{
  KsTableSheet a[20];
  KsTableSheet b[20];
  KsTableVersion before = make_version (a, 10, 0, 1);
  KsTableVersion now = make_version (b, 15, 0, 2);

  b[10].answered = b[11].answered = b[12].answered = 2;
  g_assert_true (ks_table_isolates (&before, &now));
}

/* Two districts, before and after tables of single units. */
static void
test_choose (void)
{
  KsTableSheet sheets[6][20];
  KsTableVersion then[3] = { make_version (sheets[0], 10, 0, 1), make_version (sheets[1], 10, 0, 1),
                             make_version (sheets[2], 10, 0, 1) };
  KsTableUnit units[3] = { { &then[0], 1, make_version (sheets[3], 12, 0, 2), 0 },
                           { &then[1], 1, make_version (sheets[4], 13, 0, 2), 0 },
                           { &then[2], 1, make_version (sheets[5], 13, 0, 2), 1 } };
  gboolean fresh[3];

  g_assert_cmpuint (ks_table_choose (units, 3, KS_TABLE_NEVER, fresh), ==, 1);
  g_assert_true (fresh[0] && fresh[1] && !fresh[2]);
  g_assert_cmpuint (ks_table_choose (units, 3, 1, fresh), ==, 3);
  units[0].now = make_version (sheets[3], 15, 0, 2);
  g_assert_cmpuint (ks_table_choose (units, 3, 1, fresh), ==, 2);
  g_assert_true (fresh[0] && !fresh[1] && !fresh[2]);
}

/* A table that another one and a third make up but for one sheet. */
static void
test_three_tables (void)
{
  KsTableSheet sheets[3][20];
  KsTableVersion versions[2] = { make_version (sheets[0], 5, 0, 1), make_version (sheets[1], 16, 0, 2) };
  KsTableUnit unit = { versions, 2, make_version (sheets[2], 10, 6, 3), 0 };
  gboolean fresh;

  /* 0–4, 0–15, 6–15: what is neither in the first nor in the last is one. */
  g_assert_false (ks_table_isolates (&versions[0], &unit.now));
  g_assert_false (ks_table_isolates (&versions[1], &unit.now));
  g_assert_cmpuint (ks_table_choose (&unit, 1, KS_TABLE_NEVER, &fresh), ==, 1);
  unit.now = make_version (sheets[2], 11, 5, 3);
  g_assert_cmpuint (ks_table_choose (&unit, 1, KS_TABLE_NEVER, &fresh), ==, 0);
}

/* One unit goes and comes back while a sheet of another one does: once both are told, that sheet is. */
static void
test_units_not_told (void)
{
  KsTableSheet sheets[6][20];
  KsTableVersion first[3] = { make_version (sheets[0], 12, 0, 1), make_version (sheets[1], 11, 0, 3) };
  KsTableVersion second[3] = { make_version (sheets[2], 0, 0, 1), make_version (sheets[3], 5, 40, 3) };
  KsTableUnit units[2] = { { first, 2, { NULL, 0, 4 }, 0 }, { second, 2, { NULL, 0, 4 }, 0 } };

  g_assert_false (ks_table_may_tell_units (units, 2, 4));
  first[1] = make_version (sheets[1], 7, 0, 3);
  g_assert_true (ks_table_may_tell_units (units, 2, 4));
  /* What is given out later says nothing of what may be told then. */
  first[1] = make_version (sheets[1], 11, 0, 5);
  g_assert_true (ks_table_may_tell_units (units, 2, 4));
}

static void
test_known_sums (void)
{
  static const guint sizes[] = { 5, 1, 5, 2, 3 };
  const gboolean first[] = { TRUE, FALSE, FALSE, FALSE, FALSE };
  const gboolean second[] = { TRUE, TRUE, TRUE, FALSE, FALSE };
  const gboolean third[] = { FALSE, FALSE, TRUE, TRUE, FALSE };
  const gboolean fourth[] = { FALSE, FALSE, FALSE, TRUE, TRUE };
  g_autoptr (KsKnownSums) sums = ks_known_sums_new (sizes, G_N_ELEMENTS (sizes));

  g_assert_false (ks_known_sums_tell_few (sums));
  ks_known_sums_add (sums, first);
  ks_known_sums_add (sums, second);
  ks_known_sums_add (sums, second);
  ks_known_sums_add (sums, fourth);
  g_assert_false (ks_known_sums_tell_few (sums));
  /* The second less the first less the third: the one less the two. */
  ks_known_sums_add (sums, third);
  g_assert_true (ks_known_sums_tell_few (sums));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats/differencing/changes", test_changes);
  g_test_add_func ("/stats/differencing/one-question", test_one_question);
  g_test_add_func ("/stats/differencing/choose", test_choose);
  g_test_add_func ("/stats/differencing/three-tables", test_three_tables);
  g_test_add_func ("/stats/differencing/units-not-told", test_units_not_told);
  g_test_add_func ("/stats/differencing/known-sums", test_known_sums);
  g_test_add_func ("/stats/differencing/attack", test_attack);
  return g_test_run ();
}
