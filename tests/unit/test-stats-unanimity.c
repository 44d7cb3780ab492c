/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-unanimity.h"

#include <string.h>

/* The attack: who knows every table that is told tries all answers that people may have given. */

#define N_SEEDS 1000
#define N_UNITS 4
#define N_LEVELS 3
#define N_DISTRICTS 2

typedef struct
{
  gint32 counts[N_UNITS][N_LEVELS];
  gboolean good[N_LEVELS];
  guint first[N_DISTRICTS + 1];
  KsLevelsHidden *hidden;
  gint32 guess[N_UNITS][N_LEVELS];
  guint possible[N_UNITS][N_LEVELS]; /* a bit per count that somebody may have found there */
} Survey;

static gint64
sum_side (const gint32 *row, const gboolean *good, gboolean side)
{
  gint64 n = 0;

  for (guint i = 0; i < N_LEVELS; i++)
    n += !good[i] == !side ? row[i] : 0;
  return n;
}

static gboolean
agrees (Survey *self, guint from, guint to)
{
  for (guint level = 0; level < N_LEVELS; level++)
    {
      gint64 difference = 0;

      for (guint unit = from; unit < to; unit++)
        difference += self->guess[unit][level] - self->counts[unit][level];
      if (difference != 0)
        return FALSE;
    }
  return TRUE;
}

static void
judge (Survey *self)
{
  for (guint i = 0; i < N_DISTRICTS; i++)
    if (!self->hidden->districts[i] && !agrees (self, self->first[i], self->first[i + 1]))
      return;
  if (!self->hidden->whole && !agrees (self, 0, N_UNITS))
    return;
  for (guint unit = 0; unit < N_UNITS; unit++)
    for (guint level = 0; level < N_LEVELS; level++)
      self->possible[unit][level] |= 1u << self->guess[unit][level];
}

/* All that unit @unit and those after it may have answered: n and x are told, the levels unless
 * they are hidden. */
static void
guess_from (Survey *self, guint unit)
{
  const gint32 *row = self->counts[unit];

  if (unit == N_UNITS)
    {
      judge (self);
      return;
    }
  for (gint32 a = 0; a <= 8; a++)
    for (gint32 b = 0; b <= 8; b++)
      for (gint32 c = 0; c <= 8; c++)
        {
          gint32 guess[N_LEVELS] = { a, b, c };

          if (sum_side (guess, self->good, TRUE) != sum_side (row, self->good, TRUE)
              || sum_side (guess, self->good, FALSE) != sum_side (row, self->good, FALSE)
              || (!self->hidden->units[unit] && memcmp (guess, row, sizeof guess) != 0))
            continue;
          memcpy (self->guess[unit], guess, sizeof guess);
          guess_from (self, unit + 1);
        }
}

/* Units where many agree, and some that enter no table. */
static void
invent (Survey *self, GRand *rand)
{
  for (guint unit = 0; unit < N_UNITS; unit++)
    {
      gint64 n = g_rand_int_range (rand, 0, 5) == 0 ? 0 : g_rand_int_range (rand, 5, 9);
      guint liked = (guint)g_rand_int_range (rand, 0, N_LEVELS);
      gboolean all = g_rand_int_range (rand, 0, 2) == 0;

      for (gint64 i = 0; i < n; i++)
        self->counts[unit][all ? liked : (guint)g_rand_int_range (rand, 0, N_LEVELS)]++;
    }
}

static guint
count_bits (guint bits)
{
  guint n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;
  return n;
}

/* How many units chose one level throughout that nobody could tell. */
static guint
attack (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Survey self = { .first = { 0, 1 + seed % 3, N_UNITS }, .good = { TRUE, seed % 2, FALSE } };
  KsLevelCounts counts = { N_DISTRICTS, self.first, N_LEVELS, self.counts[0], N_LEVELS, NULL,
                           self.good };
  g_autoptr (KsLevelsHidden) hidden = NULL;
  guint n_kept = 0;

  invent (&self, rand);
  self.hidden = hidden = ks_levels_hidden_new (&counts);
  guess_from (&self, 0);
  for (guint unit = 0; unit < N_UNITS; unit++)
    for (guint level = 0; level < N_LEVELS; level++)
      {
        gint64 n = self.counts[unit][0] + self.counts[unit][1] + self.counts[unit][2];
        gboolean alone = level == 0 ? !self.good[1] : level == 2 ? self.good[1] : FALSE;

        if (n == 0 || self.counts[unit][level] != n)
          continue;
        g_assert_true (self.hidden->units[unit]);
        if (alone)
          continue; /* x tells it */
        g_assert_cmpuint (count_bits (self.possible[unit][level]), >, 1);
        n_kept++;
      }
  return n_kept;
}

static void
test_attack (void)
{
  guint n_kept = 0;

  for (guint32 seed = 1; seed <= N_SEEDS; seed++)
    n_kept += attack (seed);
  g_assert_cmpuint (n_kept, >, N_SEEDS / 4);
}

/* Nothing is left out where nobody agrees throughout, and no more than need be where somebody does. */
static void
test_least (void)
{
  const guint first[] = { 0, 3, 4 };
  const gboolean good[] = { TRUE, TRUE, FALSE };
  const gint32 mixed[] = { 4, 2, 1, 5, 3, 0, 2, 2, 2, 3, 3, 3 };
  const gint32 one[] = { 6, 0, 0, 5, 3, 0, 2, 2, 2, 3, 3, 3 };
  const gint32 alone[] = { 4, 2, 1, 5, 3, 0, 2, 2, 2, 0, 7, 0 };
  KsLevelCounts counts = { 2, first, 3, mixed, 3, NULL, good };
  g_autoptr (KsLevelsHidden) none = ks_levels_hidden_new (&counts);
  g_autoptr (KsLevelsHidden) two = NULL;
  g_autoptr (KsLevelsHidden) districts = NULL;

  for (guint i = 0; i < 4; i++)
    g_assert_false (none->units[i]);
  g_assert_false (none->districts[0] || none->districts[1] || none->whole);
  counts.counts = one;
  two = ks_levels_hidden_new (&counts);
  g_assert_true (two->units[0] && !two->units[1] && two->units[2] && !two->units[3]);
  g_assert_false (two->districts[0] || two->districts[1] || two->whole);
  counts.counts = alone;
  districts = ks_levels_hidden_new (&counts);
  g_assert_true (districts->units[3] && districts->districts[0] && districts->districts[1]);
  g_assert_false (districts->whole);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats/unanimity/least", test_least);
  g_test_add_func ("/stats/unanimity/attack", test_attack);
  return g_test_run ();
}
